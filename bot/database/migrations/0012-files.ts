import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Document libraries, and which versions of processes they have (`bot/sync/push-files.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Restored: what the library held has been read into the database since it was made.
  `create table libraries (
    board_id text primary key, site_id text not null, list_id text not null, drive_id text not null,
    restored_at timestamptz
  )`,
  `alter table process_versions
    add column file_id text, add column pushed_at timestamptz,
    add column push_attempts integer not null default 0, add column push_after timestamptz,
    add column unsendable_reason text`,
  `create index process_versions_waiting on process_versions (board_id, process_id, version)
    where pushed_at is null and unsendable_reason is null`,
];
