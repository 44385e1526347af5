/**
 * The SQLite file behind the embedded Graph: schema, prepared statements, transactions. One process owns the file
 * (exclusive lock), so what is cached in memory stays true. Items are never held in memory as a whole.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type Row = Readonly<Record<string, SQLInputValue>>;

export interface Database {
  /* The type of a row is a promise that stands beside its query. */
  /* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
  /** All rows of a query. Statements are prepared once per text. */
  all<R>(sql: string, ...parameters: readonly SQLInputValue[]): R[];
  one<R>(sql: string, ...parameters: readonly SQLInputValue[]): R | undefined;
  /* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */
  run(sql: string, ...parameters: readonly SQLInputValue[]): void;
  /** Runs synchronous work as one commit; a throw rolls back. Nested calls join the outer one. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

export type OpenProblem = 'damaged' | 'notWritable' | 'inUse' | 'newerVersion';

/** The store could not be opened; `message` is one sentence for a person. */
export class LocalGraphOpenFailure extends Error {
  readonly problem: OpenProblem;

  constructor(problem: OpenProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LocalGraphOpenFailure';
    this.problem = problem;
  }
}

const schemaVersion = 1;
/** Beyond this size a full check would delay the start by seconds; then only the tables' roots are read. */
const fullCheckBytes = 64 * 1024 * 1024;

const schema = `
  CREATE TABLE site (
    key INTEGER PRIMARY KEY, hostname TEXT NOT NULL, path TEXT NOT NULL, displayName TEXT NOT NULL,
    collectionId TEXT NOT NULL, webId TEXT NOT NULL, createdAt TEXT NOT NULL, UNIQUE (hostname, path));
  CREATE TABLE site_permission (
    id TEXT PRIMARY KEY, siteKey INTEGER NOT NULL, roles TEXT NOT NULL, identities TEXT NOT NULL);
  CREATE TABLE list (
    key INTEGER PRIMARY KEY, siteKey INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    displayName TEXT NOT NULL, foldedName TEXT NOT NULL, description TEXT NOT NULL, template TEXT NOT NULL,
    isSystem INTEGER NOT NULL, createdAt TEXT NOT NULL, modifiedAt TEXT NOT NULL, createdBy INTEGER,
    version INTEGER NOT NULL DEFAULT 1, contentTypeId TEXT NOT NULL, nextItemId INTEGER NOT NULL DEFAULT 1,
    lastChange INTEGER NOT NULL DEFAULT 0, itemCount INTEGER NOT NULL DEFAULT 0,
    tokenEpoch INTEGER NOT NULL DEFAULT 0, UNIQUE (siteKey, foldedName));
  CREATE TABLE list_column (
    key INTEGER PRIMARY KEY, listKey INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
    definition TEXT NOT NULL, UNIQUE (listKey, name));
  CREATE TABLE item (
    key INTEGER PRIMARY KEY, listKey INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL,
    version INTEGER NOT NULL, createdAt TEXT NOT NULL, modifiedAt TEXT NOT NULL, createdBy INTEGER NOT NULL,
    modifiedBy INTEGER NOT NULL, fields TEXT NOT NULL, deletedAt TEXT, change INTEGER NOT NULL);
  CREATE UNIQUE INDEX item_by_id ON item (listKey, id);
  CREATE INDEX item_by_change ON item (listKey, change);
  CREATE TABLE item_version (
    listKey INTEGER NOT NULL, itemId INTEGER NOT NULL, number INTEGER NOT NULL, modifiedAt TEXT NOT NULL,
    modifiedBy INTEGER NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (listKey, itemId, number)) WITHOUT ROWID;
  CREATE TABLE index_value (
    columnKey INTEGER NOT NULL, value ANY NOT NULL, itemId INTEGER NOT NULL,
    PRIMARY KEY (columnKey, value, itemId)) WITHOUT ROWID, STRICT;
  CREATE TABLE identity (
    key INTEGER PRIMARY KEY, siteKey INTEGER NOT NULL, kind TEXT NOT NULL, externalId TEXT NOT NULL,
    body TEXT NOT NULL, userLookupId INTEGER NOT NULL, appLookupId INTEGER, UNIQUE (siteKey, kind, externalId));
`;

