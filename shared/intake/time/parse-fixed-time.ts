/** The expressions of `time-words.ts`, the longest first. */
import { editDistance } from '../edit-distance.ts';
import { parseEntries } from '../phrase-pattern.ts';
import { fold, type Word } from '../words.ts';
import type { TimePiece } from './time-pieces.ts';
import { fixedTimes } from './time-words.ts';

interface FixedPhrase {
  readonly words: readonly string[];
  readonly piece: TimePiece;
}

const phrasesByInitial: ReadonlyMap<string, readonly FixedPhrase[]> = Map.groupBy(
  fixedTimes
    .flatMap(({ words, ...meaning }) =>
      parseEntries(words).map((entry): FixedPhrase => {
        const folded = entry.split(/\s+/u).map(fold);
        return { words: folded, piece: { ...meaning, length: folded.length } };
      }),
    )
    .sort((one, other) => other.words.length - one.words.length),
  (phrase) => phrase.words[0]?.charAt(0) ?? '',
);

export function parseFixedTime(words: readonly Word[], index: number): TimePiece | undefined {
  const phrases = phrasesByInitial.get(words[index]?.folded.charAt(0) ?? '') ?? [];
  return (
    phrases.find((phrase) => standsAt(phrase.words, words, index, (known, word) => known === word)) ??
    phrases.find((phrase) => standsAt(phrase.words, words, index, isNearlySame))
  )?.piece;
}

function standsAt(
  phrase: readonly string[],
  words: readonly Word[],
  index: number,
  isSame: (known: string, word: string) => boolean,
): boolean {
  return phrase.every((known, place) => {
    const word = words[index + place];
    if (word === undefined || (place > 0 && !/^[\s.]{0,3}$/u.test(word.gap))) return false;
    return isSame(known, word.folded);
  });
}

/** One letter wrong, but the last one right: "helger" and "nätter" are not "helgen" and "natten". */
function isNearlySame(known: string, word: string): boolean {
  if (known === word) return true;
  return known.length >= 6 && known.at(-1) === word.at(-1) && editDistance(known, word, 1) <= 1;
}
