/** Files of a document library: `/drives/{drive}/root…` and `/drives/{drive}/items/{id}…` (`graph.md` 2.2). */
import { GraphFailure, invalidRequest, itemNotFound } from './errors.ts';
import { created, noContent, ok, type GraphReply } from './exchange.ts';
import type { ConflictBehavior, FileRow, FileWrite } from './file-store.ts';
import {
  filesOf,
  fileVersions,
  findFileByName,
  giveName,
  putFile,
  removeFile,
  replaceContent,
  requireFile,
} from './file-store.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { continueLink, formatSkipToken, pageSizeOf, parseSkipToken } from './paging.ts';
import { checkEtag, commit, writeContext, type ListScope } from './scope.ts';
import { siteId, siteUrl } from './sites.ts';

export const driveId = (list: { readonly id: string }): string => `b!${list.id}`;

export function getDrive(scope: ListScope): GraphReply {
  if (!isLibrary(scope)) throw itemNotFound('The list is not a document library');
  const { list, site } = scope;
  return ok({
    id: driveId(list),
    driveType: 'documentLibrary',
    name: list.displayName,
    webUrl: `${siteUrl(site)}/${encodeURIComponent(list.name)}`,
  });
}

export const isLibrary = ({ list }: ListScope): boolean => list.template === 'documentLibrary';

export function listFiles(scope: ListScope): GraphReply {
  const { query } = scope.request;
  const size = pageSizeOf(query);
  const after = query.skiptoken === undefined ? 0 : parseSkipToken(query.skiptoken).id;
  const found = filesOf(scope.services.database, scope.list, after, size + 1);
  const page = found.slice(0, size);
  const last = page.at(-1);
  const url = `${scope.request.base}/drives/${driveId(scope.list)}/root/children`;
  const next =
    found.length > size && last !== undefined
      ? {
          '@odata.nextLink': continueLink(url, query, { name: '$skiptoken', value: formatSkipToken({ id: last.key }) }),
        }
      : {};
  return ok({ value: page.map((file) => showFile(scope, file)), ...next });
}

export function getFile(scope: ListScope, id: string): GraphReply {
  return ok(showFile(scope, requireFile(scope.services.database, scope.list, id)));
}

export function getFileByName(scope: ListScope, name: string): GraphReply {
  const file = findFileByName(scope.services.database, scope.list, name);
  if (file === undefined) throw itemNotFound('The resource could not be found.');
  return ok(showFile(scope, file));
}

/** @throws GraphFailure 400 for a bad name, 409 for a name that is taken, 412 for another version */
export function putContentByName(scope: ListScope, name: string): GraphReply {
  requireName(name);
  const behavior = parseBehavior(scope.request.parameters.get('@microsoft.graph.conflictBehavior') ?? 'replace');
  return commit(scope, () => {
    const existing = findFileByName(scope.services.database, scope.list, name);
    checkEtag(scope.request.headers, existing === undefined ? '' : etagOf(existing));
    const { file, isNew } = putFile(fileWrite(scope), name, contentOf(scope), behavior);
    return isNew ? created(showFile(scope, file)) : ok(showFile(scope, file));
  });
}

export function putContent(scope: ListScope, id: string): GraphReply {
  return commit(scope, () => {
    const file = requireFile(scope.services.database, scope.list, id);
    checkEtag(scope.request.headers, etagOf(file));
    return ok(showFile(scope, replaceContent(fileWrite(scope), file, contentOf(scope))));
  });
}

export function deleteFile(scope: ListScope, id: string): GraphReply {
  commit(scope, () => {
    const file = requireFile(scope.services.database, scope.list, id);
    checkEtag(scope.request.headers, etagOf(file));
    removeFile(fileWrite(scope), file);
  });
  return noContent;
}

/** A new name is the only thing that changes. @throws GraphFailure 409 for a name that is taken */
export function renameFile(scope: ListScope, id: string): GraphReply {
  const name = isJsonObject(scope.request.body) ? scope.request.body['name'] : undefined;
  if (typeof name !== 'string') throw invalidRequest('A name is missing');
  requireName(name);
  return commit(scope, () => {
    const file = requireFile(scope.services.database, scope.list, id);
    checkEtag(scope.request.headers, etagOf(file));
    return ok(showFile(scope, giveName(fileWrite(scope), file, name)));
  });
}

