/**
 * Answers about an item (it was made, it was read) are noted after they came. When its deletion is pulled in between, the
 * record would count as stored for good: nothing tells of the item again. So the deletions of the last hour are kept, and
 * whoever notes an answer looks there. Rule S-T2.
 *
 *   pull    turn for itself ─▶ rows ─▶ deletions kept ─▶ commit
 *   push    turn with other pushes ─▶ rows ─▶ deletions looked up ─▶ commit
 */
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { DeltaPage } from '../../graph/graph-port.ts';
import { absorbRemovals } from './absorb-items.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';

type List = Pick<RecordList, 'boardId' | 'kind'>;

/** Longer than any answer takes (`push-claims.ts` has its lease). */
const keptMs = 60 * 60_000;

/** Waits until no answer about the list's items is being noted, and holds others back. Before any row is locked. */
export async function holdAnswers(trx: Transaction<Database>, list: List): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey(list)})`.execute(trx);
}

/** Waits until no deletion is being stored for these lists. Before any row is locked. */
export async function holdRemovals(trx: Transaction<Database>, lists: readonly List[]): Promise<void> {
  const keys = new Map(lists.map((list) => [nameOf(list), lockKey(list)]));
  for (const [, key] of [...keys].toSorted(([a], [b]) => a.localeCompare(b)))
    await sql`select pg_advisory_xact_lock_shared(${key})`.execute(trx);
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

const nameOf = ({ boardId, kind }: List): string => `${boardId}/${kind}`;
const lockKey = (list: List) => sql`hashtextextended(${`removals ${nameOf(list)}`}, 0)`;
