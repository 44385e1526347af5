/** Changes of a document library (`graph.md` 3). */
import type { z } from 'zod';
import { fileDeltaAnswer } from './graph-answers.ts';
import type { FileAnswer } from './graph-answers.ts';
import { isBadToken } from './graph-client.ts';
import type { FileDeltaOutcome, FileDeltaPage, StoredFile } from './graph-port.ts';
import type { SendToGraph } from './graph-request.ts';
import { isTold, lastEditorOf, readFailure } from './read-outcome.ts';

export async function fileChanges(
  send: SendToGraph,
  driveId: string,
  link: string | undefined,
): Promise<FileDeltaOutcome> {
  const answer = await send({
    method: 'GET',
    path: link ?? `/drives/${driveId}/root/delta`,
    // So that deletions are told as such (`graph.md` 3).
    headers: { Prefer: 'deltashowremovedasdeleted' },
  });
  if (answer.kind === 'noAnswer') return { kind: 'tryLater', status: 0 };
  if (answer.status === 410 || (link !== undefined && isBadToken(answer))) return { kind: 'resync' };
  if (answer.status !== 200) {
    const failure = readFailure(answer);
    const wait = failure.kind === 'tryLater' ? failure.retryAfterMs : undefined;
    return { kind: 'tryLater', status: answer.status, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  const parsed = fileDeltaAnswer.safeParse(answer.body);
  return parsed.success ? { kind: 'page', page: readPage(parsed.data) } : { kind: 'tryLater', status: 200 };
}

function readPage(answer: z.infer<typeof fileDeltaAnswer>): FileDeltaPage {
  // A file may occur more than once; the last occurrence counts.
  const latest = [...new Map(answer.value.map((element) => [element.id, element])).values()];
  const isGone = (element: (typeof latest)[number]) => isTold(element.deleted) || isTold(element['@removed']);
  const rootId = latest.find((element) => isTold(element.root))?.id;
  const { '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = answer;
  return {
    files: latest.flatMap((element) => {
      const { name } = element;
      return isGone(element) || !isTold(element.file) || name === undefined ? [] : [toStoredFile({ ...element, name })];
    }),
    removedIds: latest.filter(isGone).map(({ id }) => id),
    ...(rootId === undefined ? {} : { rootId }),
    ...(nextLink === undefined ? {} : { nextLink }),
    ...(deltaLink === undefined ? {} : { deltaLink }),
  };
}

export function toStoredFile(answer: FileAnswer): StoredFile {
  const { id, name, size, parentReference } = answer;
  const etag = answer.eTag ?? '';
  return {
    ...{ id, name, etag, contentTag: answer.cTag ?? etag, size: size ?? 0 },
    ...(parentReference?.id ? { parentId: parentReference.id } : {}),
    ...lastEditorOf(answer),
  };
}
