/** What the administrator's page "Synkronisering" asks for, and the settling of conflicts on a record's page. */
import type { KindName } from '../records/index.ts';
import type { AllowedStep } from './contract.ts';

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
  /** That it is a drawing which can be kept as a file; only for those who may read the process in full. */
  readonly hasFile?: true;
  /** What of it can be taken over, by field; only for those who may change the record. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The revision of the record that the values were held against. */
  readonly baseRevision?: number;
}

/** When a list or library was pulled to its end, and what hindered the last try. */
export interface LastPull {
  readonly lastPullAt?: string;
  /** Such as "status 503". */
  readonly problem?: string;
}

/** GET /api/v1/sync; of each list of problems at most 200, the oldest first. */
export interface SyncAnswer {
  readonly waiting: number;
  readonly oldestWaitingAt?: string;
  /** Something has waited for over 15 minutes. */
  readonly late: boolean;
  /** SharePoint asked the app to hold back until then. */
  readonly pausedUntil?: string;
  /** A list or the library was not pulled for over 15 minutes. */
  readonly pullLate: boolean;
  readonly lists: readonly ({ readonly kind: string } & LastPull)[];
  /** The document library with the drawings of processes; absent where there is none. */
  readonly library?: LastPull;
  readonly rebuild: RebuildState;
  readonly counts: { readonly unsendable: number; readonly conflicts: number; readonly setAside: number };
  readonly unsendable: readonly UnsendableItem[];
  readonly conflicts: readonly ConflictItem[];
  readonly setAside: readonly SetAsideItem[];
}

/** POST /api/v1/sync/unsendable/:kind/:id/retry → 204 */

/** GET /api/v1/sync/set-aside/:setAsideId/file → ProblemsFile: the drawing that was set aside, masked. */

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

/**
 * What a person may decide about a conflict. `values`: values of ours become the record's. `step`: the step that our side
 * took is taken now. `sharePoint`: SharePoint's side stands, a deletion too. `record`: the deleted record comes back.
 */
export const settleChoices = ['values', 'step', 'sharePoint', 'record'] as const;
export type SettleChoice = (typeof settleChoices)[number];

/** GET /api/v1/records/:kind/:id/conflicts: the open ones, for who may settle them; of a deleted record too. */
export type RecordConflicts = readonly RecordConflict[];

export interface RecordConflict {
  readonly conflictId: string;
  /** What was written here and did not stand, by field. */
  readonly ours: Readonly<Record<string, unknown>>;
  /** What the record holds instead, of the same fields. */
  readonly now: Readonly<Record<string, unknown>>;
  /** Our status, where the sides differ in it. */
  readonly status?: string;
  /** The step from where the record stands now to that status, for who may take it. */
  readonly step?: AllowedStep;
  /** SharePoint's item was deleted, and the record with it. */
  readonly isDeleted: boolean;
  /** What the reader may decide; never empty. */
  readonly choices: readonly SettleChoice[];
  /** The revision of the record that this was read from. */
  readonly baseRevision: number;
  readonly foundAt: string;
}

/** POST /api/v1/records/:kind/:id/conflicts/:conflictId/settle → RecordAnswer; 204 when a deletion stands. */
export interface SettleRequest {
  readonly choice: SettleChoice;
  readonly baseRevision: number;
  /** With `values`, and only then. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** Why; asked for with every choice about a status or a deletion. */
  readonly reason?: string | undefined;
}

/** GET /api/v1/records/:kind/:id/set-aside: what was set aside of a record, for who may change it. */
export type RecordSetAside = readonly SetAsideItem[];

/** POST /api/v1/records/:kind/:id/set-aside/:setAsideId/settle: SettleSetAsideRequest → 204 */
