import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/**
 * Does a piece of work while no other process on this database does the one of the same name; waits for its turn. The
 * turn ends with the work, or with the process.
 */
export async function oneProcessAtATime<Value>(
  db: Kysely<Database>,
  name: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const key = sql`hashtextextended(${name}, 0)`;
  return await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${key})`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
}
