/** Turns between the processes of a database. A turn is held by a connection of its own, and ends with the work or the process. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Waits while another process does the work of that name. */
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

async function withTurn<Value>(connection: Kysely<Database>, name: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${keyOf(name)})`.execute(connection);
  }
}

const keyOf = (name: string) => sql`hashtextextended(${name}, 0)`;
