import { DateTime } from 'luxon';

const zone = 'Europe/Stockholm';

/** A moment on the clock of Stockholm, where every deadline is counted. */
export function inStockholm(instant: string | Date): DateTime {
  return (typeof instant === 'string' ? DateTime.fromISO(instant) : DateTime.fromJSDate(instant)).setZone(zone);
}

/** Days off on a fixed date: public holidays and the eves that are free by agreement, as MM-dd. */
const fixedDaysOff = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'];
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension. Easter Sunday and Pentecost are Sundays. */
const easterDaysOff = [-2, 1, 39];

const daysOffOf = new Map<number, ReadonlySet<string>>();

/** Whether people work in the municipality's offices on that day: Monday to Friday, no holiday. */
export function isWorkingDay(day: DateTime): boolean {
  if (day.weekday > 5) return false;
  const daysOff = daysOffOf.get(day.year) ?? listDaysOff(day.year);
  daysOffOf.set(day.year, daysOff);
  return !daysOff.has(day.toFormat('MM-dd'));
}

function listDaysOff(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const summer = DateTime.fromObject({ year, month: 6, day: 19 });
  // Midsummer Eve is the Friday between 19 and 25 June.
  const midsummerEve = summer.plus({ days: (5 - summer.weekday + 7) % 7 });
  const moving = [...easterDaysOff.map((days) => easter.plus({ days })), midsummerEve];
  return new Set([...fixedDaysOff, ...moving.map((day) => day.toFormat('MM-dd'))]);
}

/** The last moment of the `count`th working day after `from`: Friday + 2 is Tuesday, where no holiday lies between. */
export function endOfWorkingDay(from: DateTime, count: number): DateTime {
  let day = from.startOf('day');
  for (let left = count; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day.endOf('day');
}

/** Easter Sunday by the Gregorian computus (Butcher). */
function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return DateTime.fromObject({ year, month: Math.floor(f / 31), day: (f % 31) + 1 }, { zone });
}
