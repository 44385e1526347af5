import type { ListItem } from '../../graph/graph-port.ts';
import type { RecordRow } from '../../records/record-store.ts';
import type { OutsideProblem } from './judge-outside-change.ts';
import type { Mask } from './mask-content.ts';
import type { MergeConflict } from '../merge/merge.ts';

/** What an item seen in SharePoint means for the read model. */
export type ItemDecision =
  /** An echo of what we know, or older. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'insert'; readonly row: RecordRow }
  | { readonly kind: 'update'; readonly row: RecordRow; readonly conflicts: readonly MergeConflict[] }
  /** Kept for the coordinator, never shown as true. `row`: ours, which is written back over it. */
  | { readonly kind: 'setAside'; readonly reason: OutsideProblem; readonly row?: RecordRow };

export interface ItemContext {
  readonly boardId: string;
  readonly kind: RecordRow['kind'];
  /** The row with the item's key, or else the row known to have this item. */
  readonly row: RecordRow | undefined;
  readonly item: ListItem;
  /** The application id of this service; undefined: any app's changes count as ours. */
  readonly ourAppId: string | undefined;
  readonly mask: Mask;
  /** The whole list is read: what we hold of a version that we know is held against it. */
  readonly isWholeWalk?: boolean;
  readonly now: string;
  readonly newId: () => string;
}

/** Whether our app made the last change. */
export function isByOurApp({
  item,
  ourAppId,
}: {
  readonly item: Pick<ListItem, 'lastModifiedByApp'>;
  readonly ourAppId: string | undefined;
}): boolean {
  return item.lastModifiedByApp !== undefined && (ourAppId === undefined || item.lastModifiedByApp === ourAppId);
}

/** Whether our app made the item. */
export function isMadeByOurApp({ item, ourAppId }: Pick<ItemContext, 'item' | 'ourAppId'>): boolean {
  return item.createdByApp !== undefined && (ourAppId === undefined || item.createdByApp === ourAppId);
}
