/** Which unit of the board a text names: by name, alias or the name's own part, spelling errors let through. */
import { editDistance } from './edit-distance.ts';
import type { KnownUnit } from './reading.ts';
import { splitWords, type Word } from './words.ts';

export interface UnitMention {
  readonly unit: KnownUnit;
  readonly first: number;
  readonly last: number;
}

interface UnitName {
  readonly unit: KnownUnit;
  readonly words: readonly string[];
  readonly letters: number;
  /** Only after one of these words (folded), because the name alone means a place or a matter. */
  readonly onlyAfter?: ReadonlySet<string>;
}

/** Units that carry the name of the area they serve: "Sjövik" alone is the place. */
const areaUnits = /^(?:hemtjanst|bestallarenhet|stadsdel|kommundel|hemvard|hemsjukvard)/u;
const kindWords = /^(?:enheten|avdelningen|enhet|avdelning)$/u;
const atUnit: ReadonlySet<string> = new Set(['pa', 'hos']);
const joiningWords: ReadonlySet<string> = new Set(['och', 'o', 'samt']);
const endings = ['', 's', 'n', 'en', 'et', 't', 'ns', 'ens', 'ets', 'na', 'nas'];

/** The best mention: a full name before an alias, the longer before the shorter, the earlier before the later. */
export function findUnit(words: readonly Word[], units: readonly KnownUnit[]): UnitMention | undefined {
  const namesByInitial = unitNames(units);
  let best: { readonly mention: UnitMention; readonly rank: number } | undefined;
  for (let index = 0; index < words.length; index += 1) {
    for (const name of namesByInitial.get(words[index]?.folded.charAt(0) ?? '') ?? []) {
      const last = matchName(name, words, index);
      if (last === undefined) continue;
      const rank = name.letters + (atUnit.has(words[index - 1]?.folded ?? '') ? 0.5 : 0);
      if (best === undefined || rank > best.rank) best = { mention: { unit: name.unit, first: index, last }, rank };
    }
  }
  return best?.mention;
}

type NamesByInitial = ReadonlyMap<string, readonly UnitName[]>;

const cache = new WeakMap<readonly KnownUnit[], NamesByInitial>();

function unitNames(units: readonly KnownUnit[]): NamesByInitial {
  const known = cache.get(units);
  if (known !== undefined) return known;
  const names = units.flatMap((unit) => [
    toName(unit, unit.name),
    ...unit.aliases.map((alias) => toName(unit, alias)),
    ...ownParts(unit),
  ]);
  const usable = names.filter((name) => name.letters > 1);
  const byInitial = Map.groupBy(usable, (name) => name.words[0]?.charAt(0) ?? '');
  cache.set(units, byInitial);
  return byInitial;
}

function toName(unit: KnownUnit, name: string, onlyAfter?: ReadonlySet<string>): UnitName {
  const words = splitWords(name)
    .map((word) => word.folded)
    .filter((word) => !joiningWords.has(word));
  const letters = words.join('').length;
  return { unit, words, letters, ...(onlyAfter === undefined ? {} : { onlyAfter }) };
}

/** What people call a unit without its kind: "Ekliden", "HR och kommunikation", "på ekonomiskt bistånd". */
function ownParts(unit: KnownUnit): readonly UnitName[] {
  const words = splitWords(unit.name);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length < 2) return [];
  if (kindWords.test(first.folded)) {
    const matter = unit.name.slice(words[1]?.folded === 'for' ? words[2]?.start : words[1]?.start);
    const isPair = splitWords(matter).some((word) => joiningWords.has(word.folded));
    // "på förskola" is any preschool; only a unit is called by its matter alone.
    if (!isPair && !/^enhet/u.test(first.folded)) return [];
    return [toName(unit, matter, isPair ? undefined : atUnit)];
  }
  if (/^\p{Lu}/u.test(last.raw)) {
    return [toName(unit, last.raw, areaUnits.test(first.folded) ? atUnit : undefined)];
  }
  return /enheten$/u.test(first.folded) && /^\p{Ll}/u.test(last.raw) ? [toName(unit, first.raw)] : [];
}

/** The last word of the name when it begins at `index`; "o", "och" and "&" between its words do not matter. */
function matchName(name: UnitName, words: readonly Word[], index: number): number | undefined {
  if (name.onlyAfter !== undefined && !name.onlyAfter.has(words[index - 1]?.folded ?? '')) return undefined;
  let position = index;
  for (const [place, expected] of name.words.entries()) {
    if (place > 0) {
      position += 1;
      if (joiningWords.has(words[position]?.folded ?? '')) position += 1;
    }
    const word = words[position];
    if (word === undefined || !isFormOf(expected, word.folded)) return undefined;
  }
  return position;
}

/** The same word, inflected, or with one letter wrong (two in long words). */
function isFormOf(expected: string, word: string): boolean {
  if (word === expected) return true;
  if (expected.length < 4) return false;
  if (word.startsWith(expected) && endings.includes(word.slice(expected.length))) return true;
  if (expected.length < 5 || word.length > expected.length + 3) return false;
  // In short names the last letter must be right: "lyckas" and "vinklar" are words of their own.
  const sameEnd = word.at(-1) === expected.at(-1) || word.slice(-3, -1) === expected.slice(-2);
  if (expected.length <= 7) return sameEnd && editDistance(expected, word, 1) <= 1;
  return editDistance(expected, word, 2) <= (word.length >= 8 ? 2 : 1);
}
