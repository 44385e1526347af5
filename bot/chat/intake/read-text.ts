import type { UnitAnswer } from '../../../shared/api/contract.ts';
import { maskText } from '../../../shared/intake/masking.ts';
import { readReport } from '../../../shared/intake/read-report.ts';
import type { Reading } from '../../../shared/intake/read-report.ts';
import { findTime } from '../../../shared/intake/time/find-time.ts';
import { findVocabularyHits } from '../../../shared/intake/vocabulary-hits.ts';
import { splitWords } from '../../../shared/intake/words.ts';
import { categoriesOf } from '../cards/intake-choices.ts';
import type { IntakeKind, OpenDraft } from '../drafts.ts';

/** What a sentence says, read against the open units of the board. */
export function readText(text: string, units: readonly UnitAnswer[], now: Date): Reading {
  return readReport(text, { now, units: openUnits(units) });
}

const openOf = new WeakMap<readonly UnitAnswer[], readonly UnitAnswer[]>();

/** The same list for the same units: what their names are split into is kept by the list. */
function openUnits(units: readonly UnitAnswer[]): readonly UnitAnswer[] {
  const open = openOf.get(units) ?? units.filter(({ active }) => active);
  openOf.set(units, open);
  return open;
}

/** The word that makes a sentence one of a kind: what a person would write before it. */
const openingWords: Readonly<Record<IntakeKind, string>> = {
  deviation: 'avvikelse',
  complaint: 'klagomål',
  viewpoint: 'synpunkt',
  praise: 'beröm',
  suggestion: 'förslag',
};

export type ReadDetails = Pick<OpenDraft, 'unit' | 'when' | 'occurredAt' | 'category' | 'severity'> & {
  readonly suspectedMisconduct: boolean;
};

/** What a text says when the person has told which kind it is, whatever it looks like by itself. */
export function readAs(kind: IntakeKind, text: string, units: readonly UnitAnswer[], now: Date): ReadDetails {
  const reading = readText(`${openingWords[kind]}: ${text}`, units, now);
  const { unit, when, occurredAt, category, severity } = reading;
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(when === undefined ? {} : { when }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(category === undefined || !Object.hasOwn(categoriesOf(kind), category) ? {} : { category }),
    ...(severity === undefined ? {} : { severity }),
    // Also of what reads as danger, which is no report until somebody says so.
    suspectedMisconduct: findVocabularyHits(splitWords(text)).has('misconduct'),
  };
}

/** Words about time from a field of their own: always what has been, and masked. */
export function readTimeWords(words: string, now: Date): Pick<OpenDraft, 'when' | 'occurredAt'> {
  const occurredAt = findTime(words, splitWords(words), now, 'past')?.occurredAt;
  return { when: maskText(words).maskedText, ...(occurredAt === undefined ? {} : { occurredAt }) };
}
