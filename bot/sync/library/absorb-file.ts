/** What a file seen in the document library changes here. Rules S-F7…S-F10. */
import type { Transaction } from 'kysely';
import { largestBpmnFile } from '../../../shared/process/bpmn/read-bytes.ts';
import type { Person } from '../../../shared/records/record-kind.ts';
import type { Database } from '../../database/schema.ts';
import type { StoredFile } from '../../graph/graph-port.ts';
import { areActivitiesRead } from '../../processes/process-files.ts';
import type { TakeInDrawing } from '../../processes/take-in-drawing.ts';
import { writeProblemRecord } from '../../records/problem-records.ts';
import { stableId } from '../../stable-id.ts';
import { decideFile, isAnyUnsent, newestPushed, readContent } from './decide-file.ts';
import type { FileContent } from './decide-file.ts';
import { noteEarlyFile } from './early-files.ts';
import { isNewerEtag } from '../etag-version.ts';
import { findProcess, knownFile, newestVersion, noteFile, notePushed, readVersions, sendAgain } from './file-rows.ts';
import { isByOurApp } from '../pull/item-decision.ts';
import { holdProblems } from '../pull/keep-problems.ts';
import type { OutsideProblem } from '../pull/judge-outside-change.ts';
import { fileNameOf, processIdOf } from './library-context.ts';
import type { Library, LibraryContext } from './library-context.ts';
import { unitsOfRead } from '../metered-graph.ts';
import type { Pace } from '../pace.ts';
import { restoreFile } from './restore-files.ts';

export type SeenFile =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tryLater'; readonly status: number; readonly retryAfterMs?: number }
  /** The process that it is of is not known, or its activities are not, or not yet. */
  | { readonly kind: 'early'; readonly processId: string }
  /** A file that we know is not where it was. */
  | { readonly kind: 'gone'; readonly fileId: string; readonly reason: 'drawingRemoved' | 'drawingMoved' }
  /** The content is the one we know; SharePoint touched the file. */
  | { readonly kind: 'touched'; readonly file: StoredFile; readonly processId: string }
  | {
      readonly kind: 'content';
      readonly file: StoredFile;
      readonly processId: string;
      readonly content: FileContent;
      /** The file that had the name before, and has it no longer. */
      readonly replaces?: string;
    };

/** Reads what is needed to decide on a file: nothing of one that we know or that is not ours. No transaction is open. */
export async function seeFile(
  context: LibraryContext,
  pace: Pace,
  library: Library,
  file: StoredFile,
): Promise<SeenFile> {
  const { db, files } = context;
  const { boardId, driveId, rootId } = library;
  const isAtTop = rootId === undefined || file.parentId === undefined || file.parentId === rootId;
  const processId = isAtTop ? processIdOf(file.name) : undefined;
  const known = await knownFile(db, boardId, processId === undefined ? { fileId: file.id } : { processId });
  if (processId === undefined)
    return known === undefined ? { kind: 'nothing' } : { kind: 'gone', fileId: file.id, reason: 'drawingMoved' };
  if (known?.file_id === file.id && known.content_tag === file.contentTag) {
    return isNewerEtag(file.etag, known.etag) ? { kind: 'touched', file, processId } : { kind: 'nothing' };
  }
  const isKnown = (await findProcess(db, boardId, processId)) !== undefined && (await areActivitiesRead(db, boardId));
  if (!isKnown) return { kind: 'early', processId };
  const replaces = known === undefined || known.file_id === file.id ? {} : { replaces: known.file_id };
  if (replaces.replaces !== undefined) {
    await pace.spend(unitsOfRead);
    const found = await files.find(driveId, fileNameOf(processId));
    if (found.kind !== 'done') return { ...found, kind: 'tryLater' };
    // What was told of is not there any more: a later page tells.
    if (found.value?.id !== file.id) return { kind: 'nothing' };
  }
  const seen = { kind: 'content', file, processId, ...replaces } as const;
  if (file.size > largestBpmnFile) return { ...seen, content: readContent(undefined) };
  await pace.spend(unitsOfRead);
  const read = await files.download(driveId, file.id);
  // Gone meanwhile: a later page tells.
  if (read.kind === 'refused') return { kind: 'nothing' };
  if (read.kind === 'tryLater') return read;
  const content = readContent(read.value);
  const newest = await newestVersion(db, boardId, processId);
  const isAhead =
    content.kind === 'text' &&
    (content.stamp?.version ?? 0) > newest &&
    isByOurApp({ item: file, ourAppId: context.ourAppId });
  // Versions that this database never had: it was restored from an older state, or the process came from another one.
  if (isAhead || newest === 0) {
    if (!(await restoreFile(context, pace, { board_id: boardId, drive_id: driveId }, processId, file)))
      return { kind: 'tryLater', status: 0 };
  }
  return { ...seen, content };
}

/** Stores what a file means. Resolves with the ids of the processes that changed. */
export async function applyFile(
  context: LibraryContext,
  trx: Transaction<Database>,
  { boardId }: Library,
  seen: Exclude<SeenFile, { readonly kind: 'tryLater' }>,
  takeIn: TakeInDrawing,
): Promise<readonly string[]> {
  if (seen.kind === 'nothing') return [];
  if (seen.kind === 'gone') return applyGone(context, trx, boardId, seen);
  const { processId } = seen;
  // Whoever saves the process waits here, and the other way round.
  if (seen.kind === 'early' || (await findProcess(trx, boardId, processId, true)) === undefined) {
    await noteEarlyFile(trx, boardId, processId);
    return [];
  }
  const { file } = seen;
  const known = await knownFile(trx, boardId, { processId });
  if (known?.file_id === file.id && !isNewerEtag(file.etag, known.etag)) return [];
  const gone = known?.file_id === file.id ? undefined : known?.file_id;
  // Another one has been found there since.
  if (gone !== undefined && (seen.kind === 'touched' || seen.replaces !== gone)) return [];
  await noteFile(trx, boardId, processId, file);
  if (seen.kind === 'touched') return [];
  const changed = await applyContent(context, trx, boardId, seen, takeIn);
  if (gone !== undefined) await restoreToLibrary(context, trx, boardId, processId, gone, 'drawingRemoved');
  return changed;
}

