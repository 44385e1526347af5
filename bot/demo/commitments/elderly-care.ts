import type { DemoCommitment } from '../demo-types.ts';
import { allChecks } from './all-checks.ts';

/** Commitments 5–7, 10 and 11 of `domain.md` (v). */
export const elderlyCareCommitments: readonly DemoCommitment[] = [
  {
    key: 'c5',
    unit: 'ekliden',
    goal: 'N2',
    author: 'annika',
    fields: {
      order: 5,
      text: 'Den boende väljer själv när dagen börjar.',
      targetGroup: 'De som bor på Ekliden',
      targetGroupNeed:
        'De boende vill sova och vakna som de har gjort hela livet. Vid granskningen i våras hade 82 procent en aktuell genomförandeplan där egna önskemål om morgonen framgår.',
      workingMethod:
        'Kontaktpersonen frågar varje månad hur morgonen ska vara och skriver det i genomförandeplanen. Morgonpasset planeras efter önskemålen i stället för efter korridoren. Frukost finns mellan 7 och 10.30. Den som inte kan uttrycka sig får hjälp av anhörig, bilder eller det vi ser i vardagen.',
      followUpMethod:
        'Granskning av tio genomförandeplaner per avdelning varje tertial med gemensam mall. Resultatet visas för boenderådet och på APT.',
      followUpFrequency: 'tertial',
      feedbackSystem:
        'Boenderådet varje månad. Synpunkter från anhöriga besvaras av enhetschefen inom tio arbetsdagar.',
      developmentPlan:
        'Planerna skrivs ofta av den som har tid, inte av den som känner den boende. Kontaktpersonen får två timmar i månaden i schemat för samtal och uppdatering.',
      userParticipation: 'Boenderådet har valt frukosttiderna och provat den nya bilden över morgonen.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Utbildning i samtal vid demenssjukdom för alla kontaktpersoner', '48 av 48 utbildade'],
      ['economy', 'Två timmar i månaden per kontaktperson inom befintligt schema', 'Utfall i schemasystemet'],
      ['collaboration', 'Köket håller frukost öppen till 10.30', 'Antal dagar då det fungerat'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '95 procent har en aktuell genomförandeplan med egna önskemål.',
      target: 95,
      baseline: 82,
      improvement: 'Morgonen följer den boendes vanor.',
    },
    indicator: {
      name: 'Aktuell genomförandeplan med egna önskemål',
      indicatorKind: 'quality',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Granskning av genomförandeplaner',
      frequency: 'Varje tertial',
    },
    reaches: 'adopted',
  },
  {
    key: 'c6',
    unit: 'ekliden',
    goal: 'N3',
    author: 'annika',
    fields: {
      order: 6,
      text: 'Vi förebygger fall så att de boende kan röra sig tryggt.',
      targetGroup: 'De som bor på Ekliden, särskilt de med tidigare fall',
      targetGroupNeed:
        'Under förra året föll varje boende i genomsnitt 2,6 gånger. De flesta fall skedde på kvällen, i badrummet eller på väg dit.',
      workingMethod:
        'Fallrisk bedöms inom en vecka från inflyttning och efter varje fall. Arbetsterapeut, fysioterapeut och sjuksköterska går igenom risker och läkemedel i teamet. Varje avdelning har ett kvällspass med ansvar för tillsyn mellan 19 och 22. Halksockor, belysning och hjälpmedel kontrolleras varje vecka.',
      followUpMethod:
        'Fallstatistik varje månad per avdelning och tid på dygnet. Händelseanalys vid allvarlig skada. Teamet redovisar på APT och för medicinskt ansvarig sjuksköterska.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Anhöriga får veta samma dag om någon har fallit, och vad vi gör åt det.',
      developmentPlan:
        'Statistiken visar en topp klockan 20–22. Vi flyttar en person från eftermiddagen till kvällen och prövar balansträning två gånger i veckan.',
      userParticipation: 'De boende är med och går igenom sitt rum och pekar ut vad som är i vägen.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Fallombud på varje avdelning', 'Fyra ombud utsedda'],
      ['material', 'Rörelsestyrd belysning i badrummen', '54 rum klara'],
      ['collaboration', 'Läkemedelsgenomgång tillsammans med vårdcentralen', 'Andel boende med genomgång'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Högst 2,0 fall per boende och år.',
      target: 2,
      baseline: 2.6,
      improvement: 'Färre skadas och fler vågar röra sig.',
    },
    indicator: {
      name: 'Fall per boende och år',
      indicatorKind: 'quality',
      measureUnit: 'antal',
      direction: 'down',
      source: 'Avvikelser, kategori Fall',
      frequency: 'Varje månad',
    },
    reaches: 'adopted',
  },
  {
    key: 'c7',
    unit: 'ekliden',
    goal: 'N3',
    author: 'annika',
    fields: {
      order: 7,
      text: 'Rätt läkemedel går till rätt person i rätt tid.',
      targetGroup: 'Boende som får hjälp med läkemedel',
      targetGroupNeed:
        'Nästan alla boende får hjälp med läkemedel flera gånger om dagen. Uteblivna doser vid passbyte är den vanligaste läkemedelsavvikelsen.',
      workingMethod:
        'Delegeringen kontrolleras innan passet börjar. Den som delar ut läkemedel bär en väst och blir inte störd. Signeringslistan stäms av vid varje passbyte, och saknad signering följs upp direkt.',
      followUpMethod:
        'Egenkontroll varje månad: stickprov på tjugo signeringar per avdelning. Läkemedelsavvikelser per tusen doser, tillsammans med antalet rapporter, så att färre avvikelser inte betyder att färre rapporterar.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Anhöriga och boende kan när som helst fråga sjuksköterskan om läkemedlen.',
      developmentPlan:
        'Digital signering införs på två avdelningar före sommaren. Vi jämför före och efter innan resten följer.',
      userParticipation: 'Den boende får veta vad läkemedlet är till för och kan säga när tiden inte passar.',
      qualityChecks: allChecks,
    },
    resources: [
      ['economy', 'Digital signering för två avdelningar', '96 000 kr per år'],
      ['competence', 'Delegeringsutbildning före sommaren för alla vikarier', 'Andel vikarier med delegering'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Läkemedelsavvikelserna minskar med 20 procent utan att rapporteringen minskar.',
      target: 96,
      baseline: 120,
      improvement: 'Färre doser missas vid passbyte.',
    },
    indicator: {
      name: 'Läkemedelsavvikelser',
      indicatorKind: 'quality',
      measureUnit: 'antal per år',
      direction: 'down',
      source: 'Avvikelser, kategori Läkemedel',
      frequency: 'Varje månad',
    },
    reaches: 'returned',
    returnReason:
      'Bra och viktigt. Beskriv hur ni ser om rapporteringen minskar, och vem som följer upp när digital signering införs. Skicka in igen när det är klart.',
  },
  {
    key: 'c10',
    unit: 'solrosen',
    goal: 'N2',
    author: 'birgitta',
    fields: {
      order: 10,
      text: 'Dagen har ett innehåll som gästerna själva har valt.',
      targetGroup: 'Gäster på Solrosen, de flesta med demenssjukdom',
      targetGroupNeed:
        'Gästerna vill göra saker som liknar deras tidigare liv: laga mat, vara ute, sjunga och träffa andra. De behöver tid och stöd för att kunna välja.',
      workingMethod:
        'Gästrådet träffas varannan fredag och väljer veckans aktiviteter med bilder och föremål. Schemat sätts upp på väggen och skickas hem. En medarbetare per grupp ser till att den som är tyst också får välja.',
      followUpMethod:
        'Protokoll från gästrådet och en enkel glad–ledsen-skala efter varje aktivitet. Sammanställs en gång i månaden av arbetsgruppen.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'En kontaktbok följer med hem. Anhöriga skriver vad gästen har berättat.',
      developmentPlan:
        'I våras valde samma fyra personer oftast. Vi prövar att välja i mindre grupper och att låta varje gäst ha en egen dag.',
      userParticipation: 'Gästerna bestämmer schemat i gästrådet.',
      qualityChecks: allChecks,
    },
    resources: [
      ['collaboration', 'Två föreningar i stadsdelen leder sång och odling', 'Antal tillfällen per månad'],
      ['material', 'Odlingslådor och bildstöd', 'Inom materialbudget, 12 000 kr'],
    ],
    result: {
      resultKind: 'state',
      text: 'Veckoschemat beslutas av gästerna i gästrådet.',
      improvement: 'Fler gäster har valt minst en aktivitet i veckan.',
    },
    indicator: {
      name: 'Veckor då gästrådet har beslutat schemat',
      indicatorKind: 'user',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Gästrådets protokoll',
      frequency: 'Varje månad',
    },
    reaches: 'adopted',
  },
  {
    key: 'c11',
    unit: 'bestallare',
    goal: 'N4',
    author: 'nadia',
    fields: {
      order: 11,
      text: 'Beslut fattas skyndsamt och går att förstå.',
      targetGroup: 'Äldre som ansöker om stöd och deras anhöriga',
      targetGroupNeed:
        'Mediantiden från ansökan till beslut är 27 dagar. Många ringer för att fråga vad beslutet betyder.',
      workingMethod:
        'En mottagningsgrupp ringer inom två arbetsdagar. Enkla ansökningar går till en snabb handläggning. Besluten skrivs enligt klarspråksmall med en första sida som säger vad du får, från när och vem du kan ringa.',
      followUpMethod:
        'Handläggningstid ur verksamhetssystemet varje månad, median och de tio längsta ärendena. Granskning av tjugo beslut per tertial efter klarspråksmallen.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Kort enkät en månad efter beslut. Klagomål på handläggning går till enhetschefen samma dag.',
      developmentPlan:
        'Väntan på läkarintyg förklarar hälften av den långa tiden. Vi tar fram en överenskommelse med vårdcentralerna och prövar att besluta utan intyg när behovet är tydligt.',
      userParticipation: 'Pensionärsrådet har läst och ändrat den nya beslutsmallen.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Alla handläggare tränas i klarspråk', '14 av 14'],
      ['collaboration', 'Överenskommelse med tre vårdcentraler om intyg', 'Undertecknad före juni'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Mediantiden från ansökan till beslut är högst 20 dagar.',
      target: 20,
      baseline: 27,
      improvement: 'Den som söker får besked en vecka tidigare och förstår beslutet.',
    },
    indicator: {
      name: 'Mediantid från ansökan till beslut',
      indicatorKind: 'process',
      measureUnit: 'dagar',
      direction: 'down',
      source: 'Verksamhetssystemet',
      frequency: 'Varje månad',
    },
    reaches: 'credibilityReviewed',
  },
];
