/** From method and path to a resource. Routes are data: a new resource is a file and a few lines here. */
import { requireRole, type SiteRole } from './caller.ts';
import { createColumn, deleteColumn, getColumn, listColumns, updateColumn } from './columns.ts';
import { listChanges } from './delta.ts';
import { badRequest, GraphFailure } from './errors.ts';
import type { GraphReply, GraphRequest } from './exchange.ts';
import { listFileChanges } from './file-delta.ts';
import * as files from './files.ts';
import { changeFields, changeItem, createItem, getFields, getItem, listItems, removeItem } from './items.ts';
import { findList, findListAnywhere, requireListByKey, type List } from './list-store.ts';
import { createList, deleteList, getList, listLists, updateList } from './lists.ts';
import { createPermission, deletePermission, getPermission, listPermissions, updatePermission } from './permissions.ts';
import type { ListScope, SiteScope, Stores } from './scope.ts';
import { findSite, getSite, listSites, requireSiteByKey } from './sites.ts';
import { createUploadSession, endSession, putFragment, requireSession, showSession } from './upload-sessions.ts';
import { getUser, listUsers } from './users.ts';
import { getVersion, getVersionFields, listVersions, restoreVersion } from './versions.ts';

interface Route<Scope> {
  readonly method: string;
  /** Segments; `*` takes any one, and is handed to `answer` in order. */
  readonly path: string;
  readonly role: SiteRole;
  readonly answer: (scope: Scope, ...segments: string[]) => GraphReply;
}

const siteRoutes: readonly Route<SiteScope>[] = [
  { method: 'GET', path: '', role: 'read', answer: ({ site, request }) => getSite(site, request) },
  { method: 'GET', path: 'lists', role: 'read', answer: listLists },
  { method: 'POST', path: 'lists', role: 'manage', answer: createList },
  { method: 'GET', path: 'permissions', role: 'fullControl', answer: listPermissions },
  { method: 'POST', path: 'permissions', role: 'fullControl', answer: createPermission },
  { method: 'GET', path: 'permissions/*', role: 'fullControl', answer: getPermission },
  { method: 'PATCH', path: 'permissions/*', role: 'fullControl', answer: updatePermission },
  { method: 'DELETE', path: 'permissions/*', role: 'fullControl', answer: deletePermission },
];

/** Below `/lists/{list}`. */
const listRoutes: readonly Route<ListScope>[] = [
  { method: 'GET', path: '', role: 'read', answer: getList },
  { method: 'PATCH', path: '', role: 'manage', answer: updateList },
  { method: 'DELETE', path: '', role: 'manage', answer: deleteList },
  { method: 'GET', path: 'columns', role: 'read', answer: listColumns },
  { method: 'POST', path: 'columns', role: 'manage', answer: createColumn },
  { method: 'GET', path: 'columns/*', role: 'read', answer: getColumn },
  { method: 'PATCH', path: 'columns/*', role: 'manage', answer: updateColumn },
  { method: 'DELETE', path: 'columns/*', role: 'manage', answer: deleteColumn },
  { method: 'GET', path: 'items', role: 'read', answer: listItems },
  { method: 'POST', path: 'items', role: 'write', answer: createItem },
  { method: 'GET', path: 'items/delta', role: 'read', answer: listChanges },
  { method: 'GET', path: 'items/delta()', role: 'read', answer: listChanges },
  { method: 'GET', path: 'items/*', role: 'read', answer: getItem },
  { method: 'PATCH', path: 'items/*', role: 'write', answer: changeItem },
  { method: 'DELETE', path: 'items/*', role: 'write', answer: removeItem },
  { method: 'GET', path: 'drive', role: 'read', answer: files.getDrive },
  { method: 'GET', path: 'items/*/fields', role: 'read', answer: getFields },
  { method: 'PATCH', path: 'items/*/fields', role: 'write', answer: changeFields },
  { method: 'GET', path: 'items/*/versions', role: 'read', answer: listVersions },
  { method: 'GET', path: 'items/*/versions/*', role: 'read', answer: getVersion },
  { method: 'GET', path: 'items/*/versions/*/fields', role: 'read', answer: getVersionFields },
  { method: 'POST', path: 'items/*/versions/*/restoreVersion', role: 'write', answer: restoreVersion },
];

