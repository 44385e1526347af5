import type { RateLimits } from '../graph/rate-limits.ts';
import type { KindName } from '../../shared/records/index.ts';
import { createHeartbeat } from './heartbeat.ts';
import { meterGraph } from './metered-graph.ts';
import { createPace } from './pace.ts';
import { inLanes } from './in-lanes.ts';
import { libraryKind, restoredLibraries } from './library/library-context.ts';
import type { Library, LibraryContext } from './library/library-context.ts';
import type { Hint } from './notifications/subscriptions.ts';
import { boardsWithDueRecords, nextDueAt } from './push/push-claims.ts';
import { nextFileDueAt, pushFile } from './library/push-files.ts';
import { pushRound } from './push/push-round.ts';
import { ensureNumberBlocks } from './number-blocks.ts';
import { askForLibraryWalks, pullLibrary } from './library/pull-library.ts';
import { pullList } from './pull/pull-list.ts';
import type { PullOutcome } from './pull/pull-list.ts';
import { restoreFiles } from './library/restore-files.ts';
import { isProblemKind } from '../records/problem-records.ts';
import { listsToPull, recordLists } from './record-lists.ts';
import type { PushContext, RecordList, SyncContext } from './sync-context.ts';
import { readSyncStatus } from './administration/sync-status.ts';
import type { SyncStatus } from './administration/sync-status.ts';
import { askForWalks } from './pull/walk-list.ts';
import { takeStock } from './pull/take-stock.ts';
import { createWorker } from './worker.ts';
import type { SetTimer } from './worker.ts';

export interface SyncOptions extends SyncContext {
  /** Document libraries, and what takes in what was changed there; without them drawings stay in the database. */
  readonly libraries?: Pick<LibraryContext, 'files' | 'drawings'>;
  /** How often lists are pulled; the safety net under change notifications. */
  readonly pullEveryMs: number;
  /** How often the queue is looked at without being woken: other processes write to it too. 5 s unless told. */
  readonly pushEveryMs?: number;
  /** What may be spent of SharePoint's budget, in resource units a minute (`design.md` 6: 80 %); unlimited unless told. */
  readonly unitsPerMinute?: number;
  /** By what the workers sleep; the machine's own timers unless told. */
  readonly setTimer?: SetTimer;
  /** Told after a pull that changed records, so that caches can be dropped. */
  readonly onPulled?: (change: { readonly boardId: string; readonly kind: KindName }) => void;
}

export interface SyncEngine {
  start(): void;
  /** Resolves when what was under way has ended. */
  stop(): Promise<void>;
  /** A write was accepted: push soon. Cheap; call it after every commit. */
  wake(): void;
  /** Something changed there: it is pulled soon, and what changes there meanwhile with it. */
  hint(place: Hint): void;
  /** Pushes until no record is due. What failed and waits for its time is left. */
  pushUntilIdle(): Promise<void>;
  /** Pulls every list, of one board or of all, to its end. False when a list has to be tried later. */
  pullAll(boardId?: string): Promise<boolean>;
  /** Pulls every document library, as `pullAll` does lists. */
  pullLibraries(boardId?: string): Promise<boolean>;
  /** Walks every list: the read model becomes what SharePoint holds, unsent writes stay. False as with `pullAll`. */
  rebuild(boardId?: string): Promise<boolean>;
  /** Asks for the same without waiting for it: the worker of this process begins at once, and any goes on with it. */
  askForRebuild(boardId: string): Promise<void>;
  status(boardId?: string): Promise<SyncStatus>;
  /** What SharePoint told of its budget in the headers of an answer; counts for all processes. */
  heed(limits: RateLimits): void;
}

/** Rounds under way at once, so that one slow answer does not hold up the queue. */
const lanes = 2;
/** Lists pulled at once: a pull waits for SharePoint most of its time, and takes two connections to the database. */
const listsAtOnce = 4;

/** A walk that changed as many leaves the database's own picture of the table behind. */
const manyRecords = 1000;

