/** All vocabularies as one list of tagged entries, and what of them stands in a text. */
import { createPhraseMatcher, type PhraseHit, type VocabularyEntry } from './phrase-matcher.ts';
import { parseEntries } from './phrase-pattern.ts';
import { careDeviationWords } from './vocabulary/deviation-care.ts';
import { workDeviationWords } from './vocabulary/deviation-work.ts';
import { feedbackTopicWords } from './vocabulary/feedback-topics.ts';
import { wordGroups } from './vocabulary/groups.ts';
import { idioms, kindWords } from './vocabulary/kinds.ts';
import { misconductWords } from './vocabulary/misconduct.ts';
import { ordinaryWords } from './vocabulary/ordinary-words.ts';
import { denyingWords, harmfulWords, severityWords, unharmedWords } from './vocabulary/severity.ts';
import { weightedEntries } from './vocabulary/weighted-words.ts';
import { fold, type Word } from './words.ts';

function taggedEntries(tag: string, vocabulary: string): readonly VocabularyEntry[] {
  return parseEntries(vocabulary).map((entry) => ({ tag, weight: 1, entry }));
}

/** Every entry that a coordinator can add to, with its tag. */
export const allEntries: readonly VocabularyEntry[] = [
  ...weightedEntries('deviation', careDeviationWords),
  ...weightedEntries('deviation', workDeviationWords),
  ...weightedEntries('feedback', feedbackTopicWords),
  ...Object.entries(kindWords).flatMap(([name, words]) => taggedEntries(`kind:${name}`, words)),
  ...Object.entries(severityWords).flatMap(([level, words]) => taggedEntries(`severity:${level}`, words)),
  ...taggedEntries('severity:unharmed', unharmedWords),
  ...taggedEntries('severity:harmful', harmfulWords),
  ...taggedEntries('severity:denying', denyingWords),
  ...taggedEntries('misconduct', misconductWords),
  ...taggedEntries('idiom', idioms),
];

const ordinary = parseEntries(ordinaryWords);
const ordinaryExact = new Set(ordinary.filter((word) => !word.endsWith('*')).map(fold));
const ordinaryBeginnings = new Set(
  ordinary.filter((word) => word.endsWith('*')).map((word) => fold(word.slice(0, -1))),
);

function isOrdinary(folded: string): boolean {
  if (ordinaryExact.has(folded)) return true;
  for (let end = 5; end <= folded.length; end += 1) if (ordinaryBeginnings.has(folded.slice(0, end))) return true;
  return false;
}

const match = createPhraseMatcher(allEntries, wordGroups, isOrdinary);

/** What the vocabularies find in a text. Hits inside an idiom are left out. */
export interface VocabularyHits {
  readonly of: (tag: string) => readonly PhraseHit[];
  readonly has: (tag: string) => boolean;
  readonly tags: readonly string[];
}

export function findVocabularyHits(words: readonly Word[]): VocabularyHits {
  const hits = match(words);
  const inIdiom = new Set<number>();
  for (const { tag, first, last } of hits) {
    if (tag === 'idiom') for (let index = first; index <= last; index += 1) inIdiom.add(index);
  }
  const byTag = new Map<string, PhraseHit[]>();
  for (const hit of hits) {
    if (hit.first === hit.last && inIdiom.has(hit.first) && hit.tag !== 'idiom') continue;
    const list = byTag.get(hit.tag);
    if (list === undefined) byTag.set(hit.tag, [hit]);
    else list.push(hit);
  }
  return { of: (tag) => byTag.get(tag) ?? [], has: (tag) => byTag.has(tag), tags: [...byTag.keys()] };
}
