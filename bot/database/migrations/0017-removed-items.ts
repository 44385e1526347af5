import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * Items that SharePoint told to be gone, for as long as an answer about them may be on its way (`bot/sync/removed-items.ts`),
 * and the token that the last page of a walk gave (`bot/sync/walk-list.ts`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table removed_items (
    board_id text not null, kind text not null, graph_item_id text not null, seen_at timestamptz not null,
    primary key (board_id, kind, graph_item_id)
  )`,
  `alter table lists add column walk_delta_link text`,
];
