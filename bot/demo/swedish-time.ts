const dayMs = 24 * 60 * 60 * 1000;
const timeZone = 'Europe/Stockholm';
const dayFormat = new Intl.DateTimeFormat('sv', { timeZone });
const hourFormat = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });

/** The instant of a Swedish wall-clock time (`HH:MM`) on the day that lies `daysAgo` days before `now`. */
export function swedishInstant(now: Date, daysAgo: number, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const day = swedishDay(new Date(now.getTime() - daysAgo * dayMs));
  const asUtc = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  const offset = offsetMs(new Date(asUtc));
  return new Date(asUtc - offset);
}

/** `yyyy-MM-dd` in Stockholm. */
export function swedishDay(instant: Date): string {
  return dayFormat.format(instant);
}

/** How far Stockholm is ahead of UTC, near enough for invented events. */
function offsetMs(instant: Date): number {
  return ((Number(hourFormat.format(instant)) - instant.getUTCHours() + 24) % 24) * 60 * 60 * 1000;
}
