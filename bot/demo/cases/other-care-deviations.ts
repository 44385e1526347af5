import type { DemoCase } from '../demo-types.ts';

/** Deviations in home care, day care and contracted care. */
export const otherCareDeviations: readonly DemoCase[] = [
  {
    key: 'uteblivenKvall',
    kind: 'deviation',
    unit: 'hemtjanst',
    by: 'elif',
    daysAgo: 40,
    time: '19:00',
    activity: ['hemtjanst', 'schema'],
    fields: {
      whatHappened:
        'Kvällsbesöket blev inte av. Vi var två för få, och besöket föll bort när listan gjordes om. Kunden ringde själv klockan 21.',
      whenText: 'på kvällen vid 19',
      category: 'missedService',
      concerns: 'individual',
      immediateAction: 'Nattpatrullen åkte dit klockan 21.30 och hjälpte till med mat och läkemedel.',
      consequenceText: 'Kunden var hungrig och orolig. Läkemedlet togs två timmar för sent.',
      reporterSeverity: 2,
    },
    steps: [
      { by: 'daniel', days: 1, to: 'acknowledged' },
      { by: 'daniel', days: 2, to: 'assessed', fields: { severity: 2, likelihood: 3, category: 'missedService' } },
      {
        by: 'daniel',
        days: 3,
        to: 'actionPlanned',
        fields: {
          plannedAction:
            'Prioriteringslistan används vid all omplanering, och planeraren kvitterar varje borttaget besök.',
        },
      },
      { by: 'daniel', days: 2, to: 'inProgress' },
      { by: 'daniel', days: 14, to: 'effectReview' },
      {
        by: 'daniel',
        days: 14,
        to: 'closed',
        fields: {
          effectResult: 'reached',
          learned: 'Ett besök får aldrig försvinna ur listan utan att någon säger vem som tar det.',
          messageToReporter: 'Planeraren kvitterar nu varje besök som flyttas. Tack för att du skrev.',
        },
      },
    ],
  },
  {
    key: 'delegering',
    kind: 'deviation',
    unit: 'hemtjanst',
    by: 'viktor',
    daysAgo: 18,
    time: '08:00',
    activity: ['lakemedel', 'delegering'],
    fields: {
      whatHappened:
        'En vikaries delegering hade gått ut i förra veckan, men hen stod kvar på listan och delade ut läkemedel i tre dagar.',
      whenText: 'upptäcktes på morgonen',
      category: 'medication',
      concerns: 'group',
      immediateAction: 'Sjuksköterska gick igenom de dagar det gällde. Alla doser var rätt givna.',
      reporterSeverity: 2,
    },
    steps: [
      { by: 'daniel', days: 1, to: 'acknowledged' },
      { by: 'daniel', days: 2, to: 'assessed', fields: { severity: 2, likelihood: 2, category: 'medication' } },
      {
        by: 'daniel',
        days: 4,
        to: 'actionPlanned',
        fields: { plannedAction: 'Planeringssystemet spärrar läkemedelsbesök för den som saknar giltig delegering.' },
      },
    ],
  },
  {
    key: 'nyckel',
    kind: 'deviation',
    unit: 'hemtjanst',
    by: 'elif',
    daysAgo: 2,
    time: '20:00',
    activity: ['hemtjanst', 'besok'],
    fields: {
      whatHappened:
        'Nyckeln till en kund saknades i skåpet när kvällspasset började. Den låg kvar i en jacka från morgonen.',
      whenText: 'i förrgår kväll',
      place: 'Nyckelskåpet',
      category: 'equipmentPremises',
      concerns: 'operation',
      immediateAction: 'Morgonpersonalen kom tillbaka med nyckeln. Besöket blev 40 minuter sent, och vi ringde kunden.',
      reporterSeverity: 1,
    },
  },
  {
    key: 'overrapport',
    kind: 'deviation',
    unit: 'solrosen',
    by: 'brittMarie',
    daysAgo: 30,
    time: '10:00',
    fields: {
      whatHappened: 'Taxin kom en timme för sent med två gäster, så de missade sångstunden.',
      whenText: 'på förmiddagen',
      category: 'other',
      concerns: 'group',
      reporterSeverity: 1,
    },
    steps: [
      {
        by: 'birgitta',
        days: 2,
        to: 'rejected',
        reason:
          'Förseningen ligger hos färdtjänsten. Jag har lämnat den som synpunkt till dem och följer upp svaret. Fortsätt gärna att berätta.',
      },
    ],
  },
  {
    key: 'allergi',
    kind: 'deviation',
    unit: 'bjorkbacka',
    by: 'zeinab',
    daysAgo: 12,
    time: '12:10',
    fields: {
      whatHappened: 'En boende med nötallergi fick en efterrätt med nötter på brickan. Det upptäcktes innan hen åt.',
      whenText: 'vid lunchen',
      category: 'nutrition',
      concerns: 'individual',
      immediateAction: 'Brickan byttes, och köket kontaktades direkt.',
      reporterSeverity: 1,
    },
    steps: [{ by: 'kerstin', days: 1, to: 'acknowledged' }],
  },
];
