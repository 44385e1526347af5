import {
  documentStates,
  documentTransitions,
  judgedDocumentStates,
  organisationLevels,
  settledDocumentStates,
} from './document-states.ts';
import { defineRecordKind } from './record-kind.ts';

export const processTypes = {
  steering: { sv: 'Styrprocess', en: 'Steering process' },
  main: { sv: 'Huvudprocess', en: 'Main process' },
  support: { sv: 'Stödprocess', en: 'Support process' },
} as const;

/**
 * Process: mission, what starts and ends it, whom it is for, and what it should lead to (R59–R71, R76, L2). Its chain
 * of activities is `processActivity`; flow, decisions and drawing are in the BPMN file (`shared/process`), whose
 * version `diagramVersion` names. The steps are those of `document-states.ts`; the activities follow them.
 */
export const process = defineRecordKind({
  name: 'process',
  group: 'plan',
  label: { sv: 'Process', en: 'Process' },
  plural: { sv: 'Processer', en: 'Processes' },
  list: { site: 'board', displayName: 'Processer' },
  titleFields: ['name'],
  states: documentStates,
  initialStates: ['draft'],
  closedStates: settledDocumentStates,
  transitions: documentTransitions('processOwner'),
  commentable: true,
  commentsWhileClosed: ['published', 'needsReview'],
  fields: {
    name: { type: 'text', label: { sv: 'Namn', en: 'Name' }, required: 'always' },
    processType: {
      type: 'choice',
      choices: processTypes,
      label: { sv: 'Typ', en: 'Type' },
      required: 'always',
      indexed: true,
    },
    level: {
      type: 'choice',
      choices: organisationLevels,
      label: { sv: 'Nivå', en: 'Level' },
      required: 'always',
      indexed: true,
    },
    parent: { type: 'reference', to: 'process', label: { sv: 'Del av', en: 'Part of' }, indexed: true },
    mission: {
      type: 'longText',
      maxLength: 4000,
      label: { sv: 'Uppdrag', en: 'Mission' },
      help: {
        sv: 'Varför finns processen, och för vem?',
        en: 'Why does the process exist, and for whom?',
      },
      required: judgedDocumentStates,
    },
    start: {
      type: 'text',
      label: { sv: 'Startar när', en: 'Starts when' },
      help: { sv: 'Vad sätter i gång processen?', en: 'What sets the process going?' },
      required: judgedDocumentStates,
    },
    end: {
      type: 'text',
      label: { sv: 'Slutar när', en: 'Ends when' },
      help: { sv: 'Hur vet ni att processen är klar?', en: 'How do you know that the process is finished?' },
      required: judgedDocumentStates,
    },
    desiredEffect: {
      type: 'longText',
      maxLength: 4000,
      label: { sv: 'Önskad effekt', en: 'Desired effect' },
      help: { sv: 'Vad blir bättre för mottagaren?', en: 'What becomes better for the receiver?' },
      required: judgedDocumentStates,
    },
    effectMeasure: {
      type: 'text',
      label: { sv: 'Så mäts effekten', en: 'How the effect is measured' },
    },
    effectIndicator: { type: 'reference', to: 'indicator', label: { sv: 'Indikator', en: 'Indicator' } },
    requirements: {
      type: 'longText',
      label: { sv: 'Kravställning', en: 'Requirements' },
      help: {
        sv: 'Vilka krav ställer lag, nämnd och mottagare?',
        en: 'What do the law, the board and the receiver demand?',
      },
    },
    processOwner: {
      type: 'person',
      label: { sv: 'Processägare', en: 'Process owner' },
      required: judgedDocumentStates,
    },
    important: {
      type: 'boolean',
      label: { sv: 'Väsentlig', en: 'Significant' },
      help: {
        sv: 'Visa processen bland de viktigaste på kartan.',
        en: 'Show the process among the most important on the map.',
      },
    },
    shared: {
      type: 'boolean',
      label: { sv: 'Gemensam för alla enheter', en: 'Shared by all units' },
      help: {
        sv: 'Styrprocesser som är lika för alla. Enheterna läser dem men ändrar dem inte.',
        en: 'Steering processes that are alike for all. Units read them but do not change them.',
      },
    },
    stakeholders: {
      type: 'rows',
      label: { sv: 'Intressenter', en: 'Stakeholders' },
      help: {
        sv: 'Vilka berörs, och vad behöver och kräver de? Markera mottagaren.',
        en: 'Who is concerned, and what do they need and demand? Mark the receiver.',
      },
      fields: {
        name: { type: 'text', label: { sv: 'Vem', en: 'Who' }, required: 'always' },
        isReceiver: { type: 'boolean', label: { sv: 'Mottagare', en: 'Receiver' } },
        internal: { type: 'boolean', label: { sv: 'Intern', en: 'Internal' } },
        needs: { type: 'longText', maxLength: 2000, label: { sv: 'Behov', en: 'Needs' } },
        demands: { type: 'longText', maxLength: 2000, label: { sv: 'Krav', en: 'Demands' } },
      },
    },
    collaborations: {
      type: 'rows',
      label: { sv: 'Samverkan', en: 'Collaboration' },
      help: {
        sv: 'Med vilka behöver ni samverka, hur och när?',
        en: 'With whom do you need to collaborate, how and when?',
      },
      fields: {
        partner: { type: 'text', label: { sv: 'Med vem', en: 'With whom' }, required: 'always' },
        how: { type: 'longText', maxLength: 2000, label: { sv: 'Hur', en: 'How' } },
        when: { type: 'text', label: { sv: 'När', en: 'When' } },
        agreement: { type: 'text', label: { sv: 'Överenskommelse', en: 'Agreement' } },
      },
    },
    supports: {
      type: 'references',
      to: 'process',
      label: { sv: 'Stödjer processer', en: 'Supports processes' },
    },
    goals: { type: 'references', to: 'goal', label: { sv: 'Mål som processen bidrar till', en: 'Goals it serves' } },
    documents: {
      type: 'references',
      to: 'governingDocument',
      label: { sv: 'Styrande och stödjande dokument', en: 'Governing and supporting documents' },
    },
    participants: { type: 'persons', label: { sv: 'Har deltagit', en: 'Took part' }, setBySystem: true },
    evaluations: {
      type: 'rows',
      label: { sv: 'Utvärdering', en: 'Evaluation' },
      help: {
        sv: 'Är processen ändamålsenlig, och når den önskad effekt?',
        en: 'Is the process fit for purpose, and does it reach the desired effect?',
      },
      fields: {
        evaluatedOn: { type: 'date', label: { sv: 'Datum', en: 'Date' }, required: 'always' },
        judgement: {
          type: 'choice',
          label: { sv: 'Bedömning', en: 'Judgement' },
          choices: {
            fit: { sv: 'Ändamålsenlig', en: 'Fit for purpose' },
            partly: { sv: 'Delvis ändamålsenlig', en: 'Partly fit' },
            notFit: { sv: 'Inte ändamålsenlig', en: 'Not fit' },
          },
        },
        findings: { type: 'longText', maxLength: 4000, label: { sv: 'Vad visade det?', en: 'What did it show?' } },
      },
    },
    reviewDate: {
      type: 'date',
      label: { sv: 'Ses över senast', en: 'Review by' },
      required: ['published'],
      indexed: true,
    },
    replacedBy: { type: 'reference', to: 'process', label: { sv: 'Ersätts av', en: 'Replaced by' } },
    order: { type: 'number', label: { sv: 'Ordning', en: 'Order' } },
    diagramVersion: {
      type: 'text',
      maxLength: 40,
      label: { sv: 'Ritningens version', en: 'Version of the drawing' },
      setBySystem: true,
      mergeGroup: 'diagram',
    },
    publishedVersion: {
      type: 'text',
      maxLength: 40,
      label: { sv: 'Publicerad version', en: 'Published version' },
      setBySystem: true,
      mergeGroup: 'diagram',
    },
  },
});
