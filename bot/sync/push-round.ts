import { batchLimit } from '../graph/graph-client.ts';
import type { Pace } from './pace.ts';
import { backOffMs } from './pace.ts';
import { claimRecords, postpone } from './push-claims.ts';
import type { Claim } from './push-claims.ts';
import { firstMove, pushAfterLookUp, settle } from './push-record.ts';
import type { RecordList, SyncContext } from './sync-context.ts';

/** Resource units of one write (`graph.md` 5.1). */
const unitsOfWrite = 2;

/**
 * Takes up to a batch of records of one board and pushes them: all plain writes in one request, the rest one by one.
 * Returns how many records were taken. Nothing waits for anything else: a record is in one round only, and a bad one
 * settles by itself.
 */
export async function pushRound(context: SyncContext, pace: Pace, lists: readonly RecordList[]): Promise<number> {
  const [first] = lists;
  const affordable = Math.floor(pace.available() / unitsOfWrite);
  if (first === undefined || affordable < 1) return 0;
  const kinds = lists.map((list) => list.kind);
  const claims = await claimRecords(context, first.boardId, kinds, Math.min(batchLimit, affordable));
  if (claims.length === 0) return 0;
  pace.spend(claims.length * unitsOfWrite);
  const moves = claims.flatMap((claim) => {
    const list = lists.find((candidate) => candidate.kind === claim.row.kind);
    return list === undefined ? [] : [{ claim, list, move: firstMove(claim, list) }];
  });
  const writes = moves.flatMap(({ claim, list, move }) =>
    move.kind === 'write' ? [{ claim, list, write: move.write }] : [],
  );
  const outcomes = await context.graph.batch(writes.map(({ write }) => write));
  const settled = writes.map(({ claim, list }, index) => {
    const outcome = outcomes[index] ?? { kind: 'tryLater' as const, maybeApplied: true, status: 0 };
    return guarded(context, claim, () => settle(context, pace, claim, list, outcome));
  });
  const others = moves.map(({ claim, list, move }) => {
    if (move.kind === 'write') return Promise.resolve();
    return guarded(context, claim, () =>
      move.kind === 'lookUp'
        ? pushAfterLookUp(context, pace, claim, list)
        : settle(context, pace, claim, list, { kind: 'gone' }),
    );
  });
  await Promise.all([...settled, ...others]);
  return claims.length;
}

/** A fault in one record must not stop the others; its lease lets it be tried again. */
async function guarded(context: SyncContext, claim: Claim, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { kind, id } = claim.row;
    context.log.error('push failed', { kind, id, error: error instanceof Error ? error.name : 'unknown' });
    await postpone(context, claim, backOffMs(claim.attempt, context.random));
  }
}
