import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * Indexes by what is asked. Lists and counts of a unit are read from one index alone, in the order that a page shows
 * (`bot/records/query-order.ts`); a word is sought among the records of the unit, not among those of the board.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create extension if not exists btree_gin`,
  // A state stands last: it is told, and sifted by, without a look at the rows.
  `create index records_of_unit on records (board_id, kind, unit_id, created_at desc, id, status) where not deleted`,
  `drop index records_by_unit`,
  // What is still to be sorted in is read from end to end by every search, and sorted in by whoever fills the list.
  `create index records_words on records using gin (unit_id, search_text gin_trgm_ops)
    with (gin_pending_list_limit = 1024)`,
  `drop index records_search`,
  `alter index records_fields set (gin_pending_list_limit = 1024)`,
];
