/** Files of a document library in the database: content, versions and eTags (`graph.md` 2.2). Folders are not served. */
import type { Database } from './database.ts';
import { itemNotFound, nameAlreadyExists } from './errors.ts';
import type { List } from './list-store.ts';

export interface FileRow {
  readonly key: number;
  readonly listKey: number;
  readonly id: string;
  readonly guid: string;
  readonly name: string;
  readonly version: number;
  /** The version that brought the content. */
  readonly contentVersion: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: number;
  readonly modifiedBy: number;
  readonly content: Uint8Array;
  /** Number of its last change, of its list's counter. */
  readonly change: number;
}

export interface FileVersionRow {
  readonly number: number;
  readonly modifiedAt: string;
  readonly modifiedBy: number;
  readonly content: Uint8Array;
}

/** What happens to a file of the same name: `@microsoft.graph.conflictBehavior`. */
export type ConflictBehavior = 'fail' | 'replace' | 'rename';

export interface FileWrite {
  readonly database: Database;
  readonly list: List;
  readonly identity: number;
  readonly at: string;
  readonly newId: () => string;
}

const tables = [
  `CREATE TABLE IF NOT EXISTS file (
    key INTEGER PRIMARY KEY, listKey INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, guid TEXT NOT NULL, name TEXT NOT NULL,
    foldedName TEXT NOT NULL, version INTEGER NOT NULL, createdAt TEXT NOT NULL, modifiedAt TEXT NOT NULL,
    createdBy INTEGER NOT NULL, modifiedBy INTEGER NOT NULL, content BLOB NOT NULL,
    change INTEGER NOT NULL DEFAULT 0, contentVersion INTEGER NOT NULL DEFAULT 1, UNIQUE (listKey, foldedName))`,
  `CREATE TABLE IF NOT EXISTS file_tombstone (
    listKey INTEGER NOT NULL, change INTEGER NOT NULL, id TEXT NOT NULL, guid TEXT NOT NULL,
    PRIMARY KEY (listKey, change)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS file_version (
    fileKey INTEGER NOT NULL, number INTEGER NOT NULL, modifiedAt TEXT NOT NULL, modifiedBy INTEGER NOT NULL,
    content BLOB NOT NULL, PRIMARY KEY (fileKey, number)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS upload_session (
    id TEXT PRIMARY KEY, listKey INTEGER NOT NULL, name TEXT NOT NULL, behavior TEXT NOT NULL, identity INTEGER NOT NULL,
    received BLOB NOT NULL, total INTEGER, expiresAt TEXT NOT NULL)`,
];

/** Stores of before files were served lack them. */
export function ensureFileTables(database: Database): void {
  for (const table of tables) database.run(table);
  const columns = database.all<{ name: string }>('PRAGMA table_info(file)').map(({ name }) => name);
  if (columns.includes('change')) return;
  database.run('ALTER TABLE file ADD COLUMN change INTEGER NOT NULL DEFAULT 0');
  database.run('ALTER TABLE file ADD COLUMN contentVersion INTEGER NOT NULL DEFAULT 1');
  database.run('UPDATE file SET change = key, contentVersion = version');
  database.run(
    'UPDATE list SET lastChange = max(lastChange, coalesce((SELECT max(change) FROM file WHERE listKey = list.key), 0))',
  );
}

/** A file that changed, or one that is gone. */
export interface FileChange {
  readonly change: number;
  readonly id: string;
  readonly guid: string;
  readonly file?: FileRow;
}

/** What changed after a number, in order; deletions up to `hideDeletedUpTo` are left out. */
export function changedFiles(
  database: Database,
  list: List,
  after: number,
  hideDeletedUpTo: number,
  limit: number,
): readonly FileChange[] {
  const files = database.all<FileRow>(
    'SELECT * FROM file WHERE listKey = ? AND change > ? ORDER BY change LIMIT ?',
    ...[list.key, after, limit],
  );
  const gone = database.all<Omit<FileChange, 'file'>>(
    'SELECT change, id, guid FROM file_tombstone WHERE listKey = ? AND change > ? ORDER BY change LIMIT ?',
    ...[list.key, Math.max(after, hideDeletedUpTo), limit],
  );
  return [...files.map((file): FileChange => ({ change: file.change, id: file.id, guid: file.guid, file })), ...gone]
    .toSorted((a, b) => a.change - b.change)
    .slice(0, limit);
}

function nextChange({ database, list, at }: FileWrite): number {
  const row = database.one<{ lastChange: number }>(
    'UPDATE list SET lastChange = lastChange + 1, modifiedAt = ? WHERE key = ? RETURNING lastChange',
    ...[at, list.key],
  ) as { lastChange: number };
  return row.lastChange;
}

