import type { DemoCommitment } from '../demo-types.ts';
import { allChecks } from './all-checks.ts';

/** Commitments 12–16 of `domain.md` (v). */
export const socialCareCommitments: readonly DemoCommitment[] = [
  {
    key: 'c12',
    unit: 'barnUnga',
    goal: 'N4',
    author: 'peter',
    fields: {
      order: 12,
      text: 'Vi bedömer barnets behov av skydd samma dag som en orosanmälan kommer in.',
      targetGroup: 'Barn och unga som det finns oro för',
      targetGroupNeed: 'Ett barn i akut fara kan inte vänta till nästa dag. Lagen kräver en omedelbar skyddsbedömning.',
      workingMethod:
        'Mottagningsgruppen har en ansvarig per dag som läser alla anmälningar före klockan 16. Sena anmälningar går till socialjouren med en tydlig överlämning. Bedömningen skrivs i en gemensam mall och godkänns av gruppledaren.',
      followUpMethod: 'Stickprov på tjugo ärenden per tertial. Varje ärende som missats gås igenom i ledningsgruppen.',
      followUpFrequency: 'tertial',
      feedbackSystem: 'Den som har anmält i sitt yrke får återkoppling om utredning har inletts, när det är lämpligt.',
      developmentPlan:
        'Stickproven visar att anmälningar som kommer på papper efter 15 ibland blir liggande. Receptionen ringer mottagningen direkt, och posten skannas två gånger om dagen.',
      userParticipation: 'Ungdomar med erfarenhet av socialtjänsten har gett råd om det första samtalet.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Alla i mottagningen tränas på mallen med fingerade fall', 'Åtta av åtta'],
      ['collaboration', 'Skriftlig rutin för överlämning till socialjouren', 'Beslutad före mars'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Skyddsbedömning är gjord samma dag i 100 procent av ärendena.',
      target: 100,
      baseline: 96,
      improvement: 'Inget barn väntar på en bedömning.',
    },
    indicator: {
      name: 'Skyddsbedömning samma dag',
      indicatorKind: 'process',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Stickprov 20 ärenden',
      frequency: 'Varje tertial',
    },
    reaches: 'adopted',
  },
  {
    key: 'c13',
    unit: 'barnUnga',
    goal: 'N4',
    author: 'peter',
    fields: {
      order: 13,
      text: 'Utredningen är klar inom fyra månader.',
      targetGroup: 'Barn, unga och familjer under utredning',
      targetGroupNeed:
        'Ovissheten tär på familjen. Elva procent av utredningarna blir inte klara i tid, oftast när handläggaren byts.',
      workingMethod:
        'Varje utredning får en tidsplan vid start med avstämning efter sex och tolv veckor. Två handläggare känner till ärendet. Vid frånvaro tar gruppledaren över inom en vecka.',
      followUpMethod: 'Veckolista med alla utredningar äldre än tre månader. Resultatet redovisas varje tertial.',
      followUpFrequency: 'weekly',
      feedbackSystem: 'Familjen får veta tidsplanen vid första mötet och vem de ringer om den inte hålls.',
      developmentPlan:
        'Handläggarbyten är den vanligaste orsaken. Vi inför en överlämningsmall och medhandläggare i alla utredningar.',
      userParticipation: 'Föräldrar som har avslutat en utredning intervjuas varje halvår.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Mentor till nya handläggare det första året', 'Andel med mentor'],
      ['economy', 'Medhandläggare ryms inom nuvarande bemanning', 'Ärenden per handläggare'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '95 procent av utredningarna avslutas inom fyra månader.',
      target: 95,
      baseline: 89,
      improvement: 'Färre familjer väntar i ovisshet.',
    },
    indicator: {
      name: 'Utredningar avslutade inom fyra månader',
      indicatorKind: 'process',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Veckolistan ur verksamhetssystemet',
      frequency: 'Varje vecka',
    },
    reaches: 'adopted',
  },
  {
    key: 'c14',
    unit: 'vuxen',
    goal: 'N4',
    author: 'patrik',
    fields: {
      order: 14,
      text: 'Den som söker hjälp får en tid inom fem arbetsdagar.',
      targetGroup: 'Vuxna som söker hjälp för beroende, våld eller hemlöshet',
      targetGroupNeed:
        'Viljan att ta emot hjälp är ofta störst just när man ringer. I dag får 81 procent en tid inom fem arbetsdagar.',
      workingMethod:
        'Två tider om dagen hålls öppna för nya. Den som ringer får en tid i samma samtal. Den som uteblir rings upp samma dag.',
      followUpMethod: 'Kölistan följs varje vecka av mottagningen och redovisas varje månad.',
      followUpFrequency: 'weekly',
      feedbackSystem: 'Kort fråga efter första besöket: fick du tid när du behövde det?',
      developmentPlan: 'Måndagar är fulla medan fredagar har luft. Vi flyttar en öppen tid och mäter i åtta veckor.',
      userParticipation: 'Brukarorganisationen har läst kallelsen och gjort den kortare.',
      qualityChecks: ['towardsUsersAndBoard', 'fromTheMission', 'clear', 'possibleToFollowUp'],
    },
    resources: [
      ['economy', 'Öppna tider ryms när gruppbesök samlas till två dagar', 'Tider per vecka'],
      ['premises', 'Ett samtalsrum görs om för första besök', 'Klart före april'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '90 procent får en tid inom fem arbetsdagar.',
      target: 90,
      baseline: 81,
      improvement: 'Färre hinner ångra sig innan de fått hjälp.',
    },
    indicator: {
      name: 'Tid inom fem arbetsdagar',
      indicatorKind: 'process',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Kölistan',
      frequency: 'Varje vecka',
    },
    reaches: 'draft',
  },
  {
    key: 'c15',
    unit: 'bistand',
    goal: 'N4',
    author: 'mikael',
    fields: {
      order: 15,
      text: 'Handläggningstiden är kort, och du vet hur lång den är.',
      targetGroup: 'Hushåll som söker ekonomiskt bistånd',
      targetGroupNeed:
        'Den som inte har pengar till hyran behöver snabbt besked. Många ringer bara för att fråga hur länge det dröjer.',
      workingMethod:
        'Ansökan läses samma dag. Saknas något får den sökande besked direkt om vad. En väntetid visas på webben och i svaret. Enkla återansökningar beslutas inom tre dagar.',
      followUpMethod: 'Handläggningstid för nyansökan vid T1 och T2, och varje månad i ledningsgruppen.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Klagomål på väntetid skrivs in och besvaras av gruppledaren inom fem arbetsdagar.',
      developmentPlan:
        'Kompletteringar förlänger tiden mest. Vi gör en checklista med bilder och prövar att ringa i stället för att skriva.',
      userParticipation: 'Tio sökande har testat checklistan tillsammans med medborgarkontoret.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Alla handläggare kan den nya e-tjänsten', '16 av 16'],
      ['collaboration', 'Medborgarkontoret hjälper till att söka digitalt', 'Antal som fått hjälp'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '90 procent av nyansökningarna beslutas inom tio dagar.',
      target: 90,
      baseline: 78,
      improvement: 'Fler får besked innan hyran ska betalas.',
    },
    indicator: {
      name: 'Nyansökan beslutad inom tio dagar',
      indicatorKind: 'process',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Verksamhetssystemet',
      frequency: 'Varje månad',
    },
    reaches: 'submitted',
    comments: [
      {
        by: 'rosita',
        kind: 'suggestion',
        field: 'followUpMethod',
        text: 'Mät också hur många kompletteringar vi begär per ansökan. Det är där vi kan påverka.',
      },
    ],
  },
  {
    key: 'c16',
    unit: 'vinkeln',
    goal: 'N5',
    author: 'lena',
    fields: {
      order: 16,
      text: 'Varje person har ett eget stödschema i bild och text.',
      targetGroup: 'De sex personer som bor på Vinkeln',
      targetGroupNeed:
        'Den som inte läser behöver kunna se vad som händer i dag och vem som arbetar, och kunna ändra sig.',
      workingMethod:
        'Kontaktpersonen gör schemat tillsammans med den boende varje söndag. Bilder på personal och aktiviteter sitter på dörren eller finns i surfplattan, som den boende själv vill. Val som ändras skrivs in direkt.',
      followUpMethod: 'Granskning varje halvår: finns schemat, är det aktuellt och har den boende gjort det själv?',
      followUpFrequency: 'halfYear',
      feedbackSystem: 'Husmöte varannan vecka med bildstöd. Gode män och anhöriga kan lämna synpunkter när som helst.',
      developmentPlan:
        'Två personer använder inte sitt schema på kvällen. Vi prövar ljudstöd och kortare dagdelar tillsammans med dem.',
      userParticipation: 'De boende väljer form, bilder och var schemat ska sitta.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Utbildning i alternativ kommunikation för hela gruppen', '12 av 12'],
      ['material', 'Surfplattor med bildprogram till de som vill', 'Fyra surfplattor'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Sex av sex personer har ett eget, aktuellt stödschema.',
      target: 6,
      baseline: 4,
      improvement: 'Alla kan se och ändra sin dag.',
    },
    indicator: {
      name: 'Personer med aktuellt stödschema',
      indicatorKind: 'user',
      measureUnit: 'personer',
      direction: 'up',
      source: 'Halvårsgranskning',
      frequency: 'Varje halvår',
    },
    reaches: 'adopted',
  },
];
