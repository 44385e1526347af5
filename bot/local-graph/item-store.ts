/** Items in the database: every write keeps versions, indexes, unique values and the list's change counter in step. */
import type { Column } from './column-store.ts';
import { comparableOf, comparableSql, unsetOf } from './comparable.ts';
import type { Database } from './database.ts';
import { invalidRequest } from './errors.ts';
import type { ItemContent } from './field-values.ts';
import { parseStored } from './json.ts';
import type { List } from './list-store.ts';

export interface ItemRow {
  readonly key: number;
  readonly listKey: number;
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: number;
  readonly modifiedBy: number;
  /** JSON of `ItemContent`. */
  readonly fields: string;
  readonly deletedAt: string | null;
  readonly change: number;
}

export interface VersionRow {
  readonly number: number;
  readonly modifiedAt: string;
  readonly modifiedBy: number;
  readonly fields: string;
}

/** Majors that SharePoint Online keeps. */
const keptVersions = 500;

export const contentOf = (item: { readonly fields: string }): ItemContent => parseStored<ItemContent>(item.fields);

export function findItem(database: Database, list: List, id: string): ItemRow | undefined {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  return database.one<ItemRow>(
    'SELECT * FROM item WHERE listKey = ? AND id = ? AND deletedAt IS NULL',
    list.key,
    Number(id),
  );
}

/** What a write needs to know of its surroundings. */
export interface WriteContext {
  readonly database: Database;
  readonly list: List;
  readonly columns: readonly Column[];
  /** Key of the identity that writes. */
  readonly identity: number;
  readonly at: string;
}

/** @throws GraphFailure 400 when a unique value is taken */
export function insertItem(context: WriteContext, guid: string, content: ItemContent): ItemRow {
  const { database, list, at, identity } = context;
  const taken = database.one<{ id: number; change: number }>(
    `UPDATE list SET nextItemId = nextItemId + 1, lastChange = lastChange + 1, itemCount = itemCount + 1,
       modifiedAt = ? WHERE key = ? RETURNING nextItemId - 1 AS id, lastChange AS change`,
    at,
    list.key,
  ) as { id: number; change: number };
  const item = database.one<ItemRow>(
    `INSERT INTO item (listKey, id, guid, version, createdAt, modifiedAt, createdBy, modifiedBy, fields, change)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?) RETURNING *`,
    list.key,
    taken.id,
    guid,
    at,
    at,
    identity,
    identity,
    JSON.stringify(content),
    taken.change,
  ) as ItemRow;
  for (const column of indexedColumns(context.columns)) {
    addIndexValue(database, column, comparableOf(column, { ...item, content }), item.id);
  }
  return item;
}

/** Stores new content as the next version. @throws GraphFailure 400 when a unique value is taken */
export function updateItem(context: WriteContext, item: ItemRow, content: ItemContent): ItemRow {
  const { database, at } = context;
  database.run(
    'INSERT INTO item_version (listKey, itemId, number, modifiedAt, modifiedBy, fields) VALUES (?, ?, ?, ?, ?, ?)',
    item.listKey,
    item.id,
    item.version,
    item.modifiedAt,
    item.modifiedBy,
    item.fields,
  );
  database.run(
    'DELETE FROM item_version WHERE listKey = ? AND itemId = ? AND number <= ?',
    item.listKey,
    item.id,
    item.version + 1 - keptVersions,
  );
  const changed = database.one<ItemRow>(
    `UPDATE item SET version = version + 1, modifiedAt = ?, modifiedBy = ?, fields = ?, change = ?
     WHERE key = ? RETURNING *`,
    at,
    context.identity,
    JSON.stringify(content),
    nextChange(context, 0),
    item.key,
  ) as ItemRow;
  const before = { ...item, content: contentOf(item) };
  const after = { ...changed, content };
  for (const column of indexedColumns(context.columns)) {
    const [old, fresh] = [comparableOf(column, before), comparableOf(column, after)];
    if (old === fresh) continue;
    database.run('DELETE FROM index_value WHERE columnKey = ? AND value = ? AND itemId = ?', column.key, old, item.id);
    addIndexValue(database, column, fresh, item.id);
  }
  return changed;
}

