/**
 * Pulls the document library of a board: the drawings of its processes. Each page is stored together with the token that
 * follows it; a page that cannot be read, or whose files cannot be fetched, stores nothing. Rules S-F6…S-F10, S-F13.
 */
import type { Kysely, Transaction } from 'kysely';
import { unlessAnotherProcess } from '../../database/one-process-at-a-time.ts';
import { lockWithFollowers } from '../../records/owners.ts';
import type { Database } from '../../database/schema.ts';
import type { DeltaOutcome, FileDeltaPage, FileOutcome, StoredFile } from '../../graph/graph-port.ts';
import { applyFile, seeFile } from './absorb-file.ts';
import type { SeenFile } from './absorb-file.ts';
import { forgetEarlyFiles, processesNowKnown } from './early-files.ts';
import { fileNameOf } from './library-context.ts';
import type { Library, LibraryContext } from './library-context.ts';
import { unitsOfQuery, unitsOfRead } from '../metered-graph.ts';
import type { Pace } from '../pace.ts';
import type { PullOutcome } from '../pull/pull-list.ts';
import { pulledNow, pullProblem } from '../pull-note.ts';
import { restoreAside } from './restore-aside.ts';

export async function pullLibrary(
  context: LibraryContext,
  pace: Pace,
  library: Library,
  isStopping: () => boolean,
): Promise<PullOutcome> {
  const pulled = await unlessAnotherProcess(context.db, `pull library ${library.boardId}`, async () => {
    const outcome = await pullWithRest(context, pace, library, isStopping);
    if (outcome.kind !== 'stopped') await notePull(context, library, outcome);
    return outcome;
  });
  return pulled ?? { kind: 'busy' };
}

/** Asks for a whole walk of the libraries, by the next pull. */
export async function askForLibraryWalks(db: Kysely<Database>, boardId?: string): Promise<void> {
  await db
    .updateTable('libraries')
    .set({ delta_link: null })
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .execute();
}

type Failed = Extract<PullOutcome, { readonly kind: 'tryLater' }>;
type Seen = Exclude<SeenFile, { readonly kind: 'tryLater' }>;

async function pullLocked(
  context: LibraryContext,
  pace: Pace,
  library: Library,
  isStopping: () => boolean,
): Promise<PullOutcome> {
  const row = await context.db
    .selectFrom('libraries')
    .select('delta_link')
    .where('board_id', '=', library.boardId)
    .executeTakeFirst();
  let changed = 0;
  let link = row?.delta_link ?? undefined;
  while (link !== undefined) {
    if (isStopping()) return { kind: 'stopped', changed };
    const answer = await ask(context, pace, library, link);
    if (answer.kind === 'tryLater') return answer;
    if (answer.kind === 'resync') break;
    const seen = await seePage(context, pace, library, answer.page);
    if ('kind' in seen) return seen;
    const { deltaLink, nextLink } = answer.page;
    changed += (await storeSeen(context, library, seen, linkNoter(library, deltaLink ?? nextLink))).length;
    if (deltaLink !== undefined) return { kind: 'pulled', changed, full: false };
    link = nextLink;
  }
  const walk = await walkLibrary(context, pace, library, isStopping);
  return 'changed' in walk ? { ...walk, changed: changed + walk.changed } : walk;
}

/**
 * A library holds some hundred files: a walk that is cut short begins anew, and what it has stored is known to it then.
 * Files that were known before it and are not in it are looked for by name.
 */
async function walkLibrary(
  context: LibraryContext,
  pace: Pace,
  { boardId, driveId }: Library,
  isStopping: () => boolean,
): Promise<PullOutcome> {
  const before = await context.db
    .selectFrom('library_files')
    .select(['process_id', 'file_id'])
    .where('board_id', '=', boardId)
    .execute();
  const shown = new Set<string>();
  let changed = 0;
  let library: Library = { boardId, driveId, rootId: undefined };
  for (let link: string | undefined; ;) {
    if (isStopping()) return { kind: 'stopped', changed };
    const answer = await ask(context, pace, library, link);
    if (answer.kind !== 'page') return answer.kind === 'resync' ? { kind: 'tryLater', status: 410 } : answer;
    const { page } = answer;
    if (page.rootId !== undefined) library = await noteRoot(context, library, page.rootId);
    const seen = await seePage(context, pace, library, page);
    if ('kind' in seen) return seen;
    changed += (await storeSeen(context, library, seen)).length;
    for (const { id } of page.files) shown.add(id);
    link = page.nextLink;
    if (page.deltaLink === undefined) continue;
    const missing = await seeMissing(
      context,
      pace,
      library,
      before.filter(({ file_id: id }) => !shown.has(id)),
    );
    if ('kind' in missing) return missing;
    changed += (await storeSeen(context, library, missing, linkNoter(library, page.deltaLink))).length;
    return { kind: 'pulled', changed, full: true };
  }
}

