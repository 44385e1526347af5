/**
 * Changes of a list since a token: `/items/delta`, `delta()`, `delta(token='…')`, `?token=…` (`graph.md` 3).
 *
 * Every create, update and delete takes the next number of its list, and an item carries the number of its last
 * change; a walk is therefore "items above a number, in order of numbers". An item that changes during a walk moves to
 * its end and occurs twice, as in SharePoint. A full enumeration leaves out what was deleted before it began.
 */
import { GraphFailure, invalidRequest } from './errors.ts';
import { ok, type GraphReply } from './exchange.ts';
import type { ItemRow } from './item-store.ts';
import { createItemView, showTombstone } from './item-view.ts';
import { formatDeltaToken, parseDeltaToken, type DeltaToken } from './delta-token.ts';
import { pageSizeOf } from './paging.ts';
import { parseQueryOptions, type QueryOptions } from './query-options.ts';
import { listUrl, viewContext, type ListScope } from './scope.ts';

const tokenLifetimeMs = 60 * 24 * 60 * 60 * 1000;
/** Options that a link carries on, so that its user need not repeat them. */
const carried = ['select', 'expand', 'top'];

/** @throws GraphFailure 400 for a malformed token, 410 for an expired one */
export function listChanges(scope: ListScope): GraphReply {
  const { request, list } = scope;
  for (const name of ['filter', 'orderby', 'search']) {
    if (request.query.raw.has(name)) throw invalidRequest(`The query option '$${name}' is not supported on delta`);
  }
  const text = request.query.token ?? request.query.skiptoken;
  if (text === 'latest') {
    return reply(scope, [], { deltaLink: true, token: tokenAt(scope, list.lastChange, request.query) });
  }
  const token = text === undefined || text === '' ? undefined : readToken(scope, text, `${listUrl(scope)}/items/delta`);
  return walk(scope, token ?? { ...tokenAt(scope, 0, request.query), hideDeletedUpTo: list.lastChange });
}

function walk(scope: ListScope, token: DeltaToken): GraphReply {
  const { services, list, site } = scope;
  const query = mergeOptions(token, scope.request.query);
  const limit = pageSizeOf(query);
  const rows = services.database.all<ItemRow>(
    `SELECT * FROM item WHERE listKey = ? AND change > ? AND (deletedAt IS NULL OR change > ?)
     ORDER BY change LIMIT ?`,
    list.key,
    token.after,
    token.hideDeletedUpTo,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const view = createItemView(viewContext(scope), query);
  const value = page.map((item) =>
    item.deletedAt === null ? view(item) : showTombstone(site, list.contentTypeId, item),
  );
  const more = rows.length > limit;
  const after = more ? (page.at(-1)?.change ?? token.after) : list.lastChange;
  return reply(scope, value, {
    deltaLink: !more,
    token: { ...tokenAt(scope, after, query), hideDeletedUpTo: more ? token.hideDeletedUpTo : 0 },
  });
}

function reply(
  scope: ListScope,
  value: readonly ReturnType<typeof showTombstone>[],
  link: { readonly deltaLink: boolean; readonly token: DeltaToken },
): GraphReply {
  const address = `${listUrl(scope)}/items/delta?token=${formatDeltaToken(link.token)}`;
  return ok({
    '@odata.context': `${scope.request.base}/$metadata#Collection(listItem)`,
    value,
    [link.deltaLink ? '@odata.deltaLink' : '@odata.nextLink']: address,
  });
}

export function tokenAt(scope: ListScope, after: number, query: QueryOptions): DeltaToken {
  return {
    list: scope.list.id,
    after,
    hideDeletedUpTo: 0,
    epoch: scope.list.tokenEpoch,
    issuedAt: scope.services.now().getTime(),
    options: [...query.raw].filter(([name]) => carried.includes(name)),
  };
}

/** What the request says anew wins over what the link remembers. */
export function mergeOptions(token: DeltaToken, given: QueryOptions): QueryOptions {
  const options = new Map([...token.options, ...[...given.raw].filter(([name]) => carried.includes(name))]);
  return parseQueryOptions(new URLSearchParams([...options]));
}

/** @param address where a walk begins anew. @throws GraphFailure 400 for a malformed token, 410 for an expired one */
export function readToken(scope: ListScope, text: string, address: string): DeltaToken {
  const token = parseDeltaToken(text);
  if (token === undefined || token.list !== scope.list.id || token.after > scope.list.lastChange) {
    throw invalidRequest('Provided sync token is malformed');
  }
  const age = scope.services.now().getTime() - token.issuedAt;
  if (token.epoch < scope.list.tokenEpoch || age > tokenLifetimeMs) {
    throw new GraphFailure(
      410,
      'resyncRequired',
      "Resync required. Replace any local items with the server's version (including deletes).",
      {
        innerCode: 'resyncChangesApplyDifferences',
        headers: { Location: address },
      },
    );
  }
  return token;
}
