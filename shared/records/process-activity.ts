import { documentStates, documentTransitions, judgedDocumentStates } from './document-states.ts';
import { defineRecordKind } from './record-kind.ts';

/**
 * Aktivitet i en process: what is done, by which role, from what to what, and by which routine (R61, R69, L2). Its id
 * is what deviations, self-checks and risks point at, and never changes. It follows the state of its process; one that
 * was taken out of the process is `removed` and keeps what points at it. How activities follow upon each other stands
 * in the process's BPMN file.
 */
export const processActivity = defineRecordKind({
  name: 'processActivity',
  group: 'plan',
  label: { sv: 'Processaktivitet', en: 'Process activity' },
  plural: { sv: 'Processaktiviteter', en: 'Process activities' },
  list: { site: 'board', displayName: 'Processaktiviteter' },
  titleFields: ['name'],
  states: { ...documentStates, removed: { sv: 'Borttagen', en: 'Removed' } },
  initialStates: ['draft'],
  closedStates: ['published', 'needsReview', 'superseded', 'removed'],
  transitions: documentTransitions('processOwner'),
  commentable: true,
  commentsWhileClosed: ['published', 'needsReview'],
  fields: {
    process: {
      type: 'reference',
      to: 'process',
      label: { sv: 'Process', en: 'Process' },
      required: 'always',
      indexed: true,
    },
    order: { type: 'number', whole: true, label: { sv: 'Ordning', en: 'Order' } },
    name: {
      type: 'text',
      label: { sv: 'Aktivitet', en: 'Activity' },
      help: {
        sv: 'Börja med ett verb: utreda, besluta, lämna ut.',
        en: 'Begin with a verb: assess, decide, hand out.',
      },
      required: 'always',
    },
    objectIn: {
      type: 'text',
      label: { sv: 'Objekt in', en: 'Object in' },
      help: { sv: 'Vad behöver aktiviteten för att starta?', en: 'What does the activity need to start?' },
      required: judgedDocumentStates,
    },
    objectOut: {
      type: 'text',
      label: { sv: 'Objekt ut', en: 'Object out' },
      help: {
        sv: 'Vad lämnar aktiviteten vidare? Det startar nästa.',
        en: 'What does the activity pass on? It starts the next one.',
      },
      required: judgedDocumentStates,
    },
    performs: { type: 'text', label: { sv: 'Utför', en: 'Performs' } },
    responsible: { type: 'text', label: { sv: 'Ansvarar', en: 'Responsible' }, required: judgedDocumentStates },
    consulted: { type: 'words', label: { sv: 'Rådfrågas', en: 'Consulted' } },
    informed: { type: 'words', label: { sv: 'Informeras', en: 'Informed' } },
    description: {
      type: 'longText',
      label: { sv: 'Så gör vi', en: 'How we do it' },
    },
    routine: { type: 'reference', to: 'governingDocument', label: { sv: 'Rutin', en: 'Routine' }, indexed: true },
    routineNotNeeded: {
      type: 'boolean',
      label: { sv: 'Behöver ingen rutin', en: 'Needs no routine' },
      help: {
        sv: 'Utan rutin och utan detta kryss visas aktiviteten med ”rutin saknas”.',
        en: 'Without a routine and without this tick the activity is shown with “routine missing”.',
      },
    },
    documents: {
      type: 'references',
      to: 'governingDocument',
      label: { sv: 'Dokument', en: 'Documents' },
    },
    subProcess: { type: 'reference', to: 'process', label: { sv: 'Delprocess', en: 'Sub-process' } },
    /** The element in the BPMN file; with the activity's id it finds the activity again after an exchange. */
    elementId: {
      type: 'text',
      label: { sv: 'Plats i ritningen', en: 'Place in the drawing' },
      setBySystem: true,
    },
  },
});