/** With what waited for the list of processes, or of problems. */
async function pullWithRest(
  context: LibraryContext,
  pace: Pace,
  library: Library,
  isStopping: () => boolean,
): Promise<PullOutcome> {
  const pulled = await pullLocked(context, pace, library, isStopping);
  if (pulled.kind !== 'pulled') return pulled;
  return (await restoreAside(context, pace, library)) ?? takeInEarlyFiles(context, pace, library, pulled);
}

async function takeInEarlyFiles(
  context: LibraryContext,
  pace: Pace,
  library: Library,
  pulled: Extract<PullOutcome, { readonly kind: 'pulled' }>,
): Promise<PullOutcome> {
  const processIds = await processesNowKnown(context.db, library.boardId);
  if (processIds.length === 0) return pulled;
  const seen: Seen[] = [];
  for (const processId of processIds) {
    const found = await findByName(context, pace, library, processId);
    if (found.kind !== 'done') return { ...found, kind: 'tryLater' };
    if (found.value === undefined) continue;
    const one = await seeFile(context, pace, library, found.value);
    if (one.kind === 'tryLater') return one;
    seen.push(one);
  }
  // First: one whose process is gone again is remembered anew.
  const forget = (trx: Transaction<Database>) => forgetEarlyFiles(trx, library.boardId, processIds);
  return { ...pulled, changed: pulled.changed + (await storeSeen(context, library, seen, forget)).length };
}

async function findByName(
  { files }: LibraryContext,
  pace: Pace,
  { driveId }: Library,
  processId: string,
): Promise<FileOutcome<StoredFile | undefined>> {
  await pace.spend(unitsOfRead);
  return files.find(driveId, fileNameOf(processId));
}

async function ask(
  { files }: LibraryContext,
  pace: Pace,
  { driveId }: Library,
  link: string | undefined,
): Promise<DeltaOutcome<FileDeltaPage>> {
  await pace.spend(link === undefined ? unitsOfQuery : unitsOfRead);
  return files.changes(driveId, link);
}

async function seePage(
  context: LibraryContext,
  pace: Pace,
  library: Library,
  page: FileDeltaPage,
): Promise<readonly Seen[] | Failed> {
  const seen: Seen[] = page.removedIds.map((fileId) => ({ kind: 'gone', fileId, reason: 'drawingRemoved' }));
  for (const file of page.files) {
    const one = await seeFile(context, pace, library, file);
    if (one.kind === 'tryLater') return one;
    seen.push(one);
  }
  return seen;
}

async function seeMissing(
  context: LibraryContext,
  pace: Pace,
  library: Library,
  missing: readonly { readonly process_id: string; readonly file_id: string }[],
): Promise<readonly Seen[] | Failed> {
  const seen: Seen[] = [];
  for (const { process_id: processId, file_id: fileId } of missing) {
    const found = await findByName(context, pace, library, processId);
    if (found.kind !== 'done') return { ...found, kind: 'tryLater' };
    if (found.value?.id !== fileId) seen.push({ kind: 'gone', fileId, reason: 'drawingRemoved' });
    if (found.value === undefined) continue;
    const one = await seeFile(context, pace, library, found.value);
    if (one.kind === 'tryLater') return one;
    seen.push(one);
  }
  return seen;
}

/** In one transaction with `also`, such as the place where the next pull goes on (S-F6). */
async function storeSeen(
  context: LibraryContext,
  library: Library,
  seen: readonly Seen[],
  also?: (trx: Transaction<Database>) => Promise<void>,
): Promise<readonly string[]> {
  const takeIn = await context.drawings.open(library.boardId);
  return context.db.transaction().execute(async (trx) => {
    const changed: string[] = [];
    await also?.(trx);
    const processIds = seen.flatMap((one) => (one.kind === 'content' || one.kind === 'touched' ? [one.processId] : []));
    await lockWithFollowers(trx, library.boardId, 'process', processIds);
    for (const one of seen.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b))))
      changed.push(...(await applyFile(context, trx, library, one, takeIn)));
    return changed;
  });
}

const linkNoter =
  (library: Library, link: string | undefined) =>
  async (trx: Transaction<Database>): Promise<void> => {
    if (link !== undefined) await rowOf(trx, library).set({ delta_link: link }).execute();
  };

/** Files that are gone come last: another may have taken the name, and what it holds is judged first. */
const orderOf = (seen: Seen): string => ('processId' in seen ? seen.processId : 'z');

async function noteRoot({ db }: LibraryContext, library: Library, rootId: string): Promise<Library> {
  await rowOf(db, library).set({ root_id: rootId }).execute();
  return { ...library, rootId };
}

async function notePull(context: LibraryContext, library: Library, outcome: PullOutcome): Promise<void> {
  const note = outcome.kind === 'tryLater' ? pullProblem(outcome.status) : pulledNow(context);
  await rowOf(context.db, library).set(note).execute();
}

const rowOf = (db: Kysely<Database>, { boardId }: Library) =>
  db.updateTable('libraries').where('board_id', '=', boardId);
