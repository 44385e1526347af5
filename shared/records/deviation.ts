import { deviationCategories, likelihoods, severities } from './choices.ts';
import { deviationStates, deviationTransitions } from './deviation-states.ts';
import { defineRecordKind } from './record-kind.ts';

/**
 * Avvikelse (R79; `domain.md` (ii), Workflows):
 *
 *   (draft ▶) reported ▶ acknowledged ▶ assessed ▶ investigating ▶ actionPlanned ▶ inProgress ▶ effectReview ▶ closed
 *              │                          └── severity 1–2 ────────▲                                        │
 *              └▶ rejected (with reason)                    assessed, investigating ◀── reopened ◀───────────┘
 * A draft is kept apart, for its owner only (`DraftStore`), and becomes a record when it is reported.
 */
export const deviation = defineRecordKind({
  name: 'deviation',
  group: 'deviation',
  label: { sv: 'Avvikelse', en: 'Deviation' },
  plural: { sv: 'Avvikelser', en: 'Deviations' },
  list: { site: 'board', displayName: 'Avvikelser' },
  refPrefix: 'AVV',
  titleFields: ['category'],
  states: deviationStates,
  initialStates: ['reported'],
  closedStates: ['closed', 'rejected'],
  transitions: deviationTransitions,
  fields: {
    whatHappened: {
      type: 'longText',
      maxLength: 10_000,
      label: { sv: 'Vad hände?', en: 'What happened?' },
      help: {
        sv: 'Skriv vad som hände utan namn och personnummer.',
        en: 'Describe what happened without names or personal identity numbers.',
      },
      required: [
        'reported',
        'acknowledged',
        'assessed',
        'investigating',
        'actionPlanned',
        'inProgress',
        'effectReview',
        'closed',
      ],
      masked: true,
    },
    whenText: {
      type: 'text',
      label: { sv: 'När (som det skrevs)', en: 'When (as written)' },
      masked: true,
      mergeGroup: 'when',
    },
    occurredAt: { type: 'interval', label: { sv: 'När', en: 'When' }, mergeGroup: 'when' },
    place: { type: 'text', label: { sv: 'Var', en: 'Where' }, masked: true },
    category: {
      type: 'choice',
      choices: deviationCategories,
      label: { sv: 'Kategori', en: 'Category' },
      indexed: true,
      required: ['assessed', 'closed'],
    },
    concerns: {
      type: 'choice',
      label: { sv: 'Gäller', en: 'Concerns' },
      choices: {
        individual: { sv: 'En person', en: 'One person' },
        group: { sv: 'Flera personer', en: 'Several people' },
        operation: { sv: 'Verksamheten', en: 'The operation' },
        other: { sv: 'Annat', en: 'Other' },
      },
    },
    immediateAction: {
      type: 'longText',
      label: { sv: 'Vad gjorde ni direkt?', en: 'What did you do at once?' },
      masked: true,
    },
    consequenceText: { type: 'longText', label: { sv: 'Följden', en: 'The consequence' }, masked: true },
    reporterSeverity: {
      type: 'number',
      whole: true,
      minimum: 1,
      maximum: 4,
      scale: severities,
      label: { sv: 'Allvarlighetsgrad enligt den som rapporterade', en: 'Severity according to the reporter' },
    },
    severity: {
      type: 'number',
      whole: true,
      minimum: 1,
      maximum: 4,
      scale: severities,
      label: { sv: 'Allvarlighetsgrad', en: 'Severity' },
      indexed: true,
      required: ['assessed', 'investigating', 'actionPlanned', 'inProgress', 'effectReview', 'closed'],
      mergeGroup: 'assessment',
    },
    likelihood: {
      type: 'number',
      whole: true,
      minimum: 1,
      maximum: 4,
      scale: likelihoods,
      label: { sv: 'Sannolikhet att det händer igen', en: 'Likelihood that it happens again' },
      required: ['assessed', 'investigating', 'actionPlanned', 'inProgress', 'effectReview', 'closed'],
      mergeGroup: 'assessment',
    },
    assessmentNote: {
      type: 'longText',
      label: { sv: 'Bedömning', en: 'Assessment' },
      masked: true,
      mergeGroup: 'assessment',
    },
    personDataIncident: {
      type: 'boolean',
      label: { sv: 'Personuppgiftsincident', en: 'Personal data incident' },
      mergeGroup: 'assessment',
    },
    caseReference: {
      type: 'text',
      maxLength: 60,
      label: { sv: 'Ärendenummer i verksamhetssystemet', en: 'Case number in the source system' },
    },
    processId: {
      type: 'reference',
      to: 'process',
      label: { sv: 'Process', en: 'Process' },
      help: { sv: 'I vilken process hände det?', en: 'In which process did it happen?' },
      indexed: true,
    },
    activityId: {
      type: 'reference',
      to: 'processActivity',
      partOf: { field: 'processId', by: 'process' },
      label: { sv: 'Aktivitet i processen', en: 'Activity in the process' },
      indexed: true,
    },
    causeAreas: {
      type: 'choices',
      label: { sv: 'Orsak', en: 'Cause' },
      choices: {
        communication: { sv: 'Kommunikation', en: 'Communication' },
        competence: { sv: 'Kompetens', en: 'Competence' },
        routine: { sv: 'Rutin', en: 'Routine' },
        organisation: { sv: 'Organisation', en: 'Organisation' },
        equipment: { sv: 'Utrustning', en: 'Equipment' },
        individual: { sv: 'Individ', en: 'Individual' },
      },
    },
    causeText: { type: 'longText', label: { sv: 'Bakomliggande orsak', en: 'Root cause' }, masked: true },
    plannedAction: {
      type: 'longText',
      label: { sv: 'Åtgärd', en: 'Action' },
      required: ['actionPlanned', 'inProgress', 'effectReview', 'closed'],
      masked: true,
    },
    effectResult: {
      type: 'choice',
      label: { sv: 'Effekt', en: 'Effect' },
      choices: {
        reached: { sv: 'Uppnådd', en: 'Reached' },
        partly: { sv: 'Delvis uppnådd', en: 'Partly reached' },
        notReached: { sv: 'Inte uppnådd', en: 'Not reached' },
      },
      required: ['closed'],
    },
    learned: { type: 'longText', label: { sv: 'Vad har ni lärt er?', en: 'What have you learned?' }, masked: true },
    messageToReporter: {
      type: 'longText',
      maxLength: 2000,
      label: { sv: 'Till dig som rapporterade', en: 'To the one who reported' },
      required: ['closed'],
      masked: true,
    },
    rejectionReason: {
      type: 'longText',
      maxLength: 2000,
      label: { sv: 'Skäl', en: 'Reason' },
      setBySystem: true,
      masked: true,
    },
    selfCheck: {
      type: 'reference',
      to: 'selfCheckOccurrence',
      label: { sv: 'Egenkontroll', en: 'Self-check' },
      setBySystem: true,
      indexed: true,
    },
    source: {
      type: 'choice',
      label: { sv: 'Kom in genom', en: 'Came in through' },
      setBySystem: true,
      choices: {
        chat: { sv: 'Chatt', en: 'Chat' },
        form: { sv: 'Formulär', en: 'Form' },
        selfCheck: { sv: 'Egenkontroll', en: 'Self-check' },
        feedback: { sv: 'Synpunkt', en: 'Feedback' },
        externalReview: { sv: 'Extern uppföljning', en: 'External review' },
      },
    },
  },
});
