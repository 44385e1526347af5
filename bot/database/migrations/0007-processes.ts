import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Versions of processes, and who has one open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // What a save made: the BPMN file with the version of it.
  `create table process_versions (
    board_id text not null, process_id uuid not null, version integer not null,
    bpmn text not null, what text not null,
    saved_by jsonb not null, saved_at timestamptz not null,
    primary key (board_id, process_id, version)
  )`,
  // A heartbeat; of no worth after a minute, and lost without harm.
  `create unlogged table process_presence (
    board_id text not null, process_id uuid not null, person_id text not null, person_name text not null,
    editing boolean not null, since timestamptz not null, seen_at timestamptz not null,
    primary key (board_id, process_id, person_id)
  )`,
];
