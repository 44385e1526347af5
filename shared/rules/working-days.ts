/**
 * Days of Stockholm, where every deadline is counted, as `yyyy-MM-dd`. luxon knows the zone; the counting is done on
 * day numbers, and answers are kept, since a start page dates hundreds of records.
 */
import { DateTime } from 'luxon';

const zone = 'Europe/Stockholm';
const dayMs = 86_400_000;

/** Days off on a fixed date: public holidays and the eves that are free by agreement, as MM-dd. */
const fixedDaysOff = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'];
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension. Easter Sunday and Pentecost are Sundays. */
const easterDaysOff = [-2, 1, 39];

/** The same answer without working it out again; forgets everything now and then rather than growing. */
function remembered<Answer>(work: (key: string) => Answer): (key: string) => Answer {
  const kept = new Map<string, Answer>();
  return (key) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size > 10_000) kept.clear();
    const answer = work(key);
    kept.set(key, answer);
    return answer;
  };
}

// No zone begins a day inside an hour of UTC here, so all instants of an hour lie on one day.
const dayOfHour = remembered(
  (hour) => DateTime.fromISO(`${hour}:00:00.000Z`, { zone }).toISODate() ?? hour.slice(0, 10),
);

/** The day on which an instant (ISO text in UTC, or a Date) lies in Stockholm. */
export function dayInStockholm(instant: string | Date): string {
  return dayOfHour((typeof instant === 'string' ? instant : instant.toISOString()).slice(0, 13));
}

/** The last millisecond of a day, as ISO text in UTC. */
export const endOfDay = remembered((day) =>
  new Date(DateTime.fromISO(day, { zone }).endOf('day').toMillis()).toISOString(),
);

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** The `count`th working day after `day`: Friday + 2 is Tuesday, where no holiday lies between. */
export function addWorkingDays(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Whether people work in the municipality's offices on that day: Monday to Friday, no holiday. */
export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !daysOffIn(day.slice(0, 4)).has(day);
}

const daysOffIn = remembered((year): ReadonlySet<string> => {
  const easter = easterSunday(Number(year));
  const summer = `${year}-06-19`;
  // Midsummer Eve is the Friday between 19 and 25 June.
  const midsummerEve = addDays(summer, (5 - weekdayOf(summer) + 7) % 7);
  return new Set([
    ...fixedDaysOff.map((date) => `${year}-${date}`),
    ...easterDaysOff.map((days) => addDays(easter, days)),
    midsummerEve,
  ]);
});

function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** Easter Sunday by the Gregorian computus (Butcher). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1)).toISOString().slice(0, 10);
}
