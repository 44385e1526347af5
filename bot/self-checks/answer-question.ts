import type { StoredAnswer } from '../../shared/api/contract.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { fitsQuestion, resultOf, withAnswer } from '../../shared/rules/self-check-answers.ts';
import type { GivenAnswer, SelfCheckAnswer } from '../../shared/rules/self-check-answers.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import { occurrenceFields, onBehalfOf } from './self-check-context.ts';
import type { SelfCheckContext } from './self-check-context.ts';

/** Two people may answer different questions at once; more often than this nobody collides by chance. */
const attempts = 5;

/** Stores the answer to one question. What others answered in the meantime stands. */
export async function answerQuestion(
  context: SelfCheckContext,
  caller: Caller,
  occurrenceId: string,
  questionId: string,
  given: GivenAnswer,
): Promise<Outcome<StoredAnswer>> {
  for (let left = attempts; ; left -= 1) {
    const outcome = await tryToAnswer(context, caller, occurrenceId, questionId, given);
    if (outcome.kind !== 'conflict' || left === 1) return outcome;
  }
}

async function tryToAnswer(
  { records, now }: SelfCheckContext,
  caller: Caller,
  occurrenceId: string,
  questionId: string,
  given: GivenAnswer,
): Promise<Outcome<StoredAnswer>> {
  const found = await records.get(caller, 'selfCheckOccurrence', occurrenceId);
  if (found.kind !== 'ok') return found;
  const record = found.value;
  if (record.status !== 'open') return { kind: 'stepNotPossible' };
  if (!record.allowed.edit) return { kind: 'notAllowed' };
  const rows = occurrenceFields(record).answers ?? [];
  const row = rows.find(({ id }) => id === questionId);
  if (row === undefined) return { kind: 'notFound' };
  if (!fitsQuestion(row, given)) {
    return { kind: 'invalid', problems: [fieldProblem(caller.language, 'answers', 'notAChoice', { row: questionId })] };
  }
  const { personId: id, name } = caller.actor;
  const answered = withAnswer(row, given, { id, name }, now().toISOString());
  const answers = rows.map((one) => (one.id === questionId ? answered : one));
  return await records.change(onBehalfOf(caller), 'selfCheckOccurrence', occurrenceId, {
    baseRevision: record.revision,
    fields: { answers, ...outcomeOf(answers) },
  });
}

/** What the answers come to, kept beside them so that lists and statistics need not read them. */
export function outcomeOf(answers: readonly SelfCheckAnswer[]): Readonly<Record<string, unknown>> {
  const result = resultOf(answers);
  return { result, failed: result === 'notApproved' };
}
