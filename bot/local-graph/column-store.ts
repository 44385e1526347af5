/** The columns of lists in the database, cached: they are read with every item and change rarely. */
import { kindOf, type ColumnDefinition, type ColumnKind } from './column-definition.ts';
import type { Database } from './database.ts';
import { parseStored } from './json.ts';

export interface Column {
  readonly key: number;
  readonly listKey: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ColumnKind;
  readonly definition: ColumnDefinition;
}

export interface ColumnStore {
  columnsOf(listKey: number): readonly Column[];
  insert(listKey: number, id: string, definition: ColumnDefinition): Column;
  update(column: Column, definition: ColumnDefinition): Column;
  remove(column: Column): void;
  /** Forgets what was read, after a transaction that was rolled back. */
  forget(): void;
}

interface ColumnRow {
  readonly key: number;
  readonly listKey: number;
  readonly id: string;
  readonly name: string;
  readonly definition: string;
}

export function createColumnStore(database: Database): ColumnStore {
  const cache = new Map<number, readonly Column[]>();

  const read = (row: ColumnRow): Column => {
    const definition = parseStored<ColumnDefinition>(row.definition);
    return { ...row, definition, kind: kindOf(definition) };
  };

  return {
    columnsOf(listKey) {
      const known = cache.get(listKey);
      if (known !== undefined) return known;
      const columns = database
        .all<ColumnRow>('SELECT * FROM list_column WHERE listKey = ? ORDER BY key', listKey)
        .map(read);
      cache.set(listKey, columns);
      return columns;
    },
    insert(listKey, id, definition) {
      const row = database.one<ColumnRow>(
        'INSERT INTO list_column (listKey, id, name, definition) VALUES (?, ?, ?, ?) RETURNING *',
        listKey,
        id,
        definition.name,
        JSON.stringify(definition),
      );
      const column = read(row as ColumnRow);
      const known = cache.get(listKey);
      if (known !== undefined) cache.set(listKey, [...known, column]);
      return column;
    },
    update(column, definition) {
      cache.delete(column.listKey);
      database.run('UPDATE list_column SET definition = ? WHERE key = ?', JSON.stringify(definition), column.key);
      return { ...column, definition, kind: kindOf(definition) };
    },
    remove(column) {
      cache.delete(column.listKey);
      database.run('DELETE FROM list_column WHERE key = ?', column.key);
    },
    forget() {
      cache.clear();
    },
  };
}
