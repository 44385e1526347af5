import type { Transaction } from 'kysely';
import { definitionOf } from '../../../shared/records/index.ts';
import type { Database } from '../../database/schema.ts';
import { encodeItem } from '../../graph/encode-item.ts';
import type { ItemWrite, ListItem, WriteOutcome } from '../../graph/graph-port.ts';
import type { RecordRow } from '../../records/record-store.ts';
import { absorbItems, absorbRemovals } from '../pull/absorb-items.ts';
import { backOffMs } from '../back-off.ts';
import type { Pace } from '../pace.ts';
import { isByOurApp, isMadeByOurApp } from '../pull/item-decision.ts';
import { markPushed } from './mark-pushed.ts';
import { letGoOfItem, markUnsendable, postpone } from './push-claims.ts';
import type { Claim } from './push-claims.ts';
import { absorbEarlierRemovals, holdRemovals, leaveToWalk } from '../pull/removed-items.ts';
import type { RecordList, SyncContext } from '../sync-context.ts';

/** Attempts before what may heal for a while (a list that is not there yet, a slow index) counts as lasting. */
const patience = 6;

/** What a claimed record needs first. */
export type FirstMove =
  | { readonly kind: 'write'; readonly write: ItemWrite }
  /** An earlier create may have been carried out: look before creating again (`graph.md` 7). */
  | { readonly kind: 'lookUp' }
  /** Deleted before SharePoint ever had it. */
  | { readonly kind: 'nothing' };

export function firstMove({ row, attempt }: Claim, list: RecordList): FirstMove {
  const { graphItemId: itemId, etag } = row;
  const { address } = list;
  if (itemId !== undefined && etag !== undefined) {
    const write: ItemWrite = row.deleted
      ? { kind: 'delete', list: address, itemId, etag }
      : { kind: 'update', list: address, itemId, etag, fields: encodeItem(definitionOf(row.kind), row) };
    return { kind: 'write', write };
  }
  if (attempt > 1) return { kind: 'lookUp' };
  return row.deleted ? { kind: 'nothing' } : { kind: 'write', write: createOf(row, list) };
}

type TryLater = Extract<WriteOutcome, { readonly kind: 'tryLater' }>;

/** SharePoint asks the whole app to hold back (`graph.md` 5.1). */
export function isThrottled(outcome: WriteOutcome): outcome is TryLater {
  if (outcome.kind !== 'tryLater') return false;
  return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfterMs !== undefined);
}

/** Looks for the item of an earlier attempt; creates only when none is found, guarded by the unique key. */
export async function pushAfterLookUp(context: SyncContext, pace: Pace, claim: Claim, list: RecordList): Promise<void> {
  const found = await context.graph.findByClientKey(list.address, claim.row.id);
  if (found.kind === 'done') return absorb(context, claim, list, found.item);
  if (found.kind !== 'notFound') return settle(context, pace, claim, list, found);
  if (claim.row.deleted) return markPushed(context, [{ ...claim, item: undefined }]);
  const fields = encodeItem(definitionOf(claim.row.kind), claim.row);
  return settle(context, pace, claim, list, await context.graph.createItem(list.address, fields));
}

/** Writes down what became of a write, and leaves the record either pushed, postponed, merged or unsendable. */
export async function settle(
  context: SyncContext,
  pace: Pace,
  claim: Claim,
  list: RecordList,
  outcome: WriteOutcome,
): Promise<void> {
  switch (outcome.kind) {
    case 'done':
      await pace.ease();
      return markPushed(context, [{ ...claim, item: outcome.item }]);
    case 'gone':
      return claim.row.deleted
        ? markPushed(context, [{ ...claim, item: undefined }])
        : reread(context, pace, claim, list);
    case 'changed':
      return reread(context, pace, claim, list);
    case 'tryLater': {
      const { status, retryAfterMs } = outcome;
      if (claim.attempt > 1 && isThrottled(outcome)) await pace.pause(retryAfterMs);
      context.log.debug('push postponed', { kind: claim.row.kind, id: claim.row.id, status, attempt: claim.attempt });
      return postpone(context, claim, Math.max(retryAfterMs ?? 0, backOffMs(claim.attempt, context.random)));
    }
    case 'refused':
      return settleRefusal(context, pace, claim, list, outcome);
  }
}

