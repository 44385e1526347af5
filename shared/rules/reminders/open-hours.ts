/** When people may be reminded: working days between two hours in Stockholm, whatever the clock was set to that night. */
import { DateTime } from 'luxon';
import { addDays, dayInStockholm, isWorkingDay } from '../working-days.ts';
import type { ReminderRules } from './reminder-rules.ts';

const zone = 'Europe/Stockholm';
type Hours = Pick<ReminderRules, 'opensAt' | 'closesAt'>;

/** The instant at which the clocks of Stockholm show that full hour on that day, as ISO text in UTC. */
export function atHour(day: string, hour: number): string {
  return new Date(DateTime.fromISO(day, { zone }).set({ hour }).toMillis()).toISOString();
}

/** The day itself, or the first working day after it. */
export function workingDayFrom(day: string): string {
  let reached = day;
  while (!isWorkingDay(reached)) reached = addDays(reached, 1);
  return reached;
}

/** When a reminder meant for a day is sent: as the hours open that day, or on the first working day after it. */
export function openingOn(day: string, { opensAt }: Hours): string {
  return atHour(workingDayFrom(day), opensAt);
}

export function isOpen(now: Date, { opensAt, closesAt }: Hours): boolean {
  const day = dayInStockholm(now);
  const at = now.toISOString();
  return isWorkingDay(day) && at >= atHour(day, opensAt) && at < atHour(day, closesAt);
}

/** Now, where the hours are open; else as they open next. */
export function nextOpening(now: Date, hours: Hours): string {
  if (isOpen(now, hours)) return now.toISOString();
  const today = dayInStockholm(now);
  const opening = openingOn(today, hours);
  return opening > now.toISOString() ? opening : openingOn(addDays(today, 1), hours);
}
