import type { ProcessVersion } from '../../shared/api/process-contract.ts';
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
 * Whether the library may hold versions of the process that this database lacks: it came from SharePoint, and the library
 * has not been read since the database was made. A number would be given twice. Rule S-F12.
 */
export async function isVersionUnsure(
  db: Connection,
  { row, version }: { readonly row: RecordRow; readonly version: number },
): Promise<boolean> {
  if (version > 0 || row.graphItemId === undefined) return false;
  const unread = await db
    .selectFrom('libraries')
    .select('board_id')
    .where('board_id', '=', row.boardId)
    .where('restored_at', 'is', null)
    .executeTakeFirst();
  return unread !== undefined;
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
