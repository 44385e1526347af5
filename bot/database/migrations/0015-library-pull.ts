import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** How far a document library has been pulled, and which state of each file is known (`bot/sync/pull-library.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table libraries
    add column delta_link text, add column root_id text,
    add column last_pull_at timestamptz, add column last_pull_problem text`,
  // The state of a process's file that was last seen or written.
  `create table library_files (
    board_id text not null, process_id uuid not null, file_id text not null, etag text not null, content_tag text not null,
    primary key (board_id, process_id)
  )`,
  `create index library_files_by_file on library_files (board_id, file_id)`,
  // The drawing that was set aside, masked.
  `alter table set_aside add column file text`,
];
