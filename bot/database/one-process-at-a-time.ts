/** Turns between the processes of a database. They end with the process that has them, at the latest. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Waits while another process does the work of that name. The turn is held by a connection of its own. */
export async function oneProcessAtATime<Value>(
  db: Kysely<Database>,
  name: string,
  work: () => Promise<Value>,
): Promise<Value> {
  return await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${keyOf(name)})`.execute(connection);
    return await withTurn(connection, name, work);
  });
}

/** Leaves the work when another process does that of the same name: undefined. */
export async function unlessAnotherProcess<Value>(
  db: Kysely<Database>,
  name: string,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  return await db.connection().execute(async (connection) => {
    const turn = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${keyOf(name)}) as taken`.execute(
      connection,
    );
    return turn.rows[0]?.taken === true ? await withTurn(connection, name, work) : undefined;
  });
}

/** Waits for a turn that ends with the transaction; those that share it have it at the same time. */
export async function holdUntilCommit(
  trx: Kysely<Database>,
  name: string,
  how: 'alone' | 'shared' = 'alone',
): Promise<void> {
  const lock = how === 'alone' ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
  await sql`select ${lock}(${keyOf(name)})`.execute(trx);
}

async function withTurn<Value>(connection: Kysely<Database>, name: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${keyOf(name)})`.execute(connection);
  }
}

const keyOf = (name: string) => sql`hashtextextended(${name}, 0)`;
