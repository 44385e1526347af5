import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Why a person settled a conflict as they did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table conflicts add column settle_reason text`).execute(db);
}
