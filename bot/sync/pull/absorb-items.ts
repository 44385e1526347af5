import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import type { Database, RecordsTable } from '../../database/schema.ts';
import { common } from '../../graph/columns.ts';
import type { ListItem } from '../../graph/graph-port.ts';
import { isProblemKind } from '../../records/problem-records.ts';
import { readRow } from '../../records/record-rows.ts';
import type { RecordRow } from '../../records/record-store.ts';
import { decideItem } from './decide-item.ts';
import type { ItemDecision } from './item-decision.ts';
import { conflictOfDeleted, keepConflict, setAside, takeInProblems } from './keep-problems.ts';
import { toStoredColumns } from '../../records/stored-rows.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';

/**
 * Brings items seen in SharePoint into the read model, inside the caller's transaction. Idempotent: an item seen twice
 * changes nothing the second time. Returns the ids of the records that changed.
 */
export async function absorbItems(
  context: SyncContext,
  trx: Transaction<Database>,
  list: RecordList,
  items: readonly ListItem[],
  { isWholeWalk = false }: { readonly isWholeWalk?: boolean } = {},
): Promise<readonly string[]> {
  const rows = await lockRows(trx, list, items);
  const changed: string[] = [];
  const inserts: RecordRow[] = [];
  for (const item of items) {
    const row = findRow(rows, item);
    const decision = decide(context, list, item, row, isWholeWalk);
    if (decision.kind === 'insert') {
      inserts.push(decision.row);
      changed.push(decision.row.id);
    } else if (await carryOut(context, trx, list, item, decision)) {
      changed.push(row?.id ?? item.id);
    }
  }
  await insertRows(context, trx, inserts);
  await takeInProblems(trx, inserts);
  return changed;
}

/** An item is gone: its record too, unless it has a change that SharePoint never got; that change becomes a conflict. */
export async function absorbRemovals(
  context: SyncContext,
  trx: Transaction<Database>,
  list: Pick<RecordList, 'boardId' | 'kind'>,
  itemIds: readonly string[],
): Promise<readonly string[]> {
  if (itemIds.length === 0) return [];
  const rows = await trx
    .selectFrom('records')
    .selectAll()
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .where('graph_item_id', 'in', [...itemIds])
    .where((eb) => eb.or([eb('deleted', '=', false), eb('revision', '>', eb.ref('pushed_revision'))]))
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const stored of rows) {
    const row = readRow(stored);
    // A problem that a person deletes from its list is in their recycle bin; its row stays.
    const hasUnsent = !row.deleted && row.revision > row.pushedRevision && !isProblemKind(row.kind);
    if (hasUnsent) await keepConflict(context, trx, row, conflictOfDeleted(row));
    const settled = { push_attempts: 0, push_after: null, waiting_since: null, unsendable_revision: null };
    await updateRow(trx, { ...row, deleted: true, pushedRevision: row.revision }, settled);
  }
  return rows.map((row) => row.id);
}

/** The records of the page's items, locked in a fixed order so that no two pages wait for each other. */
function lockRows(
  trx: Transaction<Database>,
  list: RecordList,
  items: readonly ListItem[],
): Promise<Selectable<RecordsTable>[]> {
  const itemIds = items.map((item) => item.id);
  const keys = items.map(clientKey).filter((key) => key !== undefined);
  const references = items.map(reference).filter((ref) => ref !== undefined);
  return trx
    .selectFrom('records')
    .selectAll()
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .where((eb) =>
      eb.or([
        itemIds.length === 0 ? eb.val(false) : eb('graph_item_id', 'in', itemIds),
        keys.length === 0 ? eb.val(false) : eb('id', 'in', keys),
        references.length === 0
          ? eb.val(false)
          : eb.and([eb('ref', 'in', references), eb('graph_item_id', 'is', null)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

function findRow(rows: readonly Selectable<RecordsTable>[], item: ListItem): Selectable<RecordsTable> | undefined {
  const [key, ref] = [clientKey(item), reference(item)];
  return (
    rows.find((row) => row.graph_item_id === item.id) ??
    rows.find((row) => row.id === key) ??
    // Somebody gave it another key before the answer to its creation was noted; only our app gives references.
    rows.find((row) => ref !== undefined && row.ref === ref && row.graph_item_id === null)
  );
}

function reference(item: ListItem): string | undefined {
  const ref = item.fields[common.ref];
  return typeof ref === 'string' && ref !== '' ? ref : undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function clientKey(item: ListItem): string | undefined {
  const key = item.fields['ClientKey'];
  const text = typeof key === 'string' ? key.trim().toLowerCase() : '';
  return uuid.test(text) ? text : undefined;
}

function decide(
  context: SyncContext,
  list: RecordList,
  item: ListItem,
  row: Selectable<RecordsTable> | undefined,
  isWholeWalk: boolean,
): ItemDecision {
  return decideItem({
    boardId: list.boardId,
    kind: list.kind,
    row: row === undefined ? undefined : readRow(row),
    item,
    ourAppId: context.ourAppId,
    mask: context.mask,
    isWholeWalk,
    now: context.now().toISOString(),
    newId: context.newId,
  });
}

/** Whether a record changed. */
async function carryOut(
  context: SyncContext,
  trx: Transaction<Database>,
  list: RecordList,
  item: ListItem,
  decision: Exclude<ItemDecision, { readonly kind: 'insert' }>,
): Promise<boolean> {
  if (decision.kind === 'nothing') return false;
  if (decision.kind === 'setAside') await setAside(context, trx, list, item, decision);
  else for (const conflict of decision.conflicts) await keepConflict(context, trx, decision.row, conflict);
  if (decision.row === undefined) return false;
  await updateRow(trx, decision.row, waiting(context, decision.row));
  await takeInProblems(trx, [decision.row]);
  return true;
}

function waiting(context: SyncContext, row: RecordRow) {
  return row.revision > row.pushedRevision
    ? { waiting_since: context.now().toISOString() }
    : { waiting_since: null, push_after: null, push_attempts: 0 };
}

async function updateRow(
  trx: Transaction<Database>,
  row: RecordRow,
  queue: Partial<Record<'push_after' | 'waiting_since', string | null>> & {
    push_attempts?: number;
    unsendable_revision?: null;
  },
): Promise<void> {
  const { waiting_since, ...rest } = queue;
  // What already waits keeps its age.
  const since =
    waiting_since === undefined || waiting_since === null
      ? null
      : sql<string>`coalesce(waiting_since, ${waiting_since}::timestamptz)`;
  await trx
    .updateTable('records')
    .set({ ...toStoredColumns(row), ...rest, waiting_since: since })
    .where('board_id', '=', row.boardId)
    .where('kind', '=', row.kind)
    .where('id', '=', row.id)
    .execute();
}

async function insertRows(context: SyncContext, trx: Transaction<Database>, rows: readonly RecordRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => ({
    ...toStoredColumns(row),
    waiting_since: row.revision > row.pushedRevision ? context.now().toISOString() : null,
  }));
  await trx.insertInto('records').values(values).execute();
}
