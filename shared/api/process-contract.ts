/**
 * Processes between tab and service. Creating a process, its steps (review, publish …), comments on it or on an
 * activity and its history go by the addresses of every record (`contract.ts`); what stands here treats the process,
 * its activities and its BPMN file as one.
 */
import type { ChainGap } from '../process/chain-check.ts';
import type { ActivityDifference, ModelDifference } from '../process/compare-models.ts';
import type { MergeConflict } from '../process/merge-models.ts';
import type { NotShown, ProcessModel } from '../process/process-model.ts';
import type { ImportQuestion, Reconciliation } from '../process/reconcile.ts';
import type { KindName } from '../records/index.ts';
import type { Person } from '../records/record-kind.ts';
import type { RecordAnswer } from './contract.ts';

/** What points at a process or an activity and is not done. Absent: the reader may not know. */
export interface ProcessCounts {
  readonly openDeviations?: number;
  readonly overdueSelfChecks?: number;
}

/** GET /api/v1/process-map: every process that the reader may see, for map, tree and table. */
export interface ProcessMapAnswer {
  readonly processes: readonly (ProcessCounts & {
    readonly record: RecordAnswer;
    readonly activityCount: number;
    /** Activities with neither a routine nor the note that none is needed (L2). */
    readonly missingRoutines: number;
  })[];
  /** Active units that no process belongs to, itself or above it but not at board level (R71). */
  readonly unitsWithoutProcess: readonly string[];
}

/** One version of the file. */
export interface ProcessVersion {
  /** 1, 2, 3 …; the latest is what is edited. */
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: Person;
  /** That this version was published. */
  readonly published: boolean;
  readonly what: 'saved' | 'imported' | 'restored' | 'merged' | 'changedInSharePoint';
}

export interface ActivityAnswer extends ProcessCounts {
  readonly record: RecordAnswer;
}

/** Something that points at an activity which is no longer part of the process. It is shown until somebody moves it. */
export interface LostLink {
  readonly activityId: string;
  readonly activityName: string;
  readonly kind: KindName;
  readonly id: string;
  readonly ref?: string;
  readonly title: string;
}

/** GET /api/v1/processes/:id?version= */
export interface ProcessAnswer extends ProcessCounts {
  readonly process: RecordAnswer;
  /** 0: nothing has been saved yet; the model is what a new process begins with, or the list of its activities. */
  readonly version: number;
  readonly model: ProcessModel;
  readonly activities: readonly ActivityAnswer[];
  readonly notShown: readonly NotShown[];
  readonly gaps: readonly ChainGap[];
  readonly lostLinks: readonly LostLink[];
  readonly present: readonly Presence[];
}

/** GET /api/v1/processes/:id/diagram?version= : the BPMN file as text, for the drawing. */
export interface DiagramAnswer {
  readonly version: number;
  readonly bpmn: string;
}

/** POST /api/v1/processes/:id/diagram: the file as it would be with this model; stores nothing. → DiagramAnswer */
export interface DiagramRequest {
  readonly model: ProcessModel;
  /** The file that the model was read from, when it is not the stored one (an import). */
  readonly bpmn?: string;
}

/** PUT /api/v1/processes/:id: process fields, activities and file as one act. */
export interface SaveProcessRequest {
  /** The version that the model was made from. */
  readonly baseVersion: number;
  readonly baseRevision: number;
  /** Changed fields of the process; `null` empties one. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly model: ProcessModel;
  /** With an import: the file itself, which is then the base that the model is written into. */
  readonly bpmn?: string;
  readonly what?: 'imported' | 'restored';
}

/**
 * What became of a save. `merged`: somebody else had saved in between and both went together; `process` holds the two.
 * `conflict`: both changed the same; nothing is stored. `merged` holds all that could be joined, with theirs where
 * the two collide: settle the conflicts in it and save it with `current.version` as base.
 */
export type SaveProcessAnswer =
  | { readonly kind: 'saved' | 'merged'; readonly process: ProcessAnswer }
  | {
      readonly kind: 'conflict';
      readonly current: ProcessAnswer;
      readonly merged: ProcessModel;
      readonly conflicts: readonly MergeConflict[];
    };

/** GET /api/v1/processes/:id/versions, newest first */
export type ProcessVersionsAnswer = readonly ProcessVersion[];

/** GET /api/v1/processes/:id/differences?from=&to= */
export interface ProcessDifferencesAnswer {
  readonly from: number;
  readonly to: number;
  readonly activities: readonly ActivityDifference[];
  readonly other: readonly ModelDifference[];
}

/** POST /api/v1/processes/:id/restore → SaveProcessAnswer. Makes a new version with the content of an old one. */
export interface RestoreProcessRequest {
  readonly version: number;
  readonly baseVersion: number;
}

/**
 * POST /api/v1/processes/:id/import: reads a file and finds its activities among those there are; stores nothing. The
 * bytes go as base64. Failures: `fileTooLarge`, `notBpmn`, `brokenXml`, `unsafeXml`, `unknownEncoding`.
 */
export interface ImportProcessRequest {
  readonly file: string;
  /** Answers to the questions of an earlier call: which activity a step is, or `new`. */
  readonly answers?: Readonly<Record<string, string>>;
}

export interface ImportProcessAnswer extends Reconciliation {
  /** The file as text; goes back as `bpmn` with the save. */
  readonly bpmn: string;
  readonly notShown: readonly NotShown[];
  readonly questions: readonly ImportQuestion[];
  /** What points at activities that the file does not hold. */
  readonly lostLinks: readonly LostLink[];
}

/** GET /api/v1/processes/:id/export?format=bpmn|xlsx */
export type ExportFormat = 'bpmn' | 'xlsx';

/** The file, ready to be offered for saving; `bytes` as base64. */
export interface ExportAnswer {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: string;
}

/** Who has the process open. */
export interface Presence {
  readonly person: Person;
  readonly since: string;
  readonly editing: boolean;
}

/** POST /api/v1/processes/:id/presence, every 20 seconds while the page is open → Presence[] (oneself among them) */
export interface PresenceRequest {
  readonly editing: boolean;
}

/** PUT /api/v1/governing-documents/:id/implementation → RecordAnswer: "berör oss", said by a unit of itself. */
export interface ImplementationRequest {
  readonly unitId: string;
  readonly progress: 'notStarted' | 'ongoing' | 'implemented' | 'followedUp';
  readonly note?: string;
}
