import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { Log } from '../../log.ts';

/**
 * Lets the database count what it holds and note which rows everybody sees, as it does by itself a minute or more later:
 * until then it plans questions for an empty table and looks up each row that an index alone could answer for. The
 * service answers as soon as a first walk has ended (S-R2).
 */
export async function takeStock(db: Kysely<Database>, log: Log): Promise<void> {
  try {
    await sql`vacuum (analyze) records`.execute(db);
  } catch (error) {
    // Questions take longer until the database comes to it; nothing else depends on it.
    log.info('stock not taken', { error: error instanceof Error ? error.name : 'unknown' });
  }
}
