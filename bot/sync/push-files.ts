/** Versions of processes on their way to the document library. Rules S-F1…S-F4. */
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Database, ProcessVersionsTable } from '../database/schema.ts';
import type { FileOutcome, GraphFiles, StoredFile } from '../graph/graph-port.ts';
import { stampVersion } from '../processes/version-stamp.ts';
import { backOffMs } from './back-off.ts';
import { unitsOfWrite } from './metered-graph.ts';
import type { Pace } from './pace.ts';
import type { PushContext } from './sync-context.ts';

export type FileContext = Pick<PushContext, 'db' | 'now' | 'random' | 'log' | 'processId'> & {
  readonly files: GraphFiles;
};

/** A drawing may be 20 MB; then it is free even if its process counts as alive. */
const leaseMs = 10 * 60_000;
/** Attempts before a refusal counts as lasting: a new library may be missing for minutes (`graph.md` 6). */
const patience = 6;

type Version = Selectable<ProcessVersionsTable> & { readonly drive_id: string };

/**
 * Sends the oldest waiting version of one process of the board; false when none is due. One after the other within a
 * process, so that the library's versions come in our order.
 */
export async function pushFile(context: FileContext, pace: Pace, boardId: string): Promise<boolean> {
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
  const outcome = await context.files.upload(version.drive_id, fileNameOf(version.process_id), content);
  await settle(context, pace, version, outcome);
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
    .executeTakeFirst();
  return next?.at ?? undefined;
}

/** By the record's id, which never changes: a later title must not make a second file. */
export const fileNameOf = (processId: string): string => `${processId}.bpmn`;

async function claimVersion({ db, now, processId }: FileContext, boardId: string): Promise<Version | undefined> {
  const at = now();
  const lease = new Date(at.getTime() + leaseMs).toISOString();
  const due = sql`select v.board_id, v.process_id, v.version, l.drive_id
    from process_versions v join libraries l on l.board_id = v.board_id
    where v.board_id = ${boardId} and v.pushed_at is null and v.unsendable_reason is null
      and (v.push_after is null or v.push_after <= ${at.toISOString()})
      and not exists (select 1 from process_versions e where e.board_id = v.board_id and e.process_id = v.process_id
        and e.version < v.version and e.pushed_at is null and e.unsendable_reason is null)
    order by v.saved_at limit 1 for update of v skip locked`;
  const taken = await sql<Version>`with due as materialized (${due})
    update process_versions v set push_after = ${lease}, push_holder = ${processId}, push_attempts = push_attempts + 1
    from due where v.board_id = due.board_id and v.process_id = due.process_id and v.version = due.version
    returning v.*, due.drive_id`.execute(db);
  return taken.rows[0];
}

async function settle(
  context: FileContext,
  pace: Pace,
  version: Version,
  outcome: FileOutcome<StoredFile>,
): Promise<void> {
  const { board_id: boardId, process_id: id, push_attempts: attempt } = version;
  if (outcome.kind === 'done') {
    await pace.ease();
    const pushedAt = context.now().toISOString();
    await rowOf(context.db, version)
      .set({ file_id: outcome.value.id, pushed_at: pushedAt, push_attempts: 0, push_after: null, push_holder: null })
      .execute();
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

function rowOf(db: Kysely<Database>, version: Pick<Version, 'board_id' | 'process_id' | 'version'>) {
  return db
    .updateTable('process_versions')
    .where('board_id', '=', version.board_id)
    .where('process_id', '=', version.process_id)
    .where('version', '=', version.version);
}
