/** Columns of a list: `/lists/{list}/columns` (`graph.md` 1.3). */
import { builtInNames, maximumIndexes } from './built-in-columns.ts';
import { changeColumn, parseNewColumn, type ColumnDefinition } from './column-definition.ts';
import type { Column } from './column-store.ts';
import { invalidRequest, itemNotFound } from './errors.ts';
import { created, noContent, ok, type GraphReply } from './exchange.ts';
import { isIndexed, rebuildIndex } from './item-store.ts';
import type { JsonObject } from './json.ts';
import { columnsOf, commit, listUrl, type ListScope, type Stores } from './scope.ts';
import type { List } from './list-store.ts';

/** Graph leaves these out of what it shows, so such a column has no facet (microsoft-graph-toolkit#1614). */
const hiddenFacets = ['hyperlinkOrPicture', 'term', 'validation', 'type', 'thumbnail', 'geolocation'];
/** Built-in columns that may get an index. */
const indexableBuiltIns = ['Title', 'Created', 'Modified'];

export function showColumn(column: Column, select?: readonly string[]): JsonObject {
  const shown = Object.entries(column.definition).filter(
    ([name]) => !hiddenFacets.includes(name) && (select === undefined || select.includes(name)),
  );
  return { ...Object.fromEntries(shown), id: column.id };
}

export function listColumns(scope: ListScope): GraphReply {
  return ok({
    '@odata.context': `${listUrl(scope)}/columns`,
    value: columnsOf(scope).map((column) => showColumn(column, scope.request.query.select)),
  });
}

export function getColumn(scope: ListScope, id: string): GraphReply {
  return ok({ '@odata.context': `${listUrl(scope)}/columns/$entity`, ...showColumn(requireColumn(scope, id)) });
}

export function createColumn(scope: ListScope): GraphReply {
  const column = commit(scope, () => addColumn(scope, scope.list, scope.request.body));
  return created({ '@odata.context': `${listUrl(scope)}/columns/$entity`, ...showColumn(column) });
}

/** Inside a transaction. @throws GraphFailure 400, 500 */
export function addColumn(stores: Stores, list: List, body: unknown): Column {
  const parsed = parseNewColumn(body);
  const columns = stores.columns.columnsOf(list.key);
  const definition = { ...parsed, name: freeName(columns, parsed.name) };
  requireRoomForIndex(columns, definition);
  const column = stores.columns.insert(list.key, stores.services.newId(), definition);
  rebuildIndex(stores.services.database, column);
  return column;
}

export function updateColumn(scope: ListScope, id: string): GraphReply {
  const changed = commit(scope, () => {
    const column = requireColumn(scope, id);
    const definition = changeColumn(column.definition, scope.request.body);
    if (builtInNames.has(column.name) && definition.indexed !== column.definition.indexed) {
      if (!indexableBuiltIns.includes(column.name)) throw invalidRequest('This field type cannot be indexed');
    }
    requireRoomForIndex(
      columnsOf(scope).filter((other) => other.key !== column.key),
      definition,
    );
    const updated = scope.columns.update(column, definition);
    const indexChanged =
      isIndexed(updated) !== isIndexed(column) ||
      updated.definition.enforceUniqueValues !== column.definition.enforceUniqueValues;
    if (indexChanged) rebuildIndex(scope.services.database, updated);
    return updated;
  });
  return ok({ '@odata.context': `${listUrl(scope)}/columns/$entity`, ...showColumn(changed) });
}

export function deleteColumn(scope: ListScope, id: string): GraphReply {
  commit(scope, () => {
    const column = requireColumn(scope, id);
    if (builtInNames.has(column.name)) throw invalidRequest('This field cannot be deleted');
    scope.services.database.run('DELETE FROM index_value WHERE columnKey = ?', column.key);
    scope.columns.remove(column);
  });
  return noContent;
}

/** By id or by internal name. */
function requireColumn(scope: ListScope, id: string): Column {
  const columns = columnsOf(scope);
  const column = columns.find((one) => one.id === id.toLowerCase()) ?? columns.find((one) => one.name === id);
  if (column === undefined) throw itemNotFound();
  return column;
}

/** A name that is taken, by a built-in column or another, gets a digit: `Author` → `Author0`. Read back what it became. */
function freeName(columns: readonly Column[], name: string): string {
  const taken = new Set(columns.map((column) => column.name.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  for (let digit = 0; ; digit += 1) {
    const candidate = `${name}${String(digit)}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function requireRoomForIndex(others: readonly Column[], definition: ColumnDefinition): void {
  if (!definition.indexed || definition.name === 'ID') return;
  if (others.filter(isIndexed).length >= maximumIndexes) {
    throw invalidRequest(`The maximum number of indexed columns, ${String(maximumIndexes)}, has been reached`);
  }
}
