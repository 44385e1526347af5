import { stockholmDayAndTime } from '../../components/record-form/stockholm-time.ts';

/** The day that calendars in Stockholm show, `yyyy-MM-dd`. */
export function todayInStockholm(now: Date = new Date()): string {
  return stockholmDayAndTime(now.toISOString())?.day ?? now.toISOString().slice(0, 10);
}
