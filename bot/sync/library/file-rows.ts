/** Rows about the files of a library and the versions of the processes that they are of. */
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { StoredFile } from '../../graph/graph-port.ts';
import { lockWithFollowers } from '../../records/owners.ts';
import type { FileContent, OurVersion } from './decide-file.ts';
import { isNewerEtag } from '../etag-version.ts';
import type { LibraryContext } from './library-context.ts';

/** Notes the state of a file that was seen or written, unless a later one is known. */
export async function noteFile(
  trx: Transaction<Database>,
  boardId: string,
  processId: string,
  file: Pick<StoredFile, 'id' | 'etag' | 'contentTag'>,
): Promise<void> {
  const known = await knownFile(trx, boardId, { processId });
  if (known?.file_id === file.id && !isNewerEtag(file.etag, known.etag)) return;
  const state = { file_id: file.id, etag: file.etag, content_tag: file.contentTag };
  await trx
    .insertInto('library_files')
    .values({ board_id: boardId, process_id: processId, ...state })
    .onConflict((conflict) => conflict.columns(['board_id', 'process_id']).doUpdateSet(state))
    .execute();
}

/** The state of a file that was last seen or written. */
export function knownFile(
  db: Kysely<Database>,
  boardId: string,
  by: { readonly processId: string } | { readonly fileId: string },
) {
  const query = db.selectFrom('library_files').selectAll().where('board_id', '=', boardId);
  return ('processId' in by ? query.where('process_id', '=', by.processId) : query.where('file_id', '=', by.fileId))
    .limit(1)
    .executeTakeFirst();
}

/** The process that a file is of; one that was deleted has none. */
export async function findProcess(db: Kysely<Database>, boardId: string, processId: string, isLocked = false) {
  if (isLocked) await lockWithFollowers(db, boardId, 'process', [processId]);
  return db
    .selectFrom('records')
    .select('id')
    .where('board_id', '=', boardId)
    .where('kind', '=', 'process')
    .where('id', '=', processId)
    .where('deleted', '=', false)
    .executeTakeFirst();
}

/** 0: none. */
export function newestVersion(db: Kysely<Database>, boardId: string, processId: string): Promise<number> {
  return newestOf(versionsOf(db, boardId, processId));
}

/** The same of those that were sent. */
export function newestInLibrary(db: Kysely<Database>, boardId: string, processId: string): Promise<number> {
  return newestOf(versionsOf(db, boardId, processId).where('pushed_at', 'is not', null));
}

const versionsOf = (db: Kysely<Database>, boardId: string, processId: string) =>
  db.selectFrom('process_versions').where('board_id', '=', boardId).where('process_id', '=', processId);

async function newestOf(versions: ReturnType<typeof versionsOf>): Promise<number> {
  const row = await versions.select((eb) => eb.fn.max<number | null>('version').as('newest')).executeTakeFirst();
  return row?.newest ?? 0;
}

/** Versions of a process, with the drawings that the content is held against. */
export async function readVersions(
  trx: Transaction<Database>,
  boardId: string,
  processId: string,
  content: FileContent,
): Promise<readonly OurVersion[]> {
  const stamped = content.kind === 'text' ? (content.stamp?.version ?? 0) : 0;
  const rows = await sql<{ version: number; is_pushed: boolean; is_unsendable: boolean; bpmn: string | null }>`
    select version, pushed_at is not null as is_pushed, unsendable_reason is not null as is_unsendable,
      case when version = ${stamped} or (pushed_at is not null and version = max(version)
        filter (where pushed_at is not null) over ()) then bpmn end as bpmn
    from process_versions where board_id = ${boardId} and process_id = ${processId} order by version`.execute(trx);
  return rows.rows.map(({ version, is_pushed: isPushed, is_unsendable: isUnsendable, bpmn }) => ({
    ...{ version, isPushed, isUnsendable },
    ...(bpmn === null ? {} : { bpmn }),
  }));
}

/** Our own version, seen before its upload was answered. */
export async function notePushed(
  { now }: Pick<LibraryContext, 'now'>,
  trx: Transaction<Database>,
  boardId: string,
  processId: string,
  version: number,
  file: StoredFile,
): Promise<void> {
  await trx
    .updateTable('process_versions')
    .set({
      ...{ file_id: file.id, pushed_at: file.lastModifiedAt ?? now().toISOString(), unsendable_reason: null },
      ...{ push_attempts: 0, push_after: null, push_holder: null },
    })
    .where('board_id', '=', boardId)
    .where('process_id', '=', processId)
    .where('version', '=', version)
    .where('pushed_at', 'is', null)
    .execute();
}

/** Lets a version be written to the library once more; without a number, every one. */
export async function sendAgain(
  trx: Transaction<Database>,
  boardId: string,
  processId: string,
  version?: number,
): Promise<void> {
  await trx
    .updateTable('process_versions')
    .set({ pushed_at: null, push_attempts: 0, push_after: null, push_holder: null })
    .where('board_id', '=', boardId)
    .where('process_id', '=', processId)
    .where('pushed_at', 'is not', null)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .execute();
}
