/** What days a date reference means, seen from `now` in Stockholm. */
import { DateTime } from 'luxon';
import type { IntervalPrecision } from '../../records/record-kind.ts';
import type { TimeDirection } from './find-time.ts';
import type { DateReference, Holiday, TimeUnit } from './time-pieces.ts';

export interface Span {
  readonly from: DateTime;
  /** The first moment after it. */
  readonly to: DateTime;
  readonly precision: IntervalPrecision;
}

type ReferenceOf<Type extends DateReference['type']> = Extract<DateReference, { readonly type: Type }>;

export function resolveDay(date: DateReference, now: DateTime, direction: TimeDirection): Span | undefined {
  const today = now.startOf('day');
  switch (date.type) {
    case 'dayOffset':
      return days(today.plus({ days: date.days }), 1, 'day');
    case 'lastDays':
      return { from: today.minus({ days: date.days }), to: now, precision: 'week' };
    case 'justNow':
      return { from: now.minus({ minutes: date.minutes }), to: now, precision: 'hour' };
    case 'weekday':
      return days(weekdayNear(date, today, direction), 1, 'day');
    case 'calendar':
      return calendarDay(date, today, direction);
    case 'week':
      return isoWeek(date, today, direction);
    case 'weekend':
      return weekend(date, today, direction);
    case 'offset':
      return offsetSpan(date, today);
    case 'month':
      return monthSpan(date, today, direction);
    case 'season':
      return seasonSpan(date, today, direction);
    case 'holiday':
      return holidaySpan(date.name, today, direction);
    case 'ago':
      return stepped(now, -date.count, date.unit);
    case 'ahead':
      return stepped(now, date.count, date.unit);
    case 'nightTowards': {
      const day = resolveDay(date.day, now, direction)?.from;
      return day === undefined ? undefined : days(day.minus({ days: 1 }), 1, 'day');
    }
  }
}

function days(from: DateTime, count: number, precision: IntervalPrecision): Span {
  return { from, to: from.plus({ days: count }), precision };
}

function weekdayNear(date: ReferenceOf<'weekday'>, today: DateTime, direction: TimeDirection): DateTime {
  const since = (today.weekday - date.weekday + 7) % 7;
  if (date.which === 'weekBefore')
    return today
      .startOf('week')
      .minus({ weeks: 1 })
      .plus({ days: date.weekday - 1 });
  if (date.which === 'latest') return today.minus({ days: since === 0 ? 7 : since });
  if (direction === 'past') return today.minus({ days: since });
  if (direction === 'either' && date.which === 'bare') return today.minus({ days: since });
  return today.plus({ days: 7 - since });
}

/** Without a year the latest such day, or the next one for what lies ahead. */
function calendarDay(date: ReferenceOf<'calendar'>, today: DateTime, direction: TimeDirection): Span | undefined {
  const isAhead = direction === 'future';
  if (date.month === undefined) {
    const months = [0, 1, 2].map((count) => today.startOf('month').plus({ months: isAhead ? count : -count }));
    const candidates = months.map((month) => month.set({ day: date.day })).filter((day) => day.day === date.day);
    return firstThat(candidates, today, isAhead);
  }
  const { month, day } = date;
  const years =
    date.year === undefined ? [0, 1, 2, 3, 4].map((count) => today.year + (isAhead ? count : -count)) : [date.year];
  const candidates = years
    .map((year) => DateTime.fromObject({ year, month, day }, { zone: today.zone }))
    .filter((candidate) => candidate.isValid);
  if (date.year !== undefined) return candidates[0] === undefined ? undefined : days(candidates[0], 1, 'day');
  return firstThat(candidates, today, isAhead);
}

function firstThat(candidates: readonly DateTime[], today: DateTime, isAhead: boolean): Span | undefined {
  const fitting = candidates.find((day) => (isAhead ? day >= today : day <= today));
  return fitting === undefined ? undefined : days(fitting, 1, 'day');
}

function isoWeek(date: ReferenceOf<'week'>, today: DateTime, direction: TimeDirection): Span | undefined {
  const isAhead = direction === 'future';
  const years =
    date.year === undefined ? [today.weekYear, today.weekYear + (isAhead ? 1 : -1), today.weekYear - 2] : [date.year];
  for (const weekYear of years) {
    const monday = DateTime.fromObject({ weekYear, weekNumber: date.week, weekday: 1 }, { zone: today.zone });
    if (!monday.isValid) continue;
    const fits = date.year !== undefined || (isAhead ? monday.plus({ weeks: 1 }) > today : monday <= today);
    if (!fits) continue;
    return date.weekday === undefined
      ? days(monday, 7, 'week')
      : days(monday.plus({ days: date.weekday - 1 }), 1, 'day');
  }
  return undefined;
}

