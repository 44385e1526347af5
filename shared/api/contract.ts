/**
 * The contract between the tab and the service: every address, what is sent and what comes back.
 * The service parses with the schemas in `bot/http`; inside, these types are trusted.
 */
import type { FailureCode } from '../errors.ts';
import type { KindName } from '../records/index.ts';
import type { AnyFields, Label, Person, Role } from '../records/record-kind.ts';
import type { Comment, HistoryEntry } from '../records/stored-record.ts';
import type { Reading } from '../intake/reading.ts';

export type Language = 'sv' | 'en';

/** Which part of a record the reader may see (`permissions.ts`, views). */
export type View = 'full' | 'status' | 'existence' | 'anonymised' | 'statistics';

/** What is wrong with one field. `row` is the id of the row in a field of rows. */
export interface FieldProblem {
  readonly field: string;
  readonly row?: string;
  readonly problem:
    | 'required'
    | 'tooLong'
    | 'notAChoice'
    | 'notANumber'
    | 'tooSmall'
    | 'tooLarge'
    | 'notADate'
    | 'inTheFuture'
    | 'wrongShape'
    | 'unknownField'
    | 'setBySystem'
    | 'notYours'
    | 'noSuchRecord'
    | 'incomplete';
  /** Said in the reader's language, ready to show beside the field. */
  readonly text: string;
}

/** Every answer that is not 2xx. */
export interface FailureAnswer {
  readonly error: {
    readonly code: FailureCode;
    /** In the reader's language (`Accept-Language`). */
    readonly text: string;
    readonly requestId: string;
    readonly problems?: readonly FieldProblem[];
    /** With `changedBySomebodyElse`: the record as it stands now. */
    readonly current?: RecordAnswer;
  };
}

/** One step that the reader may take now. */
export interface AllowedStep {
  readonly to: string;
  readonly label: Label;
  readonly needsReason: boolean;
  /** Fields that may be given with the step, in order. */
  readonly fields: readonly string[];
}

/** A record as one reader sees it. With a view other than `full`, fields outside the view are absent. */
export interface RecordAnswer {
  readonly id: string;
  readonly kind: KindName;
  readonly view: View;
  readonly ref?: string;
  readonly unitId?: string;
  readonly status: string;
  readonly title: string;
  readonly fields: AnyFields;
  readonly comments?: readonly Comment[];
  readonly createdBy?: Person;
  readonly createdAt: string;
  readonly modifiedBy?: Person;
  readonly modifiedAt?: string;
  readonly stateChangedAt: string;
  /** Send back as `baseRevision` with a change. */
  readonly revision: number;
  /** False while SharePoint does not have this revision yet. */
  readonly inSharePoint: boolean;
  readonly reportedByMe: boolean;
  readonly allowed: {
    readonly edit: boolean;
    readonly comment: boolean;
    readonly steps: readonly AllowedStep[];
  };
}

/** GET /api/v1/records/:kind */
export interface RecordQuery {
  readonly unit?: string;
  /** The unit and all below it. */
  readonly under?: string;
  /** Several are separated by commas. */
  readonly status?: string;
  readonly open?: boolean;
  readonly mine?: boolean;
  /** Words sought in reference, title and text fields of records seen in full. */
  readonly text?: string;
  /** Field values, by the field's name: `where.category=fall,medication`. Only indexed fields. */
  readonly where?: Readonly<Record<string, string>>;
  /** ISO days, inclusive; about `createdAt`. */
  readonly from?: string;
  readonly to?: string;
  /** `createdAt`, `modifiedAt`, `ref`, `status`, `title`, `unit`; a leading `-` turns the order. Default `-createdAt`. */
  readonly sort?: string;
  readonly offset?: number;
  /** 1–200, 50 unless told. */
  readonly limit?: number;
}

export interface RecordPage {
  readonly rows: readonly RecordAnswer[];
  readonly total: number;
  readonly offset: number;
}

/** POST /api/v1/records/:kind → 201 RecordAnswer; the same `id` again → 200 with the record as it stands. */
export interface CreateRequest {
  /** A UUID made by the caller, so that a repeated call stores one record. */
  readonly id: string;
  readonly unitId?: string;
  /** One of the kind's initial states; its first when absent. */
  readonly status?: string;
  readonly fields: AnyFields;
}

