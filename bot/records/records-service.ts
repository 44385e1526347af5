/**
 * The one way in (`design.md` 1.4). Chat, card, tab, reminder and import call this service with an actor; permission,
 * validation, masking, numbering, history and the access log happen behind it and nowhere else.
 */
import type {
  AllowedStep,
  DemoPerson,
  DraftAnswer,
  FieldProblem,
  GoalChainAnswer,
  MyPartAnswer,
  RecordAnswer,
  RecordPage,
  RecordQuery,
  StatisticsAnswer,
  StoredAnswer,
  UnitAnswer,
} from '../../shared/api/contract.ts';
import type { ProcessService } from '../processes/process-service.ts';
import type { Actor } from '../../shared/rules/permissions.ts';
import type {
  RecordConflicts,
  RecordSetAside,
  SettleRequest,
  SettleSetAsideRequest,
} from '../../shared/api/sync-contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { HistoryEntry, Via } from '../../shared/records/stored-record.ts';

/** Who calls, and through which surface. Made by the edge from a verified identity, never from what a client says. */
export interface Caller {
  readonly boardId: string;
  readonly actor: Actor;
  readonly via: Via;
  readonly language: 'sv' | 'en';
}

export type Refusal =
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'conflict'; readonly current: RecordAnswer }
  | { readonly kind: 'stepNotPossible' }
  | { readonly kind: 'unitClosed' }
  /** The id stands for a record of another person or kind. */
  | { readonly kind: 'idTaken' };

export type Outcome<Value> = { readonly kind: 'ok'; readonly value: Value } | Refusal;

export interface CreateInput {
  readonly id: string;
  readonly unitId?: string | undefined;
  readonly status?: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ChangeInput {
  readonly baseRevision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface StepInput {
  readonly to: string;
  readonly baseRevision: number;
  readonly reason?: string | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

export interface CommentInput {
  readonly id: string;
  readonly kind: 'comment' | 'suggestion';
  readonly field?: string | undefined;
  readonly text: string;
}

export interface RecordsService {
  /** Processes with their activities and file as one. */
  readonly processes: ProcessService;
  /** `created` is false when the same call had been made before: then the record is returned as it stands. */
  create(
    caller: Caller,
    kind: KindName,
    input: CreateInput,
  ): Promise<Outcome<StoredAnswer & { readonly created: boolean }>>;
  get(caller: Caller, kind: KindName, id: string): Promise<Outcome<RecordAnswer>>;
  /** Finds by reference (AVV-2026-0001, in any case) among what the caller may see. */
  findByRef(caller: Caller, ref: string): Promise<Outcome<RecordAnswer>>;
  list(caller: Caller, kind: KindName, query: RecordQuery): Promise<Outcome<RecordPage>>;
  change(caller: Caller, kind: KindName, id: string, input: ChangeInput): Promise<Outcome<StoredAnswer>>;
  takeStep(caller: Caller, kind: KindName, id: string, input: StepInput): Promise<Outcome<StoredAnswer>>;
  comment(caller: Caller, kind: KindName, id: string, input: CommentInput): Promise<Outcome<StoredAnswer>>;
  answerComment(
    caller: Caller,
    kind: KindName,
    id: string,
    commentId: string,
    outcome: 'taken' | 'declined',
  ): Promise<Outcome<StoredAnswer>>;
  /** The open conflicts of a record that the caller may settle; of a deleted one too. */
  conflicts(caller: Caller, kind: KindName, id: string): Promise<Outcome<RecordConflicts>>;
  settleConflict(
    caller: Caller,
    place: { readonly kind: KindName; readonly id: string; readonly conflictId: string },
    request: SettleRequest,
  ): Promise<Outcome<RecordAnswer | undefined>>;
  /** What was set aside of a record, for whoever may change it; for anybody else there is nothing. */
  setAside(caller: Caller, kind: KindName, id: string): Promise<Outcome<RecordSetAside>>;
  /**
   * What was set aside is dealt with; what is taken over goes the way of any change. With `of`, of a record that the caller
   * may change; without it, who may is judged by the routes.
   */
  settleSetAside(
    caller: Caller,
    setAsideId: string,
    request: SettleSetAsideRequest,
    of?: { readonly kind: KindName; readonly id: string },
  ): Promise<Outcome<undefined>>;
  history(caller: Caller, kind: KindName, id: string): Promise<Outcome<readonly HistoryEntry[]>>;
  statistics(
    caller: Caller,
    kind: KindName,
    query: { readonly by: string; readonly from?: string; readonly to?: string },
  ): Promise<Outcome<StatisticsAnswer>>;
  myPart(caller: Caller): Promise<MyPartAnswer>;
  goalChain(caller: Caller, year: number): Promise<GoalChainAnswer>;
  /** Every unit, closed ones too; for forms and for reading sentences. Cached; cheap. */
  units(boardId: string): Promise<readonly UnitAnswer[]>;
  /** The roles a person has now; an actor without roles may still report. */
  actorOf(boardId: string, personId: string, name?: string): Promise<Actor>;
  persons(boardId: string): Promise<readonly DemoPerson[]>;
}

/** Unsaved work, 30 days, visible to its owner only (`design.md` 3). Bodies are masked before they come here from chat. */
export interface DraftStore {
  read(boardId: string, personId: string, key: string): Promise<DraftAnswer | undefined>;
  write(boardId: string, personId: string, key: string, body: Readonly<Record<string, unknown>>): Promise<DraftAnswer>;
  remove(boardId: string, personId: string, key: string): Promise<void>;
}

export type { AllowedStep };
