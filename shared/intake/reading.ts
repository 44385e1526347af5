import type { DeviationCategory, FeedbackTopic } from '../records/choices.ts';
import type { Interval } from '../records/record-kind.ts';

/** A unit as the reading of sentences knows it. */
export interface KnownUnit {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface ReadingContext {
  /** The moment the message was written. */
  readonly now: Date;
  readonly units: readonly KnownUnit[];
}

export type ReadingKind =
  | 'deviation'
  | 'complaint'
  | 'viewpoint'
  | 'praise'
  | 'suggestion'
  | 'question'
  | 'command'
  | 'smalltalk'
  | 'emergency'
  | 'unknown';

/** What was understood of one sentence (`domain.md` (iv)). What the text does not say is absent. */
export interface Reading {
  readonly kind: ReadingKind;
  readonly unit?: string;
  /** The words about time, as typed. */
  readonly when?: string;
  readonly occurredAt?: Interval;
  readonly category?: DeviationCategory | FeedbackTopic;
  readonly severity?: 1 | 2 | 3 | 4;
  readonly containsPersonnummer: boolean;
  readonly mentionsPerson?: boolean;
  readonly suspectedMisconduct?: boolean;
  /** The text with personnummer and likely names replaced; every other word stands. */
  readonly maskedText: string;
}
