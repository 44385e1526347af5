import type { Insertable } from 'kysely';
import { searchTextOf, titleOf } from '../../shared/rules/record-title.ts';
import type { RecordsTable } from '../database/schema.ts';
import type { RecordContent, RecordRow } from './record-store.ts';

/** The columns of the database for a record; title and search text are made from its content. */
export function toStoredColumns(row: RecordRow): Insertable<RecordsTable> {
  return {
    board_id: row.boardId,
    kind: row.kind,
    id: row.id,
    ref: row.ref ?? null,
    unit_id: row.unitId ?? null,
    status: row.status,
    title: titleOf(row.kind, row.fields),
    fields: JSON.stringify(row.fields),
    comments: JSON.stringify(row.comments),
    history: JSON.stringify(row.history),
    created_by: JSON.stringify(row.createdBy),
    created_by_id: row.createdBy.id,
    created_at: row.createdAt,
    modified_by: JSON.stringify(row.modifiedBy),
    modified_at: row.modifiedAt,
    state_changed_at: row.stateChangedAt,
    search_text: searchTextOf(row.kind, row.ref, row.fields),
    revision: row.revision,
    pushed_revision: row.pushedRevision,
    deleted: row.deleted,
    base: row.base === undefined ? null : JSON.stringify(row.base),
    graph_item_id: row.graphItemId ?? null,
    etag: row.etag ?? null,
  };
}

/** What merges, out of a whole record. */
export function contentOf(row: RecordContent): RecordContent {
  const { status, fields, comments } = row;
  return { ...(row.unitId === undefined ? {} : { unitId: row.unitId }), status, fields, comments };
}
