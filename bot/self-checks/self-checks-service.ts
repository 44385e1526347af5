/** Self-checks beyond what every record can (R78): planned ahead, answered question by question, reviewed, counted. */
import type { RecordAnswer, StoredAnswer } from '../../shared/api/contract.ts';
import type {
  SelfCheckCalendarAnswer,
  SelfCheckGapsAnswer,
  SelfCheckPreviewAnswer,
  SelfCheckPreviewRequest,
  SelfCheckStatisticsAnswer,
} from '../../shared/api/self-check-contract.ts';
import type { GivenAnswer } from '../../shared/rules/self-check-answers.ts';
import type { Caller, Outcome } from '../records/records-service.ts';

export interface SelfChecksService {
  /** Makes, opens and takes away occurrences as the schedules say. Twice, or in two processes, is harmless. */
  run(boardId: string): Promise<SelfCheckRun>;
  /** Stores one answer; the rest stay unanswered. Refused once it is handed in. */
  answer(caller: Caller, occurrenceId: string, questionId: string, given: GivenAnswer): Promise<Outcome<StoredAnswer>>;
  /** Opens a deviation for each failed answer, then hands in. What is missing is a problem, by question. */
  submit(caller: Caller, occurrenceId: string, input: SubmitInput): Promise<Outcome<StoredAnswer>>;
  /** The manager's review. One without failed answers is closed with it. */
  review(caller: Caller, occurrenceId: string, input: ReviewInput): Promise<Outcome<StoredAnswer>>;
  /** Open self-checks that the caller may answer, the one due first at the top. */
  mine(caller: Caller): Promise<readonly RecordAnswer[]>;
  calendar(caller: Caller, year: number): Promise<SelfCheckCalendarAnswer>;
  statistics(caller: Caller): Promise<SelfCheckStatisticsAnswer>;
  gaps(caller: Caller): Promise<SelfCheckGapsAnswer>;
  preview(schedule: SelfCheckPreviewRequest): SelfCheckPreviewAnswer;
}

export interface SubmitInput {
  readonly comment?: string | undefined;
  readonly sampledUnits?: string | undefined;
  readonly sampledCount?: number | undefined;
}

export interface ReviewInput {
  readonly baseRevision: number;
  readonly reviewComment?: string | undefined;
}

export interface SelfCheckRun {
  readonly created: number;
  readonly opened: number;
  readonly cancelled: number;
}
