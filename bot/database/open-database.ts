import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { up as foundation } from './migrations/0001-foundation.ts';
import { up as pace } from './migrations/0002-pace.ts';
import { up as reminders } from './migrations/0006-reminders.ts';
import { up as processes } from './migrations/0007-processes.ts';
import { up as settled } from './migrations/0008-settled.ts';
import { up as listSubscriptions } from './migrations/0009-list-subscriptions.ts';
import { up as walks } from './migrations/0010-walks.ts';
import { up as setAsideSettled } from './migrations/0011-set-aside-settled.ts';
import { up as files } from './migrations/0012-files.ts';
import { up as processesAlive } from './migrations/0013-processes-alive.ts';
import { up as conflictReason } from './migrations/0014-conflict-reason.ts';
import { up as libraryPull } from './migrations/0015-library-pull.ts';
import { up as readIndexes } from './migrations/0016-read-indexes.ts';
import { up as removedItems } from './migrations/0017-removed-items.ts';
import { up as earlyFiles } from './migrations/0018-early-files.ts';
import type { Database } from './schema.ts';

export interface OpenDatabase {
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

/** In order; a new one is a file and a line. What has been applied is never changed again once it is deployed. */
const migrations: readonly { readonly name: string; up(db: Kysely<unknown>): Promise<void> }[] = [
  { name: '0001-foundation', up: foundation },
  { name: '0002-pace', up: pace },
  { name: '0006-reminders', up: reminders },
  { name: '0007-processes', up: processes },
  { name: '0008-settled', up: settled },
  { name: '0009-list-subscriptions', up: listSubscriptions },
  { name: '0010-walks', up: walks },
  { name: '0011-set-aside-settled', up: setAsideSettled },
  { name: '0012-files', up: files },
  { name: '0013-processes-alive', up: processesAlive },
  { name: '0014-conflict-reason', up: conflictReason },
  { name: '0015-library-pull', up: libraryPull },
  { name: '0016-read-indexes', up: readIndexes },
  { name: '0017-removed-items', up: removedItems },
  { name: '0018-early-files', up: earlyFiles },
];

/** Instants come as ISO text, bigints as numbers (revisions stay far below 2^53). */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => {
    if (id === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    if (id === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(id, format) as (text: string) => unknown;
  },
};

/** Connects and brings the database to today's shape; safe with several processes at once. */
export async function openDatabase(url: string, options: { readonly poolSize?: number } = {}): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: options.poolSize ?? 20, types: databaseTypes });
  // An idle connection that breaks is replaced by the pool; the error belongs to no caller.
  pool.on('error', () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  return { db, close: () => db.destroy() };
}

async function migrate(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(7249)`.execute(transaction);
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null)`.execute(
      transaction,
    );
    const applied = await sql<{ name: string }>`select name from migrations`.execute(transaction);
    const names = new Set(applied.rows.map((row) => row.name));
    for (const migration of migrations.filter((candidate) => !names.has(candidate.name))) {
      await migration.up(transaction as unknown as Kysely<unknown>);
      await sql`insert into migrations values (${migration.name}, now())`.execute(transaction);
    }
  });
}
