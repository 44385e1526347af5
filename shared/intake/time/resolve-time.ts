/**
 * From the words about time to an interval in UTC. What is reported has happened: an interval of the past never begins
 * after the message, and ends with it at the latest.
 */
import { DateTime } from 'luxon';
import type { Interval } from '../../records/record-kind.ts';
import type { TimeDirection, TimeExpression } from './find-time.ts';
import { resolveDay, type Span } from './resolve-day.ts';
import { stockholmZone } from './stockholm-zone.ts';
import type { Clock, ClockTime, PartOfDay } from './time-pieces.ts';

/** Hours from the start of the day; a night goes on into the next morning. */
const hoursOfPart: Readonly<Record<PartOfDay, readonly [from: number, to: number]>> = {
  morning: [5, 10],
  forenoon: [8, 12],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [17, 24],
  night: [22, 30],
  day: [7, 17],
};

export function resolveTime(expression: TimeExpression, moment: Date, direction: TimeDirection): Interval | undefined {
  const now = DateTime.fromJSDate(moment, { zone: stockholmZone });
  if (!now.isValid) return undefined;
  const span = spanOf(expression, now, direction);
  if (span === undefined) return undefined;
  const isPast = direction === 'past' || (expression.isSince && span.from <= now);
  if (!isPast) return toInterval(span);
  if (span.from > now) return undefined;
  const to = expression.isSince || span.to > now ? now : span.to;
  return toInterval({ ...span, to });
}

function toInterval({ from, to, precision }: Span): Interval {
  return { from: from.toUTC().toJSDate().toISOString(), to: to.toUTC().toJSDate().toISOString(), precision };
}

function spanOf(expression: TimeExpression, now: DateTime, direction: TimeDirection): Span | undefined {
  const { date, part, clock } = expression;
  const isPast = direction !== 'future';
  if (part === undefined) {
    const day = date === undefined ? undefined : resolveDay(date, now, direction);
    if (date !== undefined && day === undefined) return undefined;
    return clock === undefined ? day : clockOnDay(clock, day, now, direction);
  }
  const day = date === undefined ? undefined : resolveDay(date, now, direction);
  if (date !== undefined && day === undefined) return undefined;
  if (day !== undefined && day.precision !== 'day')
    return clock === undefined ? day : clockOnDay(clock, day, now, direction);
  const isToday = date === undefined || (date.type === 'dayOffset' && date.days === 0);
  let start = (day?.from ?? dayOfPart(part, now, isPast)).startOf('day');
  let span = partOf(part, start, clock);
  // "ikväll kl 20", written in the afternoon about what has happened, was yesterday.
  const isBackwards = isPast && span.from > now && (isToday || date.type === 'weekday');
  if (isBackwards) {
    start = start.minus({ days: isToday ? 1 : 7 });
    span = partOf(part, start, clock);
  }
  return span;
}

/** The night that "i natt" means: before noon the one just past, also later in the day when it has happened. */
function dayOfPart(part: PartOfDay, now: DateTime, isPast: boolean): DateTime {
  if (part !== 'night') return now.startOf('day');
  const isNightNow = now.hour >= 22;
  if (isNightNow || (!isPast && now.hour >= 12)) return now.startOf('day');
  return now.minus({ days: 1 }).startOf('day');
}

function partOf(part: PartOfDay, day: DateTime, clock: Clock | undefined): Span {
  const [fromHour, toHour] = hoursOfPart[part];
  const span: Span = { from: atHour(day, fromHour), to: atHour(day, toHour), precision: 'partOfDay' };
  if (clock === undefined) return span;
  const moments = [day, day.plus({ days: 1 })].flatMap((start) =>
    readingsOf(clock.time, true).map((time) => at(start, time)),
  );
  const margin = { hours: 2 };
  const inside =
    moments.find((moment) => moment >= span.from && moment < span.to) ??
    moments.find((moment) => moment >= span.from.minus(margin) && moment < span.to.plus(margin));
  return clockSpan(clock, inside ?? at(day, clock.time));
}

function atHour(day: DateTime, hour: number): DateTime {
  return hour < 24 ? day.set({ hour }) : day.plus({ days: 1 }).set({ hour: hour - 24 });
}

function at(day: DateTime, time: ClockTime): DateTime {
  return day.startOf('day').set({ hour: time.hour, minute: time.minute });
}

/** "halv nio" is also half past eight in the evening; "kl 8" is too where a part of the day says so. */
function readingsOf(time: ClockTime, hasPart: boolean): readonly ClockTime[] {
  const canBeLater = time.hour <= 12 && (time.inWords || hasPart);
  return canBeLater ? [time, { ...time, hour: (time.hour + 12) % 24 }] : [time];
}

function clockOnDay(clock: Clock, day: Span | undefined, now: DateTime, direction: TimeDirection): Span | undefined {
  const isPast = direction !== 'future';
  if (day !== undefined && day.precision !== 'day') return day;
  const readings = readingsOf(clock.time, false).toSorted((one, other) => likelihood(one) - likelihood(other));
  if (day !== undefined) {
    const moments = readings.map((time) => at(day.from, time));
    const fitting = isPast ? moments.find((moment) => moment <= now) : moments[0];
    // The hour has not come yet, so it is misread or mistyped: the day alone is certain.
    return fitting === undefined ? day : clockSpan(clock, fitting);
  }
  const moments = readings.map((time) => {
    const moment = at(now, time);
    if (isPast) return moment > now ? at(now.minus({ days: 1 }), time) : moment;
    return moment < now ? at(now.plus({ days: 1 }), time) : moment;
  });
  const nearest = moments.toSorted((one, other) =>
    isPast ? other.toMillis() - one.toMillis() : one.toMillis() - other.toMillis(),
  )[0];
  return nearest === undefined ? undefined : clockSpan(clock, nearest);
}

/** Of a time in words, the reading by daylight comes first. */
function likelihood(time: ClockTime): number {
  return time.hour >= 7 && time.hour < 19 ? 0 : 1;
}

function clockSpan(clock: Clock, from: DateTime): Span {
  if (clock.until !== undefined) {
    const until = readingsOf(clock.until, true)
      .flatMap((time) => [at(from, time), at(from.plus({ days: 1 }), time)])
      .toSorted((one, other) => one.toMillis() - other.toMillis())
      .find((moment) => moment > from);
    return { from, to: until ?? from.plus({ hours: 1 }), precision: 'hour' };
  }
  if (clock.isApproximate)
    return { from: from.minus({ minutes: 30 }), to: from.plus({ minutes: 30 }), precision: 'hour' };
  if (clock.time.hasMinutes) return { from, to: from.plus({ minutes: 1 }), precision: 'minute' };
  return { from, to: from.plus({ hours: 1 }), precision: 'hour' };
}
