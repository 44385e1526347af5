/** Which self-checks the list shows, in which group and order. Days are `yyyy-MM-dd`. Pure. */
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { SelfCheckCalendarItem } from '../../../shared/api/self-check-contract.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { isAnswered } from '../../../shared/rules/self-check-answers.ts';

const daysBack = 90;
const daysAhead = 60;

export type NextStep = 'answer' | 'continue' | 'review';

/** One self-check in a list, from a record or from the year. */
export interface CheckLine {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly unitId?: string;
  readonly ref?: string;
  readonly result?: string;
  readonly next?: NextStep;
  readonly answered?: { readonly done: number; readonly count: number };
}

export interface CheckGroups {
  /** Mine to answer or to review, the one due first at the top. */
  readonly waiting: readonly CheckLine[];
  readonly others: readonly CheckLine[];
  readonly coming: readonly CheckLine[];
  /** The last one first. */
  readonly done: readonly CheckLine[];
}

/** Late is what is open after its last day. */
export function isLate({ status, dueOn }: Pick<CheckLine, 'status' | 'dueOn'>, today: string): boolean {
  return status === 'open' && dueOn < today;
}

/** The years that the list reaches into: it looks a quarter back and two months ahead. */
export function yearsAround(today: string): readonly [before: number, after: number] {
  return [yearOf(daysFrom(today, -daysBack)), yearOf(daysFrom(today, daysAhead))];
}

/** `items` are the years that `yearsAround` names; `mine` and `submitted` come with what the reader may do. */
export function groupChecks(
  items: readonly SelfCheckCalendarItem[],
  mine: readonly RecordAnswer[],
  submitted: readonly RecordAnswer[],
  today: string,
): CheckGroups {
  const toReview = submitted.filter(({ allowed }) => allowed.steps.some(({ to }) => to === 'reviewed'));
  const waiting = [...mine, ...toReview].map(lineOf);
  const taken = new Set(waiting.map(({ id }) => id));
  const rest = items.filter(({ id, occurrence }) => occurrence && !taken.has(id));
  const earliest = daysFrom(today, -daysBack);
  return {
    waiting: waiting.toSorted(byDue),
    others: rest.filter(({ status }) => status === 'open').toSorted(byDue),
    coming: rest
      .filter(({ status }) => status === 'scheduled')
      .toSorted((one, other) => one.opensOn.localeCompare(other.opensOn)),
    done: rest
      .filter(({ status, dueOn }) => doneStates.has(status) && dueOn >= earliest)
      .toSorted((one, other) => byDue(other, one)),
  };
}

const doneStates: ReadonlySet<string> = new Set(['submitted', 'reviewed', 'closed']);

function lineOf({ id, unitId, ref, status, title, fields }: RecordAnswer): CheckLine {
  const { name, opensOn, dueOn, result, answers = [] } = fields as FieldsOfKind<'selfCheckOccurrence'>;
  const done = answers.filter(isAnswered).length;
  return {
    id,
    name: name ?? title,
    status,
    opensOn: opensOn ?? dueOn ?? '',
    dueOn: dueOn ?? '',
    ...(unitId !== undefined && { unitId }),
    ...(ref !== undefined && { ref }),
    next: status === 'submitted' ? 'review' : done === 0 ? 'answer' : 'continue',
    ...(status === 'open' ? { answered: { done, count: answers.length } } : result === undefined ? {} : { result }),
  };
}

function byDue(one: CheckLine, other: CheckLine): number {
  return one.dueOn.localeCompare(other.dueOn) || one.name.localeCompare(other.name, 'sv');
}

function daysFrom(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
