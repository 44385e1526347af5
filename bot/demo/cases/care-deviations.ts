import type { DemoCase } from '../demo-types.ts';

/** Deviations in elderly care, in states from reported to closed. */
export const careDeviations: readonly DemoCase[] = [
  {
    key: 'fallBadrum',
    kind: 'deviation',
    unit: 'ekliden',
    by: 'amina',
    daysAgo: 96,
    time: '21:30',
    fields: {
      whatHappened:
        'En boende föll på väg till badrummet och slog i höften. Larmmattan var inte påslagen efter städningen. Ambulans tillkallades, och röntgen visade en spricka.',
      whenText: 'ca kl 21.30',
      place: 'Boendets rum, avdelning 2',
      category: 'fall',
      concerns: 'individual',
      immediateAction:
        'Sjuksköterska bedömde på plats. Vi stannade hos den boende tills ambulansen kom och ringde anhörig.',
      consequenceText: 'Tio dagar på sjukhus, därefter mer stöd vid förflyttning.',
      reporterSeverity: 3,
    },
    steps: [
      {
        by: 'annika',
        days: 1,
        to: 'acknowledged',
        fields: { messageToReporter: 'Tack för att du rapporterade så snabbt.' },
      },
      {
        by: 'annika',
        days: 2,
        to: 'assessed',
        fields: {
          severity: 3,
          likelihood: 2,
          category: 'fall',
          personDataIncident: false,
          assessmentNote: 'Skadan är betydande. Städrutinen och larmet behöver ses över.',
        },
      },
      { by: 'annika', days: 1, to: 'investigating' },
      {
        by: 'annika',
        days: 14,
        to: 'actionPlanned',
        fields: {
          causeAreas: ['routine', 'communication'],
          causeText: 'Städrutinen säger inte vem som slår på larmmattan igen, och den stod inte på kvällens lista.',
          plannedAction:
            'Larmmattan läggs in i kvällens checklista och i städrutinen. Fallombudet visar alla i gruppen.',
        },
      },
      { by: 'annika', days: 3, to: 'inProgress' },
      { by: 'annika', days: 14, to: 'effectReview' },
      {
        by: 'karin',
        days: 45,
        to: 'closed',
        fields: {
          effectResult: 'reached',
          learned: 'Det som stängs av för städning måste ha en ägare som slår på det igen.',
          messageToReporter:
            'Larmmattan finns nu i checklistan varje kväll. Ingen har fallit på väg till badrummet sedan dess.',
        },
      },
    ],
  },
  {
    key: 'dosPassbyte',
    kind: 'deviation',
    unit: 'ekliden',
    by: 'johan',
    daysAgo: 61,
    time: '15:00',
    fields: {
      whatHappened:
        'Eftermiddagsdosen gavs inte. Dagpersonalen trodde att kvällspersonalen skulle dela ut den, och kvällspersonalen trodde tvärtom.',
      whenText: 'vid passbytet på eftermiddagen',
      place: 'Avdelning 1',
      category: 'medication',
      concerns: 'individual',
      immediateAction: 'Sjuksköterska kontaktades och beslutade att dosen skulle ges senare på kvällen.',
      reporterSeverity: 2,
    },
    steps: [
      { by: 'annika', days: 1, to: 'acknowledged' },
      {
        by: 'annika',
        days: 3,
        to: 'assessed',
        fields: {
          severity: 2,
          likelihood: 3,
          category: 'medication',
          assessmentNote: 'Fjärde händelsen i år vid passbyte.',
        },
      },
      {
        by: 'annika',
        days: 5,
        to: 'actionPlanned',
        fields: {
          plannedAction: 'Signeringslistan stäms av av två personer vid varje passbyte, med start på avdelning 1.',
        },
      },
      { by: 'annika', days: 4, to: 'inProgress' },
      { by: 'annika', days: 20, to: 'effectReview' },
    ],
  },
  {
    key: 'trycksar',
    kind: 'deviation',
    unit: 'ekliden',
    by: 'amina',
    daysAgo: 24,
    time: '07:30',
    fields: {
      whatHappened:
        'Trycksår grad 2 upptäcktes på hälen vid morgonomvårdnaden. Vändschemat var inte ifyllt de senaste två nätterna.',
      whenText: 'vid morgonomvårdnaden',
      place: 'Avdelning 3',
      category: 'careQuality',
      concerns: 'individual',
      immediateAction: 'Hälen avlastades och såret lades om av sjuksköterska.',
      consequenceText: 'Såret gör ont och behöver läggas om i flera veckor.',
      reporterSeverity: 2,
    },
    steps: [
      { by: 'annika', days: 1, to: 'acknowledged' },
      { by: 'annika', days: 2, to: 'assessed', fields: { severity: 3, likelihood: 2, category: 'careQuality' } },
      { by: 'annika', days: 2, to: 'investigating' },
    ],
  },
  {
    key: 'larmNatt',
    kind: 'deviation',
    unit: 'ekliden',
    by: 'johan',
    daysAgo: 6,
    time: '23:00',
    fields: {
      whatHappened:
        'Trygghetslarmet på avdelning 2 fungerade inte under natten. Ingen signal gick fram till telefonerna.',
      whenText: 'hela natten',
      place: 'Avdelning 2',
      category: 'equipmentPremises',
      concerns: 'group',
      immediateAction: 'Tillsyn varje halvtimme. Leverantörens jour kontaktades klockan 23.15.',
      reporterSeverity: 2,
    },
    steps: [
      {
        by: 'annika',
        days: 1,
        to: 'acknowledged',
        fields: { messageToReporter: 'Bra att ni gick rundor. Jag följer upp med leverantören.' },
      },
    ],
  },
  {
    key: 'fallDagrum',
    kind: 'deviation',
    unit: 'ekliden',
    by: 'amina',
    daysAgo: 1,
    time: '18:15',
    fields: {
      whatHappened: 'En boende snubblade på en mattkant i dagrummet. Ingen skada syntes, men den boende blev rädd.',
      whenText: 'igår vid kvällsmaten',
      place: 'Dagrummet, avdelning 4',
      category: 'fall',
      concerns: 'individual',
      immediateAction: 'Mattan rullades ihop. Sjuksköterska tittade till den boende.',
      reporterSeverity: 1,
    },
  },
  {
    key: 'uteblivenKvall',
    kind: 'deviation',
    unit: 'hemtjanst',
    by: 'elif',
    daysAgo: 40,
    time: '19:00',
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