/** The content of an earlier version becomes the newest. */
export function restoreFileVersion(scope: ListScope, id: string, versionId: string): GraphReply {
  commit(scope, () => {
    const file = requireFile(scope.services.database, scope.list, id);
    const version = fileVersions(scope.services.database, file).find(
      ({ number }) => `${String(number)}.0` === versionId,
    );
    if (version === undefined) throw itemNotFound();
    replaceContent(fileWrite(scope), file, version.content);
  });
  return noContent;
}

/** Content comes from another address, without a token (`graph.md` 2.2). */
export function getContent(scope: ListScope, id: string): GraphReply {
  const file = requireFile(scope.services.database, scope.list, id);
  return redirect(scope, file, file.version);
}

export function listFileVersions(scope: ListScope, id: string): GraphReply {
  const file = requireFile(scope.services.database, scope.list, id);
  return ok({
    value: fileVersions(scope.services.database, file).map((version) => ({
      id: `${String(version.number)}.0`,
      lastModifiedDateTime: version.modifiedAt,
      lastModifiedBy: scope.identities.read(version.modifiedBy).shown,
      size: version.content.length,
    })),
  });
}

export function getVersionContent(scope: ListScope, id: string, versionId: string): GraphReply {
  const file = requireFile(scope.services.database, scope.list, id);
  const version = fileVersions(scope.services.database, file).find(({ number }) => `${String(number)}.0` === versionId);
  if (version === undefined) throw itemNotFound();
  return redirect(scope, file, version.number);
}

/** What a redirect leads to. Short-lived in the service; here as long as the version is there. */
export function download(scope: ListScope, id: string, number: string): GraphReply {
  const file = requireFile(scope.services.database, scope.list, id);
  const version = fileVersions(scope.services.database, file).find((one) => String(one.number) === number);
  if (version === undefined) throw itemNotFound();
  return { status: 200, content: version.content };
}

const redirect = ({ request, list }: ListScope, file: FileRow, version: number): GraphReply => ({
  status: 302,
  headers: { Location: `${request.base}/local-download/${list.id}/${file.id}/${String(version)}` },
});

export const etagOf = (file: FileRow): string => `"{${file.guid.toUpperCase()}},${String(file.version)}"`;

export function fileWrite(scope: ListScope): FileWrite {
  const { database, list, identity, at } = writeContext(scope);
  return { database, list, identity, at, newId: scope.services.newId };
}

export function showFile(scope: ListScope, file: FileRow): JsonObject {
  const { list, site, identities } = scope;
  return {
    id: file.id,
    name: file.name,
    size: file.content.length,
    eTag: etagOf(file),
    // Moves with the content alone.
    cTag: `"c:{${file.guid.toUpperCase()}},${String(file.contentVersion)}"`,
    createdDateTime: file.createdAt,
    lastModifiedDateTime: file.modifiedAt,
    createdBy: identities.read(file.createdBy).shown,
    lastModifiedBy: identities.read(file.modifiedBy).shown,
    webUrl: `${siteUrl(site)}/${encodeURIComponent(list.name)}/${encodeURIComponent(file.name)}`,
    parentReference: parentOf(scope),
    file: { mimeType: 'application/octet-stream' },
  };
}

export const rootId = (list: { readonly id: string }): string => `01ROOT${list.id.replaceAll('-', '').toUpperCase()}`;

export const parentOf = ({ list, site }: ListScope): JsonObject => ({
  driveId: driveId(list),
  driveType: 'documentLibrary',
  siteId: siteId(site),
  id: rootId(list),
});

/** @throws GraphFailure 400 */
export function requireName(name: string): void {
  if (name === '' || /["*:<>?/\\|]/.test(name) || name.startsWith('~') || name !== name.trim()) {
    throw invalidRequest('The name contains characters that are not allowed.', 'invalidName');
  }
}

/** @throws GraphFailure 400 */
export function parseBehavior(text: unknown): ConflictBehavior {
  if (text === 'fail' || text === 'replace' || text === 'rename') return text;
  throw invalidRequest(`Unknown conflict behavior`);
}

/** `{"item": {"@microsoft.graph.conflictBehavior": "replace"}}` of an upload session. */
export function behaviorOf(body: unknown): ConflictBehavior {
  const item = isJsonObject(body) ? (body['item'] ?? {}) : {};
  return parseBehavior(isJsonObject(item) ? (item['@microsoft.graph.conflictBehavior'] ?? 'fail') : undefined);
}

function contentOf({ request }: ListScope): Uint8Array {
  if (request.body instanceof Uint8Array) return request.body;
  throw new GraphFailure(400, 'invalidRequest', 'Content is missing');
}