async function applyContent(
  context: LibraryContext,
  trx: Transaction<Database>,
  boardId: string,
  { file, processId, content }: Extract<SeenFile, { readonly kind: 'content' }>,
  takeIn: TakeInDrawing,
): Promise<readonly string[]> {
  const versions = await readVersions(trx, boardId, processId, content);
  const decision = decideFile(content, versions, isByOurApp({ item: file, ourAppId: context.ourAppId }));
  if (decision.kind === 'ours') {
    await notePushed(context, trx, boardId, processId, decision.version, file);
    if (decision.isLate) await sendAgain(trx, boardId, processId, newestPushed(versions)?.version);
    return [];
  }
  const { id: fileId, contentTag, lastModifiedAt: at } = file;
  const aside = { fileId, contentTag, processId, editor: editorOf(file), at };
  if (decision.kind === 'outside') {
    const { text, base } = decision;
    const editor = editorOf(file);
    const taken = await takeIn(trx, { processId, text, editor, ...(base === undefined ? {} : { base }) });
    if (taken.kind === 'taken') {
      context.log.info('drawing taken in', { boardId, id: processId });
      return [processId];
    }
    await setAside(context, trx, boardId, { ...aside, reason: taken.reason, text });
  } else {
    await setAside(context, trx, boardId, { ...aside, reason: decision.reason, text: decision.text });
  }
  if (!isAnyUnsent(versions)) await sendAgain(trx, boardId, processId, newestPushed(versions)?.version);
  return [];
}

async function applyGone(
  context: LibraryContext,
  trx: Transaction<Database>,
  boardId: string,
  { fileId, reason }: Extract<SeenFile, { readonly kind: 'gone' }>,
): Promise<readonly string[]> {
  const known = await knownFile(trx, boardId, { fileId });
  if (known === undefined) return [];
  const processId = known.process_id;
  const process = await findProcess(trx, boardId, processId, true);
  const forgotten = await trx
    .deleteFrom('library_files')
    .where('board_id', '=', boardId)
    .where('process_id', '=', processId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  // Another process has seen to it while this one waited for its turn, and may have sent versions again already.
  if (forgotten.numDeletedRows === 0n) return [];
  // The file of a process that is gone too is not missed.
  if (process === undefined) return [];
  await restoreToLibrary(context, trx, boardId, processId, fileId, reason);
  return [];
}

/** Every version goes to the library anew, so that its history is there again; and it is told (S-F10). */
async function restoreToLibrary(
  context: LibraryContext,
  trx: Transaction<Database>,
  boardId: string,
  processId: string,
  fileId: string,
  reason: Extract<SeenFile, { readonly kind: 'gone' }>['reason'],
): Promise<void> {
  await sendAgain(trx, boardId, processId);
  await setAside(context, trx, boardId, { fileId, processId, reason });
}

interface Aside {
  readonly fileId: string;
  /** None of a file that is gone. */
  readonly contentTag?: string;
  readonly processId: string;
  readonly reason: OutsideProblem;
  readonly editor?: Person;
  readonly at?: string | undefined;
  readonly text?: string | undefined;
}

/**
 * Kept once, masked, with who wrote it (S-I8). Of one content of a file it has one id, so that once settled it stays
 * settled, and after a lost database it is the one that the list of problems holds.
 */
async function setAside(
  { log, newId, now }: LibraryContext,
  trx: Transaction<Database>,
  boardId: string,
  { fileId, contentTag, processId, reason, editor, at, text }: Aside,
): Promise<void> {
  const file = text ?? null;
  const id = contentTag === undefined ? newId() : stableId('setAside', [boardId, fileId, contentTag, reason]);
  await holdProblems(trx, boardId);
  const known = await trx
    .selectFrom('set_aside')
    .select('id')
    .where('board_id', '=', boardId)
    .where('kind', '=', 'process')
    .where('graph_item_id', '=', fileId)
    .where((eb) =>
      eb.or([
        eb('id', '=', id),
        eb.and([eb('settled_at', 'is', null), eb('reason', '=', reason), eb('file', 'is not distinct from', file)]),
      ]),
    )
    .executeTakeFirst();
  if (known !== undefined) return;
  log.info('drawing set aside', { boardId, id: processId, reason });
  const foundAt = now().toISOString();
  await trx
    .insertInto('set_aside')
    .values({
      ...{ id, board_id: boardId, kind: 'process', graph_item_id: fileId, record_id: processId, reason },
      content: JSON.stringify({ ...(editor === undefined ? {} : { editor: editor.name }), ...(at && { at }) }),
      ...{ file, found_at: foundAt, settled_at: null },
    })
    .execute();
  await writeProblemRecord(trx, { table: 'set_aside', boardId, id }, foundAt);
}

function editorOf({ lastModifiedBy }: StoredFile): Person {
  return { id: lastModifiedBy?.id ?? 'sharePoint', name: lastModifiedBy?.name ?? 'SharePoint' };
}
