/**
 * Drawings that were set aside and are too large for the list of problems: after the loss of the database they are read back
 * from the version history of their file, where each is known by its digest, and masked as before. One that is not there
 * any more stays listed, and says so. Rule S-K5.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import { maskDrawing } from '../../../shared/process/mask-drawing.ts';
import type { FileOutcome, FileVersion } from '../../graph/graph-port.ts';
import { digestOf } from '../../records/packed-file.ts';
import { unitsOfQuery, unitsOfRead } from '../metered-graph.ts';
import type { Pace } from '../pace.ts';
import { readContent } from './decide-file.ts';
import type { Library, LibraryContext } from './library-context.ts';

type TryLater = Extract<FileOutcome<never>, { readonly kind: 'tryLater' }>;

const soughtContent = z.looseObject({ digest: z.string(), at: z.string().optional() });

/** Undefined: all that can be read back has been. */
export async function restoreAside(
  context: LibraryContext,
  pace: Pace,
  { boardId, driveId }: Library,
): Promise<TryLater | undefined> {
  const rows = await context.db
    .selectFrom('set_aside')
    .select(['id', 'graph_item_id', 'content'])
    .where('board_id', '=', boardId)
    .where('kind', '=', 'process')
    .where('file', 'is', null)
    .where('settled_at', 'is', null)
    .where(sql<boolean>`content ? 'digest' and not content ? 'fileGone'`)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const sought = soughtContent.parse(row.content);
    const found = await findText(context, pace, { driveId, fileId: row.graph_item_id }, sought);
    if (found.kind === 'tryLater') return found;
    const result =
      found.kind === 'done' ? { file: found.value } : { content: JSON.stringify({ ...sought, fileGone: true }) };
    context.log.info('drawing set aside read back', { boardId, id: row.id, isThere: found.kind === 'done' });
    await context.db.updateTable('set_aside').set(result).where('id', '=', row.id).execute();
  }
  return undefined;
}

async function findText(
  { files }: LibraryContext,
  pace: Pace,
  { driveId, fileId }: { readonly driveId: string; readonly fileId: string },
  { digest, at }: z.infer<typeof soughtContent>,
): Promise<FileOutcome<string>> {
  await pace.spend(unitsOfQuery);
  const versions = await files.versions(driveId, fileId);
  if (versions.kind === 'tryLater') return versions;
  // Anything but a file that is not there is put right by a person, and then read.
  if (versions.kind === 'refused')
    return versions.status === 404 ? gone : { kind: 'tryLater', status: versions.status };
  // The newest is not given by its number (`graph-port.ts`).
  const numbered = versions.value.map((version, index) => ({ version, number: index === 0 ? undefined : version.id }));
  const isOfItsTime = ({ version }: { readonly version: FileVersion }) => version.modifiedAt === at;
  for (const { number } of [...numbered.filter(isOfItsTime), ...numbered.filter((one) => !isOfItsTime(one))]) {
    await pace.spend(unitsOfRead);
    const read = await files.download(driveId, fileId, number);
    if (read.kind === 'tryLater') return read;
    const content = read.kind === 'done' ? readContent(read.value) : undefined;
    const text = content?.kind === 'text' ? maskDrawing(content.text) : '';
    if (digestOf(text) === digest) return { kind: 'done', value: text };
  }
  return gone;
}

const gone = { kind: 'refused', status: 404, code: 'itemNotFound', message: '' } as const;
