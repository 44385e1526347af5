import type { Selectable } from 'kysely';
import type { RecordsTable } from '../database/schema.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import type { Comment, HistoryEntry } from '../../shared/records/stored-record.ts';
import type { Connection } from './service-context.ts';
import type { RecordContent, RecordRow } from './record-store.ts';

/** All that a surface shows: everything but what the sync engine keeps, the history and the search text. */
export const shownColumns = [
  'board_id',
  'kind',
  'id',
  'ref',
  'unit_id',
  'status',
  'title',
  'fields',
  'comments',
  'created_by',
  'created_at',
  'modified_by',
  'modified_at',
  'state_changed_at',
  'revision',
  'pushed_revision',
  'deleted',
] as const;

export type ShownRow = Omit<RecordRow, 'history' | 'base' | 'graphItemId' | 'etag'>;
type ShownColumns = Pick<Selectable<RecordsTable>, (typeof shownColumns)[number]>;

/** A row of the database in the shape of the rules. The database is our own, so its content is trusted. */
export function readShownRow(row: ShownColumns): ShownRow {
  return {
    boardId: row.board_id,
    kind: row.kind as KindName,
    id: row.id,
    ...(row.ref !== null && { ref: row.ref }),
    ...(row.unit_id !== null && { unitId: row.unit_id }),
    status: row.status,
    title: row.title,
    fields: row.fields as AnyFields,
    comments: row.comments as readonly Comment[],
    createdBy: row.created_by,
    createdAt: row.created_at,
    modifiedBy: row.modified_by,
    modifiedAt: row.modified_at,
    stateChangedAt: row.state_changed_at,
    revision: row.revision,
    pushedRevision: row.pushed_revision,
    deleted: row.deleted,
  };
}

/** The whole row, as the sync engine and every write need it. */
export function readRow(row: Selectable<RecordsTable>): RecordRow {
  return {
    ...readShownRow(row),
    history: row.history as readonly HistoryEntry[],
    ...(row.base !== null && { base: row.base as unknown as RecordContent }),
    ...(row.graph_item_id !== null && { graphItemId: row.graph_item_id }),
    ...(row.etag !== null && { etag: row.etag }),
  };
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether the database can look for it: any other id is nobody's. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** One record that is not deleted, unless those are asked for too. `lock` keeps others from changing it until the transaction ends. */
export async function findRow(
  db: Connection,
  boardId: string,
  kind: KindName,
  id: string,
  options: { readonly lock?: boolean; readonly withDeleted?: boolean } = {},
): Promise<RecordRow | undefined> {
  if (!isUuid(id)) return undefined;
  const query = db
    .selectFrom('records')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .$if(options.withDeleted !== true, (found) => found.where('deleted', '=', false));
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  return row && readRow(row);
}
