import type { KindName } from '../../shared/records/index.ts';
import type { Connection } from './service-context.ts';

/**
 * Whether the lists of these kinds have been read to their end since the database was made; where there are no lists there
 * is nothing to read.
 */
export async function areListsRead(db: Connection, boardId: string, kinds: readonly KindName[]): Promise<boolean> {
  const unread = await db
    .selectFrom('lists')
    .select('kind')
    .where('board_id', '=', boardId)
    .where('kind', 'in', kinds)
    .where('delta_link', 'is', null)
    .executeTakeFirst();
  return unread === undefined;
}