/** Below `/drives/{drive}`; what stands between colons is one segment (`root:`, name, `content`). */
const driveRoutes: readonly Route<ListScope>[] = [
  { method: 'GET', path: '', role: 'read', answer: files.getDrive },
  { method: 'GET', path: 'root/children', role: 'read', answer: files.listFiles },
  { method: 'GET', path: 'root/delta', role: 'read', answer: listFileChanges },
  { method: 'GET', path: 'root:/*', role: 'read', answer: files.getFileByName },
  { method: 'PUT', path: 'root:/*/content', role: 'write', answer: files.putContentByName },
  { method: 'POST', path: 'root:/*/createUploadSession', role: 'write', answer: createUploadSession },
  { method: 'GET', path: 'items/*', role: 'read', answer: files.getFile },
  { method: 'PATCH', path: 'items/*', role: 'write', answer: files.renameFile },
  { method: 'DELETE', path: 'items/*', role: 'write', answer: files.deleteFile },
  { method: 'GET', path: 'items/*/content', role: 'read', answer: files.getContent },
  { method: 'PUT', path: 'items/*/content', role: 'write', answer: files.putContent },
  { method: 'GET', path: 'items/*/versions', role: 'read', answer: files.listFileVersions },
  { method: 'GET', path: 'items/*/versions/*/content', role: 'read', answer: files.getVersionContent },
  { method: 'POST', path: 'items/*/versions/*/restoreVersion', role: 'write', answer: files.restoreFileVersion },
];

/** @throws GraphFailure for every refusal */
export function route(stores: Stores, request: GraphRequest): GraphReply {
  const path = request.path.replace(/\/+$/, '');
  const segments = path.split('/').slice(1);
  if (segments[0] === 'users' && request.method === 'GET' && segments.length <= 2) {
    const id = segments[1];
    return id === undefined ? listUsers(stores.services, request) : getUser(stores.services, request, decode(id));
  }
  if (segments[0] === 'drives') return routeDrive(stores, request, segments.slice(1));
  if (segments[0] === 'local-upload') return routeUpload(stores, request, segments[1] ?? '');
  if (segments[0] === 'local-download') return routeDownload(stores, request, segments.slice(1));
  if (segments[0] !== 'sites') throw noSuchSegment(segments[0] ?? '');
  if (segments.length === 1 && request.method === 'GET') {
    requireRole(request.caller, 'read');
    return listSites(stores.services, request);
  }
  return routeSite(stores, request, path.slice('/sites/'.length));
}

/** `{id}`, `{host}:/{path}`, `{host}:/{path}:/…`, `{id}/getByPath(path='…')` (`graph.md` 1.1). */
function routeSite(stores: Stores, request: GraphRequest, rest: string): GraphReply {
  const byPath = /^([^/:]+):\/([^:]*?)(?::(?:\/(.*))?)?$/.exec(decodeColons(rest));
  const byCall = /^([^/]+)\/getByPath\(path='([^']*)'\)(?:\/(.*))?$/i.exec(decodeQuotes(rest));
  const plain = /^([^/:]+)(?:\/(.*))?$/.exec(rest);
  const found = byPath ?? byCall;
  const address = decode((found ?? plain)?.[1] ?? '');
  if (address === '') throw noSuchSegment(rest);
  // Without any grant not even the existence of a site is told.
  requireRole(request.caller, 'read');
  const site = findSite(stores.services.database, address, found === null ? undefined : decode(found[2] ?? ''));
  const below = (found === null ? plain?.[2] : found[3]) ?? '';
  const scope = { ...stores, site, request };
  const [first, listId, ...inList] = below.split('/');
  if (first !== 'lists' || listId === undefined) return dispatch(siteRoutes, scope, below);
  const list = findList(stores.services.database, site, decode(listId));
  const delta = /^items\/delta\(token='(.*)'\)$/.exec(decodeQuotes(inList.join('/')));
  if (delta === null) return dispatch(listRoutes, { ...scope, list }, inList.join('/'));
  const query = { ...request.query, token: decode(delta[1] ?? '') };
  return dispatch(listRoutes, { ...scope, list, request: { ...request, query } }, 'items/delta()');
}

