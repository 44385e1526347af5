import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields, Person } from '../../shared/records/record-kind.ts';
import type { Comment, FieldChange, HistoryEntry } from '../../shared/records/stored-record.ts';
import { searchTextOf, titleOf } from '../../shared/rules/record-title.ts';
import type { RecordsTable } from '../database/schema.ts';
import { createGatheredCalls } from './gathered-calls.ts';
import type { Caller } from './records-service.ts';
import { readRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Connection, ServiceContext } from './service-context.ts';

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
  readonly ref: string | undefined;
  readonly unitId: string | undefined;
  readonly status: string;
  readonly fields: AnyFields;
}

/** Reports overtake bulk work on their way to SharePoint. */
const reportKinds: ReadonlySet<KindName> = new Set(['deviation', 'misconductCase', 'feedback']);

export function personOf(caller: Caller): Person {
  return { id: caller.actor.personId, name: caller.actor.name };
}

/** Revision 1 of a record, as a row. */
export function newRow(context: ServiceContext, caller: Caller, record: NewRecord): Insertable<RecordsTable> {
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
    board_id: caller.boardId,
    kind: record.kind,
    id: record.id,
    ref: record.ref ?? null,
    unit_id: record.unitId ?? null,
    status: record.status,
    title: titleOf(record.kind, record.fields),
    fields: JSON.stringify(record.fields),
    comments: '[]',
    history: JSON.stringify([entry]),
    created_by: JSON.stringify(by),
    created_by_id: by.id,
    created_at: at,
    modified_by: JSON.stringify(by),
    modified_at: at,
    state_changed_at: at,
    search_text: searchTextOf(record.kind, record.ref, record.fields),
    revision: 1,
    push_priority: reportKinds.has(record.kind) ? 0 : 1,
    waiting_since: at,
  };
}

/** Stores a new record within a transaction. The id must be free. */
export async function insertRecord(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  record: NewRecord,
): Promise<RecordRow> {
  const values = newRow(context, caller, record);
  return readRow(await db.insertInto('records').values(values).returningAll().executeTakeFirstOrThrow());
}

/** Stores a new record by itself; undefined when the kind has a record of this id, if only since a moment ago. */
export type InsertAlone = (row: Insertable<RecordsTable>) => Promise<RecordRow | undefined>;

/** Records that come while others are being stored are stored together: one statement and one commit for all of them. */
export function createInsertAlone(db: Connection): InsertAlone {
  return createGatheredCalls(async (rows: readonly Insertable<RecordsTable>[]) => {
    const stored = await db
      .insertInto('records')
      // In one order everywhere, so that no two statements wait for each other.
      .values(rows.toSorted((a, b) => a.id.localeCompare(b.id)))
      .onConflict((conflict) => conflict.columns(['board_id', 'kind', 'id']).doNothing())
      .returningAll()
      .execute();
    return rows.map((row) => {
      const found = stored.find(
        ({ id, kind, board_id }) => id === row.id && kind === row.kind && board_id === row.board_id,
      );
      return found && readRow(found);
    });
  }, 50);
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
