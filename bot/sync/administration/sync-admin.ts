import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type {
  ConflictItem,
  LastPull,
  RebuildState,
  RecordName,
  SetAsideItem,
  SyncAnswer,
  UnsendableItem,
} from '../../../shared/api/sync-contract.ts';
import { definitionOf, isKindName } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { Person } from '../../../shared/records/record-kind.ts';
import type { Database } from '../../database/schema.ts';
import type { Log } from '../../log.ts';
import type { SyncEngine } from '../sync-engine.ts';
import { isLate, isLibraryPullLate, isPullLate } from './sync-status.ts';
import type { SyncStatus } from './sync-status.ts';

/** What an administrator may ask of the sync engine. Who may is judged by the routes. */
export interface SyncAdmin {
  /** The state of one board's sync, with the oldest of its problems. */
  overview(boardId: string, most?: number): Promise<SyncAnswer>;
  /** Lets an unsendable record be tried once more; false when it is none. */
  retry(boardId: string, kind: KindName, id: string): Promise<boolean>;
  /** A drawing that was set aside, and the process that it is of. */
  setAsideDrawing(boardId: string, setAsideId: string): Promise<SetAsideDrawing | undefined>;
  /** Lets the read model be refilled from SharePoint, without waiting for it; unsent changes stay. Twice is harmless. */
  askForRebuild(boardId: string, by: Person): Promise<RebuildState>;
}

export interface SetAsideDrawing {
  readonly processId: string;
  readonly text: string;
}

interface AdminParts {
  readonly db: Kysely<Database>;
  readonly engine: Pick<SyncEngine, 'status' | 'askForRebuild' | 'wake'>;
  readonly now: () => Date;
  readonly log: Log;
}

const mostListed = 200;

export function createSyncAdmin({ db, engine, now, log }: AdminParts): SyncAdmin {
  return {
    overview: async (boardId, most = mostListed) => {
      const status = await engine.status(boardId);
      const { waiting, oldestWaitingAt, pausedUntil, unsendable, conflicts, setAside } = status;
      const [library] = status.libraries;
      return {
        waiting,
        late: isLate(status, now()),
        ...(oldestWaitingAt === undefined ? {} : { oldestWaitingAt }),
        ...(pausedUntil === undefined ? {} : { pausedUntil }),
        pullLate: isPullLate(status, now()) || isLibraryPullLate(status, now()),
        // The list of numbers is written and read, never pulled.
        lists: status.lists
          .filter(({ kind }) => isKindName(kind))
          .map((list) => ({ kind: list.kind, ...lastPullOf(list) })),
        ...(library === undefined ? {} : { library: lastPullOf(library) }),
        rebuild: rebuildState(status),
        counts: { unsendable, conflicts, setAside },
        unsendable: [
          ...(await readUnsendable(db, boardId, most)),
          ...(await readUnsendableFiles(db, boardId, most)),
        ].slice(0, most),
        conflicts: await readConflicts(db, boardId, most),
        setAside: await readSetAside(db, boardId, most),
      };
    },
    retry: async (boardId, kind, id) => {
      const changed = await db
        .updateTable('records')
        .set({ unsendable_revision: null, unsendable_reason: null, push_attempts: 0, push_after: null })
        .where('board_id', '=', boardId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('unsendable_revision', 'is not', null)
        .executeTakeFirst();
      const isFile = kind === 'process' && (await retryFiles(db, boardId, id));
      engine.wake();
      return isFile || changed.numUpdatedRows > 0n;
    },
    setAsideDrawing: async (boardId, setAsideId) => {
      const row = await db
        .selectFrom('set_aside')
        .select(['record_id', 'file'])
        .where('board_id', '=', boardId)
        .where('id', '=', setAsideId)
        .executeTakeFirst();
      return row === undefined || row.record_id === null || row.file === null
        ? undefined
        : { processId: row.record_id, text: row.file };
    },
    askForRebuild: async (boardId, by) => {
      log.info('rebuild asked for', { boardId, personId: by.id });
      await engine.askForRebuild(boardId);
      return rebuildState(await engine.status(boardId));
    },
  };
}

const lastPullOf = ({
  lastPullAt,
  problem,
}: Pick<SyncStatus['lists'][number], 'lastPullAt' | 'problem'>): LastPull => ({
  ...(lastPullAt === undefined ? {} : { lastPullAt }),
  ...(problem === undefined ? {} : { problem }),
});

function rebuildState({ lists }: SyncStatus): RebuildState {
  const ofRecords = lists.filter(({ kind }) => isKindName(kind));
  const walkedAt = ofRecords.map((list) => list.walkedAt).filter((at) => at !== undefined);
  const oldest = walkedAt.length === ofRecords.length ? walkedAt.toSorted()[0] : undefined;
  return {
    left: ofRecords.filter(({ isWalkLeft }) => isWalkLeft).length,
    lists: ofRecords.length,
    ...(oldest === undefined ? {} : { doneAt: oldest }),
  };
}

async function readUnsendable(db: Kysely<Database>, boardId: string, most: number): Promise<readonly UnsendableItem[]> {
  const rows = await db
    .selectFrom('records')
    .select(['kind', 'id', 'ref', 'unit_id', 'revision', 'unsendable_reason', 'modified_at'])
    .where('board_id', '=', boardId)
    .whereRef('unsendable_revision', '=', 'revision')
    .whereRef('revision', '>', 'pushed_revision')
    .orderBy('modified_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...nameOf(row),
    revision: row.revision,
    reason: row.unsendable_reason ?? '',
    modifiedAt: row.modified_at,
  }));
}

