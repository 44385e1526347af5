/** When a self-check is carried out (R78, L3): from its schedule to the days on which it opens and must be done. Pure. */
import type { FieldsOfKind } from '../records/index.ts';
import { daysInMonth, daysOfRule, parseRecurrenceRule } from './recurrence-rule.ts';
import { addDays, addWorkingDays, isWorkingDay } from './working-days.ts';

export type SelfCheckSchedule = Pick<
  FieldsOfKind<'selfCheckDefinition'>,
  'frequency' | 'rule' | 'startsOn' | 'endsOn' | 'deadlineDays' | 'onDayOff'
>;

export interface PlannedSelfCheck {
  /** 2026-W48, 2026-11, 2026-Q4, 2026-T3, 2026-H2, 2026, or the day for a rule of its own. */
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
}

type Frequency = NonNullable<SelfCheckSchedule['frequency']>;

const monthsBetween: Readonly<Partial<Record<Frequency, number>>> = {
  monthly: 1,
  quarterly: 3,
  tertial: 4,
  halfYear: 6,
  year: 12,
};

/** All that open on a day from `from` to `to`, both included, in order. A schedule that is not filled in has none. */
export function plannedSelfChecks(schedule: SelfCheckSchedule, from: string, to: string): readonly PlannedSelfCheck[] {
  const { frequency, startsOn, endsOn } = schedule;
  if (frequency === undefined || startsOn === undefined) return [];
  const last = endsOn !== undefined && endsOn < to ? endsOn : to;
  return openingDays(schedule, frequency, startsOn, last)
    .filter((day) => day >= from)
    .map((opensOn) => ({ period: periodOf(frequency, opensOn), opensOn, dueOn: dueDay(schedule, opensOn) }));
}

/** Why the rule cannot be followed, if so. */
export function isRuleUnderstood(schedule: Pick<SelfCheckSchedule, 'frequency' | 'rule'>): boolean {
  return schedule.frequency !== 'custom' || parseRecurrenceRule(schedule.rule ?? '') !== undefined;
}

function openingDays(
  { rule }: SelfCheckSchedule,
  frequency: Frequency,
  startsOn: string,
  last: string,
): readonly string[] {
  if (frequency === 'custom') {
    const parsed = parseRecurrenceRule(rule ?? '');
    return parsed === undefined ? [] : daysOfRule(parsed, startsOn, last);
  }
  const days: string[] = [];
  for (let step = 0; ; step += 1) {
    const months = monthsBetween[frequency];
    const day = months === undefined ? addDays(startsOn, step * 7) : addMonths(startsOn, step * months);
    if (day > last) return days;
    days.push(day);
  }
}

/** The same day of a later month, or its last day where it is shorter: 31 January, 28 February, 31 March. */
function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const inMonth = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month));
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`;
}

/** On a Saturday, Sunday or day off nobody is asked to be done (`working-days.ts`). */
function dueDay({ deadlineDays = 0, onDayOff = 'nextWorkingDay' }: SelfCheckSchedule, opensOn: string): string {
  const due = addDays(opensOn, deadlineDays);
  if (onDayOff === 'keep' || isWorkingDay(due)) return due;
  if (onDayOff === 'nextWorkingDay') return addWorkingDays(due, 1);
  let day = due;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

function periodOf(frequency: Frequency, day: string): string {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (frequency) {
    case 'weekly':
      return isoWeek(day);
    case 'monthly':
      return day.slice(0, 7);
    case 'quarterly':
      return `${year}-Q${String(Math.ceil(month / 3))}`;
    case 'tertial':
      return `${year}-T${String(Math.ceil(month / 4))}`;
    case 'halfYear':
      return `${year}-H${String(Math.ceil(month / 6))}`;
    case 'year':
      return year;
    case 'custom':
      return day;
  }
}

/** The week of ISO 8601, as Swedish calendars number them: the one that holds the year's first Thursday is week 1. */
function isoWeek(day: string): string {
  const weekday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const week = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
