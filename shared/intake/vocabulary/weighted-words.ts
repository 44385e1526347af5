/** What a category's words look like as data; the weights are in one place so that categories are comparable. */
import type { VocabularyEntry } from '../phrase-matcher.ts';
import { parseEntries } from '../phrase-pattern.ts';

/** Entries separated by commas or line ends, in the language of `phrase-pattern.ts`. */
export interface WeightedWords {
  /** Tells the category, and that something untoward happened. */
  readonly events?: string;
  /** Tells the category. */
  readonly strong?: string;
  /** Usual in the category, but not only there. */
  readonly usual?: string;
  /** Decides only where nothing else does. */
  readonly weak?: string;
}

const weights = { events: 6, strong: 6, usual: 3, weak: 1 } as const;

/** The entries with tags `<area>:<category>`; an event is also tagged `kind:event`. */
export function weightedEntries(
  area: string,
  wordsByCategory: Readonly<Record<string, WeightedWords>>,
): readonly VocabularyEntry[] {
  return Object.entries(wordsByCategory).flatMap(([category, words]) =>
    (Object.keys(weights) as (keyof typeof weights)[]).flatMap((strength) =>
      parseEntries(words[strength] ?? '').flatMap((entry): readonly VocabularyEntry[] => {
        const hit = { tag: `${area}:${category}`, weight: weights[strength], entry };
        return strength === 'events' ? [hit, { tag: 'kind:event', weight: 2, entry }] : [hit];
      }),
    ),
  );
}
