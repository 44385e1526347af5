import { useProcessMap } from '../../api/process-hooks.ts';
import { useRecords } from '../../api/read-hooks.ts';

/** Parts of an activity that hold the ids of other records. */
export const linkedParts: readonly string[] = ['routine', 'documents', 'subProcess'];

/** Titles of the documents and processes that an activity can refer to, by id. `needed` is false where none is shown. */
export function useLinkedTitles(needed: boolean): ReadonlyMap<string, string> {
  const documents = useRecords('governingDocument', { sort: 'title', limit: 200 }, needed);
  const map = useProcessMap();
  return new Map([
    ...(documents.data?.rows ?? []).map((row) => [row.id, row.title] as const),
    ...(map.data?.processes ?? []).map(({ record }) => [record.id, record.title] as const),
  ]);
}
