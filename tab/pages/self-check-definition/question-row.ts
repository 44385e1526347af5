/** Questions as they are being written: any part may be missing or half typed. Pure. */
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { answerKinds, questionFields } from '../../../shared/records/self-check-choices.ts';
import type { AnswerKind } from '../../../shared/records/self-check-choices.ts';
import type { SelfCheckAnswer } from '../../../shared/rules/self-check-answers.ts';

export interface QuestionRow {
  readonly id: string;
  readonly [part: string]: unknown;
}

function isQuestionRow(row: unknown): row is QuestionRow {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string';
}

/** The rows of a form's value. */
export function questionRows(value: unknown): readonly QuestionRow[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isQuestionRow) : [];
}

/** A new question is one that has to be answered: leaving that out is a choice. */
export function newQuestion(id: string): QuestionRow {
  return { id, answerKind: 'yesNo', failsOn: 'no', required: true };
}

type Part = keyof typeof questionFields;

const partsOfAll = ['text', 'answerKind', 'required', 'requirement'] as const satisfies readonly Part[];
const furtherParts: Readonly<Record<AnswerKind, readonly Part[]>> = {
  yesNo: ['failsOn'],
  scale: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  text: [],
};

/** What is asked about a question, by how it is answered. */
export function partsOf(row: QuestionRow): readonly (readonly [Part, FieldDefinition])[] {
  const kind = row['answerKind'];
  const further = isAnswerKind(kind) ? furtherParts[kind] : [];
  return [...partsOfAll, ...further].map((part) => [part, questionFields[part]]);
}

/** The row with one part changed; what the new kind of answer has no use for goes. */
export function withPart(row: QuestionRow, part: string, value: unknown): QuestionRow {
  const { [part]: _before, ...rest } = row;
  const changed: QuestionRow = { ...rest, id: row.id, ...(value !== undefined && { [part]: value }) };
  if (part !== 'answerKind') return changed;
  const known: ReadonlySet<string> = new Set(['id', ...partsOf(changed).map(([name]) => name)]);
  return { ...Object.fromEntries(Object.entries(changed).filter(([name]) => known.has(name))), id: row.id };
}

/** The question as whoever answers it meets it; `untitled` stands in for one without words. */
export function asAsked(row: QuestionRow, untitled: string): SelfCheckAnswer {
  const { text, answerKind, required, requirement, failsOn, minimum, maximum } = row;
  return {
    id: row.id,
    text: typeof text === 'string' && text.trim() !== '' ? text : untitled,
    answerKind: isAnswerKind(answerKind) ? answerKind : 'text',
    required: required === true,
    ...(typeof requirement === 'string' && { requirement }),
    ...((failsOn === 'yes' || failsOn === 'no') && { failsOn }),
    ...(typeof minimum === 'number' && { minimum }),
    ...(typeof maximum === 'number' && { maximum }),
  };
}

function isAnswerKind(value: unknown): value is AnswerKind {
  return typeof value === 'string' && Object.hasOwn(answerKinds, value);
}
