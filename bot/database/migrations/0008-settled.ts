import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Who settled a conflict, or what was set aside, and which side stood. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table conflicts add column settled_by jsonb, add column outcome text`,
  `alter table set_aside add column settled_by jsonb`,
];
