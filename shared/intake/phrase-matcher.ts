/** Finds the entries of all vocabularies in a text in one walk over its words. */
import { editDistance } from './edit-distance.ts';
import { parsePhrase, type Atom, type PhrasePlace, type WordGroups } from './phrase-pattern.ts';
import type { Word } from './words.ts';

export interface PhraseHit {
  readonly tag: string;
  readonly weight: number;
  /** The entry as the vocabulary has it. */
  readonly entry: string;
  /** First and last word of the hit. */
  readonly first: number;
  readonly last: number;
}

export interface VocabularyEntry {
  readonly tag: string;
  readonly weight: number;
  readonly entry: string;
}

export type PhraseMatcher = (words: readonly Word[]) => readonly PhraseHit[];

interface Phrase extends VocabularyEntry {
  readonly places: readonly { readonly gap: number; readonly ids: readonly number[] }[];
}

/** Longer words are names or nonsense; they are not searched. */
const longestWord = 60;
/** So that a long text of unknown words stays fast: later ones are only compared letter by letter. */
const correctedWordsPerText = 250;

/**
 * @param groups the word groups that entries refer to as `<name>`
 * @param isOrdinary words (folded) that are spelt right and must not be taken for a vocabulary word's misspelling
 */
export function createPhraseMatcher(
  entries: readonly VocabularyEntry[],
  groups: WordGroups,
  isOrdinary: (folded: string) => boolean,
): PhraseMatcher {
  const lexicon = createLexicon(isOrdinary);
  const phrasesByFirstAtom = new Map<number, Phrase[]>();
  for (const entry of entries) {
    const places = parsePhrase(entry.entry, groups).map((place: PhrasePlace) => ({
      gap: place.gap,
      ids: place.atoms.map(lexicon.add),
    }));
    const phrase: Phrase = { ...entry, places };
    for (const id of new Set(places[0]?.ids)) {
      const list = phrasesByFirstAtom.get(id);
      if (list === undefined) phrasesByFirstAtom.set(id, [phrase]);
      else list.push(phrase);
    }
  }
  return (words) => {
    const atomsOf = lexicon.lookUp(words);
    const hits: PhraseHit[] = [];
    const seen = new Set<Phrase>();
    for (let first = 0; first < words.length; first += 1) {
      seen.clear();
      for (const id of atomsOf[first] ?? []) {
        for (const phrase of phrasesByFirstAtom.get(id) ?? []) {
          if (seen.has(phrase)) continue;
          const last = matchRest(phrase, first, words, atomsOf);
          if (last === undefined) continue;
          seen.add(phrase);
          hits.push({ tag: phrase.tag, weight: phrase.weight, entry: phrase.entry, first, last });
        }
      }
    }
    return hits;
  };
}

/** The last word of the phrase that begins at `first`, when all its places are there. */
function matchRest(
  phrase: Phrase,
  first: number,
  words: readonly Word[],
  atomsOf: readonly ReadonlySet<number>[],
): number | undefined {
  let position = first;
  for (let place = 1; place < phrase.places.length; place += 1) {
    const { gap, ids } = phrase.places[place] ?? { gap: 0, ids: [] };
    let found: number | undefined;
    for (let candidate = position + 1; candidate <= position + 1 + gap; candidate += 1) {
      const word = words[candidate];
      if (word === undefined || word.startsSentence) break;
      if (ids.some((id) => atomsOf[candidate]?.has(id) === true)) {
        found = candidate;
        break;
      }
    }
    if (found === undefined) return undefined;
    position = found;
  }
  return position;
}

interface Lexicon {
  readonly add: (atom: Atom) => number;
  /** For each word the ids of the atoms it is a form of. */
  readonly lookUp: (words: readonly Word[]) => readonly ReadonlySet<number>[];
}