async function readUnsendableFiles(
  db: Kysely<Database>,
  boardId: string,
  most: number,
): Promise<readonly UnsendableItem[]> {
  const rows = await db
    .selectFrom('process_versions as v')
    .leftJoin('records as r', (join) =>
      join.onRef('r.board_id', '=', 'v.board_id').on('r.kind', '=', 'process').onRef('r.id', '=', 'v.process_id'),
    )
    .select(['v.process_id as id', 'v.version', 'v.unsendable_reason', 'v.saved_at', 'r.ref', 'r.unit_id'])
    .where('v.board_id', '=', boardId)
    .where('v.unsendable_reason', 'is not', null)
    .orderBy('v.saved_at')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...nameOf({ ...row, kind: 'process' }),
    part: 'drawing',
    revision: row.version,
    reason: row.unsendable_reason ?? '',
    modifiedAt: row.saved_at,
  }));
}

async function retryFiles(db: Kysely<Database>, boardId: string, processId: string): Promise<boolean> {
  const changed = await db
    .updateTable('process_versions')
    .set({ unsendable_reason: null, push_attempts: 0, push_after: null })
    .where('board_id', '=', boardId)
    .where('process_id', '=', processId)
    .where('unsendable_reason', 'is not', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

async function readConflicts(db: Kysely<Database>, boardId: string, most: number): Promise<readonly ConflictItem[]> {
  const rows = await db
    .selectFrom('conflicts as c')
    .leftJoin('records as r', (join) =>
      join.onRef('r.board_id', '=', 'c.board_id').onRef('r.kind', '=', 'c.kind').onRef('r.id', '=', 'c.record_id'),
    )
    .select([
      'c.id as conflict_id',
      'c.kind',
      'c.record_id as id',
      'c.field_group',
      'c.found_at',
      'c.ours',
      'r.ref',
      'r.unit_id',
    ])
    .where('c.board_id', '=', boardId)
    .where('c.settled_at', 'is', null)
    .orderBy('c.found_at')
    .orderBy('c.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...nameOf(row),
    conflictId: row.conflict_id,
    group: row.field_group,
    foundAt: row.found_at,
    ours: row.ours as Readonly<Record<string, unknown>>,
  }));
}

async function readSetAside(db: Kysely<Database>, boardId: string, most: number): Promise<readonly SetAsideItem[]> {
  const rows = await db
    .selectFrom('set_aside as s')
    .leftJoin('records as r', (join) =>
      join.onRef('r.board_id', '=', 's.board_id').onRef('r.kind', '=', 's.kind').onRef('r.id', '=', 's.record_id'),
    )
    .select([
      's.id as set_aside_id',
      's.kind',
      's.reason',
      's.found_at',
      's.content',
      's.record_id',
      'r.ref',
      'r.unit_id',
      sql<boolean>`s.file is not null`.as('has_file'),
    ])
    .where('s.board_id', '=', boardId)
    .where('s.settled_at', 'is', null)
    .orderBy('s.found_at')
    .orderBy('s.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    setAsideId: row.set_aside_id,
    kind: row.kind as KindName,
    ...(row.record_id === null ? {} : { record: nameOf({ ...row, id: row.record_id }) }),
    reason: row.reason,
    foundAt: row.found_at,
    content: row.content as Readonly<Record<string, unknown>>,
    ...(row.has_file && { hasFile: true }),
  }));
}

interface NameColumns {
  readonly kind: string;
  readonly id: string;
  readonly ref: string | null;
  readonly unit_id: string | null;
}

/** Of a restricted record neither reference nor unit: they tell that there is a case, and where. */
function nameOf({ kind, id, ref, unit_id: unitId }: NameColumns): RecordName {
  const name = { kind: kind as KindName, id };
  if (definitionOf(name.kind).list.site === 'restricted') return name;
  return {
    ...name,
    ...(ref === null ? {} : { ref }),
    ...(unitId === null ? {} : { unitId }),
  };
}
