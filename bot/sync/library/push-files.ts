/** Versions of processes on their way to the document library. Rules S-F1…S-F4, S-F11. */
import { sql } from 'kysely';
import type { Kysely, RawBuilder, Selectable } from 'kysely';
import type { Database, ProcessVersionsTable } from '../../database/schema.ts';
import type { FileOutcome, StoredFile } from '../../graph/graph-port.ts';
import { stampVersion } from '../../processes/version-stamp.ts';
import { backOffMs } from '../back-off.ts';
import { applyFile, seeFile } from './absorb-file.ts';
import { newestInLibrary, noteFile, sendAgain } from './file-rows.ts';
import { fileNameOf } from './library-context.ts';
import type { LibraryContext } from './library-context.ts';
import { unitsOfRead, unitsOfWrite } from '../metered-graph.ts';
import type { Pace } from '../pace.ts';

/** A drawing may be 20 MB; then it is free even if its process counts as alive. */
const leaseMs = 10 * 60_000;
/** Attempts before a refusal counts as lasting: a new library may be missing for minutes (`graph.md` 6). */
const patience = 6;

type Version = Selectable<ProcessVersionsTable> & {
  readonly drive_id: string;
  readonly root_id: string | null;
  /** Of the file as it was last seen; none: it is not known to be there. */
  readonly known_etag: string | null;
  readonly known_file_id: string | null;
};

/**
 * Sends the oldest waiting version of one process of the board; false when none is due. One after the other within a
 * process, so that the library's versions come in our order.
 */
export async function pushFile(context: LibraryContext, pace: Pace, boardId: string): Promise<boolean> {
  if ((await pace.pausedUntil()) !== undefined) return false;
  const version = await claimVersion(context, boardId);
  if (version === undefined) return false;
  await pace.spend(unitsOfWrite);
  const stamp = {
    version: version.version,
    what: version.what as 'saved',
    savedBy: version.saved_by,
    savedAt: version.saved_at,
  };
  const content = new Uint8Array(Buffer.from(stampVersion(version.bpmn, stamp)));
  const name = fileNameOf(version.process_id);
  // What somebody wrote there since is seen before it is written over (S-F11).
  const condition = version.known_etag === null ? 'isNew' : { etag: version.known_etag };
  const outcome = await context.files.upload(version.drive_id, name, content, condition);
  await (outcome.kind === 'changed' ? reread(context, pace, version) : settle(context, pace, version, outcome));
  return true;
}

/** When the next version of any board may be sent; undefined when none waits. */
export async function nextFileDueAt(db: Kysely<Database>): Promise<string | undefined> {
  const next = await db
    .selectFrom('process_versions')
    .innerJoin('libraries', 'libraries.board_id', 'process_versions.board_id')
    .select((eb) => eb.fn.min<string | null>(eb.fn.coalesce('push_after', 'saved_at')).as('at'))
    .where('pushed_at', 'is', null)
    .where('unsendable_reason', 'is', null)
    .where(isFirst(sql.ref('process_versions')))
    .executeTakeFirst();
  return next?.at ?? undefined;
}

/** Whether no earlier version of the process waits. */
const isFirst = (version: RawBuilder<unknown>) =>
  sql<boolean>`not exists (select 1 from process_versions e where e.board_id = ${version}.board_id
    and e.process_id = ${version}.process_id and e.version < ${version}.version
    and e.pushed_at is null and e.unsendable_reason is null)`;

