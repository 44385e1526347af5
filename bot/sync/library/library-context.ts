import type { Kysely } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { GraphFiles } from '../../graph/graph-port.ts';
import type { OutsideDrawings } from '../../processes/take-in-drawing.ts';
import type { PushContext } from '../sync-context.ts';

export interface LibraryContext extends PushContext {
  readonly files: GraphFiles;
  /** By which a drawing that somebody changed in the library becomes a version of its process. */
  readonly drawings: OutsideDrawings;
}

/** The document library of a board. */
export interface Library {
  readonly boardId: string;
  readonly driveId: string;
  /** The folder at the top, once told. */
  readonly rootId: string | undefined;
}

/** What a library is called where lists are called by the kind of their records. */
export const libraryKind = 'library';

/** Libraries whose content this database has, of one board or of all. */
export async function restoredLibraries(db: Kysely<Database>, boardId?: string): Promise<readonly Library[]> {
  const rows = await db
    .selectFrom('libraries')
    .select(['board_id', 'drive_id', 'root_id'])
    .where('restored_at', 'is not', null)
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .orderBy('board_id')
    .execute();
  return rows.map((row) => ({ boardId: row.board_id, driveId: row.drive_id, rootId: row.root_id ?? undefined }));
}

/** By the record's id, which never changes: a later title must not make a second file. */
export const fileNameOf = (processId: string): string => `${processId}.bpmn`;

/** The process that a file of that name belongs to. */
export const processIdOf = (name: string): string | undefined =>
  /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.bpmn$/i.exec(name)?.[1]?.toLowerCase();
