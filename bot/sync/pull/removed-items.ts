/**
 * Answers about an item (it was made, it was read) are noted after they came. When its deletion is pulled in between, the
 * record would count as stored for good: nothing tells of the item again. So the deletions of the last hour are kept, and
 * whoever notes an answer looks there. A whole walk tells of no deletions: it looks for the item itself. Rule S-T2.
 *
 *   pull    turn for itself ─▶ rows ─▶ deletions kept ─▶ commit
 *   push    turn with other pushes ─▶ rows ─▶ deletions looked up ─▶ commit
 */
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { holdUntilCommit } from '../../database/one-process-at-a-time.ts';
import type { Database } from '../../database/schema.ts';
import type { DeltaPage } from '../../graph/graph-port.ts';
import { absorbRemovals } from './absorb-items.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';

type List = Pick<RecordList, 'boardId' | 'kind'>;

/** Longer than any answer takes (`push-claims.ts` has its lease). */
const keptMs = 60 * 60_000;

/** Waits until no answer about the list's items is being noted, and holds others back. Before any row is locked. */
export async function holdAnswers(trx: Transaction<Database>, list: List): Promise<void> {
  await holdUntilCommit(trx, turnOf(list));
}

/** Waits until no deletion is being stored for these lists. Before any row is locked. */
export async function holdRemovals(trx: Transaction<Database>, lists: readonly List[]): Promise<void> {
  for (const turn of [...new Set(lists.map(turnOf))].toSorted()) await holdUntilCommit(trx, turn, 'shared');
}

/** Keeps what a page tells to be gone, and forgets what is there again or long gone. */
export async function keepRemovals(
  { now }: Pick<SyncContext, 'now'>,
  trx: Transaction<Database>,
  { boardId, kind }: List,
  { items, removedIds }: Pick<DeltaPage, 'items' | 'removedIds'>,
): Promise<void> {
  const at = now();
  const old = new Date(at.getTime() - keptMs).toISOString();
  const thereIds = items.map(({ id }) => id);
  await sql`delete from removed_items where board_id = ${boardId} and kind = ${kind}
    and (graph_item_id = any(${thereIds}) or seen_at < ${old})`.execute(trx);
  if (removedIds.length === 0) return;
  await trx
    .insertInto('removed_items')
    .values(removedIds.map((id) => ({ board_id: boardId, kind, graph_item_id: id, seen_at: at.toISOString() })))
    .onConflict((conflict) =>
      conflict.columns(['board_id', 'kind', 'graph_item_id']).doUpdateSet({ seen_at: at.toISOString() }),
    )
    .execute();
}

/** After an answer about items was noted: those that are gone since take their records along. */
export async function absorbEarlierRemovals(
  context: SyncContext,
  trx: Transaction<Database>,
  list: List,
  itemIds: readonly string[],
): Promise<void> {
  const gone = await trx
    .selectFrom('removed_items')
    .select('graph_item_id')
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .where('graph_item_id', 'in', [...itemIds])
    .execute();
  await absorbRemovals(
    context,
    trx,
    list,
    gone.map((row) => row.graph_item_id),
  );
}

/** Between the clocks of two processes. */
const skewMs = 60_000;

/**
 * A whole walk tells of no deletion that came before it, and does not miss an item that no record was known to have: where
 * one was under way since the claim, the item is left to its sweep, or to that of the next pull.
 */
export async function leaveToWalk(
  trx: Transaction<Database>,
  { boardId, kind }: List,
  itemIds: readonly string[],
  claimedAt: string,
): Promise<void> {
  if (itemIds.length === 0) return;
  const since = new Date(Date.parse(claimedAt) - skewMs).toISOString();
  await sql`insert into walk_remainder (board_id, kind, graph_item_id)
    select board_id, kind, unnest(${[...itemIds]}::text[]) from lists
    where board_id = ${boardId} and kind = ${kind} and (walk_started_at is not null or walk_ended_at >= ${since})
    on conflict do nothing`.execute(trx);
}

const turnOf = ({ boardId, kind }: List): string => `removals ${boardId}/${kind}`;
