/**
 * From a filter and an ordering to rows, under SharePoint's rules (`graph.md` 1.4): only indexed columns without a
 * `Prefer` header, and on a list of more than 5,000 items the first clause must be indexed and match at most 5,000.
 */
import type { SQLInputValue } from 'node:sqlite';
import type { Column } from './column-store.ts';
import { comparableSql, isComparable, isNumeric, unsetOf, type Comparable } from './comparable.ts';
import { foldText, type Database } from './database.ts';
import { invalidRequest, tooManyResources, unknownField } from './errors.ts';
import { parseDateValue } from './graph-time.ts';
import type { Comparison, Filter, Ordering } from './item-filter.ts';
import type { ItemRow } from './item-store.ts';
import type { List } from './list-store.ts';

export const viewThreshold = 5000;

export interface ItemQuery {
  readonly filter?: Filter;
  readonly ordering?: Ordering;
  /** `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly` */
  readonly nonIndexedAllowed: boolean;
  /** Continue after this item, and after this key when the rows are ordered. */
  readonly after?: { readonly id: number; readonly key?: Comparable };
  readonly limit: number;
}

export interface QueryContext {
  readonly database: Database;
  readonly list: List;
  readonly columns: readonly Column[];
  readonly timeZone: string;
}

export interface FoundItem extends ItemRow {
  /** The value by which the row was ordered. */
  readonly orderKey: Comparable | null;
}

interface Sql {
  readonly text: string;
  readonly parameters: readonly SQLInputValue[];
}

/** @throws GraphFailure 400 for a column without index, 422 beyond the threshold */
export function findItems(context: QueryContext, query: ItemQuery): FoundItem[] {
  const { database, list } = context;
  const orderColumn = query.ordering === undefined ? undefined : columnFor(context, query.ordering.field);
  checkIndexes(context, query, orderColumn);
  const descending = query.ordering?.descending === true;

  const fromIndex = orderColumn !== undefined && hasIndex(orderColumn) && query.filter === undefined;
  const key = orderColumn === undefined ? undefined : fromIndex ? indexKey(orderColumn) : comparableSql(orderColumn);
  const conditions: Sql[] = [];
  if (query.filter !== undefined) {
    const driving = drivingClause(context, query.filter);
    if (driving !== undefined) conditions.push(driving);
    conditions.push(whereSql(context, query.filter));
  }
  if (query.after !== undefined) conditions.push(afterSql(query.after, key, descending));

  const parameters: SQLInputValue[] = [];
  let source = 'item';
  if (fromIndex && orderColumn.name !== 'ID') {
    source = 'index_value CROSS JOIN item ON item.listKey = ? AND item.id = index_value.itemId';
    parameters.push(list.key, orderColumn.key);
    conditions.unshift({ text: 'index_value.columnKey = ?', parameters: [] });
  } else {
    parameters.push(list.key);
    conditions.unshift({ text: 'item.listKey = ?', parameters: [] });
  }
  for (const condition of conditions) parameters.push(...condition.parameters);
  const idColumn = fromIndex && orderColumn.name !== 'ID' ? 'index_value.itemId' : 'item.id';
  const direction = descending ? 'DESC' : 'ASC';
  return database.all<FoundItem>(
    `SELECT item.*, ${key ?? 'NULL'} AS orderKey FROM ${source}
     WHERE ${conditions.map((condition) => condition.text).join(' AND ')} AND item.deletedAt IS NULL
     ORDER BY ${key === undefined ? '' : `${key} ${direction}, `}${idColumn} ${direction} LIMIT ?`,
    ...parameters,
    query.limit,
  );
}

const indexKey = (column: Column): string => (column.name === 'ID' ? 'item.id' : 'index_value.value');

/** Ties are settled by id, in the same direction, so that one index serves both. */
function afterSql(
  after: { readonly id: number; readonly key?: Comparable },
  key: string | undefined,
  descending: boolean,
): Sql {
  const beyond = descending ? '<' : '>';
  if (key === undefined || after.key === undefined) return { text: `item.id ${beyond} ?`, parameters: [after.id] };
  return { text: `(${key}, item.id) ${beyond} (?, ?)`, parameters: [after.key, after.id] };
}

const hasIndex = (column: Column): boolean => column.definition.indexed;

