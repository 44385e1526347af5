import type { Kysely } from 'kysely';
import type { ConversationAddress } from '../../bot/chat/bot-port.ts';
import { createTabLinks } from '../../bot/chat/tab-links.ts';
import type { Database } from '../../bot/database/schema.ts';
import type { RecordsService } from '../../bot/records/records-service.ts';
import { createReminders } from '../../bot/reminders/create-reminders.ts';
import { isOff, sevenOn, stockholmDay } from './reminder-year.ts';
import type { Year } from './reminder-year.ts';

export interface YearRun {
  /** What was sent, in the words of `expectedCards`. */
  readonly cards: readonly string[];
  /** Messages that went through the port, which counts for itself. */
  readonly messages: number;
  readonly runs: number;
  /** Rows that are at no end though the year is over, beside what waits for the next morning. */
  readonly states: Readonly<Record<string, number>>;
}

/**
 * Lets the engine live through the year on its own rows: a run at seven of every working day, one on every fifth evening, and one
 * as each acute matter happens. A new engine takes over on the first of every month, as after a restart.
 */
export async function runYear(year: Year, db: Kysely<Database>): Promise<YearRun> {
  const boardId = 'year';
  let now = new Date(sevenOn('2026-01-01'));
  let messages = 0;
  const address = (personId: string): ConversationAddress => ({
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1/',
    conversationId: `a:${personId}`,
    conversationType: 'personal',
    botId: '28:bot',
    userId: personId,
  });
  const persons = year.people.map(({ id, role, unitId }) => ({
    person: { id, name: id },
    roles: [{ role, ...(unitId !== undefined && { unitId }) }],
  }));
  const units = year.units.map((unit) => ({ ...unit, name: unit.id, aliases: [], active: true }));
  await choose(db, boardId, year);
  const make = () =>
    createReminders({
      db,
      boardId,
      // The engine asks nothing else of the records where matters are given.
      records: {
        persons: () => Promise.resolve(persons),
        units: () => Promise.resolve(units),
        actorOf: (_board: string, personId: string) => Promise.resolve({ personId, name: personId, roles: [] }),
        get: () => Promise.resolve({ kind: 'notFound' }),
      } as unknown as RecordsService,
      conversations: {
        reach: (personId) => Promise.resolve({ id: personId, revision: 1, address: address(personId) }),
        origin: () => Promise.resolve(address('anybody')),
        markUnreachable: () => Promise.resolve(),
        forget: () => Promise.resolve(),
        keep: () => Promise.resolve(undefined),
      },
      port: {
        deliver: () => Promise.resolve({ kind: 'delivered', activityId: `m${String((messages += 1))}` }),
        revise: () => Promise.resolve({ kind: 'delivered' }),
        open: (_from, personId) => Promise.resolve({ kind: 'opened', address: address(personId) }),
      },
      matters: () => {
        const at = now.toISOString();
        return Promise.resolve(
          year.matters.filter(({ openFrom, openTo }) => openFrom <= at && at < openTo).map(({ matter }) => matter),
        );
      },
      pacer: { turn: () => Promise.resolve(), pause: () => undefined },
      sleep: () => Promise.resolve(),
      random: () => 0.5,
      links: createTabLinks('http://127.0.0.1'),
      now: () => now,
      log: { error: () => undefined, info: () => undefined, debug: () => undefined },
      keepsRecords: false,
      atOnce: 4,
    });

  const moments = new Set(year.matters.filter(({ acute }) => acute).map(({ openFrom }) => openFrom));
  for (let at = Date.UTC(2026, 0, 1, 12); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (!isOff(day)) moments.add(sevenOn(day));
    if (at % (5 * 86_400_000) < 86_400_000) moments.add(`${day}T21:00:00.000Z`);
  }
  let engine = make();
  let month = '';
  for (const moment of [...moments].toSorted()) {
    now = new Date(moment);
    if (moment.slice(0, 7) !== month) engine = make();
    month = moment.slice(0, 7);
    await engine.run();
  }
  const rows = await db.selectFrom('reminders').selectAll().execute();
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  return {
    cards: rows
      .filter(({ sent_at: sentAt }) => sentAt !== null)
      .map((row) => {
        const what = row.subject === 'digest' ? 'digest' : row.matter_id;
        return `${stockholmDay(row.sent_at ?? '')} ${row.person_id} ${what}${row.acute ? ' acute' : ''}`;
      })
      .toSorted(),
    ...{ messages, states, runs: moments.size },
  };
}

/** What people have chosen lies among the records. */
async function choose(db: Kysely<Database>, boardId: string, year: Year): Promise<void> {
  const choices = [
    ...[...year.paused].map((personId) => ({ personId, pausedUntil: '2027-12-31' })),
    ...[...year.away].map(([personId, [absentFrom, absentTo]]) => ({ personId, absentFrom, absentTo })),
  ];
  const by = JSON.stringify({ id: 'system', name: 'Kvalitetsnavet' });
  const at = '2026-01-01T00:00:00.000Z';
  for (const fields of choices) {
    await db
      .insertInto('records')
      .values({
        ...{ board_id: boardId, kind: 'reminderPreference', id: crypto.randomUUID(), ref: null, unit_id: null },
        ...{ status: 'active', title: '', fields: JSON.stringify(fields), comments: '[]', history: '[]' },
        ...{ created_by: by, created_by_id: 'system', created_at: at, modified_by: by, modified_at: at },
        ...{ state_changed_at: at, search_text: '', revision: 1 },
      })
      .execute();
  }
}
