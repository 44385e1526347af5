/** Reading one Swedish message into a draft record (`domain.md` (iv)). Pure: the time and the units are given. */
import { findDeviationCategory, findFeedbackTopic } from './find-category.ts';
import { findKind } from './find-kind.ts';
import { findSeverity } from './find-severity.ts';
import { findUnit } from './find-unit.ts';
import { maskText } from './masking.ts';
import type { Reading, ReadingContext, ReadingKind } from './reading.ts';
import { findTime, type TimeDirection } from './time/find-time.ts';
import { findVocabularyHits } from './vocabulary-hits.ts';
import { splitWords } from './words.ts';

export type { KnownUnit, Reading, ReadingContext, ReadingKind } from './reading.ts';

const feedbackKinds: ReadonlySet<ReadingKind> = new Set(['complaint', 'viewpoint', 'praise', 'suggestion']);
/** Nothing becomes of these, so their time and unit are not asked for. */
const kindsWithoutMatter: ReadonlySet<ReadingKind> = new Set(['smalltalk', 'unknown']);

/** Longer messages are read by their beginning; the whole is masked. */
const longestReading = 10_000;

/**
 * Reads what a member of staff wrote: kind, unit, time, category, severity, suspected misconduct, and the text without
 * personnummer and names. What the text does not say is absent. Never throws.
 */
export function readReport(text: string, context: ReadingContext): Reading {
  const { maskedText, personnummer, names } = maskText(text);
  const beginning = text.slice(0, longestReading);
  const words = splitWords(beginning);
  const hits = findVocabularyHits(words);
  const mention = findUnit(words, context.units);
  const kind = findKind({
    text: beginning,
    words,
    hits,
    startsWithUnit: mention?.first === 0,
    mentionsUnit: mention !== undefined,
    mentionsPerson: names,
  });
  const time = kindsWithoutMatter.has(kind) ? undefined : findTime(beginning, words, context.now, directionOf(kind));
  const isDeviation = kind === 'deviation';
  const category = isDeviation
    ? findDeviationCategory(hits)
    : feedbackKinds.has(kind)
      ? findFeedbackTopic(hits)
      : undefined;
  const severity = isDeviation ? findSeverity(hits, words) : undefined;
  const isReport = isDeviation || feedbackKinds.has(kind);
  return {
    kind,
    ...(mention === undefined || kindsWithoutMatter.has(kind) ? {} : { unit: mention.unit.id }),
    ...(time === undefined ? {} : { when: time.when }),
    ...(time?.occurredAt === undefined ? {} : { occurredAt: time.occurredAt }),
    ...(category === undefined ? {} : { category }),
    ...(severity === undefined ? {} : { severity }),
    containsPersonnummer: personnummer,
    ...(names ? { mentionsPerson: true } : {}),
    ...(isReport && hits.has('misconduct') ? { suspectedMisconduct: true } : {}),
    maskedText,
  };
}

function directionOf(kind: ReadingKind): TimeDirection {
  if (kind === 'command' || kind === 'suggestion') return 'future';
  return kind === 'question' ? 'either' : 'past';
}
