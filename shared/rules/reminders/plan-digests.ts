/** One digest a week instead of single cards, for whoever has many open matters (`domain.md` (ii), Monday digest). */
import { addDays, dayInStockholm } from '../working-days.ts';
import { openingOn } from './open-hours.ts';
import type { NewReminder, ReminderState } from './reminder-row.ts';
import type { ReminderRules } from './reminder-rules.ts';

export interface DigestPlan {
  readonly rows: readonly NewReminder[];
  /** What becomes of a single card to the person that may be folded. */
  readonly stateOf: (personId: string) => { readonly state: ReminderState; readonly reason?: string };
}

/**
 * `openCounts`: how many matters each person has before them. The digest is due once a week, as the hours open on the
 * first working day; when no run was made that day the next one makes up for it.
 */
export function planDigests(
  openCounts: ReadonlyMap<string, number>,
  rules: ReminderRules,
  now: Date,
  lastRunAt: string | undefined,
): DigestPlan {
  const today = dayInStockholm(now);
  const monday = addDays(today, -((new Date(today).getUTCDay() + 6) % 7));
  const dueAt = openingOn(monday, rules);
  const isDue = dueAt <= now.toISOString() && (lastRunAt ?? '') < dueAt;
  const isMany = (personId: string) => (openCounts.get(personId) ?? 0) >= rules.digestFrom;
  const rowFor = (personId: string): NewReminder => ({
    personId,
    subject: 'digest',
    matterId: personId,
    stage: 'week',
    deadline: monday,
    step: '0',
    dueAt,
    part: 'digest',
    acute: false,
    snoozes: 0,
    state: 'planned',
  });
  return {
    rows: isDue ? [...openCounts.keys()].filter(isMany).map(rowFor) : [],
    stateOf: (personId) =>
      !isMany(personId) ? { state: 'planned' } : isDue ? { state: 'inDigest', reason: dueAt } : { state: 'held' },
  };
}
