/** What an answer of a self-check means: whether it is there, whether it fails, and what the whole results in. Pure. */
import type { FieldsOfKind } from '../records/index.ts';

export type SelfCheckAnswer = NonNullable<FieldsOfKind<'selfCheckOccurrence'>['answers']>[number];
export type SelfCheckQuestion = NonNullable<FieldsOfKind<'selfCheckDefinition'>['questions']>[number];
export type SelfCheckResult = NonNullable<FieldsOfKind<'selfCheckOccurrence'>['result']>;

/** What somebody answers to one question; a value that does not belong to the question's kind counts for nothing. */
export interface GivenAnswer {
  readonly yesNo?: 'yes' | 'no' | undefined;
  readonly value?: number | undefined;
  readonly answerText?: string | undefined;
  readonly remark?: string | undefined;
}

export function isAnswered(row: SelfCheckAnswer): boolean {
  switch (row.answerKind) {
    case 'yesNo':
      return row.yesNo !== undefined;
    case 'scale':
    case 'number':
      return row.value !== undefined;
    default:
      return row.answerText !== undefined;
  }
}

/** Whether the answer lies outside what the question approves. A text, or no answer, never fails. */
export function isFailing(row: Omit<SelfCheckAnswer, 'id'>): boolean {
  if (row.answerKind === 'yesNo') return row.failsOn !== undefined && row.yesNo === row.failsOn;
  if (row.answerKind !== 'scale' && row.answerKind !== 'number') return false;
  if (row.value === undefined) return false;
  return row.value < (row.minimum ?? -Infinity) || row.value > (row.maximum ?? Infinity);
}

/** Steps of an answer on a scale. */
export const scaleSteps = [1, 2, 3, 4, 5] as const;

/** The kinds of answer that can be told wrong before they are stored. */
export function fitsQuestion(row: Pick<SelfCheckAnswer, 'answerKind'>, given: GivenAnswer): boolean {
  if (row.answerKind === 'scale') return given.value === undefined || scaleSteps.some((step) => step === given.value);
  return true;
}

/** The row with the answer in it; what was answered before is replaced. */
export function withAnswer(
  row: SelfCheckAnswer,
  given: GivenAnswer,
  by: { readonly id: string; readonly name: string },
  at: string,
): SelfCheckAnswer {
  const { yesNo: _yesNo, value: _value, answerText: _text, remark: _remark, failed: _failed, ...question } = row;
  const answered = {
    ...question,
    ...(row.answerKind === 'yesNo' && given.yesNo !== undefined && { yesNo: given.yesNo }),
    ...((row.answerKind === 'scale' || row.answerKind === 'number') &&
      given.value !== undefined && { value: given.value }),
    ...(row.answerKind === 'text' && given.answerText !== undefined && { answerText: given.answerText }),
    ...(given.remark !== undefined && { remark: given.remark }),
    answeredBy: by,
    answeredAt: at,
  };
  return isFailing(answered) ? { ...answered, failed: true } : answered;
}

/** The first question without an answer, or nothing when all have one. */
export function nextUnanswered(rows: readonly SelfCheckAnswer[]): SelfCheckAnswer | undefined {
  return rows.find((row) => !isAnswered(row));
}

/** What must be answered before it can be handed in: what is required and still empty. */
export function missingAnswers(rows: readonly SelfCheckAnswer[]): readonly SelfCheckAnswer[] {
  return rows.filter((row) => row.required === true && !isAnswered(row));
}

export function resultOf(rows: readonly SelfCheckAnswer[]): SelfCheckResult {
  if (rows.some(isFailing)) return 'notApproved';
  return rows.some(({ remark }) => remark !== undefined) ? 'approvedWithRemarks' : 'approved';
}
