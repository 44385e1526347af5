import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { theApp } from './problem-records.ts';
import type { RecordRow } from './record-store.ts';
import type { Connection } from './service-context.ts';

/**
 * The record of an open conflict that is in no list any more, nor in a database that was rebuilt from them: deleted, of
 * nobody and of no unit, so that whoever sees to the whole board can let the deletion stand. Undefined while its list has
 * not been read to its end: then it may still come. Rule S-C5.
 */
export async function absentRecord(
  db: Connection,
  boardId: string,
  kind: KindName,
  id: string,
): Promise<RecordRow | undefined> {
  const list = await db
    .selectFrom('lists')
    .select('kind')
    .where('board_id', '=', boardId)
    .where('kind', '=', kind)
    .where('delta_link', 'is not', null)
    .where('walk_asked_at', 'is', null)
    .where('walk_started_at', 'is', null)
    .executeTakeFirst();
  if (list === undefined) return undefined;
  const at = new Date(0).toISOString();
  return {
    ...{ boardId, kind, id, status: definitionOf(kind).initialStates[0] ?? '', title: '', fields: {}, comments: [] },
    ...{ history: [], createdBy: theApp, createdAt: at, modifiedBy: theApp, modifiedAt: at, stateChangedAt: at },
    ...{ revision: 0, pushedRevision: 0, deleted: true },
  };
}
