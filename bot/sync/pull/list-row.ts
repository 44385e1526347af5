import type { Kysely } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';

/** The row of a list, to be changed. */
export const rowOf = (db: Kysely<Database>, list: RecordList) =>
  db.updateTable('lists').where('board_id', '=', list.boardId).where('kind', '=', list.kind);

/** Set when a pull has come to its end. */
export const pulledNow = ({ now }: Pick<SyncContext, 'now'>) => ({
  last_pull_problem: null,
  last_pull_at: now().toISOString(),
});
