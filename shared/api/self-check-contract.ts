/** What the tab asks about self-checks. */
import type { RecordAnswer } from './contract.ts';

/** POST /api/v1/self-checks/:id/answers → StoredAnswer. One question; the others stay as they are. */
export interface SelfCheckAnswerRequest {
  readonly questionId: string;
  readonly yesNo?: 'yes' | 'no';
  readonly value?: number;
  readonly answerText?: string;
  readonly remark?: string;
}

/** POST /api/v1/self-checks/:id/submit → StoredAnswer; `invalidFields` names the questions that are missing by row. */
export interface SelfCheckSubmitRequest {
  readonly comment?: string;
  /** Case numbers or rooms that were examined. */
  readonly sampledUnits?: string;
  readonly sampledCount?: number;
}

/** POST /api/v1/self-checks/:id/review → StoredAnswer */
export interface SelfCheckReviewRequest {
  readonly baseRevision: number;
  readonly reviewComment?: string;
}

/** GET /api/v1/self-checks/mine: open ones that the caller may answer, by due day. */
export type MySelfChecksAnswer = readonly RecordAnswer[];

/** GET /api/v1/self-checks/calendar?year= */
export interface SelfCheckCalendarAnswer {
  readonly year: number;
  readonly items: readonly SelfCheckCalendarItem[];
}

export interface SelfCheckCalendarItem {
  readonly id: string;
  /** False: planned by its definition, not made yet. */
  readonly occurrence: boolean;
  readonly definitionId?: string;
  readonly unitId?: string;
  readonly ref?: string;
  readonly name: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly status: string;
  readonly result?: string;
}

/** GET /api/v1/self-checks/statistics: months that were due in the last year, oldest first. */
export interface SelfCheckStatisticsAnswer {
  readonly months: readonly {
    readonly month: string;
    readonly due: number;
    readonly inTime: number;
    readonly late: number;
    readonly missing: number;
    readonly notApproved: number;
  }[];
}

/** GET /api/v1/self-checks/gaps: what the legal base of a unit asks for and no self-check in force covers. */
export interface SelfCheckGapsAnswer {
  readonly day: string;
  readonly gaps: readonly {
    readonly unitId: string;
    readonly area: string;
    readonly legalBases: readonly string[];
  }[];
}

/** POST /api/v1/self-checks/preview: the next days of a schedule that is being written. */
export interface SelfCheckPreviewRequest {
  readonly frequency: 'weekly' | 'monthly' | 'quarterly' | 'tertial' | 'halfYear' | 'year' | 'custom';
  readonly rule?: string;
  readonly startsOn: string;
  readonly endsOn?: string;
  readonly deadlineDays: number;
  readonly onDayOff?: 'nextWorkingDay' | 'previousWorkingDay' | 'keep';
}

export interface SelfCheckPreviewAnswer {
  /** False: the rule of its own says nothing that is understood. */
  readonly understood: boolean;
  readonly next: readonly { readonly period: string; readonly opensOn: string; readonly dueOn: string }[];
}
