/** What the administrator's page "Synkronisering" asks for, and the settling of conflicts on a record's page. */
import type { KindName } from '../records/index.ts';

/** A record, named without anything of its content. */
export interface RecordName {
  readonly kind: KindName;
  readonly id: string;
  readonly ref?: string;
  readonly unitId?: string;
}

/** A change that SharePoint can never take; a later revision of the record is tried again. */
export interface UnsendableItem extends RecordName {
  /** Not the record but the drawing of the process; `revision` is then its version. */
  readonly part?: 'drawing';
  readonly revision: number;
  /** Graph's status and code, such as "413 requestTooLarge". */
  readonly reason: string;
  readonly modifiedAt: string;
}

export interface ConflictItem extends RecordName {
  readonly conflictId: string;
  /** The group of fields in which both sides differ; `*`: the item was deleted in SharePoint. */
  readonly group: string;
  readonly foundAt: string;
  /** What was written here; in the file of problems alone. */
  readonly ours?: Readonly<Record<string, unknown>>;
}

export interface SetAsideItem {
  readonly setAsideId: string;
  readonly kind: KindName;
  readonly record?: RecordName;
  readonly reason: string;
  readonly foundAt: string;
  /** What was written in SharePoint, masked; only for those who may read the record in full. */
  readonly content?: Readonly<Record<string, unknown>>;
  /** What of it can be taken over, by field; only for those who may change the record. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The revision of the record that the values were held against. */
  readonly baseRevision?: number;
}

/** GET /api/v1/sync; of each list of problems at most 200, the oldest first. */
export interface SyncAnswer {
  readonly waiting: number;
  readonly oldestWaitingAt?: string;
  /** Something has waited for over 15 minutes. */
  readonly late: boolean;
  /** SharePoint asked the app to hold back until then. */
  readonly pausedUntil?: string;
  readonly lists: readonly { readonly kind: string; readonly lastPullAt?: string; readonly problem?: string }[];
  readonly rebuild: RebuildState;
  readonly counts: { readonly unsendable: number; readonly conflicts: number; readonly setAside: number };
  readonly unsendable: readonly UnsendableItem[];
  readonly conflicts: readonly ConflictItem[];
  readonly setAside: readonly SetAsideItem[];
}

/** POST /api/v1/sync/unsendable/:kind/:id/retry → 204 */

/** POST /api/v1/sync/set-aside/:setAsideId/settle → 204 */
export interface SettleSetAsideRequest {
  /** Why it is done with; of the person who settles it. */
  readonly reason: string;
  /** Fields whose written values become the record's, as a change by this person. */
  readonly take?: readonly string[] | undefined;
  readonly baseRevision?: number | undefined;
}

/** GET /api/v1/sync/problems-file: everything that cannot be sent, differs or was set aside, as CSV. */
export interface ProblemsFile {
  readonly name: string;
  readonly text: string;
}

/** POST /api/v1/sync/rebuild → 202. It goes on by itself, after a restart too; GET /api/v1/sync tells how far it is. */
export interface RebuildState {
  /** Lists that are still to be read from their beginning to their end. */
  readonly left: number;
  readonly lists: number;
  /** When the list that was read as a whole longest ago was done; absent while some list never was. */
  readonly doneAt?: string;
}

/** GET /api/v1/records/:kind/:id/conflicts: the open ones, for who may change the record. */
export type RecordConflicts = readonly {
  readonly conflictId: string;
  /** What was written here and did not stand, by field. */
  readonly ours: Readonly<Record<string, unknown>>;
  readonly foundAt: string;
}[];

/** POST /api/v1/records/:kind/:id/conflicts/:conflictId/settle → RecordAnswer. No fields: SharePoint's stands. */
export interface SettleRequest {
  readonly baseRevision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}
