import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/**
 * Lets one process at a time pull what `name` says (S-D1); undefined when another one does. The lock is held by a
 * connection of its own, so that a process that dies lets go of it.
 */
export function oneAtATime<Value>(
  db: Kysely<Database>,
  name: string,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  const key = sql`hashtextextended(${`pull ${name}`}, 0)`;
  return db.connection().execute(async (connection) => {
    const lock = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${key}) as taken`.execute(connection);
    if (lock.rows[0]?.taken !== true) return undefined;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
}
