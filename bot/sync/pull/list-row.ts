import type { Kysely } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { RecordList } from '../sync-context.ts';

/** The row of a list, to be changed. */
export const rowOf = (db: Kysely<Database>, list: RecordList) =>
  db.updateTable('lists').where('board_id', '=', list.boardId).where('kind', '=', list.kind);
