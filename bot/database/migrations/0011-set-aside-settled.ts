import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Why a person settled what was set aside, and which of its values were taken over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table set_aside add column settle_reason text, add column taken jsonb`).execute(db);
}