async function claimVersion({ db, now, processId }: LibraryContext, boardId: string): Promise<Version | undefined> {
  const at = now();
  const lease = new Date(at.getTime() + leaseMs).toISOString();
  const due = sql`select v.board_id, v.process_id, v.version, l.drive_id, l.root_id,
      f.etag as known_etag, f.file_id as known_file_id
    from process_versions v join libraries l on l.board_id = v.board_id
      left join library_files f on f.board_id = v.board_id and f.process_id = v.process_id
    where v.board_id = ${boardId} and v.pushed_at is null and v.unsendable_reason is null
      and (v.push_after is null or v.push_after <= ${at.toISOString()})
      and ${isFirst(sql.ref('v'))}
    order by v.saved_at limit 1 for update of v skip locked`;
  const taken = await sql<Version>`with due as materialized (${due})
    update process_versions v set push_after = ${lease}, push_holder = ${processId}, push_attempts = push_attempts + 1
    from due where v.board_id = due.board_id and v.process_id = due.process_id and v.version = due.version
    returning v.*, due.drive_id, due.root_id, due.known_etag, due.known_file_id`.execute(db);
  return taken.rows[0];
}

async function settle(
  context: LibraryContext,
  pace: Pace,
  version: Version,
  outcome: FileOutcome<StoredFile>,
): Promise<void> {
  const { board_id: boardId, process_id: id, push_attempts: attempt } = version;
  if (outcome.kind === 'done') {
    await pace.ease();
    const pushedAt = context.now().toISOString();
    await context.db.transaction().execute(async (trx) => {
      await noteFile(trx, boardId, id, outcome.value);
      await rowOf(trx, version)
        .set({ file_id: outcome.value.id, pushed_at: pushedAt, push_attempts: 0, push_after: null, push_holder: null })
        .execute();
      // A newer one was there already, as in a file that had been away and came back: it goes on top again (S-F7).
      const newest = await newestInLibrary(trx, boardId, id);
      if (newest > version.version) await sendAgain(trx, boardId, id, newest);
    });
    return;
  }
  const { status } = outcome;
  if (outcome.kind === 'refused' && attempt >= patience) {
    const reason = `${String(status)} ${outcome.code}`.trim();
    context.log.error('file unsendable', { boardId, id, version: version.version, reason });
    await rowOf(context.db, version).set({ unsendable_reason: reason, push_after: null, push_holder: null }).execute();
    return;
  }
  const asked = outcome.kind === 'tryLater' ? outcome.retryAfterMs : undefined;
  if (status === 429 || (status === 503 && asked !== undefined)) await pace.pause(asked);
  context.log.debug('file postponed', { boardId, id, version: version.version, status, attempt });
  const waitMs = Math.max(asked ?? 0, backOffMs(attempt, context.random));
  await rowOf(context.db, version)
    .set({ push_after: new Date(context.now().getTime() + waitMs).toISOString(), push_holder: null })
    .execute();
}

/** Somebody wrote in between, or our own answer was lost: the file is read and treated as pulled, then this goes on. */
async function reread(context: LibraryContext, pace: Pace, version: Version): Promise<void> {
  const { board_id: boardId, process_id: processId, push_attempts: attempt, known_file_id: fileId } = version;
  const library = { boardId, driveId: version.drive_id, rootId: version.root_id ?? undefined };
  await pace.spend(unitsOfRead);
  const found = await context.files.find(library.driveId, fileNameOf(processId));
  if (found.kind !== 'done') return settle(context, pace, version, found);
  const seen =
    found.value !== undefined
      ? await seeFile(context, pace, library, found.value)
      : fileId === null
        ? ({ kind: 'nothing' } as const)
        : ({ kind: 'gone', fileId, reason: 'drawingRemoved' } as const);
  if (seen.kind === 'tryLater') return settle(context, pace, version, seen);
  const takeIn = await context.drawings.open(boardId);
  await context.db.transaction().execute((trx) => applyFile(context, trx, library, seen, takeIn));
  const waitMs = attempt <= 3 ? 0 : backOffMs(attempt, context.random);
  await rowOf(context.db, version)
    .set({
      push_after: waitMs === 0 ? null : new Date(context.now().getTime() + waitMs).toISOString(),
      push_holder: null,
    })
    .execute();
}

function rowOf(db: Kysely<Database>, version: Pick<Version, 'board_id' | 'process_id' | 'version'>) {
  return db
    .updateTable('process_versions')
    .where('board_id', '=', version.board_id)
    .where('process_id', '=', version.process_id)
    .where('version', '=', version.version);
}
