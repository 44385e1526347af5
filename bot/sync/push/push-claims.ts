import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Database, RecordsTable } from '../../database/schema.ts';
import { readRow } from '../../records/record-rows.ts';
import type { RecordRow } from '../../records/record-store.ts';
import type { PushContext, SyncContext } from '../sync-context.ts';

/** A record that this process pushes now, as it was when taken. */
export interface Claim {
  readonly row: RecordRow;
  /** 1 for the first attempt since the last success. From 2 on an earlier create may have been carried out. */
  readonly attempt: number;
  /** ISO instant; answers are of what SharePoint held since. */
  readonly claimedAt: string;
}

/** When a claim is free even if its process counts as alive. Longer than any request may take. */
export const leaseMs = 150_000;

/**
 * Takes the records of a board that wait longest, new reports first. The row lock lasts for this statement only; what
 * keeps other processes off is the lease, so that no transaction is open while Graph answers. Rules S-P1…S-P3.
 */
export async function claimRecords(
  { db, now, processId }: Pick<PushContext, 'db' | 'now' | 'processId'>,
  boardId: string,
  kinds: readonly string[],
  limit: number,
): Promise<readonly Claim[]> {
  if (kinds.length === 0 || limit < 1) return [];
  const at = now();
  const lease = new Date(at.getTime() + leaseMs).toISOString();
  // Materialized: an inlined sub-select may be run again for each row of the join, and then takes more than the limit.
  const due = sql`select board_id, kind, id from records where ${ofBoard(boardId, kinds)} and ${isDue(at)}
    order by push_priority, waiting_since nulls last limit ${limit} for update skip locked`;
  const taken = await sql<Selectable<RecordsTable>>`with due as materialized (${due})
    update records set push_after = ${lease}, push_holder = ${processId}, push_attempts = push_attempts + 1
    from due where records.board_id = due.board_id and records.kind = due.kind and records.id = due.id
    returning records.*`.execute(db);
  return taken.rows
    .toSorted(
      (a, b) => a.push_priority - b.push_priority || (a.waiting_since ?? '').localeCompare(b.waiting_since ?? ''),
    )
    .map((row) => ({ row: readRow(row), attempt: row.push_attempts, claimedAt: at.toISOString() }));
}

/** Whether a claim would find anything: asked before a share of the budget is taken. */
export async function isAnyDue(
  { db, now }: Pick<SyncContext, 'db' | 'now'>,
  boardId: string,
  kinds: readonly string[],
): Promise<boolean> {
  const found = await sql`select 1 from records where ${ofBoard(boardId, kinds)} and ${isDue(now())} limit 1`.execute(
    db,
  );
  return found.rows.length > 0;
}

/** Boards for which a claim may find something. */
export async function boardsWithDueRecords({ db, now }: Pick<SyncContext, 'db' | 'now'>): Promise<readonly string[]> {
  const found = await sql<{ board_id: string }>`select distinct board_id from records where ${isDue(now())}`.execute(
    db,
  );
  return found.rows.map((row) => row.board_id);
}

const ofBoard = (boardId: string, kinds: readonly string[]) => sql`board_id = ${boardId} and kind = any(${kinds})`;

const isDue = (at: Date) =>
  sql`revision > pushed_revision
    and (unsendable_revision is null or unsendable_revision < revision)
    and (push_after is null or push_after <= ${at.toISOString()}) and not ${waitsForFile}`;

/** A process follows its drawing, which goes first (rule S-F3). */
const waitsForFile = sql<boolean>`(records.kind = 'process' and exists (select 1 from process_versions
    where process_versions.board_id = records.board_id and process_versions.process_id = records.id
      and process_versions.pushed_at is null and process_versions.unsendable_reason is null))`;

/** When the next record of any board may be taken; undefined when none waits. */
export async function nextDueAt(db: Kysely<Database>): Promise<string | undefined> {
  const next = await db
    .selectFrom('records')
    .select((eb) => eb.fn.min<string | null>(eb.fn.coalesce('push_after', 'waiting_since')).as('at'))
    .whereRef('revision', '>', 'pushed_revision')
    .where((eb) => eb.or([eb('unsendable_revision', 'is', null), eb('unsendable_revision', '<', eb.ref('revision'))]))
    .where(sql<boolean>`not ${waitsForFile}`)
    .executeTakeFirst();
  return next?.at ?? undefined;
}

/** Gives a record back, to be taken again not before `afterMs` from now. */
export async function postpone({ db, now }: SyncContext, { row }: Claim, afterMs: number): Promise<void> {
  const after = afterMs <= 0 ? null : new Date(now().getTime() + afterMs).toISOString();
  await byKey(db, row).set({ push_after: after, push_holder: null }).execute();
}

/** The record has no item any more, and nothing was agreed on: what was in it is kept elsewhere. */
export async function letGoOfItem(db: Kysely<Database>, { row }: Claim): Promise<void> {
  await byKey(db, row).set({ graph_item_id: null, etag: null, base: null }).execute();
}

/** SharePoint can never take this revision; a later one is tried again. */
export async function markUnsendable(context: SyncContext, { row }: Claim, reason: string): Promise<void> {
  context.log.error('unsendable', { boardId: row.boardId, kind: row.kind, id: row.id, revision: row.revision, reason });
  await byKey(context.db, row)
    .set({
      unsendable_revision: row.revision,
      unsendable_reason: reason,
      push_after: null,
      push_holder: null,
      push_attempts: 0,
    })
    .execute();
}

function byKey(db: Kysely<Database>, row: Pick<RecordRow, 'boardId' | 'kind' | 'id'>) {
  return db
    .updateTable('records')
    .where('board_id', '=', row.boardId)
    .where('kind', '=', row.kind)
    .where('id', '=', row.id);
}