/** Saturday and Sunday; on a weekend "i helgen" is this one. */
function weekend(date: ReferenceOf<'weekend'>, today: DateTime, direction: TimeDirection): Span {
  const thisSaturday = today.startOf('week').plus({ days: 5 });
  const isAhead = direction === 'future' || date.weeks > 0;
  const saturday = thisSaturday <= today || isAhead ? thisSaturday : thisSaturday.minus({ weeks: 1 });
  return days(saturday, 2, 'day');
}

function offsetSpan(date: ReferenceOf<'offset'>, today: DateTime): Span {
  const start = today.startOf(date.unit);
  const from = start.plus({ [`${date.unit}s`]: date.count });
  if (date.weekday !== undefined) return days(from.plus({ days: date.weekday - 1 }), 1, 'day');
  return { from, to: from.plus({ [`${date.unit}s`]: 1 }), precision: date.unit };
}

function monthSpan(date: ReferenceOf<'month'>, today: DateTime, direction: TimeDirection): Span {
  const thisYear = today.startOf('year').set({ month: date.month });
  let from = date.year === undefined ? thisYear : thisYear.set({ year: date.year });
  if (date.year === undefined && direction === 'future' && from < today.startOf('month'))
    from = from.plus({ years: 1 });
  if (date.year === undefined && direction !== 'future' && from > today) from = from.minus({ years: 1 });
  return { from, to: from.plus({ months: 1 }), precision: 'month' };
}

function seasonSpan(date: ReferenceOf<'season'>, today: DateTime, direction: TimeDirection): Span {
  const length = ((date.lastMonth - date.firstMonth + 12) % 12) + 1;
  let from = today.startOf('year').set({ month: date.firstMonth });
  if (direction === 'future' && from.plus({ months: length }) <= today) from = from.plus({ years: 1 });
  if (direction !== 'future' && from > today) from = from.minus({ years: 1 });
  return { from, to: from.plus({ months: length }), precision: 'month' };
}

function stepped(now: DateTime, count: number, unit: TimeUnit): Span {
  const moment = now.plus({ [`${unit}s`]: count });
  if (unit === 'minute')
    return { from: moment.startOf('minute'), to: moment.startOf('minute').plus({ minutes: 1 }), precision: 'minute' };
  if (unit === 'hour')
    return { from: moment.minus({ minutes: 30 }), to: moment.plus({ minutes: 30 }), precision: 'hour' };
  if (unit === 'day') return days(moment.startOf('day'), 1, 'day');
  return { from: moment.startOf(unit), to: moment.startOf(unit).plus({ [`${unit}s`]: 1 }), precision: unit };
}

function holidaySpan(name: Holiday, today: DateTime, direction: TimeDirection): Span | undefined {
  const isAhead = direction === 'future';
  const years = [today.year, today.year + (isAhead ? 1 : -1)];
  const candidates = years.map((year) => holidayIn(name, today.startOf('year').set({ year })));
  const fitting = candidates.find((day) => (isAhead ? day >= today : day <= today));
  if (fitting === undefined) return undefined;
  return days(fitting, name === 'christmas' ? 3 : name === 'easter' ? 4 : 1, 'day');
}

function holidayIn(name: Holiday, year: DateTime): DateTime {
  const on = (month: number, day: number): DateTime => year.set({ month, day });
  const easter = easterDay(year);
  /** The first such weekday on or after the date. */
  const weekdayFrom = (day: DateTime, weekday: number): DateTime => day.plus({ days: (weekday - day.weekday + 7) % 7 });
  const all: Readonly<Record<Holiday, () => DateTime>> = {
    christmasEve: () => on(12, 24),
    christmas: () => on(12, 24),
    christmasDay: () => on(12, 25),
    boxingDay: () => on(12, 26),
    newYearsEve: () => on(12, 31),
    newYearsDay: () => on(1, 1),
    epiphany: () => on(1, 6),
    goodFriday: () => easter.minus({ days: 2 }),
    easter: () => easter.minus({ days: 2 }),
    easterEve: () => easter.minus({ days: 1 }),
    easterDay: () => easter,
    easterMonday: () => easter.plus({ days: 1 }),
    walpurgis: () => on(4, 30),
    firstOfMay: () => on(5, 1),
    ascension: () => easter.plus({ days: 39 }),
    nationalDay: () => on(6, 6),
    midsummerEve: () => weekdayFrom(on(6, 19), 5),
    midsummerDay: () => weekdayFrom(on(6, 20), 6),
    allSaints: () => weekdayFrom(on(10, 31), 6),
    lucia: () => on(12, 13),
  };
  return all[name]();
}

/** Gauss's rule in the form of Meeus, Jones and Butcher. */
function easterDay(yearStart: DateTime): DateTime {
  const { year } = yearStart;
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const total = h + l - 7 * m + 114;
  return yearStart.set({ month: Math.floor(total / 31), day: (total % 31) + 1 });
}