/** @throws GraphFailure 404 */
export function requireFile(database: Database, list: List, id: string): FileRow {
  const file = database.one<FileRow>('SELECT * FROM file WHERE listKey = ? AND id = ?', list.key, id);
  if (file === undefined) throw itemNotFound('The resource could not be found.');
  return file;
}

export function findFileByName(database: Database, list: List, name: string): FileRow | undefined {
  return database.one<FileRow>('SELECT * FROM file WHERE listKey = ? AND foldedName = ?', list.key, name.toLowerCase());
}

/** In the order in which they were made, after the file with key `after`. */
export function filesOf(database: Database, list: List, after: number, limit: number): readonly FileRow[] {
  return database.all<FileRow>(
    'SELECT * FROM file WHERE listKey = ? AND key > ? ORDER BY key LIMIT ?',
    list.key,
    after,
    limit,
  );
}

/** Stores content under a name, by the rule for a name that is taken. @throws GraphFailure 409 with `fail` */
export function putFile(
  write: FileWrite,
  name: string,
  content: Uint8Array,
  behavior: ConflictBehavior,
): { readonly file: FileRow; readonly isNew: boolean } {
  const existing = findFileByName(write.database, write.list, name);
  if (existing === undefined) return { file: insertFile(write, name, content), isNew: true };
  if (behavior === 'fail') {
    throw nameAlreadyExists('An item with the same name already exists under the parent');
  }
  if (behavior === 'rename') return { file: insertFile(write, freeName(write, name), content), isNew: true };
  return { file: replaceContent(write, existing, content), isNew: false };
}

function insertFile(write: FileWrite, name: string, content: Uint8Array): FileRow {
  const { database, list, identity, at, newId } = write;
  const guid = newId();
  return database.one<FileRow>(
    `INSERT INTO file (listKey, id, guid, name, foldedName, version, createdAt, modifiedAt, createdBy, modifiedBy, content, change)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?) RETURNING *`,
    list.key,
    `01${guid.replaceAll('-', '').toUpperCase()}`,
    guid,
    name,
    name.toLowerCase(),
    at,
    at,
    identity,
    identity,
    content,
    nextChange(write),
  ) as FileRow;
}

/** The next version of the file; the one before is kept. */
export function replaceContent(write: FileWrite, file: FileRow, content: Uint8Array): FileRow {
  const { database, identity, at } = write;
  database.run(
    'INSERT INTO file_version (fileKey, number, modifiedAt, modifiedBy, content) VALUES (?, ?, ?, ?, ?)',
    file.key,
    file.version,
    file.modifiedAt,
    file.modifiedBy,
    file.content,
  );
  return database.one<FileRow>(
    `UPDATE file SET version = version + 1, contentVersion = version + 1, modifiedAt = ?, modifiedBy = ?, content = ?,
       change = ? WHERE key = ? RETURNING *`,
    at,
    identity,
    content,
    nextChange(write),
    file.key,
  ) as FileRow;
}

/** @throws GraphFailure 409 for a name that is taken */
export function giveName(write: FileWrite, file: FileRow, name: string): FileRow {
  const { database, list, identity, at } = write;
  const taken = findFileByName(database, list, name);
  if (taken !== undefined && taken.key !== file.key)
    throw nameAlreadyExists('An item with the same name already exists');
  return database.one<FileRow>(
    `UPDATE file SET name = ?, foldedName = ?, modifiedAt = ?, modifiedBy = ?, change = ? WHERE key = ? RETURNING *`,
    ...[name, name.toLowerCase(), at, identity, nextChange(write), file.key],
  ) as FileRow;
}

export function removeFile(write: FileWrite, file: FileRow): void {
  const { database, list } = write;
  database.run(
    'INSERT INTO file_tombstone (listKey, change, id, guid) VALUES (?, ?, ?, ?)',
    ...[list.key, nextChange(write), file.id, file.guid],
  );
  database.run('DELETE FROM file_version WHERE fileKey = ?', file.key);
  database.run('DELETE FROM file WHERE key = ?', file.key);
}

/** Newest first, the current one included. */
export function fileVersions(database: Database, file: FileRow): readonly FileVersionRow[] {
  const past = database.all<FileVersionRow>(
    'SELECT * FROM file_version WHERE fileKey = ? ORDER BY number DESC',
    file.key,
  );
  const { version: number, modifiedAt, modifiedBy, content } = file;
  return [{ number, modifiedAt, modifiedBy, content }, ...past];
}

/** `plan.bpmn` → `plan 1.bpmn`, as SharePoint renames. */
function freeName({ database, list }: FileWrite, name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  for (let digit = 1; ; digit += 1) {
    const free = `${stem} ${String(digit)}${ending}`;
    if (findFileByName(database, list, free) === undefined) return free;
  }
}