/** PATCH /api/v1/records/:kind/:id. Only the fields named change; `null` empties a field. */
export interface ChangeRequest {
  readonly baseRevision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** POST /api/v1/records/:kind/:id/steps */
export interface StepRequest {
  readonly to: string;
  readonly baseRevision: number;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** POST /api/v1/records/:kind/:id/comments → 201 RecordAnswer */
export interface CommentRequest {
  readonly id: string;
  readonly kind: 'comment' | 'suggestion';
  readonly field?: string;
  readonly text: string;
}

/** POST /api/v1/records/:kind/:id/comments/:commentId/answer → RecordAnswer */
export interface CommentAnswerRequest {
  readonly outcome: 'taken' | 'declined';
}

/** GET /api/v1/records/:kind/:id/history, newest first */
export type HistoryAnswer = readonly HistoryEntry[];

/** A record that was masked while it was stored says so once, in the answer to the call that did it. */
export interface StoredAnswer extends RecordAnswer {
  readonly masked: { readonly personnummer: boolean; readonly names: boolean };
}

/** GET /api/v1/units: the organisation, parents before children. */
export interface UnitAnswer {
  readonly id: string;
  readonly name: string;
  readonly unitKind: 'board' | 'administration' | 'department' | 'unit' | 'contractor';
  readonly parentId?: string;
  readonly aliases: readonly string[];
  readonly active: boolean;
}

export interface RoleOnUnit {
  readonly role: Role;
  /** Absent: the whole board. */
  readonly unitId?: string;
}

/** GET /api/v1/me */
export interface MeAnswer {
  readonly person: Person;
  readonly roles: readonly RoleOnUnit[];
  /** The unit that forms start from. */
  readonly homeUnitId?: string;
  readonly board: { readonly id: string; readonly name: string };
  readonly mode: 'local' | 'tenant';
  /** The kinds that this person may create, so that menus hide the rest. */
  readonly mayCreate: readonly KindName[];
  /** The kinds that this person may read at least one view of. */
  readonly mayRead: readonly KindName[];
}

/** GET /api/v1/demo-persons, local mode only, without sign-in. */
export interface DemoPerson {
  readonly person: Person;
  readonly roles: readonly (RoleOnUnit & { readonly unitName?: string })[];
}

/** GET /api/v1/persons: whom a person field may name, by name; ids and names only. */
export type PersonsAnswer = readonly Person[];

/** What waits for a person, with the next step first. */
export interface WaitingItem {
  readonly record: RecordAnswer;
  readonly step: AllowedStep;
  /** ISO instant by which the step should be taken (`domain.md`, Deadlines). */
  readonly dueAt?: string;
  readonly overdue: boolean;
}

/** GET /api/v1/my-part: everything that "Min del" shows, in one answer. */
export interface MyPartAnswer {
  readonly waiting: readonly WaitingItem[];
  readonly waitingTotal: number;
  readonly myCases: readonly RecordAnswer[];
  readonly myCasesTotal: number;
  readonly commitments: readonly RecordAnswer[];
  readonly commitmentsTotal: number;
}

/** GET /api/v1/goal-chain?year=: vision → commitments, all that the plan's tree and table show. */
export interface GoalChainAnswer {
  readonly year: number;
  readonly goals: readonly RecordAnswer[];
  readonly commitments: readonly RecordAnswer[];
  readonly expectedResults: readonly RecordAnswer[];
  readonly indicators: readonly RecordAnswer[];
}

/** GET /api/v1/statistics/:kind?by=category|status|unit&from=&to= (boardOffice and others with statistics or more). */
export interface StatisticsAnswer {
  readonly by: string;
  /** `count` is absent where a cell is too small to show (`permissions.ts`, statistics). */
  readonly cells: readonly { readonly value: string; readonly count?: number }[];
}

/**
 * GET, PUT and DELETE /api/v1/drafts/:key; key `commitment.<id>`, `process.<id>` or `report.<id>`. Only the owner reaches a draft. GET
 * answers 204 where there is none.
 */
export interface DraftAnswer {
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly updatedAt: string;
}

/** PUT /api/v1/drafts/:key → DraftAnswer */
export interface DraftRequest {
  readonly body: Readonly<Record<string, unknown>>;
}

/** Why the service is not at its best. */
export type HealthReason =
  | 'databaseNotAnswering'
  | 'graphNotAnswering'
  | 'changesLate'
  | 'throttled'
  | 'changesUnsendable'
  | 'pullLate'
  | 'libraryPullLate';

/**
 * GET /health, without sign-in: 200 while the service answers people, also when it is `degraded` for the reasons given;
 * 503 when it does not. Names and states only.
 */
export interface HealthAnswer {
  /** Made anew at each start: tells two services on the same port apart. */
  readonly instance?: string;
  readonly status: 'ready' | 'degraded' | 'failing';
  readonly reasons: readonly HealthReason[];
  readonly mode: 'local' | 'tenant';
  /** `database`, `graph`: whether that part answers now; `queue`, `pull`, `library`: whether it keeps up. */
  readonly parts: Readonly<Record<string, 'ok' | 'failing' | 'late'>>;
  /** Accepted changes that SharePoint does not have yet, and when the oldest of them was accepted. */
  readonly waiting?: number;
  readonly oldestWaitingAt?: string;
  /** When the list that has waited longest was pulled to its end. */
  readonly oldestPullAt?: string;
}

/** POST /api/v1/intake/read: reads a sentence without storing anything. */
export interface IntakeReadRequest {
  readonly text: string;
}
export type IntakeReadAnswer = Reading;