/** Hints that come in quick succession, as our own writes cause them, lead to one pull. */
const hintsEveryMs = 2000;
const keyOf = ({ boardId, kind }: { readonly boardId: string; readonly kind: string }): string => `${boardId}/${kind}`;

const libraryOf = (boardId: string): Hint => ({ boardId, kind: libraryKind });

/** Push, pull and merge for every board in the database. `SPEC.md` has the rules. */
export function createSyncEngine(options: SyncOptions): SyncEngine {
  const pace = createPace(options);
  const processId = options.newId();
  const context: PushContext = { ...options, graph: meterGraph(options.graph, pace), processId };
  const { db, now, log, libraries } = options;
  const withFiles: LibraryContext | undefined = libraries && { ...context, ...libraries };

  const pushUntilIdle = async (): Promise<void> => {
    const due = new Set(await boardsWithDueRecords(options));
    if (due.size === 0 && withFiles === undefined) return;
    const boards = [...Map.groupBy(await recordLists(db), (list) => list.boardId)];
    const drain = async (board: readonly RecordList[]): Promise<void> => {
      while (!pusher.isStopping() && (await pushRound(context, pace, board)) > 0);
    };
    // A process waits for its drawing: what the drawings let go is taken when they have gone.
    const drainFiles = async (boardId: string, board: readonly RecordList[]): Promise<void> => {
      if (withFiles === undefined) return;
      let isAny = false;
      while (!pusher.isStopping() && (await pushFile(withFiles, pace, boardId))) isAny = true;
      if (isAny) await drain(board);
    };
    await Promise.all(
      boards.flatMap(([boardId, board]) => [
        ...Array.from({ length: due.has(boardId) ? lanes : 0 }, () => drain(board)),
        drainFiles(boardId, board),
      ]),
    );
  };
  const pullAll = async (boardId?: string): Promise<boolean> => pullSome(await recordLists(db, boardId));
  const pullSome = async (lists: readonly RecordList[]): Promise<boolean> => {
    let isComplete = true;
    const pullEach = (some: readonly RecordList[]) =>
      inLanes(some, listsAtOnce, async (list) => {
        const isPulled = !puller.isStopping() && (await pullOne(list));
        isComplete &&= isPulled;
      });
    // A rebuild knows the problems before it could find them anew.
    await pullEach(lists.filter(({ kind }) => isProblemKind(kind)));
    await pullEach(lists.filter(({ kind }) => !isProblemKind(kind)));
    return isComplete;
  };
  const pullOne = async (list: RecordList): Promise<boolean> => {
    if ((await pace.pausedUntil()) !== undefined) return false;
    return settlePull(list, await pullList(context, list, () => puller.isStopping()));
  };
  const settlePull = async (
    { boardId, kind }: Pick<RecordList, 'boardId' | 'kind'>,
    outcome: PullOutcome,
  ): Promise<boolean> => {
    if (outcome.kind === 'tryLater') {
      log.info('pull put off', { boardId, kind, status: outcome.status });
      if (outcome.status === 429) await pace.pause(outcome.retryAfterMs);
      return false;
    }
    if (outcome.kind !== 'busy' && outcome.changed > 0) {
      const full = outcome.kind === 'pulled' && outcome.full;
      log.info('pulled', { boardId, kind, changed: outcome.changed, full });
      if (full && outcome.changed >= manyRecords) await takeStock(db, log);
      options.onPulled?.({ boardId, kind });
      pusher.wake();
    }
    return outcome.kind === 'pulled';
  };

  const pullLibraries = async (boardId?: string): Promise<boolean> =>
    pullEachLibrary(await restoredLibraries(db, boardId));
  const pullEachLibrary = async (some: readonly Library[]): Promise<boolean> => {
    if (withFiles === undefined) return true;
    let isComplete = true;
    for (const library of some) {
      if (puller.isStopping() || (await pace.pausedUntil()) !== undefined) return false;
      isComplete = (await pullFiles(withFiles, library)) && isComplete;
    }
    return isComplete;
  };
  /** A fault in one library must not stop lists and other boards. */
  const pullFiles = async (parts: LibraryContext, library: Library): Promise<boolean> => {
    const { boardId } = library;
    try {
      const outcome = await pullLibrary(parts, pace, library, () => puller.isStopping());
      // What was deleted or written over there waits to be sent again.
      pusher.wake();
      return await settlePull({ boardId, kind: 'process' }, outcome);
    } catch (error) {
      log.error('library not pulled', { boardId, error: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  };
  const restore = async (boardId?: string): Promise<boolean> =>
    withFiles === undefined || restoreFiles(withFiles, pace, boardId);

  const pushEveryMs = options.pushEveryMs ?? 5000;
  const pushWork = async (): Promise<number> => {
    await pushUntilIdle();
    const due = [await nextDueAt(db), withFiles && (await nextFileDueAt(db))]
      .filter((at) => at !== undefined)
      .toSorted()[0];
    if (due === undefined) return pushEveryMs;
    const paused = (await pace.pausedUntil())?.getTime() ?? 0;
    const soonest = Math.max(Date.parse(due), paused) - now().getTime();
    return Math.min(Math.max(soonest, 50), pushEveryMs);
  };
  const hinted = new Set<string>();
  let allAt = 0;
  let hintedAt = 0;
  const pullWork = async (): Promise<number> => {
    const at = now().getTime();
    // A clock that was set back must not put the pull off.
    const isTimeForAll = at >= allAt || at < allAt - options.pullEveryMs;
    if (isTimeForAll) {
      hinted.clear();
      await pullSome(await listsToPull(db, now()));
      await restore();
      await pullLibraries();
      for (const { id } of await db.selectFrom('boards').select('id').execute()) await ensureNumberBlocks(context, id);
      allAt = now().getTime() + options.pullEveryMs;
    } else if (hinted.size > 0 && at - hintedAt >= hintsEveryMs) {
      const keys = new Set(hinted);
      hinted.clear();
      await pullSome((await recordLists(db)).filter((list) => keys.has(keyOf(list))));
      // With a list of processes its library: a file that came before its process is taken in then.
      const isHinted = ({ boardId }: Library) =>
        keys.has(keyOf(libraryOf(boardId))) || keys.has(keyOf({ boardId, kind: 'process' }));
      await pullEachLibrary((await restoredLibraries(db)).filter(isHinted));
      hintedAt = now().getTime();
    }
    const next = hinted.size > 0 ? Math.min(hintedAt + hintsEveryMs, allAt) : allAt;
    return Math.max(next - now().getTime(), 0);
  };
  const pusher = createWorker(log, 'push', pushWork, options.setTimer);
  const puller = createWorker(log, 'pull', pullWork, options.setTimer);
  const heart = createHeartbeat(options, processId);
  const beater = createWorker(log, 'heartbeat', () => heart.beat(), options.setTimer);

  return {
    start: () => {
      beater.start();
      pusher.start();
      puller.start();
    },
    stop: async () => {
      await Promise.all([pusher.stop(), puller.stop()]);
      await beater.stop();
      await heart.end();
    },
    wake: () => {
      pusher.wake();
    },
    hint: (place) => {
      hinted.add(keyOf(place));
      puller.wake();
    },
    pushUntilIdle,
    pullAll,
    pullLibraries,
    rebuild: async (boardId) => {
      await askForWalks(options, await recordLists(db, boardId));
      await askForLibraryWalks(db, boardId);
      const isPulled = await pullAll(boardId);
      return (await restore(boardId)) && (await pullLibraries(boardId)) && isPulled;
    },
    askForRebuild: async (boardId) => {
      const lists = await recordLists(db, boardId);
      await askForWalks(options, lists);
      await askForLibraryWalks(db, boardId);
      for (const place of [...lists, libraryOf(boardId)]) hinted.add(keyOf(place));
      puller.wake();
    },
    status: (boardId) => readSyncStatus(db, pace, { boardId, hasLibraries: libraries !== undefined }),
    heed: (limits) => {
      pace.heed(limits).catch((error: unknown) => {
        log.error('limits not noted', { error: error instanceof Error ? error.name : 'unknown' });
      });
    },
  };
}
