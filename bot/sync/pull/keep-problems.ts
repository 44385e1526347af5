/** Keeps conflicts and what is set aside, and takes them in again when their records come from SharePoint. */
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { holdUntilCommit } from '../../database/one-process-at-a-time.ts';
import { isKindName } from '../../../shared/records/index.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { maskDrawing } from '../../../shared/process/mask-drawing.ts';
import { titleOf } from '../../../shared/rules/record-title.ts';
import type { Database } from '../../database/schema.ts';
import type { ListItem } from '../../graph/graph-port.ts';
import { wholeRecord } from '../../records/conflict-view.ts';
import { unpackFile } from '../../records/packed-file.ts';
import { isProblemKind, writeProblemRecord } from '../../records/problem-records.ts';
import type { RecordRow } from '../../records/record-store.ts';
import { stableId } from '../../stable-id.ts';
import type { ItemDecision } from './item-decision.ts';
import { maskColumns } from './mask-content.ts';
import { contentOf, toStoredColumns } from '../../records/stored-rows.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';

/**
 * Waits until nobody else finds problems of the board or takes them in from their list, until the transaction ends. What
 * is found twice at the same moment has one id: one of the two would fail.
 */
export async function holdProblems(trx: Transaction<Database>, boardId: string): Promise<void> {
  await holdUntilCommit(trx, `problems ${boardId}`);
}

export async function keepConflict(
  context: SyncContext,
  trx: Transaction<Database>,
  row: RecordRow,
  conflict: { readonly group: string; readonly ours: unknown; readonly theirs: unknown },
): Promise<void> {
  const { boardId, kind } = row;
  const [id, at] = [context.newId(), context.now().toISOString()];
  context.log.info('conflict kept', { boardId, kind, id: row.id, group: conflict.group });
  await trx
    .insertInto('conflicts')
    .values({
      ...{ id, board_id: boardId, kind, record_id: row.id, field_group: conflict.group },
      ...{ ours: JSON.stringify(conflict.ours), theirs: JSON.stringify(conflict.theirs) },
      ...{ found_at: at, settled_at: null },
    })
    .execute();
  await writeProblemRecord(trx, { table: 'conflicts', boardId, id }, at);
}

/** A change that SharePoint never got, of a record whose item is gone: with all that it takes to bring the record back. */
export function conflictOfDeleted(row: RecordRow) {
  const { ref, createdBy, createdAt, modifiedBy, modifiedAt, stateChangedAt, history, revision } = row;
  const envelope = { ref, createdBy, createdAt, modifiedBy, modifiedAt, stateChangedAt, history, revision };
  return { group: wholeRecord, ours: { ...contentOf(row), ...envelope }, theirs: null };
}

/**
 * What is set aside of one version of an item has one id, whichever process sees it, and after a lost database too: it is
 * kept once, and once settled it stays settled. Rule S-I8.
 */
export async function setAside(
  context: SyncContext,
  trx: Transaction<Database>,
  list: RecordList,
  item: ListItem,
  decision: Extract<ItemDecision, { readonly kind: 'setAside' }>,
): Promise<void> {
  const { boardId, kind } = list;
  const content = JSON.stringify(maskColumns(item.fields, context.mask));
  const id = stableId('setAside', [boardId, kind, item.id, item.etag, decision.reason]);
  await holdProblems(trx, boardId);
  const known = await trx
    .selectFrom('set_aside')
    .select('id')
    .where('board_id', '=', boardId)
    .where('kind', '=', kind)
    .where('graph_item_id', '=', item.id)
    .where((eb) =>
      eb.or([
        eb('id', '=', id),
        eb.and([
          eb('settled_at', 'is', null),
          eb('reason', '=', decision.reason),
          eb('content', '=', eb.cast(eb.val(content), 'jsonb')),
        ]),
      ]),
    )
    .executeTakeFirst();
  if (known !== undefined) return;
  context.log.info('set aside', { boardId, kind, itemId: item.id, reason: decision.reason });
  const at = context.now().toISOString();
  await trx
    .insertInto('set_aside')
    .values({
      ...{ id, board_id: boardId, kind, graph_item_id: item.id, record_id: decision.row?.id ?? null },
      ...{ reason: decision.reason, content, found_at: at, settled_at: null },
    })
    .execute();
  await writeProblemRecord(trx, { table: 'set_aside', boardId, id }, at);
}

