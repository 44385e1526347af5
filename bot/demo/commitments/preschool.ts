import type { DemoCommitment } from '../demo-types.ts';
import { allChecks } from './all-checks.ts';

/** Commitments 1–4 of `domain.md` (v). */
export const preschoolCommitments: readonly DemoCommitment[] = [
  {
    key: 'c1',
    unit: 'blasippan',
    goal: 'N1',
    author: 'maria',
    fields: {
      order: 1,
      text: 'Varje barn möts av en vuxen vid lämning och får en lugn start på dagen.',
      targetGroup: 'Barn 1–5 år och deras vårdnadshavare',
      targetGroupNeed:
        'Barnen behöver en trygg övergång från hemmet. I förra årets enkät sa 88 procent av vårdnadshavarna att barnet är tryggt. De som var missnöjda beskrev stökiga lämningar mellan klockan 7.30 och 8.30.',
      workingMethod:
        'En namngiven pedagog per avdelning står vid dörren 7.00–9.00, hälsar på varje barn och tar emot det som vårdnadshavaren vill berätta. En annan pedagog startar lugna lekstationer. Barn som har svårt att skiljas har en egen rutin som vi skriver ned tillsammans med hemmet.',
      followUpMethod:
        'Stadens brukarundersökning varje år, frågan om trygghet. Observation av tio lämningar per avdelning varje termin med gemensamt protokoll. Resultatet tas upp på APT och i förskolerådet.',
      followUpFrequency: 'halfYear',
      feedbackSystem:
        'Synpunkter vid lämning och hämtning skrivs in samma dag. Vårdnadshavare får svar inom tio arbetsdagar, och vi visar i veckobrevet vad vi har ändrat.',
      developmentPlan:
        'Observationerna i våras visade att starten blir orolig när en pedagog är ensam de första tjugo minuterna. Vi flyttar arbetspass så att två alltid är på plats 7.20 och prövar en bildrutin i hallen.',
      userParticipation:
        'Barnen väljer startaktivitet med bilder. Förskolerådet har gett synpunkter på protokollet för lämning.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Alla i arbetslaget går den interna utbildningen om anknytning', 'Andel som gått, mål 100 %'],
      ['premises', 'Hallarna görs om med sittplats för vuxna och fasta lekstationer', 'Tre hallar klara före mars'],
      ['economy', 'Schemaändringen ryms inom ordinarie bemanning', 'Timmar med vikarie per månad'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '92 procent av vårdnadshavarna är nöjda i frågan om barnets trygghet.',
      target: 92,
      baseline: 88,
      improvement: 'Fler barn kommer till ro direkt, och fler vårdnadshavare går därifrån lugna.',
    },
    indicator: {
      name: 'Nöjda vårdnadshavare, barnets trygghet',
      indicatorKind: 'user',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Stadens brukarundersökning förskola',
      frequency: 'En gång om året, mars',
    },
    reaches: 'adopted',
  },
  {
    key: 'c2',
    unit: 'blasippan',
    goal: 'N1',
    author: 'sara',
    fields: {
      order: 2,
      text: 'Vi arbetar språkutvecklande varje dag, så att alla barn får ett rikt språk.',
      targetGroup: 'Barn 1–5 år, särskilt barn som möter svenskan först i förskolan',
      targetGroupNeed:
        'Fyra av tio barn har ett annat modersmål än svenska. De behöver höra och använda språket i meningsfulla sammanhang flera gånger om dagen.',
      workingMethod:
        'Alla avdelningar har högläsning i liten grupp varje dag. Vi väljer böcker efter barnens frågor, läser samma bok flera gånger och låter barnen återberätta med bilder och figurer. Ord från boken finns med vid måltider och i utelek.',
      followUpMethod:
        'Självvärdering i arbetslaget efter andra tertialet. Varje avdelning för en enkel lista över lästa böcker och dokumenterar två återberättelser per barn och termin.',
      followUpFrequency: 'tertial',
      feedbackSystem:
        'Vårdnadshavare berättar i utvecklingssamtalet hur barnet använder språket hemma. Svaren sammanställs utan namn.',
      developmentPlan:
        'Förra årets självvärdering visade att högläsningen faller bort när vi är få. Vi lägger den före lunch och skaffar böcker på de fem vanligaste språken tillsammans med biblioteket.',
      userParticipation: 'Barnen röstar om nästa bok. Vårdnadshavare kan låna hem boken på sitt språk.',
      qualityChecks: ['towardsUsersAndBoard', 'fromTheMission', 'clear'],
    },
    resources: [
      ['collaboration', 'Biblioteket lånar ut bokpaket på fem språk', 'Antal paket per termin'],
      ['competence', 'Två språkombud leder kollegialt lärande en gång i månaden', 'Antal träffar'],
    ],
    result: {
      resultKind: 'targetPicture',
      text: 'Alla avdelningar har daglig högläsning och barnen återberättar med egna ord.',
      improvement: 'Fler barn deltar i samtal om boken, också de som är nya i svenskan.',
    },
    indicator: {
      name: 'Avdelningar med daglig högläsning',
      indicatorKind: 'process',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Avdelningarnas läslista',
      frequency: 'Varje tertial',
    },
    reaches: 'draft',
  },
  {
    key: 'c3',
    unit: 'tallkotten',
    goal: 'N1',
    author: 'ingrid',
    fields: {
      order: 3,
      text: 'Vi har koll på alla barn, ute och inne, hela dagen.',
      targetGroup: 'Alla barn på Tallkotten och Stigen',
      targetGroupNeed:
        'Barn behöver kunna utforska utan att komma bort. Vårdnadshavare behöver lita på att någon alltid vet var barnet är.',
      workingMethod:
        'Vi räknar barnen vid varje övergång: ut, in, före och efter utflykt. Varje grupp har en ansvarig med lista. Gården är delad i zoner med en vuxen i varje. Inför utflykt görs en riskbedömning som avdelningens ansvariga godkänner.',
      followUpMethod:
        'Avvikelser om barn som saknats gås igenom varje vecka. Egenkontroll av utevistelsen en gång i månaden. Resultatet redovisas på APT och för skyddsombudet.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Synpunkter om säkerhet besvaras samma dag av biträdande rektor.',
      developmentPlan:
        'Två tillbud i fjol hände vid byte mellan inne- och uteaktivitet. Vi inför en muntlig överlämning: antal barn, vem som ansvarar och vem som saknas.',
      userParticipation: 'De äldre barnen är med och sätter upp gränsmärken på gården och övar på att stanna vid dem.',
      qualityChecks: allChecks,
    },
    resources: [
      ['material', 'Reflexvästar med förskolans telefonnummer till alla barn', 'Västar för 100 % av barnen'],
      ['premises', 'Grindarna får självstängande lås', 'Sex grindar åtgärdade'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Ingen händelse där ett barn saknas.',
      target: 0,
      baseline: 2,
      improvement: 'Barnen räknas vid alla övergångar, och alla vet vem som ansvarar.',
    },
    indicator: {
      name: 'Händelser där barn saknats',
      indicatorKind: 'quality',
      measureUnit: 'antal per år',
      direction: 'down',
      source: 'Avvikelser, kategori Barnsäkerhet',
      frequency: 'Varje månad',
    },
    reaches: 'adopted',
  },
  {
    key: 'c4',
    unit: 'tallkotten',
    goal: 'N1',
    author: 'ingrid',
    fields: {
      order: 4,
      text: 'Vårdnadshavare är delaktiga i planeringen av förskolans dagar.',
      targetGroup: 'Vårdnadshavare till barn på Tallkotten, Stigen och öppna förskolan',
      targetGroupNeed:
        'Tre av fyra känner att de kan påverka. Den som arbetar skift eller inte talar svenska har svårare att komma till tals.',
      workingMethod:
        'Samråd två gånger per termin, på kvällen och på förmiddagen. Planeringen för nästa månad visas med bilder i hallen och i appen, med plats för förslag. Vi berättar vad vi gjorde med varje förslag.',
      followUpMethod:
        'Stadens enkät varje år och samrådsprotokollen. Vi räknar hur många som lämnar förslag och hur många förslag som prövas.',
      followUpFrequency: 'halfYear',
      feedbackSystem: 'Förslag tas emot i hallen, i appen och vid samråd, och får svar inom två veckor.',
      developmentPlan:
        'Enkäten visade att veckobrevet är svårt att förstå för många. Vi skriver kortare, med bilder, och prövar tolk vid ett samråd.',
      userParticipation: 'Två vårdnadshavare är med och tar fram frågorna till samrådet.',
      qualityChecks: allChecks,
    },
    resources: [
      ['economy', 'Tolk vid ett samråd per termin', 'Högst 6 000 kr'],
      ['competence', 'Pedagogerna tränar klarspråk tillsammans med HR och kommunikation', 'Två träffar'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '80 procent av vårdnadshavarna svarar att de kan påverka.',
      target: 80,
      baseline: 74,
      improvement: 'Fler grupper av vårdnadshavare kommer till tals.',
    },
    indicator: {
      name: 'Vårdnadshavare som kan påverka',
      indicatorKind: 'user',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Stadens brukarundersökning förskola',
      frequency: 'En gång om året, mars',
    },
    reaches: 'submitted',
    comments: [
      {
        by: 'hanna',
        kind: 'comment',
        text: 'Bra att samrådet ligger på två olika tider. På Stigen kom bara kvällsföräldrarna i fjol.',
      },
      {
        by: 'farid',
        kind: 'suggestion',
        field: 'workingMethod',
        text: 'Lägg till att öppna förskolan har ett eget samråd, annars når vi inte dem som inte har plats än.',
      },
    ],
  },
];
