import type { Caller } from './records-service.ts';
import type { RecordRow } from './record-store.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { updateRecord } from './write-record.ts';

/**
 * Brings a record back whose item was deleted in SharePoint, with the change that SharePoint never got. It is created
 * there again under its own key; should its item have come back from the recycle bin meanwhile, the unique key refuses the
 * second one and that item is taken up (S-P4). The base stays: it is what both sides agreed on last. Rule S-C4.
 */
export async function restoreRecord(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  row: RecordRow,
  reason: string,
  accepted: Accepted[],
): Promise<RecordRow> {
  await db
    .updateTable('records')
    .set({
      deleted: false,
      graph_item_id: null,
      etag: null,
      push_attempts: 0,
      push_after: null,
      push_holder: null,
      unsendable_revision: null,
      unsendable_reason: null,
    })
    .where('board_id', '=', row.boardId)
    .where('kind', '=', row.kind)
    .where('id', '=', row.id)
    .execute();
  const restored = await updateRecord(db, context, caller, row, { action: 'restored', reason });
  accepted.push({ boardId: row.boardId, kind: row.kind, id: row.id });
  return restored;
}