/** Moves an item to the recycle bin: gone for every reader but delta. */
export function deleteItem(context: WriteContext, item: ItemRow): void {
  const { database } = context;
  const content = contentOf(item);
  for (const column of indexedColumns(context.columns)) {
    database.run(
      'DELETE FROM index_value WHERE columnKey = ? AND value = ? AND itemId = ?',
      column.key,
      comparableOf(column, { ...item, content }),
      item.id,
    );
  }
  database.run(
    'UPDATE item SET deletedAt = ?, change = ? WHERE key = ?',
    context.at,
    nextChange(context, -1),
    item.key,
  );
}

/**
 * Brings an item back from the recycle bin as it was, with its id, versions and eTag; delta shows it as changed.
 * False when the bin does not hold it. @throws GraphFailure 400 when a unique value has been taken meanwhile
 */
export function restoreItem(context: Omit<WriteContext, 'identity'>, id: number): boolean {
  const { database, list } = context;
  const item = database.one<ItemRow>(
    'SELECT * FROM item WHERE listKey = ? AND id = ? AND deletedAt IS NOT NULL',
    list.key,
    id,
  );
  if (item === undefined) return false;
  const content = contentOf(item);
  for (const column of indexedColumns(context.columns)) {
    addIndexValue(database, column, comparableOf(column, { ...item, content }), item.id);
  }
  database.run('UPDATE item SET deletedAt = NULL, change = ? WHERE key = ?', nextChange(context, 1), item.key);
  return true;
}

export function versionsOf(database: Database, item: ItemRow): readonly VersionRow[] {
  const past = database.all<VersionRow>(
    'SELECT * FROM item_version WHERE listKey = ? AND itemId = ? ORDER BY number DESC',
    item.listKey,
    item.id,
  );
  return [
    { number: item.version, modifiedAt: item.modifiedAt, modifiedBy: item.modifiedBy, fields: item.fields },
    ...past,
  ];
}

/** Fills the index of a column from the items. @throws GraphFailure 400 when the column is unique and values repeat */
export function rebuildIndex(database: Database, column: Column): void {
  database.run('DELETE FROM index_value WHERE columnKey = ?', column.key);
  if (!isIndexed(column)) return;
  database.run(
    `INSERT INTO index_value (columnKey, value, itemId)
     SELECT ?, ${comparableSql(column)}, item.id FROM item WHERE item.listKey = ? AND item.deletedAt IS NULL`,
    column.key,
    column.listKey,
  );
  if (!column.definition.enforceUniqueValues) return;
  const repeated = database.one(
    'SELECT value FROM index_value WHERE columnKey = ? AND value <> ? GROUP BY value HAVING count(*) > 1 LIMIT 1',
    column.key,
    unsetOf(column),
  );
  if (repeated !== undefined) throw uniqueViolation();
}

/** `ID` needs no entries of its own: the item's key serves. */
export const isIndexed = (column: Column): boolean => column.definition.indexed && column.name !== 'ID';

const uniqueViolation = () =>
  invalidRequest('One or more fields with unique constraints already has the provided value.');

const indexedCache = new WeakMap<readonly Column[], readonly Column[]>();

function indexedColumns(columns: readonly Column[]): readonly Column[] {
  const known = indexedCache.get(columns) ?? columns.filter(isIndexed);
  indexedCache.set(columns, known);
  return known;
}

function addIndexValue(database: Database, column: Column, value: string | number, itemId: number): void {
  if (column.definition.enforceUniqueValues && value !== unsetOf(column)) {
    const taken = database.one(
      'SELECT 1 FROM index_value WHERE columnKey = ? AND value = ? LIMIT 1',
      column.key,
      value,
    );
    if (taken !== undefined) throw uniqueViolation();
  }
  database.run('INSERT INTO index_value (columnKey, value, itemId) VALUES (?, ?, ?)', column.key, value, itemId);
}

function nextChange(context: Omit<WriteContext, 'identity'>, countChange: number): number {
  const row = context.database.one<{ lastChange: number }>(
    'UPDATE list SET lastChange = lastChange + 1, itemCount = itemCount + ?, modifiedAt = ? WHERE key = ? RETURNING lastChange',
    countChange,
    context.at,
    context.list.key,
  ) as { lastChange: number };
  return row.lastChange;
}
