import type { DemoCase } from '../demo-types.ts';

/** Deviations at Ekliden, in states from reported to closed. */
export const eklidenDeviations: readonly DemoCase[] = [
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
    activity: ['lakemedel', 'overlamna'],
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
];
