/** List items: `/lists/{list}/items` and `/items/{id}`, with `/fields` (`graph.md` 1.4, 1.5, 2.1). */
import { badArgument, invalidRequest, itemNotFound } from './errors.ts';
import { created, noContent, ok, type GraphReply } from './exchange.ts';
import { createFieldView } from './field-view.ts';
import { mergeContent, parseNewContent } from './field-values.ts';
import { parseFilter, parseOrderby } from './item-filter.ts';
import { findItems, type FoundItem } from './item-query.ts';
import { contentOf, deleteItem, findItem, insertItem, updateItem, type ItemRow } from './item-store.ts';
import { createItemView, stateOf } from './item-view.ts';
import { isJsonObject } from './json.ts';
import { continueLink, formatSkipToken, pageSizeOf, parseSkipToken, type PagePosition } from './paging.ts';
import {
  checkIfMatch,
  columnsOf,
  commit,
  fieldRules,
  listUrl,
  prefers,
  viewContext,
  writeContext,
  type ListScope,
} from './scope.ts';

/** @throws GraphFailure 404 */
export function requireItem(scope: ListScope, id: string): ItemRow {
  const item = findItem(scope.services.database, scope.list, id);
  if (item === undefined) throw itemNotFound();
  return item;
}

export function listItems(scope: ListScope): GraphReply {
  const { request, services, list } = scope;
  const { query } = request;
  if (query.search !== undefined) throw invalidRequest("The query option '$search' is not supported");
  const limit = pageSizeOf(query);
  const ordering = query.orderby === undefined ? undefined : parseOrderby(query.orderby);
  const after = query.skiptoken === undefined ? undefined : parseSkipToken(query.skiptoken);
  if (after !== undefined && (after.key === undefined) !== (ordering === undefined)) throw badArgument();
  const view = createItemView(viewContext(scope), query);
  const found = findItems(
    { database: services.database, list, columns: columnsOf(scope), timeZone: services.timeZone },
    {
      ...(query.filter === undefined ? {} : { filter: parseFilter(query.filter) }),
      ...(ordering === undefined ? {} : { ordering }),
      ...(after === undefined ? {} : { after }),
      nonIndexedAllowed: prefers(request.headers, 'HonorNonIndexedQueriesWarningMayFailRandomly'),
      limit: limit + 1,
    },
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const url = `${listUrl(scope)}/items`;
  return ok({
    '@odata.context': `${request.base}/$metadata#sites('${scope.site.hostname}')/lists('${list.id}')/items`,
    value: page.map(view),
    ...(found.length > limit && last !== undefined
      ? {
          '@odata.nextLink': continueLink(url, query, { name: '$skiptoken', value: formatSkipToken(positionOf(last)) }),
        }
      : {}),
  });
}

const positionOf = (item: FoundItem): PagePosition =>
  item.orderKey === null ? { id: item.id } : { id: item.id, key: item.orderKey };

export function createItem(scope: ListScope): GraphReply {
  const { body } = scope.request;
  if (!isJsonObject(body)) throw badArgument();
  const item = commit(scope, () =>
    insertItem(writeContext(scope), scope.services.newId(), parseNewContent(body['fields'] ?? {}, fieldRules(scope))),
  );
  return created(showWithFields(scope, item));
}

export function getItem(scope: ListScope, id: string): GraphReply {
  const item = requireItem(scope, id);
  return ok({ '@odata.context': contextOf(scope), ...createItemView(viewContext(scope), scope.request.query)(item) });
}

export function getFields(scope: ListScope, id: string): GraphReply {
  const item = requireItem(scope, id);
  const view = createFieldView(viewContext(scope), scope.request.query.select);
  return ok({ '@odata.context': fieldsContextOf(scope, id), ...view(stateOf(item)) });
}

/** `PATCH …/items/{id}/fields`: the answer is the field values alone. */
export function changeFields(scope: ListScope, id: string): GraphReply {
  const changed = change(scope, id, scope.request.body);
  const view = createFieldView(viewContext(scope), undefined);
  return ok({ '@odata.context': fieldsContextOf(scope, id), ...view(stateOf(changed)) });
}

/** `PATCH …/items/{id}` with `{"fields":{…}}`. */
export function changeItem(scope: ListScope, id: string): GraphReply {
  const { body } = scope.request;
  if (!isJsonObject(body)) throw badArgument();
  return ok(showWithFields(scope, change(scope, id, body['fields'] ?? {})));
}

export function removeItem(scope: ListScope, id: string): GraphReply {
  commit(scope, () => {
    const item = requireItem(scope, id);
    checkIfMatch(scope.request.headers, item);
    deleteItem(writeContext(scope), item);
  });
  return noContent;
}

/** Every change makes a version, even one that changes no value (docs#4909). */
function change(scope: ListScope, id: string, fields: unknown): ItemRow {
  return commit(scope, () => {
    const item = requireItem(scope, id);
    checkIfMatch(scope.request.headers, item);
    return updateItem(writeContext(scope), item, mergeContent(contentOf(item), fields, fieldRules(scope)));
  });
}

function showWithFields(scope: ListScope, item: ItemRow) {
  return {
    '@odata.context': contextOf(scope),
    ...createItemView(viewContext(scope), { expand: [{ name: 'fields' }] })(item),
  };
}

const contextOf = (scope: ListScope): string =>
  `${scope.request.base}/$metadata#sites('${scope.site.hostname}')/lists('${scope.list.id}')/items/$entity`;

const fieldsContextOf = (scope: ListScope, id: string): string =>
  `${scope.request.base}/$metadata#sites('${scope.site.hostname}')/lists('${scope.list.id}')/items('${id}')/fields/$entity`;
