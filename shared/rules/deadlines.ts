import type { KindName } from '../records/index.ts';
import type { AnyFields } from '../records/record-kind.ts';
import { addDays, addWorkingDays, dayInStockholm, endOfDay } from './working-days.ts';

/** What a deadline counts from. All instants are ISO text, UTC. */
export interface DatedRecord {
  readonly kind: KindName;
  readonly status: string;
  readonly createdAt: string;
  readonly stateChangedAt: string;
  /** A self-check names its own day. */
  readonly fields?: AnyFields;
}

interface Deadline {
  readonly from: 'createdAt' | 'stateChangedAt';
  /** Working days or days; with 0 days the same day. */
  readonly workingDays?: number;
  readonly days?: number;
}

/** `domain.md` (ii), Deadlines and reminder rules. By kind, then by the state that waits to be left. */
const deadlines: Readonly<Partial<Record<KindName, Readonly<Record<string, Deadline>>>>> = {
  deviation: {
    reported: { from: 'createdAt', workingDays: 2 },
    acknowledged: { from: 'createdAt', workingDays: 5 },
    reopened: { from: 'stateChangedAt', workingDays: 5 },
    assessed: { from: 'stateChangedAt', days: 30 },
    investigating: { from: 'stateChangedAt', days: 30 },
    effectReview: { from: 'stateChangedAt', days: 60 },
  },
  misconductCase: {
    received: { from: 'createdAt', days: 0 },
    preliminaryAssessment: { from: 'createdAt', days: 30 },
    investigating: { from: 'createdAt', days: 30 },
    decisionProposed: { from: 'createdAt', days: 30 },
  },
  feedback: {
    received: { from: 'createdAt', workingDays: 2 },
    confirmed: { from: 'createdAt', workingDays: 10 },
    assigned: { from: 'createdAt', workingDays: 10 },
    investigating: { from: 'createdAt', workingDays: 10 },
  },
};

/** From which moment the deadline of a state is counted; `undefined`: the state has none. */
export function deadlineBase(kind: KindName, status: string): Deadline['from'] | undefined {
  return deadlines[kind]?.[status]?.from;
}

/** ISO instant by which the record should leave its state: the end of that day in Stockholm. */
export function dueAt(record: DatedRecord): string | undefined {
  const ownDay = record.fields?.['dueOn'];
  if (record.kind === 'selfCheckOccurrence' && record.status === 'open' && typeof ownDay === 'string') {
    return endOfDay(ownDay);
  }
  const deadline = deadlines[record.kind]?.[record.status];
  if (deadline === undefined) return undefined;
  const from = dayInStockholm(record[deadline.from]);
  return endOfDay(
    deadline.workingDays === undefined ? addDays(from, deadline.days ?? 0) : addWorkingDays(from, deadline.workingDays),
  );
}

/** The month something happened (`yyyy-MM`), or was reported when nobody said when it happened. */
export function occurredMonth(occurredFrom: string | undefined, createdAt: string): string {
  return dayInStockholm(occurredFrom ?? createdAt).slice(0, 7);
}
