import { batchLimit } from '../../graph/graph-client.ts';
import type { WriteOutcome } from '../../graph/graph-port.ts';
import { backOffMs } from '../back-off.ts';
import { unitsOfWrite } from '../metered-graph.ts';
import { markPushed } from './mark-pushed.ts';
import type { Pace } from '../pace.ts';
import { claimRecords, isAnyDue, postpone } from './push-claims.ts';
import type { Claim } from './push-claims.ts';
import { firstMove, isThrottled, pushAfterLookUp, settle } from './push-record.ts';
import type { PushContext, RecordList, SyncContext } from '../sync-context.ts';

/**
 * Takes up to a batch of records of one board and pushes them: all plain writes in one request, the rest one by one.
 * Returns how many records were taken. Nothing waits for anything else: a record is in one round only, and a bad one
 * settles by itself.
 */
export async function pushRound(context: PushContext, pace: Pace, lists: readonly RecordList[]): Promise<number> {
  const [first] = lists;
  if (first === undefined) return 0;
  const kinds = lists.map((list) => list.kind);
  if (!(await isAnyDue(context, first.boardId, kinds))) return 0;
  const granted = await pace.take(batchLimit * unitsOfWrite);
  const claims = await claimRecords(context, first.boardId, kinds, Math.floor(granted / unitsOfWrite));
  const moves = claims.flatMap((claim) => {
    const list = lists.find((candidate) => candidate.kind === claim.row.kind);
    return list === undefined ? [] : [{ claim, list, move: firstMove(claim, list) }];
  });
  const writes = moves.flatMap(({ claim, list, move }) =>
    move.kind === 'write' ? [{ claim, list, write: move.write }] : [],
  );
  // What is looked up instead of written is booked request by request.
  await pace.spend(writes.length * unitsOfWrite - granted);
  if (claims.length === 0) return 0;
  const outcomes = await context.graph.batch(writes.map(({ write }) => write));
  await pauseWhenThrottled(pace, outcomes);
  const answers = writes.map((write, index) => ({
    ...write,
    outcome: outcomes[index] ?? { kind: 'tryLater' as const, maybeApplied: true, status: 0 },
  }));
  const settled = answers
    .filter(({ outcome }) => outcome.kind !== 'done')
    .map(({ claim, list, outcome }) => guarded(context, claim, () => settle(context, pace, claim, list, outcome)));
  const others = moves.map(({ claim, list, move }) => {
    if (move.kind === 'write') return Promise.resolve();
    return guarded(context, claim, () =>
      move.kind === 'lookUp'
        ? pushAfterLookUp(context, pace, claim, list)
        : settle(context, pace, claim, list, { kind: 'gone' }),
    );
  });
  await Promise.all([settleDone(context, pace, answers), ...settled, ...others]);
  return claims.length;
}

/** What went through is noted together; when that fails, each record is tried again by itself. */
async function settleDone(
  context: SyncContext,
  pace: Pace,
  answers: readonly { readonly claim: Claim; readonly outcome: WriteOutcome }[],
): Promise<void> {
  const done = answers.flatMap(({ claim, outcome }) =>
    outcome.kind === 'done' ? [{ ...claim, item: outcome.item }] : [],
  );
  if (done.length === 0) return;
  try {
    await pace.ease();
    await markPushed(context, done);
  } catch (error) {
    context.log.error('push not noted', { count: done.length, error: error instanceof Error ? error.name : 'unknown' });
    for (const claim of done) await postpone(context, claim, backOffMs(claim.attempt, context.random));
  }
}

/** One request, one refusal: the members of a batch are throttled together. */
async function pauseWhenThrottled(pace: Pace, outcomes: readonly WriteOutcome[]): Promise<void> {
  const refusals = outcomes.filter(isThrottled);
  if (refusals.length === 0) return;
  const asked = refusals.map(({ retryAfterMs }) => retryAfterMs).filter((ms) => ms !== undefined);
  await pace.pause(asked.length === 0 ? undefined : Math.max(...asked));
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
