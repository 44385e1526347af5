import type { Kysely } from 'kysely';
import { isKindName } from '../../../shared/records/index.ts';
import type { Database } from '../../database/schema.ts';
import type { Pace } from '../pace.ts';

/** What an administrator sees, and `/health` judges. Counts are over all boards unless one is asked for. */
export interface SyncStatus {
  /** Records with a change that SharePoint lacks and can take. */
  readonly waiting: number;
  /** ISO instant at which the oldest of these was accepted. */
  readonly oldestWaitingAt: string | undefined;
  readonly unsendable: number;
  readonly conflicts: number;
  readonly setAside: number;
  /** All writing is held back until then, because SharePoint asked for it. */
  readonly pausedUntil: string | undefined;
  readonly lists: readonly {
    readonly boardId: string;
    readonly kind: string;
    readonly lastPullAt: string | undefined;
    readonly problem: string | undefined;
    /** A whole walk is asked for or under way. */
    readonly isWalkLeft: boolean;
    readonly walkedAt: string | undefined;
  }[];
  /** Document libraries; none where this service leaves them alone. */
  readonly libraries: readonly {
    readonly boardId: string;
    readonly lastPullAt: string | undefined;
    readonly problem: string | undefined;
  }[];
}

interface StatusScope {
  readonly boardId?: string | undefined;
  /** Whether this service sees to document libraries. */
  readonly hasLibraries: boolean;
}

/** How long an accepted change may wait for SharePoint before it is worth a warning (`design.md` 3). */
const lateAfterMs = 15 * 60_000;

export function isLate({ oldestWaitingAt }: Pick<SyncStatus, 'oldestWaitingAt'>, now: Date): boolean {
  return isOld(oldestWaitingAt, now);
}

/** When the list of records that has waited longest was pulled to its end; undefined when some never was. */
export function oldestPullAt({ lists }: Pick<SyncStatus, 'lists'>): string | undefined {
  const times = lists.filter(({ kind }) => isKindName(kind)).map(({ lastPullAt }) => lastPullAt);
  return times.includes(undefined) ? undefined : times.filter((at) => at !== undefined).toSorted()[0];
}

/** Pulls come every few seconds; what SharePoint has may be this old before it is worth a warning. */
export function isPullLate(status: Pick<SyncStatus, 'lists'>, now: Date): boolean {
  return isOld(oldestPullAt(status), now);
}

/** A library that was never pulled is being read into this database, and has a problem when that fails. */
export function isLibraryPullLate({ libraries }: Pick<SyncStatus, 'libraries'>, now: Date): boolean {
  return libraries.some(({ lastPullAt }) => isOld(lastPullAt, now));
}

const isOld = (at: string | undefined, now: Date): boolean =>
  at !== undefined && now.getTime() - Date.parse(at) > lateAfterMs;

export async function readSyncStatus(
  db: Kysely<Database>,
  pace: Pace,
  { boardId, hasLibraries }: StatusScope,
): Promise<SyncStatus> {
  const queue = await db
    .selectFrom('records')
    .select((eb) => {
      const isStuck = eb('unsendable_revision', '=', eb.ref('revision'));
      const canNeverGo = eb.fn.coalesce(isStuck, eb.lit(false));
      return [
        eb.fn.countAll<number>().filterWhere(isStuck).as('unsendable'),
        eb.fn.countAll<number>().as('all'),
        eb.fn.min<string | null>('waiting_since').filterWhere(eb.not(canNeverGo)).as('oldest'),
      ];
    })
    .whereRef('revision', '>', 'pushed_revision')
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .executeTakeFirstOrThrow();
  const lists = await db
    .selectFrom('lists')
    .select(['board_id', 'kind', 'last_pull_at', 'last_pull_problem'])
    .select(['walk_asked_at', 'walk_started_at', 'walk_ended_at'])
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .orderBy('board_id')
    .orderBy('kind')
    .execute();
  return {
    waiting: queue.all - queue.unsendable,
    oldestWaitingAt: queue.oldest ?? undefined,
    unsendable: queue.unsendable + (await countUnsendableFiles(db, boardId)),
    conflicts: await countOpen(db, 'conflicts', boardId),
    setAside: await countOpen(db, 'set_aside', boardId),
    pausedUntil: (await pace.pausedUntil())?.toISOString(),
    lists: lists.map((list) => ({
      boardId: list.board_id,
      kind: list.kind,
      lastPullAt: list.last_pull_at ?? undefined,
      problem: list.last_pull_problem ?? undefined,
      isWalkLeft: list.walk_asked_at !== null || list.walk_started_at !== null,
      walkedAt: list.walk_ended_at ?? undefined,
    })),
    libraries: hasLibraries ? await readLibraries(db, boardId) : [],
  };
}

async function readLibraries(db: Kysely<Database>, boardId?: string): Promise<SyncStatus['libraries']> {
  const rows = await db
    .selectFrom('libraries')
    .select(['board_id', 'last_pull_at', 'last_pull_problem'])
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .orderBy('board_id')
    .execute();
  return rows.map((row) => ({
    boardId: row.board_id,
    lastPullAt: row.last_pull_at ?? undefined,
    problem: row.last_pull_problem ?? undefined,
  }));
}

async function countUnsendableFiles(db: Kysely<Database>, boardId?: string): Promise<number> {
  const counted = await db
    .selectFrom('process_versions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('unsendable_reason', 'is not', null)
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .executeTakeFirstOrThrow();
  return counted.count;
}

async function countOpen(db: Kysely<Database>, table: 'conflicts' | 'set_aside', boardId?: string): Promise<number> {
  const counted = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('settled_at', 'is', null)
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .executeTakeFirstOrThrow();
  return counted.count;
}
