import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { ListItem } from '../../graph/graph-port.ts';
import type { RecordRow } from '../../records/record-store.ts';
import { isNewerEtag } from '../etag-version.ts';
import { absorbEarlierRemovals, holdRemovals, leaveToWalk } from '../pull/removed-items.ts';
import { contentOf } from '../../records/stored-rows.ts';
import type { SyncContext } from '../sync-context.ts';

export interface Pushed {
  /** The record as it was pushed. */
  readonly row: RecordRow;
  readonly claimedAt: string;
  /** The item as it was answered; undefined: it is gone, as was wanted. */
  readonly item: ListItem | undefined;
}

/**
 * SharePoint has these revisions. A newer one, accepted meanwhile, goes on waiting from its own time. All records of a
 * batch in two statements: what a push costs the database decides how many a service can do.
 */
export async function markPushed(context: SyncContext, pushed: readonly Pushed[]): Promise<void> {
  if (pushed.length === 0) return;
  await context.db.transaction().execute(async (trx) => {
    const made = pushed.filter(({ row, item }) => row.graphItemId === undefined && item !== undefined);
    await holdRemovals(
      trx,
      made.map(({ row }) => row),
    );
    const states = new Map((await lockStates(trx, pushed)).map((state) => [keyOf(state), state]));
    const changes = pushed.flatMap((one) => {
      const state = states.get(keyOf(one.row));
      return state === undefined ? [] : [changeOf(one, state)];
    });
    if (changes.length === 0) return;
    await sql`update records set
        graph_item_id = case when c.is_news then c.graph_item_id else records.graph_item_id end,
        etag = case when c.is_news then c.etag else records.etag end,
        base = case when c.is_news then c.base else records.base end,
        pushed_revision = c.pushed_revision, waiting_since = c.waiting_since,
        push_attempts = 0, push_after = null, push_holder = null, unsendable_revision = null, unsendable_reason = null
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (
        board_id text, kind text, id uuid, is_news boolean, graph_item_id text, etag text, base jsonb,
        pushed_revision bigint, waiting_since timestamptz
      )
      where records.board_id = c.board_id and records.kind = c.kind and records.id = c.id`.execute(trx);
    for (const [, alike] of Map.groupBy(made, ({ row }) => `${row.boardId}/${row.kind}`)) {
      const [first] = alike;
      if (first === undefined) continue;
      const itemIds = alike.flatMap(({ item }) => item?.id ?? []);
      await absorbEarlierRemovals(context, trx, first.row, itemIds);
      // What a pull has seen is known to every walk.
      const unseen = alike.filter(({ row, item }) => states.get(keyOf(row))?.graph_item_id !== item?.id);
      const since = alike.map(({ claimedAt }) => claimedAt).toSorted()[0] ?? first.claimedAt;
      await leaveToWalk(
        trx,
        first.row,
        unseen.flatMap(({ item }) => item?.id ?? []),
        since,
      );
    }
  });
}

/** As they are now, locked until the transaction ends, in the order that pulls lock them in. */
function lockStates(trx: Transaction<Database>, pushed: readonly Pushed[]) {
  return trx
    .selectFrom('records')
    .select([
      'board_id as boardId',
      'kind',
      'id',
      'revision',
      'pushed_revision',
      'graph_item_id',
      'etag',
      'modified_at',
    ])
    .where('board_id', 'in', [...new Set(pushed.map(({ row }) => row.boardId))])
    .where('kind', 'in', [...new Set(pushed.map(({ row }) => row.kind))])
    .where(
      'id',
      'in',
      pushed.map(({ row }) => row.id),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

type State = Awaited<ReturnType<typeof lockStates>>[number];

function changeOf({ row, item }: Pushed, state: State) {
  // A pull may have seen a later state of the item before this answer was noted.
  const isNews =
    item !== undefined && (state.graph_item_id !== item.id || isNewerEtag(item.etag, state.etag ?? undefined));
  const pushedRevision =
    isNews || item === undefined ? Math.max(state.pushed_revision, row.revision) : state.pushed_revision;
  const isDone = state.revision === row.revision && pushedRevision >= state.revision;
  return {
    board_id: row.boardId,
    kind: row.kind,
    id: row.id,
    is_news: isNews,
    ...(isNews ? { graph_item_id: item.id, etag: item.etag, base: contentOf(row) } : {}),
    pushed_revision: pushedRevision,
    waiting_since: isDone ? null : state.modified_at,
  };
}

const keyOf = ({
  boardId,
  kind,
  id,
}: {
  readonly boardId: string;
  readonly kind: string;
  readonly id: string;
}): string => `${boardId}/${kind}/${id}`;