/** Problems that came from SharePoint: after a lost database all of them, else what a restored database lacks. Rule S-K2. */
export async function takeInProblems(trx: Transaction<Database>, rows: readonly RecordRow[]): Promise<void> {
  for (const row of rows) {
    if (!isProblemKind(row.kind)) continue;
    const fields = row.fields as FieldsOfKind<'syncProblem'>;
    const { recordKind = '', recordId = null, about = '', foundAt = row.createdAt, settledAt = null } = fields;
    if (!isKindName(recordKind)) continue;
    const settled = {
      settled_at: settledAt,
      ...(fields.settledBy && { settled_by: JSON.stringify(fields.settledBy) }),
      settle_reason: fields.settleReason ?? null,
    };
    const found = { id: row.id, board_id: row.boardId, kind: recordKind, found_at: foundAt };
    if (fields.problem === 'conflict' && recordId !== null) {
      const outcome = fields.outcome ?? null;
      const sides = { ours: fields.written ?? '{}', theirs: fields.standing ?? 'null' };
      await trx
        .insertInto('conflicts')
        .values({ ...found, ...sides, ...settled, record_id: recordId, field_group: about, outcome })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ ...settled, outcome })
            .where('conflicts.settled_at', 'is', null),
        )
        .execute();
      if (about === wholeRecord && settledAt === null) await bringBackDeleted(trx, row, recordId);
    } else if (fields.problem === 'setAside') {
      const taken = settledAt === null ? {} : { taken: JSON.stringify(fields.taken ?? []) };
      const place = { graph_item_id: fields.itemId ?? '', record_id: recordId };
      await trx
        .insertInto('set_aside')
        .values({ ...found, ...place, ...settled, ...taken, reason: about, ...withoutPacking(fields.written ?? '{}') })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ ...settled, ...taken })
            .where('set_aside.settled_at', 'is', null),
        )
        .execute();
    }
  }
}

/** A drawing of today's masking: what the list holds was masked when it was set aside. */
function withoutPacking(written: string): { readonly content: string; readonly file: string | null } {
  const parsed = packedContent.safeParse(JSON.parse(written));
  const text = parsed.success ? unpackFile(parsed.data.packed) : undefined;
  if (!parsed.success || text === undefined) return { content: written, file: null };
  const { packed: _, ...content } = parsed.data;
  return { content: JSON.stringify(content), file: maskDrawing(text) };
}

const packedContent = z.looseObject({ packed: z.string() });
const person = z.object({ id: z.string(), name: z.string() });
const deletedRecord = z.object({
  ...{ ref: z.string().optional(), unitId: z.string().optional(), status: z.string(), revision: z.number() },
  ...{ createdBy: person, createdAt: z.string(), modifiedBy: person, modifiedAt: z.string() },
  stateChangedAt: z.string(),
  fields: z.record(z.string(), z.unknown()),
  comments: z.array(z.unknown()),
  history: z.array(z.unknown()),
});

/** The deleted record that an open conflict is about, which no list holds, so that a person can still decide. */
async function bringBackDeleted(trx: Transaction<Database>, problem: RecordRow, id: string): Promise<void> {
  const { recordKind = '', written = '{}' } = problem.fields as FieldsOfKind<'syncProblem'>;
  const parsed = deletedRecord.safeParse(JSON.parse(written));
  if (!parsed.success || !isKindName(recordKind)) return;
  const record = parsed.data as unknown as Omit<RecordRow, 'boardId' | 'kind' | 'id' | 'title'>;
  const row: RecordRow = {
    ...record,
    ...{ boardId: problem.boardId, kind: recordKind, id, title: titleOf(recordKind, record.fields) },
    ...{ pushedRevision: record.revision, deleted: true },
  };
  await trx
    .insertInto('records')
    .values(toStoredColumns(row))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
