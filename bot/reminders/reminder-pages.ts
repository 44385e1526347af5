/** What the tab shows and changes of the reminders: a person's own choices, and the coordinator's picture of all. */
import { randomUUID } from 'node:crypto';
import type {
  MyRemindersAnswer,
  ReminderChoices,
  ReminderLine,
  ReminderRulesRequest,
  RemindersOverviewAnswer,
} from '../../shared/api/reminder-contract.ts';
import type { Person } from '../../shared/records/record-kind.ts';
import { addDays, dayInStockholm } from '../../shared/rules/working-days.ts';
import type { Caller } from '../records/records-service.ts';
import { readPreferences, readRules } from './read-people.ts';
import { createReminderStore } from './reminder-store.ts';
import type { ReminderRow } from './reminder-rows.ts';
import type { DeskParts } from './reminders-desk.ts';
import { savePreference } from './save-preference.ts';

export interface ReminderPages {
  mine(caller: Caller): Promise<MyRemindersAnswer>;
  /** Nothing where it could not be stored. */
  saveMine(caller: Caller, choices: ReminderChoices): Promise<MyRemindersAnswer | undefined>;
  /** Nothing for who may not oversee. */
  overview(caller: Caller): Promise<RemindersOverviewAnswer | undefined>;
  saveRules(caller: Caller, rules: ReminderRulesRequest): Promise<RemindersOverviewAnswer | 'notAllowed' | 'notStored'>;
}

const shown = 100;
const days = 30;
const runEveryMs = 5 * 60_000;
const unreachedStates = ['unreachable', 'failed', 'maybeDelivered'];

export function createReminderPages(parts: DeskParts): ReminderPages {
  const { db, records, boardId, now, wake } = parts;
  const store = createReminderStore(db, boardId);

  async function namesById(): Promise<ReadonlyMap<string, Person>> {
    return new Map((await records.persons(boardId)).map(({ person }) => [person.id, person]));
  }

  async function mine({ actor }: Caller): Promise<MyRemindersAnswer> {
    const [[preference], rules, rows, names] = await Promise.all([
      readPreferences(db, boardId, actor.personId),
      readRules(db, boardId, dayInStockholm(now())),
      store.list({ personId: actor.personId, limit: 20 }),
      namesById(),
    ]);
    const { personId: _personId, ...choices } = preference?.fields ?? {};
    return {
      choices: { ...choices, muted: choices.muted ?? [] },
      hours: { opensAt: rules.opensAt, closesAt: rules.closesAt },
      recent: rows.filter(({ state }) => state !== 'superseded').map((row) => lineOf(row, names)),
      leadsUnit: actor.roles.some(({ role }) => role === 'unitManager'),
      mayOversee: mayOversee({ actor }),
    };
  }

  async function overview(caller: Caller): Promise<RemindersOverviewAnswer | undefined> {
    if (!mayOversee(caller)) return undefined;
    const at = now();
    const since = `${addDays(dayInStockholm(at), -days)}T00:00:00.000Z`;
    const [run, counts, unreached, recent, rules, names] = await Promise.all([
      store.latestRun(),
      store.countByState(since),
      store.list({ states: unreachedStates, limit: shown }),
      store.list({ states: ['planned', 'held', 'sent', 'answered', 'snoozed', 'delegated', 'settled'], limit: shown }),
      readRules(db, boardId, dayInStockholm(at)),
      namesById(),
    ]);
    return {
      ...(run !== undefined && {
        lastRun: {
          startedAt: run.started_at,
          ...(run.finished_at !== null && { finishedAt: run.finished_at }),
          ...{ sent: run.sent, failed: run.failed },
        },
      }),
      nextRunAt: new Date((Math.floor(at.getTime() / runEveryMs) + 1) * runEveryMs).toISOString(),
      counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
      unreached: unreached.map((row) => lineOf(row, names)),
      recent: recent.map((row) => lineOf(row, names)),
      rules,
    };
  }

  return {
    mine,
    saveMine: async (caller, choices) => {
      const person = { id: caller.actor.personId, name: caller.actor.name };
      // What is left out is emptied: the form always sends all of it.
      const saved = await savePreference(parts, person, {
        pausedUntil: choices.pausedUntil ?? null,
        muted: choices.muted,
        absentFrom: choices.absentFrom ?? null,
        absentTo: choices.absentTo ?? null,
        deputy: choices.deputy ?? null,
        meetingOn: choices.meetingOn ?? null,
        meetingEveryWeeks: choices.meetingEveryWeeks ?? null,
      });
      if (saved.kind !== 'ok') return undefined;
      wake();
      return await mine(caller);
    },
    overview,
    saveRules: async (caller, { ladders, ...rules }) => {
      if (!mayOversee(caller)) return 'notAllowed';
      const system: Caller = { ...caller, actor: { ...caller.actor, system: true } };
      const rows = Object.entries(ladders).flatMap(([subject, rungs]) =>
        rungs.map((rung) => ({ id: randomUUID(), subject, ...rung })),
      );
      const fields = { ...rules, ladders: rows };
      const saved = await records.create(system, 'reminderConfiguration', { id: randomUUID(), fields });
      if (saved.kind !== 'ok') return 'notStored';
      wake();
      return (await overview(caller)) ?? 'notAllowed';
    },
  };
}

function mayOversee({ actor }: Pick<Caller, 'actor'>): boolean {
  return actor.roles.some(({ role }) => role === 'qualityCoordinator' || role === 'admin');
}

function lineOf(row: ReminderRow, names: ReadonlyMap<string, Person>): ReminderLine {
  const person = names.get(row.person_id);
  return {
    id: row.id,
    ...(person !== undefined && { person }),
    subject: row.subject,
    matterId: row.matter_id,
    ...(row.unit_id !== null && { unitId: row.unit_id }),
    ...(row.ref !== null && { ref: row.ref }),
    dueAt: row.due_at,
    state: row.state,
    ...(row.reason !== null && { reason: row.reason }),
  };
}