function checkIndexes(context: QueryContext, query: ItemQuery, orderColumn: Column | undefined): void {
  const used = [...(query.filter === undefined ? [] : columnsIn(context, query.filter)), orderColumn];
  for (const column of used) {
    if (column === undefined || hasIndex(column) || query.nonIndexedAllowed) continue;
    throw invalidRequest(
      `Field '${column.name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
    );
  }
  if (context.list.itemCount <= viewThreshold) return;
  if (orderColumn !== undefined && !hasIndex(orderColumn)) throw tooManyResources();
  if (query.filter === undefined) return;
  const driving = drivingClause(context, query.filter);
  if (driving === undefined && columnsIn(context, query.filter).length > 0) throw tooManyResources();
  if (driving === undefined) return;
  const matches = context.database.one<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM item WHERE item.listKey = ? AND item.deletedAt IS NULL
       AND ${driving.text} LIMIT ${String(viewThreshold + 1)})`,
    context.list.key,
    ...driving.parameters,
  );
  if ((matches?.count ?? 0) > viewThreshold) throw tooManyResources();
}

function columnsIn(context: QueryContext, filter: Filter): Column[] {
  if (filter.kind !== 'compare') return filter.parts.flatMap((part) => columnsIn(context, part));
  const column = columnFor(context, filter.field);
  return column === undefined ? [] : [column];
}

/** The first clause as a look-up in indexes, or undefined when it has none to use. */
function drivingClause(context: QueryContext, filter: Filter): Sql | undefined {
  if (filter.kind === 'and') {
    const first = filter.parts[0];
    return first === undefined ? undefined : drivingClause(context, first);
  }
  if (filter.kind === 'or') {
    const parts = filter.parts.map((part) => drivingClause(context, part));
    return parts.every((part) => part !== undefined) ? join(parts, ' OR ') : undefined;
  }
  const column = columnFor(context, filter.field);
  if (column === undefined || !hasIndex(column)) return undefined;
  if (column.name === 'ID') return compareSql(context, column, 'item.id', filter);
  const inner = compareSql(context, column, 'index_value.value', filter);
  return {
    text: `item.id IN (SELECT itemId FROM index_value WHERE index_value.columnKey = ? AND ${inner.text})`,
    parameters: [column.key, ...inner.parameters],
  };
}

function whereSql(context: QueryContext, filter: Filter): Sql {
  if (filter.kind !== 'compare') {
    const parts = filter.parts.map((part) => whereSql(context, part));
    return join(parts, filter.kind === 'and' ? ' AND ' : ' OR ');
  }
  const column = columnFor(context, filter.field);
  // Filtering on the value of a lookup instead of its id silently filters nothing (docs#2351).
  if (column === undefined) return { text: 'TRUE', parameters: [] };
  return compareSql(context, column, comparableSql(column), filter);
}

const sqlOperators = { eq: '=', ne: '<>', lt: '<', gt: '>', le: '<=', ge: '>=' } as const;

function compareSql(context: QueryContext, column: Column, expression: string, filter: Comparison): Sql {
  const unset = unsetOf(column);
  if (filter.operator === 'startswith') {
    if (isNumeric(column) || typeof filter.value !== 'string') throw invalidRequest('Invalid filter clause');
    const prefix = foldText(filter.value);
    if (prefix === '') return { text: `${expression} <> ''`, parameters: [] };
    // A range, so that an index serves it; U+10FFFF sorts after every text that continues the prefix.
    return { text: `${expression} >= ? AND ${expression} < ?`, parameters: [prefix, `${prefix}\u{10FFFF}`] };
  }
  const value = filter.value === null ? unset : literalFor(context, column, filter.value);
  const text = `${expression} ${sqlOperators[filter.operator]} ?`;
  // An unset value is smaller than every other, yet it is not "less than" anything.
  const needsValue = filter.operator === 'lt' || filter.operator === 'le';
  return needsValue
    ? { text: `(${text} AND ${expression} <> ?)`, parameters: [value, unset] }
    : { text, parameters: [value] };
}

/** A boolean is filtered with `eq 1` in practice, a number now and then with quotes (`graph.md` 6). */
function literalFor(context: QueryContext, column: Column, value: string | number | boolean): Comparable {
  if (isNumeric(column)) {
    const number = value === 'true' ? 1 : value === 'false' ? 0 : Number(value);
    if (value === '' || Number.isNaN(number)) throw invalidRequest('Invalid filter clause');
    return number;
  }
  if (column.kind !== 'dateTime') return foldText(String(value));
  const time = parseDateValue(String(value), context.timeZone);
  if (time === undefined) throw invalidRequest('Invalid filter clause');
  return time;
}

/** @returns undefined for the value of a lookup, on which nothing is filtered */
function columnFor(context: QueryContext, field: string): Column | undefined {
  if (field.startsWith('_')) throw unknownField(field);
  const wanted = field.toLowerCase() === 'id' ? 'ID' : field;
  const column = context.columns.find((one) => one.name === wanted);
  if (column?.kind === 'person' || column?.kind === 'lookup') return undefined;
  if (column !== undefined) {
    if (!isComparable(column))
      throw invalidRequest(`The field '${column.name}' cannot be used in the query filter expression.`);
    return column;
  }
  const lookup = context.columns.find(
    (one) => (one.kind === 'person' || one.kind === 'lookup') && `${one.name}LookupId` === field,
  );
  if (lookup === undefined) throw unknownField(field);
  return lookup;
}

function join(parts: readonly Sql[], separator: string): Sql {
  return {
    text: `(${parts.map((part) => part.text).join(separator)})`,
    parameters: parts.flatMap((part) => part.parameters),
  };
}
