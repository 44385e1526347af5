/** Reads the versions of processes back from the document library, after the loss of the database. Rule S-F5. */
import type { FileOutcome, FileVersion, StoredFile } from '../../graph/graph-port.ts';
import { lockWithFollowers } from '../../records/owners.ts';
import { readStamp, withoutStamp } from '../../processes/version-stamp.ts';
import { unitsOfQuery, unitsOfRead } from '../metered-graph.ts';
import type { Pace } from '../pace.ts';
import { pullProblem } from '../pull-note.ts';
import { processIdOf } from './library-context.ts';
import type { LibraryContext } from './library-context.ts';

type FileContext = Pick<LibraryContext, 'db' | 'now' | 'log' | 'files'>;

interface Library {
  readonly board_id: string;
  readonly drive_id: string;
}

/** Libraries that have not been read since this database was made. False when one has to be tried later. */
export async function restoreFiles(context: FileContext, pace: Pace, boardId?: string): Promise<boolean> {
  const libraries = await context.db
    .selectFrom('libraries')
    .select(['board_id', 'drive_id'])
    .where('restored_at', 'is', null)
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .execute();
  let isComplete = true;
  for (const library of libraries) isComplete = (await restoreLibrary(context, pace, library)) && isComplete;
  return isComplete;
}

async function restoreLibrary(context: FileContext, pace: Pace, library: Library): Promise<boolean> {
  const ask = createAsker(context, pace, library);
  const files = await ask(unitsOfQuery, context.files.list(library.drive_id));
  if (files === undefined) return false;
  let restored = 0;
  for (const file of files) {
    const processId = processIdOf(file.name);
    if (processId === undefined) continue;
    const versions = await restoreVersions(context, ask, library, processId, file);
    if (versions === undefined) return false;
    restored += versions;
  }
  await context.db
    .updateTable('libraries')
    .set({ restored_at: context.now().toISOString(), last_pull_problem: null })
    .where('board_id', '=', library.board_id)
    .execute();
  context.log.info('files restored', { boardId: library.board_id, files: files.length, versions: restored });
  return true;
}

/** The versions of one file; false when it has to be tried later. */
export async function restoreFile(
  context: FileContext,
  pace: Pace,
  library: Library,
  processId: string,
  file: StoredFile,
): Promise<boolean> {
  const ask = createAsker(context, pace, library);
  return (await restoreVersions(context, ask, library, processId, file)) !== undefined;
}

async function restoreVersions(
  context: FileContext,
  ask: ReturnType<typeof createAsker>,
  library: Library,
  processId: string,
  file: StoredFile,
): Promise<number | undefined> {
  const versions = await ask(unitsOfQuery, context.files.versions(library.drive_id, file.id));
  if (versions === undefined) return undefined;
  const read: { readonly version: FileVersion; readonly content: Uint8Array }[] = [];
  // The oldest first: a tool that keeps our stamp writes after the version that the stamp is of.
  for (const [index, version] of [...versions.entries()].toReversed()) {
    // The newest is not given by its number (`graph-port.ts`).
    const number = index === 0 ? undefined : version.id;
    const content = await ask(unitsOfRead, context.files.download(library.drive_id, file.id, number));
    if (content === undefined) return undefined;
    read.push({ version, content });
  }
  // All or none, and in turn: whoever saves meanwhile would give a number twice (S-F12).
  return context.db.transaction().execute(async (db) => {
    await lockWithFollowers(db, library.board_id, 'process', [processId]);
    let restored = 0;
    for (const { version, content } of read)
      restored += await store({ ...context, db }, library.board_id, processId, file, version, content);
    return restored;
  });
}

/** Of a version that was sent twice, since an answer was lost, one row; none of what another tool saved. */
async function store(
  { db, log }: FileContext,
  boardId: string,
  processId: string,
  file: StoredFile,
  version: FileVersion,
  content: Uint8Array,
): Promise<number> {
  const bpmn = Buffer.from(content).toString();
  const stamp = readStamp(bpmn);
  // Nothing of ours holds a zero, and PostgreSQL keeps none.
  if (stamp === undefined || bpmn.includes('\0')) {
    log.info('file version left alone', { boardId, id: processId, version: version.id });
    return 0;
  }
  const inserted = await db
    .insertInto('process_versions')
    .values({
      board_id: boardId,
      process_id: processId,
      version: stamp.version,
      bpmn: withoutStamp(bpmn),
      what: stamp.what,
      saved_by: JSON.stringify(stamp.savedBy),
      saved_at: stamp.savedAt,
      file_id: file.id,
      pushed_at: version.modifiedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .execute();
  return inserted.length;
}

function createAsker({ db, log }: FileContext, pace: Pace, { board_id: boardId }: Library) {
  return async <Value>(units: number, request: Promise<FileOutcome<Value>>): Promise<Value | undefined> => {
    await pace.spend(units);
    const outcome = await request;
    if (outcome.kind === 'done') return outcome.value;
    log.info('files not restored yet', { boardId, status: outcome.status });
    await db.updateTable('libraries').set(pullProblem(outcome.status)).where('board_id', '=', boardId).execute();
    if (outcome.status === 429) await pace.pause(outcome.kind === 'tryLater' ? outcome.retryAfterMs : undefined);
    return undefined;
  };
}
