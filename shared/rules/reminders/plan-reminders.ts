/** What a run of the reminders does, decided in one place from what is open, who there is, and what was sent before. */
import { dayInStockholm } from '../working-days.ts';
import { matterKey } from './matter.ts';
import type { Matter } from './matter.ts';
import { planDigests } from './plan-digests.ts';
import { planMatter } from './plan-matter.ts';
import type { PlanGround } from './plan-matter.ts';
import { isAbsent, keyOfRow, personAndMatter } from './reminder-row.ts';
import type { Directory, KnownReminder, NewReminder, PersonChoice, ReminderState } from './reminder-row.ts';
import type { ReminderRules } from './reminder-rules.ts';

export interface PlanInput {
  /** Every open matter, also those with nothing due: a row about any other is settled. */
  readonly matters: readonly Matter[];
  /** Rows of open matters, and all that are not at their end. */
  readonly known: readonly KnownReminder[];
  readonly rules: ReminderRules;
  readonly directory: Directory;
  readonly choices: ReadonlyMap<string, PersonChoice>;
  readonly now: Date;
  /** When the run before was; a digest that was due since is made up for. */
  readonly lastRunAt?: string;
}

export interface StateChange {
  readonly id: string;
  readonly state: ReminderState;
  readonly reason?: string;
}

export interface ReminderPlan {
  readonly rows: readonly NewReminder[];
  readonly changes: readonly StateChange[];
}

/** Questions and the unit's own page need their buttons, so they are never folded into a digest. */
const alone: ReadonlySet<string> = new Set(['silentUnit', 'meeting']);
const unsent: ReadonlySet<ReminderState> = new Set(['planned', 'held']);
const unsettled: ReadonlySet<ReminderState> = new Set(['planned', 'held', 'sent', 'snoozed', 'maybeDelivered']);

export function planReminders(input: PlanInput): ReminderPlan {
  const { matters, known, rules, now } = input;
  const open = new Map(matters.map((matter) => [matterKey(matter), matter]));
  const ground: PlanGround = {
    ...input,
    known: Map.groupBy(known, (row) => `${row.personId} ${keyOfRow(row)}`),
    knownOf: Map.groupBy(known, keyOfRow),
  };
  const plans = matters.map((matter) => ({ matter, ...planMatter(matter, ground) }));
  const fresh = withoutRepeats(plans.flatMap(({ rows }) => rows));
  const freshKeys = new Set(fresh.map((row) => `${row.personId} ${keyOfRow(row)}`));

  const changes: StateChange[] = known.flatMap((row): StateChange[] => {
    if (row.subject === 'digest' || !unsettled.has(row.state)) return [];
    if (!open.has(keyOfRow(row))) return [{ id: row.id, state: 'settled', reason: 'settledElsewhere' }];
    // A later rung is to be sent now: the earlier card that never went out gives way to it.
    if (unsent.has(row.state) && !row.acute && freshKeys.has(`${row.personId} ${keyOfRow(row)}`))
      return [{ id: row.id, state: 'superseded', reason: 'laterRung' }];
    return [];
  });
  const ended = new Set(changes.map(({ id }) => id));

  const digest = planDigests(countOpen(plans), rules, now, input.lastRunAt);
  const openTo = new Set(plans.flatMap(({ matter, open: people }) => people.map((id) => personAndMatter(id, matter))));
  const moved = known.flatMap((row): StateChange[] => {
    if (!unsent.has(row.state) || row.acute || row.subject === 'digest' || ended.has(row.id)) return [];
    const isTheirs = openTo.has(`${row.personId} ${keyOfRow(row)}`);
    const wanted = isTheirs
      ? mayFold(row)
        ? digest.stateOf(row.personId)
        : { state: 'planned' as const }
      : withheld(row.personId, input);
    return wanted.state === row.state ? [] : [{ id: row.id, ...wanted }];
  });
  return {
    rows: [
      ...fresh.map((row) => (mayFold(row) ? { ...row, ...digest.stateOf(row.personId) } : row)),
      ...known.flatMap((row) => returned(row, ground, open, freshKeys, openTo)),
      ...digest.rows,
    ],
    changes: [...changes, ...moved],
  };
}

function mayFold({ state, acute, subject, snoozes }: NewReminder | KnownReminder): boolean {
  return unsent.has(state) && !acute && subject !== 'digest' && !alone.has(subject) && snoozes === 0;
}

/** What was planned for somebody who is not to get it now: kept for who is away, ended for the rest. */
function withheld(personId: string, { choices, now }: PlanInput): Omit<StateChange, 'id'> {
  const choice = choices.get(personId);
  const today = dayInStockholm(now);
  if (choice !== undefined && isAbsent(choice, today)) return { state: 'held' };
  if (choice !== undefined && (choice.muted.length > 0 || (choice.pausedUntil ?? '') >= today))
    return { state: 'paused', reason: 'byRecipient' };
  return { state: 'superseded', reason: 'notTheirsAnyMore' };
}

/** How many matters each person has before them. */
function countOpen(
  plans: readonly { readonly matter: Matter; readonly open: readonly string[] }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { matter, open } of plans) {
    if (alone.has(matter.subject)) continue;
    for (const personId of open) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  }
  return counts;
}

/** A snoozed card comes back when its time is over, unless a later rung has come to the person in the meantime. */
function returned(
  row: KnownReminder,
  { known, now }: PlanGround,
  open: ReadonlyMap<string, Matter>,
  freshKeys: ReadonlySet<string>,
  openTo: ReadonlySet<string>,
): readonly NewReminder[] {
  const { snoozedTo } = row;
  if (row.state !== 'snoozed' || snoozedTo === undefined || snoozedTo > now.toISOString()) return [];
  const matter = open.get(keyOfRow(row));
  const place = `${row.personId} ${keyOfRow(row)}`;
  // Who is away gets it when they are back.
  if (matter === undefined || freshKeys.has(place) || !openTo.has(place)) return [];
  const rows = known.get(personAndMatter(row.personId, matter)) ?? [];
  if (rows.some(({ dueAt }) => dueAt > row.dueAt)) return [];
  const { personId, subject, matterId, stage, deadline, step, part, acute, snoozes } = row;
  return [
    {
      ...{ personId, subject, matterId, stage, deadline, step, part, acute },
      dueAt: snoozedTo,
      ...(matter.unitId !== undefined && { unitId: matter.unitId }),
      ...(matter.ref !== undefined && { ref: matter.ref }),
      snoozes: snoozes + 1,
      state: 'planned',
    },
  ];
}

/** Two roads can lead to one person; the first counts. */
function withoutRepeats(rows: readonly NewReminder[]): readonly NewReminder[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = `${row.personId} ${keyOfRow(row)} ${row.step}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
