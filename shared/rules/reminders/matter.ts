import { addDays, addWorkingDays, dayInStockholm, isWorkingDay } from '../working-days.ts';
import { openingOn } from './open-hours.ts';
import type { Audience, ReminderRules, ReminderSubject, Rung } from './reminder-rules.ts';

/** Something that has to be told at once, at any hour, and only once. */
export interface Alert {
  readonly name: 'acute' | 'privacy';
  readonly to: readonly Audience[];
}

/** What somebody can be reminded of: a record, or a unit, that waits for a step in one of its states. */
export interface Matter {
  readonly subject: ReminderSubject;
  /** Id of the record, or of the unit for what a unit is asked. */
  readonly id: string;
  readonly unitId?: string;
  readonly ref?: string;
  /** The state that waits to be left. Together with the deadline it tells one waiting from the next. */
  readonly stage: string;
  /** `yyyy-MM-dd`. */
  readonly deadline: string;
  /** ISO instant since when it waits: no rung lies before. */
  readonly since: string;
  /** Who takes the next step, by person id; nobody where no one holds the role. */
  readonly responsible: readonly string[];
  /** Never told, whatever their role (`implicatedPersons`, `design.md` 1.6). */
  readonly never?: readonly string[];
  readonly alerts?: readonly Alert[];
}

/** A rung of one matter with its name and its moment. */
export interface ReachedRung {
  readonly step: string;
  /** ISO instant at which it is to be sent. */
  readonly dueAt: string;
  readonly to: readonly Audience[];
  readonly acute: boolean;
}

/** One waiting of one matter: what its rows share. */
export function matterKey({ subject, id, stage, deadline }: Pick<Matter, 'subject' | 'id' | 'stage' | 'deadline'>) {
  return `${subject} ${id} ${stage} ${deadline}`;
}

/** Working days before a day count backwards: Monday − 1 is Friday. */
function rungDay(deadline: string, { days, working }: Rung): string {
  if (working !== true) return addDays(deadline, days);
  if (days >= 0) return addWorkingDays(deadline, days);
  let reached = deadline;
  for (let left = -days; left > 0;) {
    reached = addDays(reached, -1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/**
 * What of the matter's ladder has come by now, in order. A rung whose moment was past before the matter began to wait is
 * none: a self-check planned ten days ahead gets no card for fourteen.
 */
export function reachedRungs(matter: Matter, rules: ReminderRules, now: Date): readonly ReachedRung[] {
  const at = now.toISOString();
  const alerts = (matter.alerts ?? []).map(({ name, to }) => ({ step: name, dueAt: matter.since, to, acute: true }));
  const begun = dayInStockholm(matter.since);
  const rungs = rules.ladders[matter.subject]
    .map((rung) => ({ rung, day: rungDay(matter.deadline, rung) }))
    // On the very day the matter began, the card is for what is due that day or later.
    .filter(({ day }) => day >= begun)
    .map(({ rung, day }) => ({
      step: `${rung.days > 0 ? '+' : ''}${String(rung.days)}`,
      dueAt: openingOn(day, rules),
      to: rung.to,
      acute: false,
    }))
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return [...alerts, ...rungs].filter(({ dueAt }) => dueAt <= at);
}
