import type { Kysely } from 'kysely';
import { unlessAnotherProcess } from '../../database/one-process-at-a-time.ts';
import type { Database } from '../../database/schema.ts';
import type { DeltaPage } from '../../graph/graph-port.ts';
import { pulledNow, pullProblem } from '../pull-note.ts';
import { rowOf } from './list-row.ts';
import { storePage } from './store-page.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';
import { sweepRemainder, walkList } from './walk-list.ts';

export type PullOutcome =
  | { readonly kind: 'pulled'; readonly changed: number; readonly full: boolean }
  /** Another process pulls the list right now. */
  | { readonly kind: 'busy' }
  /** The service stops; what has come is stored, and the next pull goes on. */
  | { readonly kind: 'stopped'; readonly changed: number }
  /** Nothing was lost: the next pull goes on from the last stored token. */
  | { readonly kind: 'tryLater'; readonly status: number; readonly retryAfterMs?: number };

/**
 * Pulls one list to its end. With a token each page is stored together with the token that follows it; a page that
 * cannot be read stores nothing. Without a token, with one that SharePoint no longer knows, or when a walk is
 * asked for, the whole list is walked. Rules S-D1…S-D6.
 */
export async function pullList(
  context: SyncContext,
  list: RecordList,
  isStopping: () => boolean,
): Promise<PullOutcome> {
  const pulled = await unlessAnotherProcess(context.db, `pull ${list.boardId} ${list.kind}`, async () => {
    const outcome = await pullLocked(context, list, isStopping);
    if (outcome.kind === 'tryLater') await noteProblem(context.db, list, outcome.status);
    return outcome;
  });
  return pulled ?? { kind: 'busy' };
}

async function pullLocked(context: SyncContext, list: RecordList, isStopping: () => boolean): Promise<PullOutcome> {
  const start = await context.db
    .selectFrom('lists')
    .select(['delta_link', 'walk_asked_at', 'walk_started_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('walk_remainder as w')
            .select('w.kind')
            .whereRef('w.board_id', '=', 'lists.board_id')
            .whereRef('w.kind', '=', 'lists.kind'),
        )
        .as('has_remainder'),
    )
    .where('board_id', '=', list.boardId)
    .where('kind', '=', list.kind)
    .executeTakeFirst();
  const isWalkWanted = start === undefined || start.walk_asked_at !== null || start.walk_started_at !== null;
  let changed = 0;
  let link = isWalkWanted ? undefined : (start.delta_link ?? undefined);
  while (link !== undefined) {
    if (isStopping()) return { kind: 'stopped', changed };
    const answer = await context.graph.deltaPage(list.address, link);
    if (answer.kind === 'tryLater') return answer;
    if (answer.kind === 'resync') break;
    const { page } = answer;
    changed += (await storePage(context, list, page, (db) => storeToken(context, db, list, page))).length;
    if (page.deltaLink !== undefined) {
      if (start?.has_remainder !== true) return { kind: 'pulled', changed, full: false };
      // Of answers that were noted just after a walk.
      const sweep = await sweepRemainder(context, list, isStopping);
      changed += sweep.removed;
      if (sweep.kind === 'tryLater') return sweep.answer;
      return sweep.kind === 'stopped' ? { kind: 'stopped', changed } : { kind: 'pulled', changed, full: false };
    }
    link = page.nextLink;
  }
  const walk = await walkList(context, list, isStopping);
  if (walk.kind === 'tryLater') return walk;
  const all = changed + walk.changed;
  return walk.kind === 'stopped' ? { kind: 'stopped', changed: all } : { kind: 'pulled', changed: all, full: true };
}

async function storeToken(
  context: SyncContext,
  db: Kysely<Database>,
  list: RecordList,
  page: DeltaPage,
): Promise<void> {
  const isLast = page.deltaLink !== undefined;
  await rowOf(db, list)
    .set({ delta_link: page.nextLink ?? page.deltaLink ?? null, ...(isLast && pulledNow(context)) })
    .execute();
}

async function noteProblem(db: Kysely<Database>, list: RecordList, status: number): Promise<void> {
  await rowOf(db, list).set(pullProblem(status)).execute();
}
