import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Items that SharePoint told to be gone, for as long as an answer about them may be on its way (`bot/sync/removed-items.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table removed_items (
        board_id text not null, kind text not null, graph_item_id text not null, seen_at timestamptz not null,
        primary key (board_id, kind, graph_item_id)
      )`,
    )
    .execute(db);
}
