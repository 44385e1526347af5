import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { DeltaPage } from '../../graph/graph-port.ts';
import { absorbRemovals } from './absorb-items.ts';
import { pulledNow } from '../pull-note.ts';
import { rowOf } from './list-row.ts';
import { holdAnswers } from './removed-items.ts';
import { storePage } from './store-page.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';
import { vanishedItems } from './vanished-items.ts';

export type WalkOutcome =
  | { readonly kind: 'walked'; readonly changed: number }
  | { readonly kind: 'stopped'; readonly changed: number }
  | { readonly kind: 'tryLater'; readonly status: number; readonly retryAfterMs?: number };

/** Items asked for one by one before the answers are stored. */
const sweepBatch = 50;

/**
 * Walks a whole list and removes what it no longer holds. Each page is stored with the link that follows it, so that a
 * walk goes on where it was, in this process or another; what was known when it began and has not been seen yet is the
 * remainder, asked for by id at the end. The list keeps its former token until then. Rules S-D4, S-D6.
 */
export async function walkList(
  context: SyncContext,
  list: RecordList,
  isStopping: () => boolean,
): Promise<WalkOutcome> {
  let changed = 0;
  let place = await continueOrBegin(context, list);
  while (place.deltaLink === undefined) {
    if (isStopping()) return { kind: 'stopped', changed };
    const answer = await context.graph.deltaPage(list.address, place.nextLink);
    if (answer.kind === 'resync') {
      // A token that SharePoint gave for this very walk has gone bad: it starts over at the next pull.
      await rowOf(context.db, list)
        .set({ ...ended, walk_asked_at: nowOf(context) })
        .execute();
      return { kind: 'tryLater', status: 410 };
    }
    if (answer.kind === 'tryLater') return answer;
    const { page } = answer;
    place = page;
    const noteHere = (db: Kysely<Database>) => noteSeen(db, list, page);
    changed += (await storePage(context, list, page, noteHere, { isWholeWalk: true })).length;
  }
  const sweep = await sweepRemainder(context, list, isStopping);
  changed += sweep.removed;
  if (sweep.kind !== 'walked') return sweep.kind === 'tryLater' ? sweep.answer : { kind: 'stopped', changed };
  await rowOf(context.db, list)
    .set({
      ...{ ...ended, ...pulledNow(context) },
      ...{ delta_link: place.deltaLink, walk_asked_at: null, walk_ended_at: nowOf(context) },
    })
    .execute();
  return { kind: 'walked', changed };
}

const ended = { walk_link: null, walk_delta_link: null, walk_started_at: null } as const;

/** Where a walk is: before a page (none named: the first one), or past the last with the token for later pulls. */
type Place = Pick<DeltaPage, 'nextLink' | 'deltaLink'>;

/** Asks for a whole walk of the lists; what is under way already goes on. The next pull of each begins it. */
export async function askForWalks(
  context: Pick<SyncContext, 'db' | 'now'>,
  lists: readonly RecordList[],
): Promise<void> {
  // One row at a time: whoever notes the lists of a board meanwhile locks them in an order of its own.
  for (const list of lists) {
    await rowOf(context.db, list)
      .set({ walk_asked_at: nowOf(context) })
      .where('walk_asked_at', 'is', null)
      .execute();
  }
}

async function continueOrBegin(context: SyncContext, list: RecordList): Promise<Place> {
  return context.db.transaction().execute(async (trx) => {
    // An answer that is being noted is either known to this walk, or leaves its item to it (`leaveToWalk`).
    await holdAnswers(trx, list);
    const row = await trx
      .selectFrom('lists')
      .select(['walk_started_at', 'walk_link', 'walk_delta_link'])
      .where('board_id', '=', list.boardId)
      .where('kind', '=', list.kind)
      .forUpdate()
      .executeTakeFirst();
    if (row !== undefined && row.walk_started_at !== null) {
      return {
        ...(row.walk_link !== null && { nextLink: row.walk_link }),
        ...(row.walk_delta_link !== null && { deltaLink: row.walk_delta_link }),
      };
    }
    await remainderOf(trx, list).execute();
    // What is made during the walk may be missing from it rightly, and is not in the remainder.
    await trx
      .insertInto('walk_remainder')
      .columns(['board_id', 'kind', 'graph_item_id'])
      .expression((eb) =>
        eb
          .selectFrom('records')
          .select(['board_id', 'kind', sql<string>`graph_item_id`.as('graph_item_id')])
          .where('board_id', '=', list.boardId)
          .where('kind', '=', list.kind)
          .where('graph_item_id', 'is not', null)
          .where('deleted', '=', false),
      )
      .execute();
    await rowOf(trx, list)
      .set({ ...ended, walk_started_at: nowOf(context) })
      .execute();
    return {};
  });
}

/**
 * The token is stored with the last page: one that is read again after a restart would come after deletions that neither
 * the page nor the remainder, which what was seen has left, tells of.
 */
async function noteSeen(db: Kysely<Database>, list: RecordList, page: DeltaPage): Promise<void> {
  const seen = [...page.items.map(({ id }) => id), ...page.removedIds];
  if (seen.length > 0) await remainderOf(db, list).where('graph_item_id', 'in', seen).execute();
  const { nextLink = null, deltaLink = null } = page;
  await rowOf(db, list).set({ walk_link: nextLink, walk_delta_link: deltaLink }).execute();
}

type Sweep =
  | { readonly kind: 'walked' | 'stopped'; readonly removed: number }
  | {
      readonly kind: 'tryLater';
      readonly removed: number;
      readonly answer: Extract<WalkOutcome, { readonly kind: 'tryLater' }>;
    };

/** Also of items that answers left to a walk which had just ended: then it is a pull without a walk that asks for them. */
export async function sweepRemainder(
  context: SyncContext,
  list: RecordList,
  isStopping: () => boolean,
): Promise<Sweep> {
  let removed = 0;
  while (!isStopping()) {
    const rows = await context.db
      .selectFrom('walk_remainder')
      .select('graph_item_id')
      .where('board_id', '=', list.boardId)
      .where('kind', '=', list.kind)
      .orderBy('graph_item_id')
      .limit(sweepBatch)
      .execute();
    if (rows.length === 0) return { kind: 'walked', removed };
    const asked = rows.map((row) => row.graph_item_id);
    const answer = await vanishedItems(context, list, asked);
    if (answer.kind === 'tryLater') return { kind: 'tryLater', removed, answer };
    const gone = await context.db.transaction().execute(async (trx) => {
      await remainderOf(trx, list).where('graph_item_id', 'in', asked).execute();
      return absorbRemovals(context, trx, list, answer.itemIds);
    });
    removed += gone.length;
  }
  return { kind: 'stopped', removed };
}

const nowOf = ({ now }: Pick<SyncContext, 'now'>): string => now().toISOString();

const remainderOf = (db: Kysely<Database>, list: RecordList) =>
  db.deleteFrom('walk_remainder').where('board_id', '=', list.boardId).where('kind', '=', list.kind);
