import {
  documentStates,
  documentTransitions,
  judgedDocumentStates,
  organisationLevels,
  settledDocumentStates,
} from './document-states.ts';
import { defineRecordKind } from './record-kind.ts';

export const documentTypes = {
  law: { sv: 'Lag eller föreskrift', en: 'Law or regulation' },
  strategy: { sv: 'Strategi', en: 'Strategy' },
  programme: { sv: 'Program', en: 'Programme' },
  guideline: { sv: 'Riktlinje', en: 'Guideline' },
  policy: { sv: 'Policy', en: 'Policy' },
  routine: { sv: 'Rutin', en: 'Routine' },
  instruction: { sv: 'Anvisning', en: 'Instruction' },
  plan: { sv: 'Plan', en: 'Plan' },
  checklist: { sv: 'Checklista', en: 'Checklist' },
  template: { sv: 'Mall', en: 'Template' },
} as const;

/** How far a unit has come in taking in a document that concerns it. */
export const implementationProgress = {
  notStarted: { sv: 'Ej påbörjat', en: 'Not started' },
  ongoing: { sv: 'Pågår', en: 'Ongoing' },
  implemented: { sv: 'Infört', en: 'Implemented' },
  followedUp: { sv: 'Uppföljt', en: 'Followed up' },
} as const;

/** Styrande eller stödjande dokument: what, who, how, decided by whom, and until when it holds (R30–R32, R68). */
export const governingDocument = defineRecordKind({
  name: 'governingDocument',
  group: 'plan',
  label: { sv: 'Styrande dokument', en: 'Governing document' },
  plural: { sv: 'Styrande dokument', en: 'Governing documents' },
  list: { site: 'board', displayName: 'Styrande dokument' },
  titleFields: ['name'],
  states: documentStates,
  initialStates: ['draft'],
  closedStates: settledDocumentStates,
  transitions: documentTransitions('documentOwner'),
  commentable: true,
  commentsWhileClosed: ['published', 'needsReview'],
  fields: {
    name: { type: 'text', label: { sv: 'Namn', en: 'Name' }, required: 'always' },
    documentType: {
      type: 'choice',
      choices: documentTypes,
      label: { sv: 'Typ', en: 'Type' },
      required: 'always',
      indexed: true,
    },
    level: {
      type: 'choice',
      choices: organisationLevels,
      label: { sv: 'Gäller på nivå', en: 'Applies at level' },
      required: 'always',
      indexed: true,
    },
    area: {
      type: 'text',
      maxLength: 100,
      label: { sv: 'Område', en: 'Area' },
      help: {
        sv: 'Till exempel läkemedel, barn eller upphandling.',
        en: 'For example medication, children or buying.',
      },
      indexed: true,
    },
    what: { type: 'longText', label: { sv: 'Vad', en: 'What' }, required: judgedDocumentStates },
    who: { type: 'longText', label: { sv: 'Vem', en: 'Who' }, required: judgedDocumentStates },
    how: { type: 'longText', label: { sv: 'Hur', en: 'How' }, required: judgedDocumentStates },
    documentOwner: { type: 'person', label: { sv: 'Ägare', en: 'Owner' }, required: judgedDocumentStates },
    decidedBy: { type: 'text', label: { sv: 'Beslutat av', en: 'Decided by' }, mergeGroup: 'decision' },
    decisionDate: { type: 'date', label: { sv: 'Beslutsdatum', en: 'Date of decision' }, mergeGroup: 'decision' },
    diaryNumber: {
      type: 'text',
      maxLength: 60,
      label: { sv: 'Diarienummer', en: 'Diary number' },
      mergeGroup: 'decision',
    },
    validFrom: { type: 'date', label: { sv: 'Gäller från', en: 'Valid from' }, mergeGroup: 'validity' },
    validTo: { type: 'date', label: { sv: 'Gäller till', en: 'Valid to' }, mergeGroup: 'validity' },
    reviewDate: {
      type: 'date',
      label: { sv: 'Ses över senast', en: 'Review by' },
      required: ['published'],
      indexed: true,
    },
    location: {
      type: 'text',
      label: { sv: 'Var dokumentet finns', en: 'Where the document is' },
      help: { sv: 'Adress till dokumentet.', en: 'Address of the document.' },
      required: judgedDocumentStates,
    },
    concernsUnits: {
      type: 'references',
      to: 'organisationalUnit',
      label: { sv: 'Berör', en: 'Concerns' },
      help: {
        sv: 'Tomt betyder alla: i hela nämnden, eller i den enhet som dokumentet tillhör.',
        en: 'Empty means everybody: of the whole board, or of the unit that the document belongs to.',
      },
    },
    /** "Berör oss": what each unit says of itself, written through `bot/processes`, whoever owns the document (R31). */
    implementation: {
      type: 'rows',
      label: { sv: 'Införande', en: 'Implementation' },
      setBySystem: true,
      fields: {
        unit: {
          type: 'reference',
          to: 'organisationalUnit',
          label: { sv: 'Enhet', en: 'Unit' },
          required: 'always',
        },
        progress: {
          type: 'choice',
          choices: implementationProgress,
          label: { sv: 'Läge', en: 'Progress' },
          required: 'always',
        },
        note: { type: 'longText', maxLength: 2000, label: { sv: 'Så gör vi', en: 'How we do it' } },
        markedOn: { type: 'date', label: { sv: 'Datum', en: 'Date' } },
      },
    },
    replacedBy: { type: 'reference', to: 'governingDocument', label: { sv: 'Ersätts av', en: 'Replaced by' } },
  },
});
