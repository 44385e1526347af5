import { defineRecordKind } from './record-kind.ts';
import { performerRoles, questionFields, selfCheckAreas, selfCheckLegalBases, yesOrNo } from './self-check-choices.ts';

/**
 * One time that a self-check is carried out at one unit (`domain.md` (ii), SelfCheckOccurrence and Workflows):
 *
 *   scheduled ▶ open ▶ submitted ▶ reviewed ▶ closed
 *       │        │▲────────┘ (given back, with reason)
 *       └────────┴▶ cancelled (the schedule changed, or with reason)
 * Overdue is worked out from `dueOn`, never a state. The questions are those of the definition on the day it opened,
 * so that a later change of the definition does not change what was answered. `answers`, `result` and `failed` are set
 * by `bot/self-checks`, which knows what an answer that fails leads to.
 */
export const selfCheckOccurrence = defineRecordKind({
  name: 'selfCheckOccurrence',
  group: 'control',
  label: { sv: 'Egenkontroll', en: 'Self-check' },
  plural: { sv: 'Egenkontroller', en: 'Self-checks' },
  list: { site: 'board', displayName: 'Egenkontroller, tillfällen' },
  refPrefix: 'EGK',
  titleFields: ['name'],
  states: {
    scheduled: { sv: 'Planerad', en: 'Scheduled' },
    open: { sv: 'Öppen', en: 'Open' },
    submitted: { sv: 'Inskickad', en: 'Submitted' },
    reviewed: { sv: 'Granskad', en: 'Reviewed' },
    closed: { sv: 'Avslutad', en: 'Closed' },
    cancelled: { sv: 'Inställd', en: 'Cancelled' },
  },
  initialStates: ['scheduled'],
  closedStates: ['submitted', 'reviewed', 'closed', 'cancelled'],
  transitions: [
    // By the app alone, on the day it opens.
    {
      from: 'scheduled',
      to: 'open',
      label: { sv: 'Öppna', en: 'Open' },
      operation: 'write',
      by: [],
      fields: ['answers'],
    },
    {
      from: 'scheduled',
      to: 'cancelled',
      label: { sv: 'Ställ in', en: 'Cancel' },
      operation: 'approve',
      by: ['unitManager'],
      needsReason: true,
    },
    {
      from: 'open',
      to: 'submitted',
      label: { sv: 'Skicka in', en: 'Submit' },
      operation: 'write',
      by: ['employee', 'unitManager', 'qualityCoordinator'],
      fields: ['comment', 'sampledUnits', 'sampledCount'],
    },
    {
      from: 'open',
      to: 'cancelled',
      label: { sv: 'Ställ in', en: 'Cancel' },
      operation: 'approve',
      by: ['unitManager'],
      needsReason: true,
    },
    {
      from: 'submitted',
      to: 'reviewed',
      label: { sv: 'Granska', en: 'Review' },
      operation: 'approve',
      by: ['unitManager'],
      fields: ['reviewComment'],
    },
    {
      from: 'submitted',
      to: 'open',
      label: { sv: 'Lämna tillbaka', en: 'Give back' },
      operation: 'approve',
      by: ['unitManager'],
      needsReason: true,
    },
    {
      from: 'reviewed',
      to: 'closed',
      label: { sv: 'Avsluta', en: 'Close' },
      operation: 'approve',
      by: ['unitManager'],
      fields: ['effect'],
    },
  ],
  fields: {
    name: { type: 'text', label: { sv: 'Namn', en: 'Name' }, required: 'always' },
    /** Absent for one that a manager has added beside the schedule. */
    definition: {
      type: 'reference',
      to: 'selfCheckDefinition',
      label: { sv: 'Definition', en: 'Definition' },
      indexed: true,
      setBySystem: true,
    },
    area: { type: 'choice', choices: selfCheckAreas, label: { sv: 'Område', en: 'Area' }, indexed: true },
    legalBase: { type: 'choices', choices: selfCheckLegalBases, label: { sv: 'Lagrum', en: 'Legal base' } },
    /** 2026-W48, 2026-11, 2026-Q4, 2026-T3, 2026-H2, 2026, or the day for a rule of its own. */
    period: {
      type: 'text',
      maxLength: 20,
      label: { sv: 'Period', en: 'Period' },
      required: 'always',
      indexed: true,
    },
    opensOn: { type: 'date', label: { sv: 'Öppnar', en: 'Opens' }, indexed: true },
    dueOn: { type: 'date', label: { sv: 'Klar senast', en: 'Due' }, required: 'always', indexed: true },
    performerRole: { type: 'choice', choices: performerRoles, label: { sv: 'Görs av', en: 'Carried out by' } },
    performer: { type: 'person', label: { sv: 'Utförare', en: 'Performer' } },
    sample: { type: 'longText', maxLength: 1000, label: { sv: 'Urval', en: 'Sample' } },
    sampledUnits: {
      type: 'longText',
      maxLength: 2000,
      label: { sv: 'Vad som granskades', en: 'What was examined' },
      help: {
        sv: 'Ärendenummer eller rum, inga namn.',
        en: 'Case numbers or rooms, no names.',
      },
      masked: true,
    },
    sampledCount: {
      type: 'number',
      whole: true,
      minimum: 0,
      maximum: 10_000,
      label: { sv: 'Antal granskade', en: 'Number examined' },
    },
    answers: {
      type: 'rows',
      label: { sv: 'Svar', en: 'Answers' },
      setBySystem: true,
      fields: {
        ...questionFields,
        yesNo: { type: 'choice', choices: yesOrNo, label: { sv: 'Svar', en: 'Answer' } },
        value: { type: 'number', label: { sv: 'Värde', en: 'Value' } },
        answerText: { type: 'longText', maxLength: 4000, label: { sv: 'Svar', en: 'Answer' }, masked: true },
        remark: { type: 'longText', maxLength: 2000, label: { sv: 'Anmärkning', en: 'Remark' }, masked: true },
        failed: { type: 'boolean', label: { sv: 'Underkänt', en: 'Failed' } },
        deviation: { type: 'reference', to: 'deviation', label: { sv: 'Avvikelse', en: 'Deviation' } },
        answeredBy: { type: 'person', label: { sv: 'Besvarad av', en: 'Answered by' } },
        answeredAt: { type: 'dateTime', label: { sv: 'Besvarad', en: 'Answered' } },
      },
    },
    result: {
      type: 'choice',
      label: { sv: 'Resultat', en: 'Result' },
      setBySystem: true,
      indexed: true,
      choices: {
        approved: { sv: 'Godkänd', en: 'Approved' },
        approvedWithRemarks: { sv: 'Godkänd med anmärkning', en: 'Approved with remarks' },
        notApproved: { sv: 'Inte godkänd', en: 'Not approved' },
      },
    },
    failed: { type: 'boolean', label: { sv: 'Något svar är underkänt', en: 'An answer failed' }, setBySystem: true },
    deviations: {
      type: 'references',
      to: 'deviation',
      label: { sv: 'Avvikelser', en: 'Deviations' },
      setBySystem: true,
    },
    comment: {
      type: 'longText',
      maxLength: 4000,
      label: { sv: 'Kommentar', en: 'Comment' },
      masked: true,
    },
    reviewComment: {
      type: 'longText',
      maxLength: 4000,
      label: { sv: 'Chefens kommentar', en: 'The manager’s comment' },
      masked: true,
    },
    effect: {
      type: 'longText',
      maxLength: 4000,
      label: { sv: 'Vad det ledde till', en: 'What it led to' },
      masked: true,
    },
  },
});
