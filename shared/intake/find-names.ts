/** Likely names of persons in a text. Units, months, brands and medicines are left alone. */
import { parseEntries } from './phrase-pattern.ts';
import type { TextRange } from './personnummer.ts';
import * as given from './vocabulary/given-names.ts';
import * as person from './vocabulary/person-words.ts';
import { fold, isTitleCase, splitWords, type Word } from './words.ts';

const wordSet = (vocabulary: string): ReadonlySet<string> => new Set(parseEntries(vocabulary).map(fold));

const always = wordSet(given.givenNames);
const withCapital = wordSet(given.givenNamesWithCapital);
const inContext = wordSet(given.givenNamesInContext);
const surnames = wordSet(person.surnames);
const surnameEndings = [...wordSet(person.surnameEndings)];
const titles = wordSet(person.personTitles);
const before = wordSet(person.wordsBeforePersons);
const noNames = wordSet(person.noPersonNames);

/** The names in order, a given name and the surnames after it as one range; a genitive's s is left outside. */
export function findNames(text: string): readonly TextRange[] {
  const words = splitWords(text);
  const found: TextRange[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (!isName(words, index)) continue;
    const first = words[index];
    let last = index;
    while (continuesName(words, last + 1)) last += 1;
    const lastWord = words[last];
    if (first === undefined || lastWord === undefined) continue;
    found.push({ start: first.start, end: lastWord.end - genitiveLength(lastWord) });
    index = last;
  }
  return found;
}

/** Replaces every likely name; all other signs stand. */
export function maskNames(text: string, replacement: string): string {
  let masked = '';
  let position = 0;
  for (const { start, end } of findNames(text)) {
    masked += text.slice(position, start) + replacement;
    position = end;
  }
  return masked + text.slice(position);
}

function isName(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || isLexSarah(words, index)) return false;
  const name = nominative(word);
  const capital = isTitleCase(word) || isCapitalName(word);
  if (isSurnameAlone(word)) return true;
  if (always.has(name)) return true;
  const isGiven = withCapital.has(name) || inContext.has(name);
  if (isGiven && nextIsSurname(words, index)) return true;
  if (!capital) return isGiven && follows(words, index, titles) && !noNames.has(word.folded);
  if (withCapital.has(name)) return true;
  if (inContext.has(name)) return hasPersonContext(words, index);
  if (noNames.has(word.folded)) return false;
  if (follows(words, index, titles)) return !word.startsSentence && !isDefiniteNoun(word) && isTitleCase(word);
  return surnames.has(name) && !word.startsSentence && isTitleCase(word) && name.length > 5;
}

function hasPersonContext(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || word.startsSentence || /^[0-9]/u.test(words[index + 1]?.raw ?? '')) return false;
  if (noNames.has(word.folded)) return follows(words, index, titles) && word.folded !== 'max';
  return follows(words, index, titles) || follows(words, index, before);
}

/** A surname, a second given name or a particle before one, straight after the name. */
function continuesName(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !/^[ \u00A0-]$/u.test(word.gap)) return false;
  const previous = words[index - 1];
  if (previous !== undefined && genitiveLength(previous) > 0) return false;
  if (['von', 'af', 'de', 'al', 'el', 'ben', 'bin'].includes(word.folded)) {
    return words[index + 1]?.gap === ' ' && isCapitalised(words[index + 1]);
  }
  if (isSurnameAlone(word)) return true;
  const name = nominative(word);
  if (isCapitalised(word)) return !noNames.has(word.folded) || inContext.has(name);
  return always.has(name) || (surnames.has(name) && name.length > 4);
}

function nextIsSurname(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || next.gap !== ' ') return false;
  if (isSurnameAlone(next)) return true;
  if (!isCapitalised(words[index]) || !isCapitalised(next) || noNames.has(next.folded)) return false;
  const name = nominative(next);
  return surnames.has(name) || (next.folded.length > 4 && surnameEndings.some((ending) => name.endsWith(ending)));
}

function isSurnameAlone(word: Word): boolean {
  return word.folded.length > 6 && person.surnameEndingsAlone.some((ending) => nominative(word).endsWith(ending));
}

function follows(words: readonly Word[], index: number, set: ReadonlySet<string>): boolean {
  const word = words[index];
  const previous = words[index - 1];
  if (word === undefined || previous === undefined || word.startsSentence) return false;
  return /^[ \u00A0]+$/u.test(word.gap) && set.has(previous.folded);
}

/** `Ekliden`, `Solrosen`: names of places and things take the definite ending, persons' names do not. */
function isDefiniteNoun(word: Word): boolean {
  return word.folded.length > 5 && /(?:en|an|eln|ern|erna|orna)s?$/u.test(word.folded);
}

function isLexSarah(words: readonly Word[], index: number): boolean {
  const word = words[index]?.folded;
  return (word === 'sarah' || word === 'sara' || word === 'maria') && words[index - 1]?.folded === 'lex';
}

const isCapitalised = (word: Word | undefined): boolean => word !== undefined && isTitleCase(word);

/** `ANNA` in a text that is typed in capitals. */
const isCapitalName = (word: Word): boolean => word.raw.length > 3 && /^\p{Lu}+$/u.test(word.raw);

/** The name without a genitive's s. */
function nominative(word: Word): string {
  return genitiveLength(word) > 0 ? word.folded.slice(0, -1) : word.folded;
}

function genitiveLength(word: Word): number {
  const { folded } = word;
  if (!/[sS]$/u.test(word.raw) || isKnown(folded)) return 0;
  // Names that end in s take no other: "klass" is not Klas's.
  if (/[sxz]s$/u.test(folded)) return 0;
  return isKnown(folded.slice(0, -1)) || folded.endsWith('ssons') ? 1 : 0;
}

const isKnown = (name: string): boolean =>
  always.has(name) || withCapital.has(name) || inContext.has(name) || surnames.has(name);
