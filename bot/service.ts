/**
 * Puts the service together, in the order in which the parts need each other:
 *
 *   data folder locked ▶ database ▶ Graph ▶ lists provisioned ▶ read model rebuilt if lost ▶ demo board ▶ HTTP ▶ sync
 */
import { randomUUID } from 'node:crypto';
import type { Server } from 'restify';
import { maskText } from '../shared/intake/masking.ts';
import { createConversationStore } from './chat/conversation-store.ts';
import { createChat } from './chat/create-chat.ts';
import type { BotRequest } from './chat/create-chat.ts';
import type { Config } from './config.ts';
import { connectGraph } from './connect-graph.ts';
import type { GraphLink } from './connect-graph.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { oneProcessAtATime } from './database/one-process-at-a-time.ts';
import { openDatabase } from './database/open-database.ts';
import type { OpenDatabase } from './database/open-database.ts';
import { demoBoard } from './demo/demo-board.ts';
import { seedDemoBoard } from './demo/seed-demo-board.ts';
import { readHealth } from './health.ts';
import { prepareBoard } from './prepare-board.ts';
import { createServer } from './http/create-server.ts';
import { createLocalSignIn } from './http/sign-in-local.ts';
import type { Log } from './log.ts';
import { createDraftStore } from './records/create-draft-store.ts';
import { createRecordsService } from './records/create-records-service.ts';
import { createReminders } from './reminders/create-reminders.ts';
import { createPacer, sendsASecond } from './reminders/pacer.ts';
import { createReminderPages } from './reminders/reminder-pages.ts';
import { createRemindersDesk } from './reminders/reminders-desk.ts';
import { scheduleReminders } from './reminders/schedule.ts';
import type { ReminderSchedule } from './reminders/schedule.ts';
import { createTabLinks } from './chat/tab-links.ts';
import { lockDataDir } from './service-lock.ts';
import { createSyncAdmin } from './sync/administration/sync-admin.ts';
import { createSelfChecksService } from './self-checks/create-self-checks-service.ts';
import { startSelfCheckRunner } from './self-checks/self-check-runner.ts';
import { createSubscriptions } from './sync/notifications/subscriptions.ts';
import { keepSubscriptions } from './sync/notifications/keep-subscriptions.ts';
import { freeAllClaims } from './sync/heartbeat.ts';
import { createSyncEngine } from './sync/sync-engine.ts';
import type { SyncEngine, SyncOptions } from './sync/sync-engine.ts';

export interface Service {
  readonly origin: string;
  /** Stops taking calls, sends what it can within some seconds, and leaves everything closed. */
  stop(): Promise<void>;
}

/** How long stopping waits for accepted changes to reach SharePoint; what is left goes at the next start. */
const lastPushMs = 3_000;
const pullEveryMs = 15_000;
/** What we use of SharePoint's budget (`design.md` 6). */
const budgetShare = 0.8;

/** @throws AppError startRefused; `describeStartProblem` has the sentence for each reason */
export async function startService(config: Config, log: Log, tabDir: string): Promise<Service> {
  const origin = `http://127.0.0.1:${String(config.port)}`;
  const instance = randomUUID();
  const closers: (() => Promise<void> | void)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const lock = await lockDataDir(config.dataDir, origin, instance);
    closers.push(() => lock.release());
    const database = await connectDatabase(config, closers);
    const graph = connectGraph(config, log);
    closers.push(() => {
      graph.close();
    });
    const parts = createParts(config, log, database, graph);
    await prepareBoard({ ...parts.syncOptions, engine: parts.engine, sites: graph.sites, config, board: demoBoard });
    if (config.demo) await seed(database.db, parts, config);

    const server = createServer({
      ...parts,
      // A request of Node always has its method; the two libraries disagree on saying so.
      chat: (request, response) => parts.chat.handle(request as BotRequest, response),
      ...(graph.handler === undefined ? {} : { localGraph: graph.handler }),
      notifications: parts.receiveNotifications,
      signIn: createLocalSignIn({ records: parts.records, boardId: demoBoard.id }),
      tabDir,
      health: () => readHealth({ db: database.db, status: () => parts.engine.status(), now: parts.now, instance }),
      log,
      board: demoBoard,
      mode: 'local',
    });
    await listen(server, config.port);
    closers.push(async () => {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      await parts.chat.settled();
    });
    const runner = startSelfCheckRunner({ ...parts, boardId: demoBoard.id, log });
    closers.push(() => runner.stop());
    parts.engine.start();
    closers.push(() => stopEngine(parts.engine));
    // Graph asks back at our address before it subscribes: not before the server listens.
    const keeper = keepSubscriptions(parts.subscriptions, log);
    closers.push(() => keeper.stop());
    // Nobody waits for them: the service answers while they start.
    const reminders = startReminders(parts, database.url, log);
    closers.push(async () => {
      await (
        await reminders
      )();
    });
    return { origin, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** restify passes the errors of its HTTP server on to itself, where an unheard one would end the process. */
async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function connectDatabase(
  config: Config,
  closers: (() => Promise<void> | void)[],
): Promise<OpenDatabase & { readonly url: string }> {
  let url = config.databaseUrl;
  if (url === undefined) {
    const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir });
    closers.push(() => embedded.stop());
    url = embedded.url;
  }
  const database = await openDatabase(url);
  closers.push(() => database.close());
  if (config.databaseUrl === undefined) await freeAllClaims(database.db);
  return { ...database, url };
}