function routeDrive(stores: Stores, request: GraphRequest, [drive = '', ...rest]: readonly string[]): GraphReply {
  requireRole(request.caller, 'read');
  const list = findListAnywhere(stores.services.database, decode(drive).replace(/^b!/, ''));
  if (list === undefined) throw new GraphFailure(404, 'itemNotFound', 'The drive was not found');
  const scope = listScope(stores, request, list);
  if (!files.isLibrary(scope)) throw new GraphFailure(404, 'itemNotFound', 'The drive was not found');
  // `root:/name:/content` → `root:`, `name`, `content`.
  return dispatch(driveRoutes, scope, decodeColons(rest.join('/')).replace(/(?<!root):(?=\/|$)/, ''));
}

function routeUpload(stores: Stores, request: GraphRequest, id: string): GraphReply {
  const session = requireSession(stores, id);
  const scope = listScope(stores, request, requireListByKey(stores.services.database, session.listKey));
  if (request.method === 'PUT') return putFragment(scope, session);
  return request.method === 'DELETE' ? endSession(scope, session) : showSession(session);
}

function routeDownload(stores: Stores, request: GraphRequest, [listId = '', ...file]: readonly string[]): GraphReply {
  const list = findListAnywhere(stores.services.database, listId);
  if (list === undefined) throw new GraphFailure(404, 'itemNotFound', 'The file was not found');
  return files.download(listScope(stores, request, list), file[0] ?? '', file[1] ?? '');
}

function listScope(stores: Stores, request: GraphRequest, list: List): ListScope {
  return { ...stores, request, list, site: requireSiteByKey(stores.services.database, list.siteKey) };
}

function dispatch<Scope extends SiteScope>(routes: readonly Route<Scope>[], scope: Scope, path: string): GraphReply {
  const given = path === '' ? [''] : path.split('/').map(decode);
  const { method, caller } = scope.request;
  const matching = routes.filter((one) => matches(one.path.split('/'), given));
  // A literal segment wins over `*`: `items/delta` is not an item.
  const found = matching.find((one) => one.method === method);
  if (found === undefined) {
    if (matching.length > 0) throw new GraphFailure(405, 'notAllowed', `The method ${method} is not allowed here`);
    throw noSuchSegment(given.at(-1) ?? '');
  }
  requireRole(caller, found.role);
  const wildcards = given.filter((_, index) => found.path.split('/')[index] === '*');
  return found.answer(scope, ...wildcards);
}

const matches = (pattern: readonly string[], given: readonly string[]): boolean =>
  pattern.length === given.length && pattern.every((part, index) => part === '*' || part === given[index]);

const noSuchSegment = (segment: string): GraphFailure =>
  badRequest(`Resource not found for the segment '${decode(segment)}'.`);

const decodeColons = (text: string): string => text.replace(/%3a/gi, ':');
const decodeQuotes = (text: string): string =>
  text.replace(/%27/g, "'").replace(/%28/g, '(').replace(/%29/g, ')').replace(/%3d/gi, '=');

/** @throws GraphFailure 400 when the percent-encoding is broken */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    if (cause instanceof URIError) throw badRequest('The request URI is not valid.');
    throw cause;
  }
}