async function settleRefusal(
  context: SyncContext,
  pace: Pace,
  claim: Claim,
  list: RecordList,
  outcome: Extract<WriteOutcome, { readonly kind: 'refused' }>,
): Promise<void> {
  const mayHeal = outcome.code === 'notUnique' || outcome.status === 404;
  if (outcome.code === 'notUnique') {
    const found = await context.graph.findByClientKey(list.address, claim.row.id);
    if (found.kind === 'done') return settleTaken(context, pace, claim, list, found.item);
    if (found.kind === 'tryLater') return settle(context, pace, claim, list, found);
  }
  // The index may lag behind, and a new list may be missing for minutes (`graph.md` 6.1, 7.5).
  if (mayHeal && claim.attempt < patience) return postpone(context, claim, backOffMs(claim.attempt, context.random));
  return markUnsendable(context, claim, `${String(outcome.status)} ${outcome.code}`.trim());
}

/**
 * The record's key stands at an item: the record's own, or one that was made besides while somebody had given the
 * record's item another key. That one goes; once somebody has touched it, it is the record's instead. Rule S-P17.
 */
async function settleTaken(
  context: SyncContext,
  pace: Pace,
  claim: Claim,
  list: RecordList,
  item: ListItem,
): Promise<void> {
  const { graphItemId } = claim.row;
  if (graphItemId === undefined || graphItemId === item.id) return absorb(context, claim, list, item);
  const { ourAppId } = context;
  if (!isMadeByOurApp({ item, ourAppId }) || !isByOurApp({ item, ourAppId }))
    return absorb(context, claim, list, item, (trx) => letGoOfItem(trx, claim));
  const removed = await context.graph.deleteItem(list.address, item.id, item.etag);
  if (removed.kind !== 'done' && removed.kind !== 'gone')
    return settle(context, pace, claim, list, removed.kind === 'changed' ? transient : removed);
  context.log.info('item made twice removed', { boardId: claim.row.boardId, kind: claim.row.kind, id: claim.row.id });
  return postpone(context, claim, 0);
}

/** Somebody else changed or removed the item: read it and merge. Ours already stored counts as success. */
async function reread(context: SyncContext, pace: Pace, claim: Claim, list: RecordList): Promise<void> {
  const itemId = claim.row.graphItemId;
  if (itemId === undefined) return postpone(context, claim, backOffMs(claim.attempt, context.random));
  const read = await context.graph.getItem(list.address, itemId);
  if (read.kind === 'done') return absorb(context, claim, list, read.item);
  if (read.kind !== 'gone') return settle(context, pace, claim, list, read.kind === 'changed' ? transient : read);
  await context.db.transaction().execute((trx) => absorbRemovals(context, trx, list, [itemId]));
}

const transient: WriteOutcome = { kind: 'tryLater', maybeApplied: false, status: 409 };

async function absorb(
  context: SyncContext,
  claim: Claim,
  list: RecordList,
  item: ListItem,
  before: (trx: Transaction<Database>) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    await holdRemovals(trx, [list]);
    await before(trx);
    await absorbItems(context, trx, list, [item]);
    await absorbEarlierRemovals(context, trx, list, [item.id]);
    if (claim.row.graphItemId === undefined) await leaveToWalk(trx, list, [item.id], claim.claimedAt);
  });
  // A record that meets changes again and again waits a little longer each time.
  await postpone(context, claim, claim.attempt <= 3 ? 0 : backOffMs(claim.attempt, context.random));
}

function createOf(row: RecordRow, list: RecordList): ItemWrite {
  return { kind: 'create', list: list.address, fields: encodeItem(definitionOf(row.kind), row) };
}
