import type { ProcessVersion } from '../../shared/api/process-contract.ts';
import { areListsRead } from '../records/are-lists-read.ts';
import type { RecordRow } from '../records/record-store.ts';
import type { Caller } from '../records/records-service.ts';
import type { Connection } from '../records/service-context.ts';
import { personOf } from '../records/write-record.ts';

/** The BPMN file of a process, version by version. Inside a transaction a save and its records stand or fall together. */
export interface StoredVersion extends Omit<ProcessVersion, 'published'> {
  readonly bpmn: string;
}

const columns = ['version', 'bpmn', 'what', 'saved_by', 'saved_at'] as const;

/** The latest version, or the one that is asked for. */
export async function readVersion(
  db: Connection,
  boardId: string,
  processId: string,
  version?: number,
): Promise<StoredVersion | undefined> {
  const query = db
    .selectFrom('process_versions')
    .select(columns)
    .where('board_id', '=', boardId)
    .where('process_id', '=', processId)
    .orderBy('version', 'desc')
    .limit(1);
  const row = await (version === undefined ? query : query.where('version', '=', version)).executeTakeFirst();
  return row && { ...withoutFile(row), bpmn: row.bpmn };
}

/** Newest first, without the files. */
export async function listVersions(
  db: Connection,
  boardId: string,
  processId: string,
): Promise<readonly Omit<StoredVersion, 'bpmn'>[]> {
  const rows = await db
    .selectFrom('process_versions')
    .select(['version', 'what', 'saved_by', 'saved_at'])
    .where('board_id', '=', boardId)
    .where('process_id', '=', processId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(withoutFile);
}

/**
 * Whether SharePoint may hold of the process what this database lacks: it came from there, and the library, or the list of
 * activities, has not been read since the database was made. A number would be given twice, and the activities of the
 * drawing records of their own beside those that they have. Rule S-F12.
 */
export async function isDrawingUnsure(
  db: Connection,
  { row, version }: { readonly row: RecordRow; readonly version: number },
): Promise<boolean> {
  if (row.graphItemId === undefined) return false;
  if (!(await areActivitiesRead(db, row.boardId))) return true;
  if (version > 0) return false;
  const unread = await db
    .selectFrom('libraries')
    .select('board_id')
    .where('board_id', '=', row.boardId)
    .where('restored_at', 'is', null)
    .executeTakeFirst();
  return unread !== undefined;
}

/** Whether the list of activities has been walked to its end since the database was made. */
export function areActivitiesRead(db: Connection, boardId: string): Promise<boolean> {
  return areListsRead(db, boardId, ['processActivity']);
}

/** Stores the next version; the caller holds the lock on the process. */
export async function saveVersion(
  db: Connection,
  caller: Caller,
  now: Date,
  processId: string,
  version: { readonly version: number; readonly bpmn: string; readonly what: ProcessVersion['what'] },
): Promise<void> {
  await db
    .insertInto('process_versions')
    .values({
      board_id: caller.boardId,
      process_id: processId,
      version: version.version,
      bpmn: version.bpmn,
      what: version.what,
      saved_by: JSON.stringify(personOf(caller)),
      saved_at: now.toISOString(),
    })
    .execute();
}

function withoutFile(row: {
  readonly version: number;
  readonly what: string;
  readonly saved_by: { readonly id: string; readonly name: string };
  readonly saved_at: string;
}): Omit<StoredVersion, 'bpmn'> {
  return {
    version: row.version,
    what: row.what as ProcessVersion['what'],
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  };
}
