import type { AnyFieldValue, AnyFields, Person } from './record-kind.ts';

export type Via = 'chat' | 'tab' | 'sharePoint' | 'system';

/** One field before and after. An absent side means that the field was empty. */
export interface FieldChange {
  readonly field: string;
  readonly from?: AnyFieldValue;
  readonly to?: AnyFieldValue;
}

/** Who did what, when, from what, to what (`design.md` 3: kept with the record in SharePoint). */
export interface HistoryEntry {
  readonly id: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: Person;
  readonly via: Via;
  readonly action: 'created' | 'changed' | 'stepTaken' | 'commented' | 'restored';
  readonly changes: readonly FieldChange[];
  readonly fromStatus?: string;
  readonly toStatus?: string;
  readonly reason?: string;
  /** The revision that the entry led to; tells what happened since somebody opened the record. */
  readonly revision?: number;
}

/** A comment or a suggestion by staff (R21). Rows merge by id; a suggestion can be taken in or declined. */
export interface Comment {
  readonly id: string;
  readonly at: string;
  readonly by: Person;
  readonly kind: 'comment' | 'suggestion';
  /** The field that it is about, if any. */
  readonly field?: string;
  readonly text: string;
  readonly answer?: { readonly by: Person; readonly at: string; readonly outcome: 'taken' | 'declined' };
}

/** A record as the service keeps it. `id` is the UUID that is `ClientKey` in SharePoint. */
export interface StoredRecord<Fields = AnyFields> {
  readonly id: string;
  readonly boardId: string;
  readonly kind: string;
  readonly ref?: string;
  /** The organisational unit that the record belongs to; absent for what belongs to the whole board. */
  readonly unitId?: string;
  readonly status: string;
  readonly title: string;
  readonly fields: Fields;
  readonly comments: readonly Comment[];
  readonly createdBy: Person;
  readonly createdAt: string;
  readonly modifiedBy: Person;
  readonly modifiedAt: string;
  readonly stateChangedAt: string;
  /** Rises by one with every accepted change. */
  readonly revision: number;
  /** The revision that SharePoint has; 0 until it has any. */
  readonly pushedRevision: number;
}
