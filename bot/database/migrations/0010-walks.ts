import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** How far a whole walk of a list has come, so that it goes on after a restart (`bot/sync/walk-list.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table lists
    add column walk_asked_at timestamptz, add column walk_started_at timestamptz, add column walk_link text,
    add column walk_ended_at timestamptz`,
  `create table walk_remainder (
    board_id text not null, kind text not null, graph_item_id text not null,
    primary key (board_id, kind, graph_item_id)
  )`,
];
