import type { Kysely } from 'kysely';
import { isKindName } from '../../shared/records/index.ts';
import type { Database } from '../database/schema.ts';
import type { RecordList } from './sync-context.ts';

/** Every list of records, of one board or of all. */
export async function recordLists(db: Kysely<Database>, boardId?: string): Promise<readonly RecordList[]> {
  const rows = await db
    .selectFrom('lists')
    .select(['board_id', 'kind', 'site_id', 'list_id'])
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .orderBy('board_id')
    .orderBy('kind')
    .execute();
  return rows.flatMap((row) =>
    isKindName(row.kind)
      ? [{ boardId: row.board_id, kind: row.kind, address: { siteId: row.site_id, listId: row.list_id } }]
      : [],
  );
}
