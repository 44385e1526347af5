/**
 * The value by which a column is filtered, sorted, indexed and held unique: once for SQL and once for JavaScript, and
 * they must agree. An unset value is the smallest of its type, so that an index holds every item of the list.
 */
import type { Column } from './column-store.ts';
import { foldText } from './database.ts';
import type { ItemContent } from './field-values.ts';

export type Comparable = string | number;

const numericKinds: readonly string[] = ['number', 'boolean', 'person', 'lookup'];

/** Columns whose value is not among the item's own: how SQL finds it. */
const builtInSql: Readonly<Record<string, string>> = {
  ID: 'item.id',
  Created: 'item.createdAt',
  Modified: 'item.modifiedAt',
  Author: '(SELECT userLookupId FROM identity WHERE identity.key = item.createdBy)',
  Editor: '(SELECT userLookupId FROM identity WHERE identity.key = item.modifiedBy)',
};

/** Whether SharePoint can filter or sort on the column at all: not on several lines, several values or links. */
export function isComparable(column: Column): boolean {
  return column.name in builtInSql || [...numericKinds, 'text', 'choice', 'dateTime'].includes(column.kind);
}

export const isNumeric = (column: Column): boolean => numericKinds.includes(column.kind);

/** What stands for "no value". */
export const unsetOf = (column: Column): Comparable => (isNumeric(column) ? -Infinity : '');

/** An SQL expression over a row of `item`. Internal names hold letters, digits and `_` only, so they need no quoting. */
export function comparableSql(column: Column): string {
  const builtIn = builtInSql[column.name];
  if (builtIn !== undefined) return builtIn;
  const value = `json_extract(item.fields, '$."${column.name}"')`;
  if (isNumeric(column)) return `coalesce(${value}, -9e999)`;
  return column.kind === 'dateTime' ? `coalesce(${value}, '')` : `coalesce(fold(${value}), '')`;
}

/** The same for an item at hand. Only for columns that can carry an index. */
export function comparableOf(
  column: Column,
  item: { readonly createdAt: string; readonly modifiedAt: string; readonly content: ItemContent },
): Comparable {
  if (column.name === 'Created') return item.createdAt;
  if (column.name === 'Modified') return item.modifiedAt;
  const value = item.content[column.name];
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return column.kind === 'dateTime' ? value : foldText(value);
  return unsetOf(column);
}
