/**
 * A rule of its own for a schedule, in the words of RFC 5545 (RRULE), for days. What is read: FREQ, INTERVAL, COUNT, UNTIL,
 * BYMONTH, BYMONTHDAY and BYDAY, with a number (1MO, -1FR) where the rule goes by month. Anything else is refused
 * rather than passed over, so that nobody is reminded on other days than the ones they wrote.
 */
import { addDays } from './working-days.ts';

export interface RecurrenceRule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count?: number;
  readonly until?: string;
  readonly months: readonly number[];
  /** 1–31, or -1–-31 from the end. */
  readonly monthDays: readonly number[];
  readonly weekdays: readonly { readonly weekday: number; readonly nth?: number }[];
}

const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);

/** The rule that a text says, or nothing where it says none that is understood. */
export function parseRecurrenceRule(text: string): RecurrenceRule | undefined {
  const parts = text
    .trim()
    .replace(/^RRULE:/iu, '')
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '')
    .map((part) => part.split('='));
  const values = new Map(parts.map(([name = '', value = '']) => [name.trim(), value.trim()]));
  if (values.size !== parts.length || parts.some((part) => part.length !== 2)) return undefined;
  if ([...values.keys()].some((name) => !known.has(name))) return undefined;
  // Weeks begin on Monday here; another beginning would move every second week.
  if (values.has('WKST') && values.get('WKST') !== 'MO') return undefined;
  const frequency = frequencies.find((one) => one === values.get('FREQ'));
  const interval = readNumber(values.get('INTERVAL') ?? '1', 1, 999);
  const months = readNumbers(values.get('BYMONTH'), 1, 12);
  const monthDays = readNumbers(values.get('BYMONTHDAY'), -31, 31);
  const weekdays = readWeekdays(values.get('BYDAY'));
  const count = values.has('COUNT') ? readNumber(values.get('COUNT') ?? '', 1, 9999) : 0;
  const until = values.has('UNTIL') ? readUntil(values.get('UNTIL') ?? '') : '';
  if (
    frequency === undefined ||
    interval === undefined ||
    months === undefined ||
    monthDays === undefined ||
    weekdays === undefined ||
    count === undefined ||
    until === undefined ||
    (count > 0 && until !== '')
  ) {
    return undefined;
  }
  const byMonth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && months.length > 0);
  if (weekdays.some(({ nth }) => nth !== undefined) && !byMonth) return undefined;
  if (frequency === 'WEEKLY' && monthDays.length > 0) return undefined;
  return {
    frequency,
    interval,
    months,
    monthDays,
    weekdays,
    ...(count > 0 && { count }),
    ...(until !== '' && { until }),
  };
}

/** The days of the rule from `start` to `last`, both included, as `yyyy-MM-dd` in order. */
export function daysOfRule(rule: RecurrenceRule, start: string, last: string): readonly string[] {
  const found: string[] = [];
  const end = rule.until !== undefined && rule.until < last ? rule.until : last;
  for (let day = start; day <= end; day = addDays(day, 1)) {
    if (!isDayOf(rule, start, day)) continue;
    found.push(day);
    if (found.length === rule.count) break;
  }
  return found;
}

function isDayOf(rule: RecurrenceRule, start: string, day: string): boolean {
  const [startYear, startMonth, startDay] = partsOf(start);
  const [year, month, dayOfMonth] = partsOf(day);
  if (unitsBetween(rule.frequency, start, day) % rule.interval !== 0) return false;
  if (rule.months.length > 0 && !rule.months.includes(month)) return false;
  const length = daysInMonth(year, month);
  if (rule.monthDays.length > 0 && !rule.monthDays.some((one) => one === dayOfMonth || length + 1 + one === dayOfMonth))
    return false;
  if (rule.weekdays.length > 0 && !rule.weekdays.some((one) => fitsWeekday(one, day, dayOfMonth, length))) return false;
  if (rule.monthDays.length > 0 || rule.weekdays.length > 0 || rule.frequency === 'DAILY') return true;
  if (rule.frequency === 'WEEKLY') return weekdayOf(day) === weekdayOf(start);
  if (dayOfMonth !== startDay) return false;
  return rule.frequency === 'MONTHLY' || rule.months.length > 0 || (month === startMonth && year >= startYear);
}

function fitsWeekday(
  { weekday, nth }: RecurrenceRule['weekdays'][number],
  day: string,
  dayOfMonth: number,
  length: number,
): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === undefined) return true;
  return nth > 0 ? Math.ceil(dayOfMonth / 7) === nth : Math.ceil((length - dayOfMonth + 1) / 7) === -nth;
}

function unitsBetween(frequency: RecurrenceRule['frequency'], start: string, day: string): number {
  const [startYear, startMonth] = partsOf(start);
  const [year, month] = partsOf(day);
  switch (frequency) {
    case 'DAILY':
      return dayNumber(day) - dayNumber(start);
    case 'WEEKLY':
      return (mondayOf(day) - mondayOf(start)) / 7;
    case 'MONTHLY':
      return (year - startYear) * 12 + month - startMonth;
    case 'YEARLY':
      return year - startYear;
  }
}

function readNumber(text: string, smallest: number, largest: number): number | undefined {
  const number = /^[+-]?\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
  return number >= smallest && number <= largest ? number : undefined;
}

function readNumbers(text: string | undefined, smallest: number, largest: number): readonly number[] | undefined {
  if (text === undefined) return [];
  const numbers = text.split(',').map((one) => readNumber(one, smallest, largest));
  return numbers.every((one): one is number => one !== undefined && one !== 0) ? numbers : undefined;
}

function readWeekdays(text: string | undefined): RecurrenceRule['weekdays'] | undefined {
  if (text === undefined) return [];
  const found = text.split(',').map((one) => {
    const [, number = '', name = ''] = /^([+-]?[1-5])?([A-Z]{2})$/u.exec(one) ?? [];
    const weekday = weekdayNames.indexOf(name);
    return { weekday, ...(number !== '' && { nth: Number(number) }) };
  });
  return found.some(({ weekday }) => weekday === -1) ? undefined : found;
}

function readUntil(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/u.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return Number.isNaN(Date.parse(`${year}-${month}-${day}`)) ? undefined : `${year}-${month}-${day}`;
}

function partsOf(day: string): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

function mondayOf(day: string): number {
  return dayNumber(day) - ((weekdayOf(day) + 6) % 7);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
