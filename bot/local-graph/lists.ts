/** Lists of a site: `/sites/{site}/lists` (`graph.md` 1.2). */
import { builtInColumns } from './built-in-columns.ts';
import { addColumn, showColumn } from './columns.ts';
import { badArgument, invalidRequest, nameAlreadyExists } from './errors.ts';
import { created, noContent, ok, type GraphReply } from './exchange.ts';
import { toGraphTime } from './graph-time.ts';
import { parseListFilter } from './item-filter.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { findListByTitle, insertList, removeList, renameList, type List } from './list-store.ts';
import { expansionOf } from './query-options.ts';
import { commit, type ListScope, type SiteScope } from './scope.ts';
import { siteId, siteUrl } from './sites.ts';

const templates = [
  'documentLibrary',
  'genericList',
  'task',
  'survey',
  'announcements',
  'contacts',
  'events',
  'links',
  'issueTracking',
  'discussionBoard',
  'pictureLibrary',
];

export function listLists(scope: SiteScope): GraphReply {
  const { query } = scope.request;
  const wanted = query.filter === undefined ? undefined : parseListFilter(query.filter).toLowerCase();
  const lists = scope.services.database
    .all<List>('SELECT * FROM list WHERE siteKey = ? ORDER BY key', scope.site.key)
    // System lists are shown only to those who select `system`.
    .filter((list) => list.isSystem === 0 || query.select?.includes('system') === true)
    .filter((list) => wanted === undefined || list.displayName.toLowerCase() === wanted);
  return ok({
    '@odata.context': `${scope.request.base}/$metadata#sites('${scope.site.hostname}')/lists`,
    value: lists.map((list) => showList({ ...scope, list })),
  });
}

export function getList(scope: ListScope): GraphReply {
  return ok({ '@odata.context': contextOf(scope), ...showList(scope) });
}

/** @throws GraphFailure 400 for `name` or an unknown template, 409 for a title that is taken */
export function createList(scope: SiteScope): GraphReply {
  const { body } = scope.request;
  if (!isJsonObject(body)) throw badArgument();
  if (body['name'] !== undefined) {
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  }
  const displayName = readTitle(body);
  const facet = body['list'] ?? {};
  const template = isJsonObject(facet) ? (facet['template'] ?? 'genericList') : undefined;
  if (typeof template !== 'string' || !templates.includes(template)) throw badArgument();
  const columns = body['columns'] ?? [];
  if (!Array.isArray(columns)) throw badArgument();

  const list = commit(scope, () => {
    requireFreeTitle(scope, displayName);
    const made = insertList(scope.services.database, {
      siteKey: scope.site.key,
      id: scope.services.newId(),
      displayName,
      description: typeof body['description'] === 'string' ? body['description'] : '',
      template,
      isSystem: false,
      at: toGraphTime(scope.services.now()),
      createdBy: scope.identities.identify(scope.site, scope.request.caller).key,
      contentTypeId: `0x0100${scope.services.newId().replaceAll('-', '').toUpperCase()}`,
    });
    for (const definition of builtInColumns) scope.columns.insert(made.key, scope.services.newId(), definition);
    for (const column of columns) addColumn(scope, made, column);
    return made;
  });
  return created({ '@odata.context': contextOf(scope), ...showList({ ...scope, list }) });
}

export function updateList(scope: ListScope): GraphReply {
  const { body } = scope.request;
  if (!isJsonObject(body)) throw badArgument();
  const displayName = body['displayName'] === undefined ? scope.list.displayName : readTitle(body);
  const description = typeof body['description'] === 'string' ? body['description'] : scope.list.description;
  const list = commit(scope, () => {
    if (displayName.toLowerCase() !== scope.list.displayName.toLowerCase()) requireFreeTitle(scope, displayName);
    const at = toGraphTime(scope.services.now());
    return renameList(scope.services.database, scope.list, { displayName, description, at });
  });
  return ok({ '@odata.context': contextOf(scope), ...showList({ ...scope, list }) });
}

export function deleteList(scope: ListScope): GraphReply {
  if (scope.list.isSystem !== 0) throw invalidRequest('This list cannot be deleted');
  commit(scope, () => {
    removeList(scope.services.database, scope.list);
    scope.columns.forget();
  });
  return noContent;
}

function showList(scope: ListScope): JsonObject {
  const { list, site, request } = scope;
  const isLibrary = list.template === 'documentLibrary' || list.template === 'pictureLibrary';
  const etag = `"${list.id},${String(list.version)}"`;
  const shown: JsonObject = {
    createdDateTime: list.createdAt,
    description: list.description,
    eTag: etag,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    name: list.name,
    webUrl: `${siteUrl(site)}/${isLibrary ? '' : 'Lists/'}${encodeURIComponent(list.name)}`,
    displayName: list.displayName,
    ...(list.createdBy === null ? {} : { createdBy: scope.identities.read(list.createdBy).shown }),
    parentReference: { siteId: siteId(site) },
    list: { contentTypesEnabled: false, hidden: list.isSystem !== 0, template: list.template },
    ...(list.isSystem === 0 ? {} : { system: {} }),
  };
  const { select } = request.query;
  const kept =
    select === undefined
      ? shown
      : Object.fromEntries(Object.entries(shown).filter(([name]) => name === 'id' || select.includes(name)));
  const expansion = expansionOf(request.query, 'columns');
  const columns = expansion && scope.columns.columnsOf(list.key).map((column) => showColumn(column, expansion.select));
  return { '@odata.etag': etag, ...kept, ...(columns === undefined ? {} : { columns }) };
}

function readTitle(body: JsonObject): string {
  const title = body['displayName'];
  if (typeof title !== 'string' || title.trim() === '' || title.length > 255) throw badArgument();
  return title.trim();
}

function requireFreeTitle(scope: SiteScope, displayName: string): void {
  if (findListByTitle(scope.services.database, scope.site.key, displayName) === undefined) return;
  throw nameAlreadyExists('The specified name is already in use.');
}

const contextOf = ({ request, site }: SiteScope): string =>
  `${request.base}/$metadata#sites('${site.hostname}')/lists/$entity`;
