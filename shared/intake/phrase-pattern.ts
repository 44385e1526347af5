/**
 * The small language of the vocabularies (`vocabulary/README.md`):
 *
 *   trycksår          that word; one letter wrong is let through in words of seven letters or more
 *   ramla*            a word that begins so
 *   *allergi*         a word that contains this; `*kost` ends so
 *   glömd/missad      either word
 *   <staff>           any word of that group in `vocabulary/groups.ts`
 *   hittad* .. golv*  up to four other words of the same sentence may stand between
 */
import { fold, typedForm } from './words.ts';

export type AtomShape = 'word' | 'beginning' | 'ending' | 'middle';

export interface Atom {
  readonly shape: AtomShape;
  /** Folded, as words are compared. */
  readonly text: string;
  /** With åäö: a word typed with åäö must have them where the entry has. */
  readonly typed: string;
}

/** One place in a phrase: any of the atoms, after at most `gap` other words. */
export interface PhrasePlace {
  readonly gap: number;
  readonly atoms: readonly Atom[];
}

const gapLength = 4;

export type WordGroups = Readonly<Record<string, string>>;

/** Splits a vocabulary text into its entries: separated by commas or line ends. */
export function parseEntries(vocabulary: string): readonly string[] {
  return vocabulary
    .split(/[,\n]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

export function parsePhrase(entry: string, groups: WordGroups): readonly PhrasePlace[] {
  const places: PhrasePlace[] = [];
  let gap = 0;
  for (const part of entry.split(/\s+/u)) {
    if (part === '..') {
      gap = gapLength;
      continue;
    }
    places.push({ gap, atoms: part.split('/').flatMap((alternative) => parseAlternative(alternative, groups)) });
    gap = 0;
  }
  return places;
}

function parseAlternative(alternative: string, groups: WordGroups): readonly Atom[] {
  const group = /^<(\w+)>$/u.exec(alternative)?.[1];
  if (group !== undefined) return parseEntries(groups[group] ?? '').map(parseAtom);
  return [parseAtom(alternative)];
}

function parseAtom(text: string): Atom {
  const open = text.startsWith('*');
  const goesOn = text.endsWith('*');
  const letters = text.replaceAll('*', '');
  const shape = open ? (goesOn ? 'middle' : 'ending') : goesOn ? 'beginning' : 'word';
  return { shape, text: fold(letters), typed: typedForm(letters) };
}
