import { defineRecordKind } from './record-kind.ts';
import { planStates, planTransitions } from './plan-states.ts';

/** Mål: vision → KF:s inriktningsmål → KF:s mål för verksamhetsområdet → nämndmål → enhetsmål (R13–R15, R36). */
export const goal = defineRecordKind({
  name: 'goal',
  group: 'plan',
  label: { sv: 'Mål', en: 'Goal' },
  plural: { sv: 'Mål', en: 'Goals' },
  list: { site: 'board', displayName: 'Mål' },
  titleFields: ['text'],
  states: planStates,
  initialStates: ['draft', 'adopted'],
  closedStates: ['adopted', 'followedUp', 'archived'],
  transitions: planTransitions,
  commentable: true,
  fields: {
    code: { type: 'text', maxLength: 20, label: { sv: 'Beteckning', en: 'Code' } },
    level: {
      type: 'choice',
      label: { sv: 'Nivå', en: 'Level' },
      required: 'always',
      indexed: true,
      choices: {
        vision: { sv: 'Vision', en: 'Vision' },
        councilDirection: { sv: 'KF:s inriktningsmål', en: 'Council direction goal' },
        councilArea: { sv: 'KF:s mål för verksamhetsområdet', en: 'Council area goal' },
        boardGoal: { sv: 'Nämndmål', en: 'Board goal' },
        unitGoal: { sv: 'Enhetsmål', en: 'Unit goal' },
      },
    },
    parent: { type: 'reference', to: 'goal', label: { sv: 'Bidrar till', en: 'Contributes to' }, indexed: true },
    period: {
      type: 'choice',
      label: { sv: 'Period', en: 'Period' },
      required: 'always',
      choices: {
        mandate: { sv: 'Mandatperioden', en: 'Term of office' },
        multiYear: { sv: 'Flera år', en: 'Several years' },
        year: { sv: 'Året', en: 'The year' },
      },
    },
    year: { type: 'number', whole: true, minimum: 2000, maximum: 2100, label: { sv: 'År', en: 'Year' }, indexed: true },
    text: { type: 'longText', maxLength: 2000, label: { sv: 'Mål', en: 'Goal' }, required: 'always' },
    targetGroupNeed: {
      type: 'longText',
      maxLength: 4000,
      label: { sv: 'Målgruppens behov', en: 'Need of the target group' },
    },
    documents: {
      type: 'references',
      to: 'governingDocument',
      label: { sv: 'Styrande dokument', en: 'Governing documents' },
      help: { sv: 'Vilka styrande dokument gäller här?', en: 'Which governing documents apply here?' },
    },
    ilsCode: { type: 'text', maxLength: 50, label: { sv: 'ILS-kod', en: 'ILS code' } },
    decisionDate: { type: 'date', label: { sv: 'Nämndens beslut', en: 'Board decision' } },
    order: { type: 'number', label: { sv: 'Ordning', en: 'Order' } },
  },
});
