import type { FieldProblem, RecordAnswer } from '../../shared/api/contract.ts';
import type { FailureCode } from '../../shared/errors.ts';
import { AppError, failures } from '../../shared/errors.ts';

interface FailureParts {
  readonly code: FailureCode;
  /** What the service said, in the reader's language; absent when it never answered. */
  readonly text?: string | undefined;
  readonly requestId?: string | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly current?: RecordAnswer | undefined;
  readonly cause?: unknown;
}

/** An answer that is not 2xx, or no answer (`unavailable`). What a query or mutation rejects with. */
export class ApiFailure extends AppError {
  readonly text: string | undefined;
  readonly requestId: string | undefined;
  readonly problems: readonly FieldProblem[];
  /** With `changedBySomebodyElse`: the record as it stands now. */
  readonly current: RecordAnswer | undefined;

  constructor(parts: FailureParts) {
    super(parts.code, {}, { cause: parts.cause });
    this.name = 'ApiFailure';
    this.text = parts.text;
    this.requestId = parts.requestId;
    this.problems = parts.problems ?? [];
    this.current = parts.current;
  }

  get retryable(): boolean {
    return failures[this.code].retryable;
  }
}

/** Whatever was thrown, as a failure that can be shown. */
export function asApiFailure(thrown: unknown): ApiFailure {
  return thrown instanceof ApiFailure ? thrown : new ApiFailure({ code: 'unexpected', cause: thrown });
}
