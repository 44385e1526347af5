import type { RecordList, SyncContext } from '../sync-context.ts';

/**
 * Which of the items that a whole walk did not show are really gone. A walk that misses an item is not proof
 * (`graph.md` 1.4, 6.1), so each is asked for by its id.
 */
export async function vanishedItems(
  { graph }: SyncContext,
  list: RecordList,
  itemIds: readonly string[],
): Promise<
  | { readonly kind: 'known'; readonly itemIds: readonly string[] }
  | { readonly kind: 'tryLater'; readonly status: number; readonly retryAfterMs?: number }
> {
  const gone: string[] = [];
  for (const itemId of itemIds) {
    const answer = await graph.getItem(list.address, itemId);
    if (answer.kind === 'gone') gone.push(itemId);
    else if (answer.kind === 'tryLater') {
      const { status, retryAfterMs } = answer;
      return { kind: 'tryLater', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    } else if (answer.kind !== 'done')
      return { kind: 'tryLater', status: answer.kind === 'refused' ? answer.status : 409 };
  }
  return { kind: 'known', itemIds: gone };
}
