import type { Kysely } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { DeltaPage } from '../../graph/graph-port.ts';
import { isProblemKind } from '../../records/problem-records.ts';
import { absorbItems, absorbRemovals } from './absorb-items.ts';
import { holdProblems } from './keep-problems.ts';
import { holdAnswers, keepRemovals } from './removed-items.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';

/** Stores a page and where it leads in one transaction (S-D2). Resolves with the ids of the records that changed. */
export async function storePage(
  context: SyncContext,
  list: RecordList,
  page: DeltaPage,
  storePlace: (db: Kysely<Database>) => Promise<void>,
  walk: { readonly isWholeWalk?: boolean } = {},
): Promise<readonly string[]> {
  if (page.items.length === 0 && page.removedIds.length === 0) {
    // Most pages tell that nothing changed.
    await storePlace(context.db);
    return [];
  }
  return context.db.transaction().execute(async (trx) => {
    if (page.removedIds.length > 0) await holdAnswers(trx, list);
    if (isProblemKind(list.kind)) await holdProblems(trx, list.boardId);
    const changed = await absorbItems(context, trx, list, page.items, walk);
    const removed = await absorbRemovals(context, trx, list, page.removedIds);
    await keepRemovals(context, trx, list, page);
    await storePlace(trx);
    return [...changed, ...removed];
  });
}
