import type { Interval } from '../../../shared/records/record-kind.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The day (`yyyy-MM-dd`) and time (`HH:mm`) that clocks in Stockholm show at an ISO instant. */
export function stockholmDayAndTime(instant: string): { readonly day: string; readonly time: string } | undefined {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return undefined;
  const [day = '', time = ''] = wallClock.format(date).split(' ');
  return { day, time };
}

/** The ISO instant (UTC) at which clocks in Stockholm show this day and time; undefined when they are no day and time. */
export function stockholmInstant(day: string, time: string): string | undefined {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(asUtc)) return undefined;
  let instant = asUtc;
  // Twice: the first guess may lie on the other side of a change to or from summer time.
  for (let turn = 0; turn < 2; turn += 1) {
    const shown = stockholmDayAndTime(new Date(instant).toISOString());
    if (shown === undefined) return undefined;
    instant += asUtc - Date.parse(`${shown.day}T${shown.time}:00.000Z`);
  }
  return new Date(instant).toISOString();
}

/** What a form's day and time mean as a stretch of time: a minute when the time is given, else the whole day. */
export function intervalOf(day: string, time: string): Interval | undefined {
  if (time !== '') {
    const at = stockholmInstant(day, time);
    return at === undefined ? undefined : { from: at, to: at, precision: 'minute' };
  }
  const from = stockholmInstant(day, '00:00');
  const nextDay = new Date(Date.parse(`${day}T12:00:00Z`) + dayMs);
  if (from === undefined || Number.isNaN(nextDay.getTime())) return undefined;
  const to = stockholmInstant(nextDay.toISOString().slice(0, 10), '00:00');
  return to === undefined ? undefined : { from, to, precision: 'day' };
}
