/**
 * The read model and the outbox in one: a row per record. What SharePoint has not got is `revision > pushedRevision`
 * (`design.md` 3). The records service and the sync engine meet here and nowhere else.
 */
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields, Person } from '../../shared/records/record-kind.ts';
import type { Comment, HistoryEntry } from '../../shared/records/stored-record.ts';

/** What merges: the content of a record without its bookkeeping. */
export interface RecordContent {
  readonly unitId?: string;
  readonly status: string;
  readonly fields: AnyFields;
  readonly comments: readonly Comment[];
}

/** A row as the database keeps it. */
export interface RecordRow extends RecordContent {
  readonly boardId: string;
  readonly kind: KindName;
  readonly id: string;
  readonly ref?: string;
  readonly title: string;
  readonly history: readonly HistoryEntry[];
  readonly createdBy: Person;
  readonly createdAt: string;
  readonly modifiedBy: Person;
  readonly modifiedAt: string;
  readonly stateChangedAt: string;
  readonly revision: number;
  readonly pushedRevision: number;
  readonly deleted: boolean;
  /** The content that SharePoint and we last agreed on; the base of a three-way merge. */
  readonly base?: RecordContent;
  readonly graphItemId?: string;
  readonly etag?: string;
}