function createParts(config: Config, log: Log, { db }: OpenDatabase, graph: GraphLink) {
  const now = () => new Date();
  const syncOptions: SyncOptions = {
    db,
    graph: graph.lists,
    libraries: { files: graph.files, drawings: { open: (boardId) => records.drawings.open(boardId) } },
    now,
    newId: randomUUID,
    random: Math.random,
    log,
    mask: (text) => maskText(text).maskedText,
    ourAppId: undefined,
    pullEveryMs,
    ...(config.graphUnitsPerMinute === undefined ? {} : { unitsPerMinute: config.graphUnitsPerMinute * budgetShare }),
    onPulled: ({ boardId }) => records.forget(boardId),
  };
  const engine = createSyncEngine(syncOptions);
  graph.onRateLimits((limits) => engine.heed(limits));
  /** Running once the service takes calls. */
  const schedule: { current?: ReminderSchedule } = {};
  const wake = () => schedule.current?.wake();
  const createRecords = (clock: () => Date) =>
    createRecordsService({
      db,
      now: clock,
      newId: randomUUID,
      mask: maskText,
      onAccepted: ({ kind }) => {
        engine.wake();
        // What is acute is told at once, and a card whose matter is settled here turns soon after.
        if (remindedKinds.has(kind)) wake();
      },
    });
  const records = createRecords(now);
  const selfChecks = createSelfChecksService({ db, records, now });
  const drafts = createDraftStore({ db, now });
  const conversations = createConversationStore({ db, records, boardId: demoBoard.id, now, log });
  const tabOrigin = `http://127.0.0.1:${String(config.port)}`;
  const desk = { db, records, boardId: demoBoard.id, now, wake };
  const reminders = createRemindersDesk(desk);
  const reminderPages = createReminderPages(desk);
  const chat = createChat({
    reminders,
    records,
    selfChecks,
    drafts,
    conversations,
    now,
    newId: randomUUID,
    tabOrigin,
    boardId: demoBoard.id,
    log,
  });
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const runner = createReminders({
    ...{ db, records, conversations, now, log, sleep },
    boardId: demoBoard.id,
    port: chat.proactive,
    links: createTabLinks(tabOrigin),
    random: Math.random,
    pacer: createPacer({ pace: sendsASecond, clock: () => performance.now(), sleep }),
  });
  const sync = createSyncAdmin({ db, engine, now, log });
  const subscriptions = createSubscriptions({
    ...{ db, graph: graph.subscriptions, now, newId: randomUUID, log },
    notificationUrl: `${tabOrigin}/api/graph-notifications`,
  });
  const receiveNotifications = (body: unknown): void => {
    subscriptions.receive(body).then(
      (lists) => {
        for (const list of lists) engine.hint(list);
      },
      (error: unknown) => {
        log.error('notifications not read', { reason: error instanceof Error ? error.name : 'unknown' });
      },
    );
  };
  return {
    subscriptions,
    receiveNotifications,
    syncOptions,
    sync,
    engine,
    createRecords,
    records,
    selfChecks,
    drafts,
    chat,
    reminders,
    reminderPages,
    runner,
    schedule,
    now,
    newId: randomUUID,
  };
}

const remindedKinds: ReadonlySet<string> = new Set([
  'deviation',
  'misconductCase',
  'feedback',
  'commitment',
  'selfCheckOccurrence',
]);

/** What SharePoint knows of earlier reminders comes first, so that nobody is told twice. */
async function startReminders(
  { runner, schedule }: ReturnType<typeof createParts>,
  databaseUrl: string,
  log: Log,
): Promise<() => Promise<void>> {
  try {
    await runner.restore();
    const started = await scheduleReminders({ databaseUrl, boardId: demoBoard.id, run: () => runner.run(), log });
    schedule.current = started;
    return () => started.stop();
  } catch (error) {
    log.error('reminders.not-started', { reason: error instanceof Error ? error.name : 'unknown' });
    return () => Promise.resolve();
  }
}

/** Several processes may start at once on one database: the first fills the board, the others find it full. */
async function seed(
  db: OpenDatabase['db'],
  { createRecords, records, now }: ReturnType<typeof createParts>,
  config: Config,
): Promise<void> {
  await oneProcessAtATime(db, `demo ${demoBoard.id}`, () =>
    seedDemoBoard({ createRecords, now, cases: config.demoCases }),
  );
  // Also where another process has filled the board meanwhile: what was read before is a board without units.
  records.forget(demoBoard.id);
}

async function stopEngine(engine: SyncEngine): Promise<void> {
  await Promise.race([engine.pushUntilIdle(), new Promise<void>((resolve) => setTimeout(resolve, lastPushMs).unref())]);
  await engine.stop();
}