function createLexicon(isOrdinary: (folded: string) => boolean): Lexicon {
  const idByKey = new Map<string, number>();
  const byText: Record<Atom['shape'], Map<string, { readonly id: number; readonly typed: string }[]>> = {
    word: new Map(),
    beginning: new Map(),
    ending: new Map(),
    middle: new Map(),
  };
  /** Atoms long enough to be misspelt recognisably, by first letter. */
  const correctable = new Map<string, { readonly atom: Atom; readonly id: number; readonly limit: number }[]>();
  let longestAtom = 0;

  function add(atom: Atom): number {
    const key = `${atom.shape} ${atom.typed}`;
    const known = idByKey.get(key);
    if (known !== undefined) return known;
    const id = idByKey.size;
    idByKey.set(key, id);
    const sameText = byText[atom.shape].get(atom.text) ?? [];
    byText[atom.shape].set(atom.text, [...sameText, { id, typed: atom.typed }]);
    longestAtom = Math.max(longestAtom, atom.text.length);
    const limit = lettersThatMayBeWrong(atom);
    if (limit > 0) {
      const initial = atom.text.charAt(0);
      correctable.set(initial, [...(correctable.get(initial) ?? []), { atom, id, limit }]);
    }
    return id;
  }

  function exactForms({ folded, typed }: Word): Set<number> {
    const ids = new Set<number>();
    const hasSwedishLetters = /[åäö]/u.test(typed);
    const note = (shape: Atom['shape'], text: string): void => {
      for (const atom of byText[shape].get(text) ?? []) {
        if (!hasSwedishLetters || isTypedAs(shape, atom.typed, typed)) ids.add(atom.id);
      }
    };
    note('word', folded);
    const length = Math.min(folded.length, longestWord);
    for (let end = 1; end <= Math.min(length, longestAtom); end += 1) note('beginning', folded.slice(0, end));
    for (let start = 0; start < length; start += 1) {
      note('ending', folded.slice(start));
      for (let end = start + 3; end <= Math.min(length, start + longestAtom); end += 1) {
        note('middle', folded.slice(start, end));
      }
    }
    return ids;
  }

  function misspeltForms(word: string): Set<number> {
    let nearest = Number.POSITIVE_INFINITY;
    let ids = new Set<number>();
    for (const { atom, id, limit } of correctable.get(word.charAt(0)) ?? []) {
      const distance = editDistance(atom.text, word, Math.min(limit, nearest), atom.shape !== 'word');
      if (distance > limit || distance > nearest) continue;
      if (distance < nearest) ids = new Set();
      nearest = distance;
      ids.add(id);
    }
    return ids;
  }

  function lookUp(words: readonly Word[]): readonly ReadonlySet<number>[] {
    const forms = new Map<string, ReadonlySet<number>>();
    let corrected = 0;
    return words.map((word) => {
      const { folded } = word;
      const known = forms.get(word.typed);
      if (known !== undefined) return known;
      let ids = exactForms(word);
      const worthCorrecting = folded.length >= 5 && folded.length <= longestWord && !isOrdinary(folded);
      if (ids.size === 0 && worthCorrecting && corrected < correctedWordsPerText) {
        corrected += 1;
        ids = misspeltForms(folded);
      }
      forms.set(word.typed, ids);
      return ids;
    });
  }

  return { add, lookUp };
}

function isTypedAs(shape: Atom['shape'], entry: string, typed: string): boolean {
  if (shape === 'word') return typed === entry;
  if (shape === 'beginning') return typed.startsWith(entry);
  return shape === 'ending' ? typed.endsWith(entry) : typed.includes(entry);
}

function lettersThatMayBeWrong(atom: Atom): number {
  if (atom.shape === 'word') return atom.text.length >= 10 ? 2 : atom.text.length >= 7 ? 1 : 0;
  if (atom.shape === 'beginning' || atom.shape === 'middle')
    return atom.text.length >= 12 ? 2 : atom.text.length >= 7 ? 1 : 0;
  return 0;
}
