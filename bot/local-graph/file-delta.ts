/**
 * Changes of a document library since a token: `/drives/{drive}/root/delta` (`graph.md` 3). Files take their numbers from
 * the same counter as the items of a list; a whole walk begins with the root folder, and a deleted file is a tombstone
 * without a name.
 */
import { mergeOptions, readToken, tokenAt } from './delta.ts';
import { formatDeltaToken, type DeltaToken } from './delta-token.ts';
import { invalidRequest } from './errors.ts';
import { ok, type GraphReply } from './exchange.ts';
import { changedFiles, type FileChange } from './file-store.ts';
import { driveId, parentOf, rootId, showFile } from './files.ts';
import type { JsonObject } from './json.ts';
import { pageSizeOf } from './paging.ts';
import type { ListScope } from './scope.ts';

/** @throws GraphFailure 400 for a malformed token, 410 for an expired one */
export function listFileChanges(scope: ListScope): GraphReply {
  const { request, list } = scope;
  for (const name of ['filter', 'orderby', 'search']) {
    if (request.query.raw.has(name)) throw invalidRequest(`The query option '$${name}' is not supported on delta`);
  }
  const text = request.query.token ?? request.query.skiptoken;
  if (text === 'latest') return reply(scope, [], true, tokenAt(scope, list.lastChange, request.query));
  const isWhole = text === undefined || text === '';
  const token = isWhole
    ? { ...tokenAt(scope, 0, request.query), hideDeletedUpTo: list.lastChange }
    : readToken(scope, text, address(scope));
  return walk(scope, token, isWhole);
}

function walk(scope: ListScope, token: DeltaToken, isWhole: boolean): GraphReply {
  const query = mergeOptions(token, scope.request.query);
  const limit = pageSizeOf(query);
  const rows = changedFiles(scope.services.database, scope.list, token.after, token.hideDeletedUpTo, limit + 1);
  const page = rows.slice(0, limit);
  const isLast = rows.length <= limit;
  const after = isLast ? scope.list.lastChange : (page.at(-1)?.change ?? token.after);
  const value = page.map((change) =>
    change.file === undefined ? tombstone(scope, change) : showFile(scope, change.file),
  );
  return reply(scope, isWhole ? [root(scope), ...value] : value, isLast, {
    ...tokenAt(scope, after, query),
    hideDeletedUpTo: isLast ? 0 : token.hideDeletedUpTo,
  });
}

function reply(scope: ListScope, value: readonly JsonObject[], isLast: boolean, token: DeltaToken): GraphReply {
  return ok({
    '@odata.context': `${scope.request.base}/$metadata#Collection(driveItem)`,
    value,
    [isLast ? '@odata.deltaLink' : '@odata.nextLink']: `${address(scope)}?token=${formatDeltaToken(token)}`,
  });
}

const address = ({ request, list }: ListScope): string => `${request.base}/drives/${driveId(list)}/root/delta`;

const root = (scope: ListScope): JsonObject => ({
  id: rootId(scope.list),
  name: 'root',
  root: {},
  folder: {},
  size: 0,
  parentReference: { driveId: driveId(scope.list), driveType: 'documentLibrary' },
});

const tombstone = (scope: ListScope, { id, guid }: FileChange): JsonObject => ({
  id,
  size: 0,
  cTag: `"c:{${guid.toUpperCase()}},-1"`,
  parentReference: parentOf(scope),
  deleted: { state: 'deleted' },
});
