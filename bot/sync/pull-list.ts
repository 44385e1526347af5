import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { DeltaPage } from '../graph/graph-port.ts';
import { absorbItems, absorbRemovals } from './absorb-items.ts';
import { vanishedItems } from './sweep-list.ts';
import type { RecordList, SyncContext } from './sync-context.ts';

export type PullOutcome =
  | { readonly kind: 'pulled'; readonly changedIds: readonly string[]; readonly full: boolean }
  /** Another process pulls the list right now. */
  | { readonly kind: 'busy' }
  /** Nothing was lost: the next pull goes on from the last stored token. */
  | { readonly kind: 'tryLater'; readonly status: number; readonly retryAfterMs?: number };

/**
 * Pulls one list to its end. With a token each page is stored together with the token that follows it; a page that
 * cannot be read stores nothing. Without a token, or with one that SharePoint no longer knows, the whole list is walked
 * and what it no longer holds is removed; that walk stores its token last, so a broken one starts over. Rules S-D1…S-D7.
 */
export async function pullList(context: SyncContext, list: RecordList): Promise<PullOutcome> {
  return context.db.connection().execute(async (connection) => {
    if (!(await tryLock(connection, list))) return { kind: 'busy' };
    try {
      const outcome = await pullLocked(context, list);
      await notePull(context, list, outcome);
      return outcome;
    } finally {
      await unlock(connection, list);
    }
  });
}

async function pullLocked(context: SyncContext, list: RecordList): Promise<PullOutcome> {
  const start = await context.db
    .selectFrom('lists')
    .select('delta_link')
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .executeTakeFirst();
  const changedIds: string[] = [];
  let link = start?.delta_link ?? undefined;
  while (link !== undefined) {
    const answer = await context.graph.deltaPage(list.address, link);
    if (answer.kind === 'tryLater') return answer;
    if (answer.kind === 'resync') break;
    const { page } = answer;
    const token = page.nextLink ?? page.deltaLink;
    changedIds.push(...(await storePage(context, list, page, (trx) => storeToken(trx, list, token))));
    if (page.deltaLink !== undefined) return { kind: 'pulled', changedIds, full: false };
    link = page.nextLink;
  }
  return walkWholeList(context, list, changedIds);
}

async function walkWholeList(context: SyncContext, list: RecordList, before: readonly string[]): Promise<PullOutcome> {
  const known = await knownItemIds(context.db, list);
  const seen = new Set<string>();
  const changedIds = [...before];
  for (let link: string | undefined; ;) {
    const answer = await context.graph.deltaPage(list.address, link);
    if (answer.kind === 'resync') {
      // A token that SharePoint gave moments ago has gone bad: start the walk over at the next pull.
      return { kind: 'tryLater', status: 410 };
    }
    if (answer.kind === 'tryLater') return answer;
    const { page } = answer;
    for (const item of page.items) seen.add(item.id);
    for (const removed of page.removedIds) seen.delete(removed);
    if (page.deltaLink === undefined) {
      changedIds.push(...(await storePage(context, list, page)));
      link = page.nextLink;
      continue;
    }
    const sweep = await vanishedItems(
      context,
      list,
      known.filter((itemId) => !seen.has(itemId)),
    );
    if (sweep.kind === 'tryLater') return sweep;
    const last = { ...page, removedIds: [...page.removedIds, ...sweep.itemIds] };
    changedIds.push(...(await storePage(context, list, last, (trx) => storeToken(trx, list, page.deltaLink))));
    return { kind: 'pulled', changedIds, full: true };
  }
}

function storePage(
  context: SyncContext,
  list: RecordList,
  page: DeltaPage,
  alsoStore?: (trx: Transaction<Database>) => Promise<void>,
): Promise<readonly string[]> {
  return context.db.transaction().execute(async (trx) => {
    const changed = await absorbItems(context, trx, list, page.items);
    const removed = await absorbRemovals(context, trx, list, page.removedIds);
    await alsoStore?.(trx);
    return [...changed, ...removed];
  });
}

/** Without a link the next pull is a whole walk. */
export async function storeToken(db: Kysely<Database>, list: RecordList, link: string | undefined): Promise<void> {
  await db
    .updateTable('lists')
    .set({ delta_link: link ?? null })
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .execute();
}

/** The items known when a walk begins; what is made during it may be missing from it rightly. */
async function knownItemIds(db: Kysely<Database>, list: RecordList): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('records')
    .select('graph_item_id')
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .where('graph_item_id', 'is not', null)
    .where('deleted', '=', false)
    .execute();
  return rows.map((row) => row.graph_item_id).filter((id) => id !== null);
}

async function notePull(context: SyncContext, list: RecordList, outcome: PullOutcome): Promise<void> {
  const note =
    outcome.kind === 'tryLater'
      ? { last_pull_problem: outcome.status === 200 ? 'unreadablePage' : `status ${String(outcome.status)}` }
      : { last_pull_problem: null, last_pull_at: context.now().toISOString() };
  await context.db
    .updateTable('lists')
    .set(note)
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .execute();
}

const lockKey = (list: RecordList) => sql`hashtextextended(${`pull ${list.boardId} ${list.kind}`}, 0)`;

/** Held by the connection, so that a process that dies lets go of it. */
async function tryLock(connection: Kysely<Database>, list: RecordList): Promise<boolean> {
  const lock = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${lockKey(list)}) as taken`.execute(
    connection,
  );
  return lock.rows[0]?.taken === true;
}

async function unlock(connection: Kysely<Database>, list: RecordList): Promise<void> {
  await sql`select pg_advisory_unlock(${lockKey(list)})`.execute(connection);
}
