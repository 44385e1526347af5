import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Who holds a claim, and which service processes are alive (`bot/sync/heartbeat.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table service_processes (id uuid primary key, beats bigint not null, beaten_at timestamptz not null)`,
  `alter table records add column push_holder uuid`,
  `alter table process_versions add column push_holder uuid`,
  `create index records_held on records (push_holder) where push_holder is not null`,
  `create index process_versions_held on process_versions (push_holder) where push_holder is not null`,
];
