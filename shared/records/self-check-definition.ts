import { defineRecordKind } from './record-kind.ts';
import { performerRoles, questionFields, selfCheckAreas, selfCheckLegalBases } from './self-check-choices.ts';

const running = ['active'] as const;

/**
 * Egenkontroll (R78, L3: with the frequency and extent that are needed): what is asked, how often, by whom and where.
 *
 *   draft ▶ active ▶ retired
 *             ▲────────┘
 * With a unit it is that unit's own; without one it is the board's, for the units named in `units`. Its occurrences are
 * made ahead (`self-check-occurrence.ts`); those that are already open keep the questions as they were asked.
 */
export const selfCheckDefinition = defineRecordKind({
  name: 'selfCheckDefinition',
  group: 'control',
  label: { sv: 'Egenkontroll, definition', en: 'Self-check definition' },
  plural: { sv: 'Definitioner av egenkontroller', en: 'Self-check definitions' },
  list: { site: 'board', displayName: 'Egenkontroller' },
  titleFields: ['name'],
  states: {
    draft: { sv: 'Utkast', en: 'Draft' },
    active: { sv: 'Gäller', en: 'In force' },
    retired: { sv: 'Upphörd', en: 'Ended' },
  },
  initialStates: ['draft'],
  closedStates: ['retired'],
  transitions: [
    {
      from: 'draft',
      to: 'active',
      label: { sv: 'Sätt igång', en: 'Start' },
      operation: 'write',
      by: ['unitManager', 'qualityCoordinator'],
    },
    {
      from: 'active',
      to: 'retired',
      label: { sv: 'Avsluta egenkontrollen', en: 'End the self-check' },
      operation: 'write',
      by: ['unitManager', 'qualityCoordinator'],
      needsReason: true,
    },
    {
      from: 'retired',
      to: 'active',
      label: { sv: 'Sätt igång igen', en: 'Start again' },
      operation: 'write',
      by: ['unitManager', 'qualityCoordinator'],
      needsReason: true,
    },
  ],
  fields: {
    name: { type: 'text', label: { sv: 'Namn', en: 'Name' }, required: 'always' },
    area: {
      type: 'choice',
      choices: selfCheckAreas,
      label: { sv: 'Område', en: 'Area' },
      required: 'always',
      indexed: true,
    },
    purpose: { type: 'longText', maxLength: 2000, label: { sv: 'Varför och hur', en: 'Why and how' } },
    legalBase: { type: 'choices', choices: selfCheckLegalBases, label: { sv: 'Lagrum', en: 'Legal base' } },
    units: {
      type: 'references',
      to: 'organisationalUnit',
      label: { sv: 'Görs på', en: 'Carried out at' },
      help: { sv: 'Enheter som gör egenkontrollen.', en: 'Units that carry out the self-check.' },
    },
    /** What the self-check looks after (R78); counted at the process and its activity. */
    processId: { type: 'reference', to: 'process', label: { sv: 'Process', en: 'Process' }, indexed: true },
    activityId: {
      type: 'reference',
      to: 'processActivity',
      partOf: { field: 'processId', by: 'process' },
      label: { sv: 'Aktivitet i processen', en: 'Activity in the process' },
      indexed: true,
    },
    questions: {
      type: 'rows',
      fields: questionFields,
      label: { sv: 'Frågor', en: 'Questions' },
      required: running,
    },
    frequency: {
      type: 'choice',
      label: { sv: 'Hur ofta', en: 'How often' },
      required: 'always',
      mergeGroup: 'schedule',
      choices: {
        weekly: { sv: 'Varje vecka', en: 'Weekly' },
        monthly: { sv: 'Varje månad', en: 'Monthly' },
        quarterly: { sv: 'Varje kvartal', en: 'Quarterly' },
        tertial: { sv: 'Varje tertial', en: 'Every four months' },
        halfYear: { sv: 'Varje halvår', en: 'Every half year' },
        year: { sv: 'Varje år', en: 'Yearly' },
        custom: { sv: 'Egen regel', en: 'A rule of its own' },
      },
    },
    rule: {
      type: 'text',
      label: { sv: 'Egen regel (RRULE)', en: 'Rule of its own (RRULE)' },
      help: {
        sv: 'Till exempel FREQ=MONTHLY;BYDAY=1MO: första måndagen i månaden.',
        en: 'For example FREQ=MONTHLY;BYDAY=1MO: the first Monday of the month.',
      },
      mergeGroup: 'schedule',
    },
    startsOn: {
      type: 'date',
      label: { sv: 'Första gången', en: 'First time' },
      help: { sv: 'Dagen då den första öppnar. Nästa räknas härifrån.', en: 'The day the first one opens.' },
      required: 'always',
      mergeGroup: 'schedule',
    },
    endsOn: { type: 'date', label: { sv: 'Till och med', en: 'Until' }, mergeGroup: 'schedule' },
    deadlineDays: {
      type: 'number',
      whole: true,
      minimum: 0,
      maximum: 180,
      label: { sv: 'Klar inom (dagar)', en: 'Done within (days)' },
      help: {
        sv: 'Räknat från att den öppnar. Infaller dagen på en helg flyttas den.',
        en: 'Counted from the day it opens. A day off moves it.',
      },
      required: 'always',
      mergeGroup: 'schedule',
    },
    onDayOff: {
      type: 'choice',
      label: { sv: 'Om sista dagen är ledig', en: 'If the last day is a day off' },
      mergeGroup: 'schedule',
      choices: {
        nextWorkingDay: { sv: 'Nästa arbetsdag', en: 'The next working day' },
        previousWorkingDay: { sv: 'Arbetsdagen före', en: 'The working day before' },
        keep: { sv: 'Samma dag ändå', en: 'The same day all the same' },
      },
    },
    performerRole: {
      type: 'choice',
      choices: performerRoles,
      label: { sv: 'Görs av', en: 'Carried out by' },
      required: 'always',
    },
    sample: {
      type: 'longText',
      maxLength: 1000,
      label: { sv: 'Urval', en: 'Sample' },
      help: { sv: 'Till exempel: stickprov på 20 signeringslistor.', en: 'For example: 20 signing lists at random.' },
    },
    sampleSize: {
      type: 'number',
      whole: true,
      minimum: 1,
      maximum: 10_000,
      label: { sv: 'Antal i urvalet', en: 'Size of the sample' },
    },
  },
});
