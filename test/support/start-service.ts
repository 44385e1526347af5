import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { OpenDatabase } from '../../bot/database/open-database.ts';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { seedDemoBoard } from '../../bot/demo/seed-demo-board.ts';
import { createServer } from '../../bot/http/create-server.ts';
import type { ServerDeps } from '../../bot/http/create-server.ts';
import { createLocalSignIn } from '../../bot/http/sign-in-local.ts';
import type { Log } from '../../bot/log.ts';
import { createDraftStore } from '../../bot/records/create-draft-store.ts';
import { createRecordsService } from '../../bot/records/create-records-service.ts';
import type { DraftStore, RecordsService } from '../../bot/records/records-service.ts';
import { createPace } from '../../bot/sync/pace.ts';
import { recordLists } from '../../bot/sync/record-lists.ts';
import { askForWalks } from '../../bot/sync/pull/walk-list.ts';
import { createSyncAdmin } from '../../bot/sync/administration/sync-admin.ts';
import { readSyncStatus } from '../../bot/sync/administration/sync-status.ts';
import { createSelfChecksService } from '../../bot/self-checks/create-self-checks-service.ts';
import type { SelfChecksService } from '../../bot/self-checks/self-checks-service.ts';
import { createReminderPages } from '../../bot/reminders/reminder-pages.ts';
import { maskText } from '../../shared/intake/masking.ts';
import { createDemoDatabase, createTestDatabase } from './database.ts';

export interface ServiceOptions {
  /** Fills the board with the demo. */
  readonly demo?: boolean;
  /** Further generated deviations; with `demo`. */
  readonly cases?: number;
  /** A random free port unless told. */
  readonly port?: number;
  /** A database of the suite's own unless told; closed with the service either way. */
  readonly database?: OpenDatabase;
  readonly now?: () => Date;
  /** Told of every record that was accepted. */
  readonly onAccepted?: () => void;
  /** Anything of the server's to replace: `chat`, `localGraph`, `tabDir`, `log`, `health`, `mode`. */
  readonly server?: Partial<ServerDeps>;
}

export interface RunningService {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly db: OpenDatabase['db'];
  readonly records: RecordsService;
  readonly drafts: DraftStore;
  readonly selfChecks: SelfChecksService;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const silent = (): void => undefined;
const silentLog: Log = { error: silent, info: silent, debug: silent };

/** Database, records service, demo board and HTTP door on loopback; no Graph, so nothing ever reaches SharePoint. */
export async function startService(options: ServiceOptions = {}): Promise<RunningService> {
  const { demo = false, cases = 0, now = () => new Date() } = options;
  const fill = async ({ db }: OpenDatabase, generated = 0): Promise<void> => {
    await seedDemoBoard({ createRecords: (clock) => createRecords(db, clock), now, cases: generated });
  };
  // The demo's days are counted from today, so that a suite with another day makes its own.
  const isCopied = demo && options.database === undefined && options.now === undefined;
  const database = options.database ?? (await (isCopied ? createDemoDatabase(fill) : createTestDatabase()));
  const { db } = database;
  if (demo && (!isCopied || cases > 0)) await fill(database, cases);

  const records = createRecords(db, now, options.onAccepted);
  const selfChecks = createSelfChecksService({ db, records, now });
  const drafts = createDraftStore({ db, now });
  const pace = createPace({ db, now, random: Math.random });
  const withoutGraph = {
    status: (boardId?: string) => readSyncStatus(db, pace, { boardId, hasLibraries: true }),
    askForRebuild: async (boardId: string) => askForWalks({ db, now }, await recordLists(db, boardId)),
    wake: silent,
  };
  const server = createServer({
    records,
    drafts,
    selfChecks,
    reminderPages: createReminderPages({ db, records, boardId: demoBoard.id, now, wake: silent }),
    signIn: createLocalSignIn({ records, boardId: demoBoard.id }),
    tabDir: join(root, 'tab/dist'),
    sync: createSyncAdmin({ db, engine: withoutGraph, now, log: silentLog }),
    health: () => Promise.resolve({ status: 'ready', reasons: [], mode: 'local', parts: { database: 'ok' } }),
    log: silentLog,
    newId: randomUUID,
    now,
    board: demoBoard,
    mode: 'local',
    ...options.server,
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    db,
    records,
    drafts,
    selfChecks,
    close: async () => {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      await database.close();
    },
  };
}

function createRecords(db: OpenDatabase['db'], now: () => Date, onAccepted = silent): RecordsService {
  return createRecordsService({ db, now, newId: randomUUID, mask: maskText, onAccepted });
}
