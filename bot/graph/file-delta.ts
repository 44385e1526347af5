/** Changes of a document library (`graph.md` 3). */
import type { z } from 'zod';
import { linksOf, readDeltaAnswer, unreadablePage } from './delta-answer.ts';
import { fileDeltaAnswer } from './graph-answers.ts';
import type { FileAnswer } from './graph-answers.ts';
import type { DeltaOutcome, FileDeltaPage, StoredFile } from './graph-port.ts';
import type { SendToGraph } from './graph-request.ts';
import { isTold, lastEditorOf } from './read-outcome.ts';

export async function fileChanges(
  send: SendToGraph,
  driveId: string,
  link: string | undefined,
): Promise<DeltaOutcome<FileDeltaPage>> {
  const answer = await send({
    method: 'GET',
    path: link ?? `/drives/${driveId}/root/delta`,
    // So that deletions are told as such (`graph.md` 3).
    headers: { Prefer: 'deltashowremovedasdeleted' },
  });
  const read = readDeltaAnswer(answer, link);
  if (read.kind !== 'body') return read;
  const parsed = fileDeltaAnswer.safeParse(read.body);
  return parsed.success ? { kind: 'page', page: readPage(parsed.data) } : unreadablePage;
}

function readPage(answer: z.infer<typeof fileDeltaAnswer>): FileDeltaPage {
  // A file may occur more than once; the last occurrence counts.
  const latest = [...new Map(answer.value.map((element) => [element.id, element])).values()];
  const isGone = (element: (typeof latest)[number]) => isTold(element.deleted) || isTold(element['@removed']);
  const rootId = latest.find((element) => isTold(element.root))?.id;
  return {
    files: latest.flatMap((element) => {
      const { name } = element;
      return isGone(element) || !isTold(element.file) || name === undefined ? [] : [toStoredFile({ ...element, name })];
    }),
    removedIds: latest.filter(isGone).map(({ id }) => id),
    ...(rootId === undefined ? {} : { rootId }),
    ...linksOf(answer),
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
