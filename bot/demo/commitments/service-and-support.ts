import type { DemoCommitment } from '../demo-types.ts';
import { allChecks } from './all-checks.ts';

/** Commitments 17–20 of `domain.md` (v). */
export const serviceAndSupportCommitments: readonly DemoCommitment[] = [
  {
    key: 'c17',
    unit: 'medborgarservice',
    goal: 'N6',
    author: 'fredrik',
    fields: {
      order: 17,
      text: 'Ditt ärende blir löst vid första kontakten.',
      targetGroup: 'Invånare som besöker eller ringer medborgarkontoret',
      targetGroupNeed:
        'Invånare vill slippa bli skickade vidare. I dag löses 72 procent av ärendena vid första kontakten.',
      workingMethod:
        'Vi har en gemensam kunskapsbank och en daglig genomgång av nya frågor. Den som inte kan svara tar själv reda på det och ringer tillbaka samma dag. Varje enhet har en kontakt som svarar oss inom en timme.',
      followUpMethod: 'Kontaktloggen varje månad, och beröm och klagomål per ämne.',
      followUpFrequency: 'monthly',
      feedbackSystem:
        'Skärm vid utgången och en fråga i slutet av samtalet. Svarstiden på synpunkter följs varje månad.',
      developmentPlan:
        'De flesta vidarekopplingar gäller ekonomiskt bistånd och park. Vi gör gemensamma svar med de enheterna och mäter igen efter sommaren.',
      userParticipation: 'Funktionsrätt har gått igenom lokalen och skyltarna tillsammans med oss.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Medarbetarna följer med en dag hos tre enheter', 'Antal dagar'],
      ['premises', 'Ny skylt mot gatan och lägre disk', 'Klart före maj'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '80 procent av ärendena löses vid första kontakten.',
      target: 80,
      baseline: 72,
      improvement: 'Färre behöver ringa två gånger.',
    },
    indicator: {
      name: 'Löst vid första kontakten',
      indicatorKind: 'user',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Kontaktloggen',
      frequency: 'Varje månad',
    },
    reaches: 'adopted',
  },
  {
    key: 'c18',
    unit: 'internService',
    goal: 'N8',
    author: 'susanne',
    fields: {
      order: 18,
      text: 'Enheterna får hjälp inom två dagar.',
      targetGroup: 'Förvaltningens enheter',
      targetGroupNeed:
        'När en dörr, en dator eller en bil inte fungerar drabbas de vi är till för. Enheterna behöver veta när hjälpen kommer.',
      workingMethod:
        'Alla ärenden går genom en väg in. De prioriteras efter hur de påverkar brukarna. Den som har anmält får besked om tid samma dag.',
      followUpMethod: 'Ärendestatistik varje månad: tid till hjälp och andel som hör av sig igen.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'En fråga när ärendet stängs: fick du den hjälp du behövde?',
      developmentPlan: 'Småfel i lokaler tar längst tid. Vi prövar en fast runda hos varje enhet varannan vecka.',
      userParticipation: 'Enheternas ombud träffas varje kvartal och prioriterar.',
      qualityChecks: allChecks,
    },
    resources: [
      ['energy', 'Rundorna planeras så att elbilen räcker', 'Kilometer per ärende'],
      ['competence', 'Två medarbetare lär sig larm och lås', 'Två av två'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '90 procent av ärendena får hjälp inom två dagar.',
      target: 90,
      baseline: 76,
      improvement: 'Enheterna lägger mindre tid på att vänta och påminna.',
    },
    indicator: {
      name: 'Hjälp inom två dagar',
      indicatorKind: 'process',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Ärendesystemet',
      frequency: 'Varje månad',
    },
    reaches: 'returned',
    returnReason:
      'Skriv vad som räknas som hjälp: att någon har kommit, eller att felet är åtgärdat. Då går det att följa upp.',
  },
  {
    key: 'c19',
    unit: 'economy',
    goal: 'N7',
    author: 'eva',
    fields: {
      order: 19,
      text: 'Kvalitetskraven i alla nya upphandlingar går att följa upp.',
      targetGroup: 'Invånare i upphandlad verksamhet och de som ansvarar för avtalen',
      targetGroupNeed:
        'Avtalsansvariga behöver krav som går att mäta. Vid den senaste granskningen saknade en tredjedel av kraven mått.',
      workingMethod:
        'Varje upphandling får en kravlista där varje krav har ett mått och en plan för uppföljning. Verksamheten och ekonomi skriver den tillsammans. Listan prövas på två tidigare avtal innan den annonseras.',
      followUpMethod: 'Avtalsgranskning inför verksamhetsberättelsen: finns krav, mått och plan, och har de använts?',
      followUpFrequency: 'year',
      feedbackSystem: 'Leverantörerna lämnar synpunkter på kraven vid dialogmöten före annonsering.',
      developmentPlan:
        'Avtalsuppföljningen av Björkbacka visade två krav som inte gick att mäta. De skrivs om som mönster.',
      userParticipation: 'Anhörigföreningen har varit med och formulerat krav på boende.',
      qualityChecks: allChecks,
    },
    resources: [
      ['collaboration', 'Verksamheten avsätter en person per upphandling', 'Andel upphandlingar'],
      ['competence', 'Utbildning i mätbara krav', 'Åtta av åtta'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '100 procent av avtalen har krav, mått och plan för uppföljning.',
      target: 100,
      baseline: 67,
      improvement: 'Brister upptäcks tidigare och går att åtgärda.',
    },
    indicator: {
      name: 'Avtal med krav, mått och uppföljningsplan',
      indicatorKind: 'economy',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Avtalsgranskning',
      frequency: 'En gång om året',
    },
    reaches: 'credibilityReviewed',
  },
  {
    key: 'c20',
    unit: 'hr',
    goal: 'N8',
    author: 'jonas',
    fields: {
      order: 20,
      text: 'Chefer får stöd i att bemanna hållbart.',
      targetGroup: 'Första linjens chefer och deras medarbetare',
      targetGroupNeed:
        'Indexet för arbetsbelastning är 61 och sjukfrånvaron 7,9 procent. Chefer med fler än 30 medarbetare har svårast att hinna.',
      workingMethod:
        'Varje chef har en kontaktperson på HR och en genomgång av bemanningen varje månad. Vi lär ut schemaläggning efter brukarnas behov. Chefer med höga tal får ett fördjupat stöd i tre månader.',
      followUpMethod: 'Medarbetarenkäten varje år och sjukfrånvaron varje månad per enhet.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Cheferna betygsätter stödet varje tertial.',
      developmentPlan:
        'De enheter som fick fördjupat stöd i fjol sänkte sjukfrånvaron med 1,2 procentenheter. Vi utökar till sex enheter.',
      userParticipation: 'Chefer och skyddsombud har valt vilka delar stödet ska ha.',
      qualityChecks: allChecks,
    },
    resources: [
      ['competence', 'Två HR-medarbetare utbildas i bemanningsekonomi', 'Två av två'],
      ['economy', 'Fördjupat stöd till sex enheter inom nuvarande tjänster', 'Timmar per enhet'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Index för arbetsbelastning är 65 och sjukfrånvaron 7,2 procent.',
      target: 65,
      baseline: 61,
      improvement: 'Färre blir sjuka av arbetet, och cheferna hinner leda.',
    },
    indicator: {
      name: 'Index arbetsbelastning',
      indicatorKind: 'staff',
      measureUnit: 'index',
      direction: 'up',
      source: 'Medarbetarenkäten',
      frequency: 'En gång om året',
    },
    reaches: 'adopted',
  },
];
