/** How badly it went, on the four steps of L14; only on evidence in the text. */
import type { VocabularyHits } from './vocabulary-hits.ts';
import type { Word } from './words.ts';

/** How many words before the evidence a denial may stand. */
const reach = 3;

export function findSeverity(hits: VocabularyHits, words: readonly Word[]): 1 | 2 | 3 | 4 | undefined {
  for (const level of [4, 3, 2] as const) {
    const stands = hits.of(`severity:${level}`).some((hit) => !isDenied(hit.first, hits, words));
    if (stands) return level;
  }
  if (hits.has('severity:1')) return 1;
  return hits.has('severity:unharmed') && hits.has('severity:harmful') ? 1 : undefined;
}

/** `inget brutet`, `utan fraktur`: a denial in the same sentence, with no comma between. */
function isDenied(first: number, hits: VocabularyHits, words: readonly Word[]): boolean {
  return hits.of('severity:denying').some(({ last }) => {
    if (last >= first || first - last > reach) return false;
    return words.slice(last + 1, first + 1).every((word) => !/[,.!?;\n]/u.test(word.gap));
  });
}
