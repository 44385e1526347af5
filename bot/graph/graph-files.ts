import type { z } from 'zod';
import { askForFile, fileFailure } from './file-outcome.ts';
import { fileChanges, toStoredFile } from './file-delta.ts';
import { fileAnswer, filePageAnswer, fileVersionsAnswer } from './graph-answers.ts';
import type { FileOutcome, GraphFiles, StoredFile, UploadCondition, UploadOutcome } from './graph-port.ts';
import { createGraphRequester } from './graph-request.ts';
import type { GraphConnection, GraphRequest, SendToGraph } from './graph-request.ts';
import { isTold } from './read-outcome.ts';
import { behaviorOf, matchOf, uploaded } from './upload-condition.ts';
import { largestSinglePut, uploadInFragments } from './upload-in-fragments.ts';

/** Files of document libraries through Graph. Outcomes are data; nothing is thrown. */
export function createGraphFiles(connection: GraphConnection): GraphFiles {
  const send = createGraphRequester(connection);
  return {
    upload: (driveId, name, content, condition) => {
      const path = `/drives/${driveId}/root:/${encodeURIComponent(name)}:`;
      return content.length <= largestSinglePut
        ? put(send, path, content, condition)
        : uploadInFragments(connection, send, path, content, condition);
    },
    find: async (driveId, name) => {
      const path = `/drives/${driveId}/root:/${encodeURIComponent(name)}`;
      const found = await askForFile(send, { method: 'GET', path }, fileAnswer);
      if (found.kind === 'refused' && found.status === 404) return { kind: 'done', value: undefined };
      return found.kind === 'done' ? { kind: 'done', value: toStoredFile(found.value) } : found;
    },
    changes: (driveId, link) => fileChanges(send, driveId, link),
    list: (driveId) => listFiles(send, driveId),
    versions: async (driveId, fileId) => {
      const path = `/drives/${driveId}/items/${fileId}/versions`;
      const found = await askForFile(send, { method: 'GET', path }, fileVersionsAnswer);
      if (found.kind !== 'done') return found;
      const versions = found.value.value.map(({ id, lastModifiedDateTime }) => ({
        id,
        modifiedAt: lastModifiedDateTime,
      }));
      return { kind: 'done', value: versions };
    },
    download: (driveId, fileId, versionId) => {
      const version = versionId === undefined ? '' : `/versions/${versionId}`;
      return download(connection, `/drives/${driveId}/items/${fileId}${version}/content`);
    },
  };
}

async function put(
  send: SendToGraph,
  path: string,
  content: Uint8Array,
  condition: UploadCondition | undefined,
): Promise<UploadOutcome> {
  const request: GraphRequest = {
    method: 'PUT',
    path: `${path}/content?@microsoft.graph.conflictBehavior=${behaviorOf(condition)}`,
    headers: { 'Content-Type': 'application/octet-stream', ...matchOf(condition) },
    // The client sends the whole memory behind any other kind of array.
    body: Buffer.from(content),
  };
  return uploaded(await askForFile(send, request, fileAnswer), condition);
}

async function listFiles(send: SendToGraph, driveId: string): Promise<FileOutcome<readonly StoredFile[]>> {
  const files: StoredFile[] = [];
  for (let next: string | undefined = `/drives/${driveId}/root/children?$top=200`; next !== undefined;) {
    const page: FileOutcome<z.infer<typeof filePageAnswer>> = await askForFile(
      send,
      { method: 'GET', path: next },
      filePageAnswer,
    );
    if (page.kind !== 'done') return page;
    files.push(...page.value.value.filter(({ file }) => isTold(file)).map(toStoredFile));
    next = page.value['@odata.nextLink'];
  }
  return { kind: 'done', value: files };
}

/**
 * Content lies at another address, which takes no token (`graph.md` 2.2). Asked for without the official client: it
 * would read the bytes as text.
 */
async function download(connection: GraphConnection, path: string): Promise<FileOutcome<Uint8Array>> {
  try {
    const token = await connection.token();
    const first = await connection.fetch(
      new Request(`https://graph.microsoft.com/v1.0${path}`, {
        headers: { Authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(connection.timeoutMs ?? 60_000),
      }),
    );
    const location = first.headers.get('location');
    const answer = location === null ? first : await connection.fetch(new Request(location));
    if (answer.ok) return { kind: 'done', value: new Uint8Array(await answer.arrayBuffer()) };
    const { status, headers } = answer;
    return fileFailure({ kind: 'answer', status, headers, body: undefined, malformed: false });
  } catch {
    // A cut connection or a time-out: the same as no answer.
    return { kind: 'tryLater', status: 0 };
  }
}
