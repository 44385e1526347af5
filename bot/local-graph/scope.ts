/** What a request is about, once its address has been resolved. */
import type { Column, ColumnStore } from './column-store.ts';
import { GraphFailure, invalidRequest } from './errors.ts';
import type { GraphRequest, GraphServices } from './exchange.ts';
import type { FieldViewContext } from './field-view.ts';
import type { FieldRules } from './field-values.ts';
import { toGraphTime } from './graph-time.ts';
import type { IdentityStore } from './identities.ts';
import type { ItemRow, WriteContext } from './item-store.ts';
import { etagOf } from './item-view.ts';
import type { List } from './list-store.ts';
import { siteId, type Site } from './sites.ts';

export interface Stores {
  readonly services: GraphServices;
  readonly columns: ColumnStore;
  readonly identities: IdentityStore;
}

export interface SiteScope extends Stores {
  readonly site: Site;
  readonly request: GraphRequest;
}

export interface ListScope extends SiteScope {
  readonly list: List;
}

export const columnsOf = (scope: ListScope): readonly Column[] => scope.columns.columnsOf(scope.list.key);

export const listUrl = ({ request, site, list }: ListScope): string =>
  `${request.base}/sites/${siteId(site)}/lists/${list.id}`;

export function viewContext(scope: ListScope): FieldViewContext & { readonly site: Site } {
  return {
    database: scope.services.database,
    identities: scope.identities,
    list: scope.list,
    columns: columnsOf(scope),
    userList: () => scope.identities.userList(scope.site),
    site: scope.site,
  };
}

export function writeContext(scope: ListScope): WriteContext {
  return {
    database: scope.services.database,
    list: scope.list,
    columns: columnsOf(scope),
    identity: scope.identities.identify(scope.site, scope.request.caller).key,
    at: toGraphTime(scope.services.now()),
  };
}

export function fieldRules(scope: ListScope): FieldRules {
  return {
    columns: columnsOf(scope),
    timeZone: scope.services.timeZone,
    hyperlinksAllowed: prefers(scope.request.headers, 'apiversion=2.1'),
  };
}

/** Runs writes as one commit. What was cached is forgotten when they are rolled back. */
export function commit<Result>(stores: Stores, work: () => Result): Result {
  try {
    return stores.services.database.transaction(work);
  } catch (cause) {
    stores.columns.forget();
    stores.identities.forget();
    throw cause;
  }
}

export function prefers(headers: Headers, preference: string): boolean {
  const given = (headers.get('prefer') ?? '').split(',').map((one) => one.trim().toLowerCase());
  return given.includes(preference.toLowerCase());
}

export const checkIfMatch = (headers: Headers, item: ItemRow): void => {
  checkEtag(headers, etagOf(item));
};

/** @throws GraphFailure 412 when `If-Match` names another version, 400 when it is not an eTag (`graph.md` 2.1) */
export function checkEtag(headers: Headers, current: string): void {
  const given = headers.get('if-match')?.trim();
  if (given === undefined || given === '' || given === '*') return;
  if (!/^(W\/)?".*"$/s.test(given)) throw invalidRequest('ETags must be quoted strings', 'malformedEntityTag');
  if (given.replace(/^W\//, '') === current) return;
  throw new GraphFailure(412, 'resourceModified', "ETag does not match current item's value", {
    innerCode: 'entityTagDoesNotMatch',
  });
}
