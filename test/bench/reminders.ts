/**
 * 2,000 cards due at once, sent by the engine through botbuilder to a connector that enforces Teams' documented limits
 * (`teams.md` 1) and fails one call in a hundred, in all the ways there are.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBotbuilderAdapter } from '../../bot/chat/botbuilder-adapter.ts';
import { createConversationStore } from '../../bot/chat/conversation-store.ts';
import { createTabLinks } from '../../bot/chat/tab-links.ts';
import { startEmbeddedPostgres } from '../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { createRecordsService } from '../../bot/records/create-records-service.ts';
import type { Caller } from '../../bot/records/records-service.ts';
import { createReminders } from '../../bot/reminders/create-reminders.ts';
import { createPacer, sendsASecond } from '../../bot/reminders/pacer.ts';
import { maskText } from '../../shared/intake/masking.ts';
import type { Matter } from '../../shared/rules/reminders/matter.ts';
import { random } from '../support/reminder-year.ts';
import { conversationWith, startTeamsConnector } from '../support/teams-connector.ts';
import type { ConnectorFault } from '../support/teams-connector.ts';
import { rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const faults: readonly ConnectorFault[] = [
  { status: 429, retryAfterSeconds: 1 },
  { status: 429 },
  { status: 412, code: 'PreconditionFailed' },
  { status: 500, delivered: true },
  { status: 502, delivered: true },
  { status: 503 },
  { status: 403, code: 'ConversationBlockedByUser' },
  { status: 0, breaks: true, delivered: true },
];

export async function run(words: readonly string[]): Promise<BenchResult> {
  const count = Number(words[0] ?? 2_000);
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-reminders-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const database = await openDatabase(postgres.url);
  const next = random(7);
  const connector = await startTeamsConnector({
    limits: true,
    latencyMs: 20,
    fault: () => (next() < 0.01 ? faults[Math.floor(next() * faults.length)] : undefined),
  });
  try {
    return await measure(count, database.db, connector);
  } finally {
    await connector.close();
    await database.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  count: number,
  db: Awaited<ReturnType<typeof openDatabase>>['db'],
  connector: Awaited<ReturnType<typeof startTeamsConnector>>,
): Promise<BenchResult> {
  // A Wednesday morning, from which the clock goes on as the real one does.
  const offset = Date.parse('2026-11-25T06:00:00.000Z') - Date.now();
  const now = () => new Date(Date.now() + offset);
  const log = { error: () => undefined, info: () => undefined, debug: () => undefined };
  const boardId = 'bench';
  const records = createRecordsService({ db, now, newId: randomUUID, mask: maskText, onAccepted: () => undefined });
  const conversations = createConversationStore({ db, records, boardId, now, log });
  const people = Array.from({ length: count }, () => randomUUID());
  await furnish(records, people, boardId);
  // Half have met the bot; with the rest the chat is opened first, which is a call more.
  for (const personId of people.filter((_, index) => index % 2 === 0))
    await conversations.keep(personId, {
      ...{ channelId: 'msteams', serviceUrl: connector.origin, botId: '28:bot', conversationType: 'personal' },
      ...{ conversationId: conversationWith(personId), userId: `29:${personId}` },
    });
  const matters: readonly Matter[] = people.map((personId) => ({
    ...{ subject: 'selfCheck' as const, id: randomUUID(), stage: 'open', deadline: '2026-11-25' },
    ...{ since: '2026-11-20T08:00:00.000Z', responsible: [personId] },
  }));
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const engine = createReminders({
    ...{ db, records, boardId, conversations, now, log, sleep },
    port: createBotbuilderAdapter().proactive,
    matters: () => Promise.resolve(matters),
    links: createTabLinks('http://127.0.0.1:3978'),
    random: Math.random,
    pacer: createPacer({ pace: sendsASecond, clock: () => performance.now(), sleep }),
  });

  const startedAt = performance.now();
  await engine.run();
  const minutes = (performance.now() - startedAt) / 60_000;
  await engine.run();

  const rows = await db.selectFrom('reminders').selectAll().where('person_id', 'in', people).execute();
  const byState = Map.groupBy(rows, ({ state }) => state);
  const shown = people.map((personId) => connector.shown.get(conversationWith(personId))?.length ?? 0);
  const told = new Set(rows.map(({ person_id: personId }) => personId));
  return {
    notes: [
      `${String(count)} kort som ska ut på en gång, var hundrade anrop misslyckas; takten är ${String(sendsASecond)} i sekunden.`,
      'Gränserna är Teams: 50 anrop/s för boten, 7/1 s, 8/2 s och 60/30 s i varje samtal.',
    ],
    rows: [
      {
        minutes: rounded(minutes, 2),
        sent: byState.get('sent')?.length ?? 0,
        maybeDelivered: byState.get('maybeDelivered')?.length ?? 0,
        unreachable: byState.get('unreachable')?.length ?? 0,
        otherStates: rows.filter(
          ({ state }) => !['sent', 'maybeDelivered', 'unreachable', 'superseded'].includes(state),
        ).length,
        duplicates: shown.filter((messages) => messages > 1).length,
        unaccounted: people.filter((personId) => !told.has(personId)).length,
        throttled: connector.throttled(),
        calls: connector.calls.length,
      },
    ],
  };
}

async function furnish(
  records: ReturnType<typeof createRecordsService>,
  people: readonly string[],
  boardId: string,
): Promise<void> {
  const system: Caller = {
    boardId,
    actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };
  await records.create(system, 'organisationalUnit', {
    id: randomUUID(),
    fields: { name: 'Nämnden', unitKind: 'board' },
  });
  for (const [index, id] of people.entries()) {
    const fields = { person: { id, name: `Person ${String(index)}` }, role: 'employee' };
    await records.create(system, 'roleAssignment', { id: randomUUID(), fields });
  }
}
