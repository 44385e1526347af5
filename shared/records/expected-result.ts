import { defineRecordKind } from './record-kind.ts';
import { planStates, planTransitions } from './plan-states.ts';

/** Förväntat resultat för året, som målvärde, målbild eller tillstånd (R19). Follows the state of what it belongs to. */
export const expectedResult = defineRecordKind({
  name: 'expectedResult',
  group: 'plan',
  label: { sv: 'Förväntat resultat', en: 'Expected result' },
  plural: { sv: 'Förväntade resultat', en: 'Expected results' },
  list: { site: 'board', displayName: 'Förväntade resultat' },
  titleFields: ['text'],
  states: planStates,
  initialStates: ['draft'],
  closedStates: ['credibilityReviewed', 'adopted', 'followedUp', 'archived'],
  transitions: planTransitions,
  fields: {
    commitment: { type: 'reference', to: 'commitment', label: { sv: 'Åtagande', en: 'Commitment' }, indexed: true },
    goal: { type: 'reference', to: 'goal', label: { sv: 'Mål', en: 'Goal' }, indexed: true },
    resultKind: {
      type: 'choice',
      label: { sv: 'Uttryckt som', en: 'Expressed as' },
      required: 'always',
      choices: {
        targetValue: { sv: 'Målvärde', en: 'Target value' },
        targetPicture: { sv: 'Målbild', en: 'Target picture' },
        state: { sv: 'Tillstånd', en: 'State' },
      },
    },
    text: {
      type: 'longText',
      maxLength: 2000,
      label: { sv: 'Förväntat resultat', en: 'Expected result' },
      help: { sv: 'Vad ska vara uppnått när året är slut?', en: 'What is achieved when the year ends?' },
      required: 'always',
    },
    indicator: { type: 'reference', to: 'indicator', label: { sv: 'Indikator', en: 'Indicator' } },
    target: { type: 'number', label: { sv: 'Målvärde', en: 'Target value' } },
    baseline: { type: 'number', label: { sv: 'Utgångsläge', en: 'Starting point' } },
    improvement: {
      type: 'longText',
      maxLength: 2000,
      label: { sv: 'Vilken förbättring', en: 'Which improvement' },
      help: { sv: 'Vad blir bättre än i dag?', en: 'What becomes better than today?' },
    },
    outcome: { type: 'longText', maxLength: 4000, label: { sv: 'Utfall', en: 'Outcome' } },
    attainment: {
      type: 'choice',
      label: { sv: 'Måluppfyllelse', en: 'Attainment' },
      choices: {
        fulfilled: { sv: 'Uppfylls helt', en: 'Fulfilled' },
        partly: { sv: 'Uppfylls delvis', en: 'Partly fulfilled' },
        notFulfilled: { sv: 'Uppfylls ej', en: 'Not fulfilled' },
        notMeasured: { sv: 'Ej mätt', en: 'Not measured' },
      },
    },
  },
});
