import type { DemoCommitment } from '../demo-types.ts';
import { allChecks } from './all-checks.ts';

/** Commitments 8 and 9 of `domain.md` (v). */
export const homeCareCommitments: readonly DemoCommitment[] = [
  {
    key: 'c8',
    unit: 'hemtjanst',
    goal: 'N2',
    author: 'daniel',
    fields: {
      order: 8,
      text: 'Du vet vem som kommer hem till dig.',
      targetGroup: 'Personer med hemtjänst från Hemtjänst Sjövik',
      targetGroupNeed:
        'En person möter i dag i genomsnitt femton olika medarbetare på två veckor. Många säger att det är svårt att släppa in någon ny, särskilt vid hjälp med dusch.',
      workingMethod:
        'Alla har en fast omsorgskontakt och en liten grupp på högst sex personer. Schemat läggs efter gruppen innan vikarier bokas. Vid byte ringer vi och säger vem som kommer. Foto på gruppen finns i pärmen hemma.',
      followUpMethod:
        'Planeringssystemet visar antal medarbetare per person och fjortondagarsperiod. Gruppledarna går igenom listan varannan vecka, enhetschefen varje månad.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Den fasta omsorgskontakten frågar varje månad. Klagomål besvaras inom tio arbetsdagar.',
      developmentPlan:
        'Helgerna drar upp snittet. Vi prövar att para ihop två grupper som täcker för varandra och att förlägga utbildning till lugnare dagar.',
      userParticipation: 'Tolv personer har berättat i intervju vad som gör att de känner igen sig.',
      qualityChecks: allChecks,
    },
    resources: [
      ['economy', 'Fyra timanställda får fast tjänst', 'Kostnadsneutralt mot färre vikarietimmar'],
      ['competence', 'Gruppledarna utbildas i planeringssystemet', 'Åtta gruppledare'],
      ['energy', 'Gruppernas områden samlas så att resorna blir kortare', 'Kilometer per besök'],
    ],
    result: {
      resultKind: 'targetValue',
      text: 'Högst 12 olika medarbetare på 14 dagar.',
      target: 12,
      baseline: 15,
      improvement: 'Fler känner den som kommer.',
    },
    indicator: {
      name: 'Medarbetare per person på 14 dagar',
      indicatorKind: 'quality',
      measureUnit: 'antal',
      direction: 'down',
      source: 'Planeringssystemet',
      frequency: 'Varje månad',
    },
    reaches: 'adopted',
  },
  {
    key: 'c9',
    unit: 'hemtjanst',
    goal: 'N2',
    author: 'daniel',
    fields: {
      order: 9,
      text: 'Besöken utförs som vi har kommit överens om.',
      targetGroup: 'Personer med hemtjänst från Hemtjänst Sjövik',
      targetGroupNeed:
        'Besök som blir kortare, senare eller uteblir skapar oro. Vid akut frånvaro prioriteras i dag på olika sätt i grupperna.',
      workingMethod:
        'Gemensam prioriteringslista vid frånvaro: läkemedel, mat och toalettbesök först. Planeraren ringer alltid om vi blir mer än 15 minuter sena. Avvikande tid förklaras i systemet samma dag.',
      followUpMethod:
        'Utförd tid mot planerad tid följs varje månad per grupp, och alla uteblivna besök gås igenom veckan efter.',
      followUpFrequency: 'monthly',
      feedbackSystem: 'Telefontid varje vardag 8–16. Samtal om sena besök skrivs in som synpunkt.',
      developmentPlan:
        'Kvällarna i slutet av månaden har lägst utförd tid. Vi lägger en resursperson på de kvällarna i tre månader och mäter.',
      userParticipation: 'Brukarrådet har varit med och bestämt vad som ska komma först när vi är få.',
      qualityChecks: allChecks,
    },
    resources: [
      ['economy', 'En resursperson kvällstid, tre månader', '118 000 kr'],
      ['collaboration', 'Nattpatrullen tar över de senaste kvällsbesöken vid behov', 'Antal övertagna besök'],
    ],
    result: {
      resultKind: 'targetValue',
      text: '97 procent utförd tid mot planerad.',
      target: 97,
      baseline: 94,
      improvement: 'Färre uteblivna besök och samtal i tid när vi blir sena.',
    },
    indicator: {
      name: 'Utförd tid mot planerad tid',
      indicatorKind: 'process',
      measureUnit: 'procent',
      direction: 'up',
      source: 'Planeringssystemet',
      frequency: 'Varje månad',
    },
    reaches: 'submitted',
    comments: [
      {
        by: 'elif',
        kind: 'suggestion',
        field: 'workingMethod',
        text: 'Skriv att planeraren ringer också när vi kommer tidigare än 15 minuter. Det oroar lika mycket.',
      },
      {
        by: 'viktor',
        kind: 'comment',
        text: 'Prioriteringslistan fungerade bra i januari. Sätt upp den i bilarna också.',
      },
    ],
  },
];
