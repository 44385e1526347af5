/** Words that the definition of a self-check and its occurrences share. */
import type { Choices } from './record-kind.ts';

/** What is checked (`domain.md` (v), Egenkontroller); demands of a legal base are stated in these. */
export const selfCheckAreas = {
  hygiene: { sv: 'Basal hygien', en: 'Basic hygiene' },
  medication: { sv: 'Läkemedel', en: 'Medication' },
  narcotics: { sv: 'Narkotika', en: 'Narcotics' },
  carePlan: { sv: 'Genomförandeplan', en: 'Care plan' },
  recordReview: { sv: 'Journal- och aktgranskning', en: 'Record review' },
  logReview: { sv: 'Logguppföljning', en: 'Log review' },
  protectionAssessment: { sv: 'Skyddsbedömning', en: 'Protection assessment' },
  childSafety: { sv: 'Barnsäkerhet', en: 'Child safety' },
  fireSafety: { sv: 'Utrymning och brand', en: 'Evacuation and fire' },
  food: { sv: 'Livsmedel', en: 'Food' },
  purchasing: { sv: 'Attest och inköp', en: 'Authorisation and purchasing' },
  feedbackTime: { sv: 'Svarstid för synpunkter', en: 'Time to answer feedback' },
  contract: { sv: 'Avtalskrav', en: 'Demands of a contract' },
  other: { sv: 'Annat', en: 'Other' },
} as const satisfies Choices;

export type SelfCheckArea = keyof typeof selfCheckAreas;

export const answerKinds = {
  yesNo: { sv: 'Ja eller nej', en: 'Yes or no' },
  scale: { sv: 'Skala 1–5', en: 'Scale 1–5' },
  number: { sv: 'Tal', en: 'Number' },
  text: { sv: 'Text', en: 'Text' },
} as const satisfies Choices;

export type AnswerKind = keyof typeof answerKinds;

export const yesOrNo = {
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
} as const satisfies Choices;

/** Who carries a self-check out in each unit. */
export const performerRoles = {
  employee: { sv: 'Medarbetare', en: 'Employee' },
  unitManager: { sv: 'Enhetschef', en: 'Unit manager' },
  qualityCoordinator: { sv: 'Kvalitetssamordnare', en: 'Quality coordinator' },
} as const satisfies Choices;

export const selfCheckLegalBases = {
  SoL: { sv: 'Socialtjänstlagen', en: 'Social Services Act' },
  LSS: { sv: 'LSS', en: 'Act on support for persons with disabilities (LSS)' },
  HSL: { sv: 'Hälso- och sjukvårdslagen', en: 'Health and Medical Services Act' },
  skollag: { sv: 'Skollagen', en: 'Education Act' },
  none: { sv: 'Inget särskilt', en: 'None in particular' },
} as const satisfies Choices;

/** A question as a definition asks it; an occurrence keeps it as it was asked, with the answer. */
export const questionFields = {
  text: {
    type: 'longText',
    maxLength: 500,
    label: { sv: 'Fråga', en: 'Question' },
    required: 'always',
  },
  answerKind: {
    type: 'choice',
    choices: answerKinds,
    label: { sv: 'Svaras med', en: 'Answered with' },
    required: 'always',
  },
  required: { type: 'boolean', label: { sv: 'Måste besvaras', en: 'Must be answered' } },
  requirement: {
    type: 'longText',
    maxLength: 500,
    label: { sv: 'Vad som krävs', en: 'What is required' },
    help: { sv: 'Visas under frågan.', en: 'Shown below the question.' },
  },
  failsOn: {
    type: 'choice',
    choices: yesOrNo,
    label: { sv: 'Underkänt svar', en: 'Answer that fails' },
    help: { sv: 'För frågor med ja eller nej.', en: 'For questions with yes or no.' },
  },
  minimum: { type: 'number', label: { sv: 'Lägst godkänt', en: 'Lowest approved' } },
  maximum: { type: 'number', label: { sv: 'Högst godkänt', en: 'Highest approved' } },
} as const;
