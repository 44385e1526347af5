/** Lists in the database. */
import type { Database } from './database.ts';
import { itemNotFound } from './errors.ts';
import type { Site } from './sites.ts';

export interface List {
  readonly key: number;
  readonly siteKey: number;
  readonly id: string;
  /** The URL segment. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly isSystem: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: number | null;
  readonly version: number;
  readonly contentTypeId: string;
  /** Number of the newest change; every create, update and delete takes one. */
  readonly lastChange: number;
  /** Items not deleted. */
  readonly itemCount: number;
  /** Delta tokens of earlier epochs are expired. */
  readonly tokenEpoch: number;
}

/** By id, or by title without regard to case (`graph.md` 1.2). @throws GraphFailure 404 */
export function findList(database: Database, site: Site, idOrTitle: string): List {
  const list = database.one<List>(
    'SELECT * FROM list WHERE siteKey = ? AND (id = ? OR foldedName = ?) ORDER BY id = ? DESC LIMIT 1',
    site.key,
    idOrTitle.toLowerCase(),
    idOrTitle.toLowerCase(),
    idOrTitle.toLowerCase(),
  );
  if (list === undefined) throw itemNotFound('The specified list was not found');
  return list;
}

export function findListById(database: Database, siteKey: number, id: string): List | undefined {
  return database.one<List>('SELECT * FROM list WHERE siteKey = ? AND id = ?', siteKey, id.toLowerCase());
}

/** By its key, in whichever site. @throws GraphFailure 404 */
export function requireListByKey(database: Database, key: number): List {
  const list = database.one<List>('SELECT * FROM list WHERE key = ?', key);
  if (list === undefined) throw itemNotFound('The specified list was not found');
  return list;
}

/** By id, in whichever site. */
export function findListAnywhere(database: Database, id: string): List | undefined {
  return database.one<List>('SELECT * FROM list WHERE id = ?', id.toLowerCase());
}

export function findListByTitle(database: Database, siteKey: number, displayName: string): List | undefined {
  return database.one<List>(
    'SELECT * FROM list WHERE siteKey = ? AND foldedName = ?',
    siteKey,
    displayName.toLowerCase(),
  );
}

export interface NewList {
  readonly siteKey: number;
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly isSystem: boolean;
  readonly at: string;
  readonly createdBy: number | null;
  readonly contentTypeId: string;
}

export function insertList(database: Database, list: NewList): List {
  return database.one<List>(
    `INSERT INTO list (siteKey, id, name, displayName, foldedName, description, template, isSystem, createdAt,
       modifiedAt, createdBy, contentTypeId)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    list.siteKey,
    list.id,
    freeSegment(database, list.siteKey, list.displayName),
    list.displayName,
    list.displayName.toLowerCase(),
    list.description,
    list.template,
    list.isSystem ? 1 : 0,
    list.at,
    list.at,
    list.createdBy,
    list.contentTypeId,
  ) as List;
}

export function renameList(
  database: Database,
  list: List,
  change: { readonly displayName: string; readonly description: string; readonly at: string },
): List {
  return database.one<List>(
    `UPDATE list SET displayName = ?, foldedName = ?, description = ?, modifiedAt = ?, version = version + 1
     WHERE key = ? RETURNING *`,
    change.displayName,
    change.displayName.toLowerCase(),
    change.description,
    change.at,
    list.key,
  ) as List;
}

export function removeList(database: Database, list: List): void {
  database.run('DELETE FROM index_value WHERE columnKey IN (SELECT key FROM list_column WHERE listKey = ?)', list.key);
  database.run('DELETE FROM file_version WHERE fileKey IN (SELECT key FROM file WHERE listKey = ?)', list.key);
  for (const table of ['list_column', 'item', 'item_version', 'file', 'upload_session']) {
    database.run(`DELETE FROM ${table} WHERE listKey = ?`, list.key);
  }
  database.run('DELETE FROM list WHERE key = ?', list.key);
}

/** The title without what a URL cannot hold; a digit follows where it is taken. */
function freeSegment(database: Database, siteKey: number, displayName: string): string {
  const stem = displayName.replace(/["#%&*:<>?/\\{|}~.]/g, '').trim() || 'List';
  for (let digit = 0; ; digit += 1) {
    const name = digit === 0 ? stem : `${stem}${String(digit)}`;
    const taken = database.one('SELECT 1 FROM list WHERE siteKey = ? AND lower(name) = lower(?)', siteKey, name);
    if (taken === undefined) return name;
  }
}
