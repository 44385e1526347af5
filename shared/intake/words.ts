/** Splitting a message into words that can be compared whatever the keyboard: lower case, without åäö and hyphens. */

export interface Word {
  /** As typed. */
  readonly raw: string;
  /** Lower case, without diacritics, hyphens and apostrophes: `E-tjänst` is `etjanst`. */
  readonly folded: string;
  /** Lower case, without hyphens, but with åäö: tells `så` from `sa`. */
  readonly typed: string;
  /** Offsets in the text: `text.slice(start, end) === raw`. */
  readonly start: number;
  readonly end: number;
  /** What stands between the word before (or the start of the text) and this one. */
  readonly gap: string;
  /** Whether a sentence ended in that gap. */
  readonly startsSentence: boolean;
}

const wordPattern = /[\p{L}\p{M}]+(?:[-'’\u2010\u2011][\p{L}\p{M}]+)*|\p{N}+/gu;
const sentenceEnd = /[.!?;\n\u2028\u2029]/u;
const plainAscii = /^[a-z0-9]+$/u;

/** The form in which words are compared: `Förra` and `forra` give the same. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (plainAscii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}\-'’\u2010\u2011]/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a');
}

/** As `fold`, but keeping diacritics. */
export function typedForm(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\-'’\u2010\u2011]/gu, '');
}

/** The words and numbers of a text, in order. `v44` is two words without a gap. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const gap = text.slice(previousEnd, match.index);
    const end = match.index + raw.length;
    const startsSentence = words.length === 0 || sentenceEnd.test(gap);
    words.push({ raw, folded: fold(raw), typed: typedForm(raw), start: match.index, end, gap, startsSentence });
    previousEnd = end;
  }
  return words;
}

export function isNumber(word: Word | undefined): word is Word {
  return word !== undefined && /^[0-9]+$/u.test(word.folded);
}

/** Capital first letter and a small letter after it: `Anna`, `Al-Hassan`, but neither `APT` nor `anna`. */
export function isTitleCase(word: Word): boolean {
  return /^\p{Lu}\p{M}*[\p{Ll}'’-]/u.test(word.raw);
}