/**
 * Opens `<dataDir>/graph.sqlite`, or a store in memory.
 * @throws LocalGraphOpenFailure when the file is damaged, locked, newer than this code, or cannot be written
 */
export function openDatabase(dataDir: string | undefined): Database {
  const file = dataDir === undefined ? ':memory:' : join(dataDir, 'graph.sqlite');
  let connection: DatabaseSync | undefined;
  try {
    if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
    connection = new DatabaseSync(file, { timeout: 0 });
    prepareConnection(connection, file);
    return wrap(connection);
  } catch (cause) {
    connection?.close();
    throw openFailure(file, cause);
  }
}

function prepareConnection(connection: DatabaseSync, file: string): void {
  connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  connection.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE; COMMIT;');
  const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > schemaVersion) {
    throw new LocalGraphOpenFailure('newerVersion', `The local Graph store ${file} was written by a newer version.`);
  }
  if (version === 0) {
    connection.exec(`BEGIN; ${schema} PRAGMA user_version = ${String(schemaVersion)}; COMMIT;`);
  } else {
    checkFile(connection, file);
  }
  connection.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? foldText(text) : text));
}

function checkFile(connection: DatabaseSync, file: string): void {
  const check =
    statSync(file).size <= fullCheckBytes
      ? Object.values(connection.prepare('PRAGMA quick_check(1)').get() ?? {})[0]
      : connection.prepare('SELECT count(*) >= 0 FROM list JOIN site ON site.key = list.siteKey').get() && 'ok';
  if (check !== 'ok') {
    throw new LocalGraphOpenFailure('damaged', damagedText(file), check);
  }
}

const damagedText = (file: string): string =>
  `The local Graph store ${file} is damaged; restore it from a backup, or move it away to start empty.`;

function openFailure(file: string, cause: unknown): LocalGraphOpenFailure {
  if (cause instanceof LocalGraphOpenFailure) return cause;
  const sqliteCode = errorNumber(cause);
  if (sqliteCode === 5 || sqliteCode === 6) {
    return new LocalGraphOpenFailure('inUse', `The local Graph store ${file} is in use by another process.`, cause);
  }
  if (sqliteCode === 11 || sqliteCode === 26 || sqliteCode === 1) {
    return new LocalGraphOpenFailure('damaged', damagedText(file), cause);
  }
  return new LocalGraphOpenFailure('notWritable', `The local Graph store ${file} cannot be written.`, cause);
}

/** The primary SQLite result code of a `node:sqlite` error, or undefined for an error of another kind. */
function errorNumber(cause: unknown): number | undefined {
  const hasCode = typeof cause === 'object' && cause !== null && 'errcode' in cause;
  return hasCode && typeof cause.errcode === 'number' ? cause.errcode & 0xff : undefined;
}

/** How SharePoint compares text: without regard to case, on the first 255 characters. */
export function foldText(text: string): string {
  return text.slice(0, 255).toLowerCase();
}

function wrap(connection: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = connection.prepare(sql);
    // Filters make texts of their own; forget the oldest rather than grow without end.
    if (statements.size >= 500) statements.delete(statements.keys().next().value ?? '');
    statements.set(sql, prepared);
    return prepared;
  };
  const isActive = (): boolean => connection.isTransaction;
  return {
    all: <R>(sql: string, ...parameters: readonly SQLInputValue[]) => statement(sql).all(...parameters) as R[],
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
    one: <R>(sql: string, ...parameters: readonly SQLInputValue[]) =>
      statement(sql).get(...parameters) as R | undefined,
    run(sql, ...parameters) {
      statement(sql).run(...parameters);
    },
    transaction(work) {
      if (isActive()) return work();
      connection.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        connection.exec('COMMIT');
        return result;
      } catch (cause) {
        if (isActive()) connection.exec('ROLLBACK');
        throw cause;
      }
    },
    close() {
      statements.clear();
      if (connection.isOpen) connection.close();
    },
  };
}
