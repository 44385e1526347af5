import { sql } from 'kysely';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields, Person } from '../../shared/records/record-kind.ts';
import type { Comment, FieldChange, HistoryEntry } from '../../shared/records/stored-record.ts';
import { searchTextOf, titleOf } from '../../shared/rules/record-title.ts';
import type { Caller } from './records-service.ts';
import { readRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Connection, ServiceContext } from './service-context.ts';
import { toStoredColumns } from './stored-rows.ts';

/** What an accepted write does to a record. */
export interface Edit {
  readonly action: HistoryEntry['action'];
  readonly fields?: AnyFields;
  readonly changes?: readonly FieldChange[];
  readonly status?: string;
  readonly comments?: readonly Comment[];
  readonly reason?: string;
}

export interface NewRecord {
  readonly kind: KindName;
  readonly id: string;
  readonly unitId: string | undefined;
  readonly status: string;
  readonly fields: AnyFields;
}

/** Reports overtake bulk work on their way to SharePoint. */
const reportKinds: ReadonlySet<KindName> = new Set(['deviation', 'misconductCase', 'feedback']);

export function personOf(caller: Caller): Person {
  return { id: caller.actor.personId, name: caller.actor.name };
}

/** Revision 1 of a record. */
export function newRow(context: ServiceContext, caller: Caller, record: NewRecord): RecordRow {
  const at = context.now().toISOString();
  const by = personOf(caller);
  const entry: HistoryEntry = {
    id: context.newId(),
    at,
    by,
    via: caller.via,
    action: 'created',
    changes: [],
    toStatus: record.status,
    revision: 1,
  };
  return {
    boardId: caller.boardId,
    kind: record.kind,
    id: record.id,
    ...(record.unitId !== undefined && { unitId: record.unitId }),
    status: record.status,
    title: titleOf(record.kind, record.fields),
    fields: record.fields,
    comments: [],
    history: [entry],
    createdBy: by,
    createdAt: at,
    modifiedBy: by,
    modifiedAt: at,
    stateChangedAt: at,
    revision: 1,
    pushedRevision: 0,
    deleted: false,
  };
}

/** What stands in the row of a new record beside its content. */
export function queueOf({ kind }: Pick<RecordRow, 'kind'>): { readonly push_priority: number } {
  return { push_priority: reportKinds.has(kind) ? 0 : 1 };
}

/** Stores a new record without a reference, within a transaction. The id must be free. */
export async function insertRecord(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  record: NewRecord,
): Promise<RecordRow> {
  const row = newRow(context, caller, record);
  await db
    .insertInto('records')
    .values({ ...toStoredColumns(row), ...queueOf(row), waiting_since: row.createdAt })
    .execute();
  return row;
}

/** Writes the next revision of a locked row, with its history entry. */
export async function updateRecord(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  before: RecordRow,
  edit: Edit,
): Promise<RecordRow> {
  const at = context.now().toISOString();
  const by = personOf(caller);
  const revision = before.revision + 1;
  const fields = edit.fields ?? before.fields;
  const status = edit.status ?? before.status;
  const entry: HistoryEntry = {
    id: context.newId(),
    at,
    by,
    via: caller.via,
    action: edit.action,
    changes: edit.changes ?? [],
    ...(status !== before.status && { fromStatus: before.status, toStatus: status }),
    ...(edit.reason !== undefined && { reason: edit.reason }),
    revision,
  };
  const row = await db
    .updateTable('records')
    .set({
      fields: JSON.stringify(fields),
      status,
      title: titleOf(before.kind, fields),
      search_text: searchTextOf(before.kind, before.ref, fields),
      comments: JSON.stringify(edit.comments ?? before.comments),
      history: sql<string>`history || ${JSON.stringify([entry])}::jsonb`,
      modified_by: JSON.stringify(by),
      modified_at: at,
      ...(status !== before.status && { state_changed_at: at }),
      revision,
      // A report that SharePoint has never seen stays ahead of bulk work.
      push_priority: sql<number>`case when pushed_revision = 0 then push_priority else 1 end`,
      waiting_since: sql<string>`case when revision > pushed_revision then coalesce(waiting_since, ${at}) else ${at} end`,
    })
    .where('board_id', '=', before.boardId)
    .where('kind', '=', before.kind)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return readRow(row);
}
