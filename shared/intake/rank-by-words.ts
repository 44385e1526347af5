/** Finding named things by some words of theirs, however they are typed: "lakemedel", "Läkmedelshantering", "utflykter". */
import { editDistance } from './edit-distance.ts';
import { splitWords } from './words.ts';

export interface SearchedTexts {
  readonly name: string;
  /** What else tells of it: mission, area, the names of its activities. */
  readonly others: readonly string[];
}

/**
 * How well a thing is meant: `exact` it is called so, `name` all words are in its name, `text` they are there but not
 * all in the name, `near` at least half of them are, one in the name.
 */
export type HitGrade = 'exact' | 'name' | 'text' | 'near';

interface WordHit<Item> {
  readonly item: Item;
  readonly grade: HitGrade;
}

const joining = new Set(
  'nagon nagot nagra any och eller som for om pa vid hos i av till med ur en ett den det de min mitt mina var vart vara er ert era ni vi jag du och the a an of for about on at in by to with our my your'.split(
    ' ',
  ),
);
/** Words that ask for a process or a document and so tell nothing about which of them is meant. */
export const askingWords: ReadonlySet<string> = new Set(
  [
    'visa visar hitta hittar sok finns galler vilken vilka vad hur show find which what there is are',
    'process processen processer processerna processes',
    'rutin rutinen rutiner rutinerna styrdokument styrdokumentet dokument dokumentet riktlinje riktlinjen riktlinjer',
    'routine routines document documents guideline guidelines governing',
  ]
    .join(' ')
    .split(' '),
);
const endings = /(?:ningarna|ningar|heterna|heter|arna|erna|orna|ens|ets|ar|er|or|en|et|na|es|a|e|n|s|t)$/u;
const shortestStem = 4;

/**
 * The things that the words may mean, best first; `near` only when nothing holds all of them. Words of `ignored`
 * (folded) say nothing, nor do such as "för" and "the".
 */
export function rankByWords<Item>(
  items: readonly Item[],
  query: string,
  textsOf: (item: Item) => SearchedTexts,
  ignored: ReadonlySet<string> = new Set(),
): readonly WordHit<Item>[] {
  const sought = soughtWords(query, ignored);
  if (sought.length === 0) return [];
  const said = sought.join(' ');
  const scored = items.map((item) => {
    const texts = textsOf(item);
    const name = foldedWords(texts.name);
    const rest = texts.others.flatMap(foldedWords);
    const inName = sought.map((word) => bestLikeness(word, name));
    const anywhere = sought.map((word, index) => Math.max((inName[index] ?? 0) * 3, bestLikeness(word, rest)));
    const found = anywhere.filter((strength) => strength > 0).length;
    const all = found === sought.length;
    const nameHolds = inName.filter((strength) => strength > 0).length;
    const grade = gradeOf({
      exact: soughtWords(texts.name, ignored).join(' ') === said,
      all,
      allInName: nameHolds === sought.length,
      near: nameHolds > 0 && found * 2 >= sought.length,
    });
    return { item, grade, name: texts.name, score: anywhere.reduce((sum, strength) => sum + strength, 0) };
  });
  const hits = scored.flatMap((hit) => (hit.grade === undefined ? [] : [{ ...hit, grade: hit.grade }]));
  const whole = hits.filter(({ grade }) => grade !== 'near');
  return (whole.length > 0 ? whole : hits)
    .toSorted(
      (one, other) =>
        grades.indexOf(one.grade) - grades.indexOf(other.grade) ||
        other.score - one.score ||
        one.name.localeCompare(other.name, 'sv'),
    )
    .map(({ item, grade }) => ({ item, grade }));
}

const grades: readonly HitGrade[] = ['exact', 'name', 'text', 'near'];

function gradeOf(is: {
  readonly exact: boolean;
  readonly all: boolean;
  readonly allInName: boolean;
  readonly near: boolean;
}): HitGrade | undefined {
  if (is.exact) return 'exact';
  if (is.allInName) return 'name';
  if (is.all) return 'text';
  return is.near ? 'near' : undefined;
}

/** The words of a query that say something, folded. */
export function soughtWords(query: string, ignored: ReadonlySet<string>): readonly string[] {
  return foldedWords(query).filter((word) => !joining.has(word) && !ignored.has(word));
}

function foldedWords(text: string): readonly string[] {
  return splitWords(text).map(({ folded }) => folded);
}

function bestLikeness(sought: string, words: readonly string[]): number {
  return words.reduce((best, word) => Math.max(best, likeness(sought, word)), 0);
}

/** 4 the same word, 3 another form of it, 2 a part of a compound, 1 misspelt, 0 another word. */
function likeness(sought: string, word: string): number {
  if (sought === word) return 4;
  if (sought.length < shortestStem || word.length < shortestStem) return 0;
  const [stem, other] = [stemOf(sought), stemOf(word)];
  if (stem === other) return 3;
  if (word.includes(stem) || (other.length > shortestStem && sought.startsWith(other))) return 2;
  // A first letter is seldom wrong, and short words are too near each other.
  if (stem.length <= shortestStem || stem[0] !== word[0]) return 0;
  const limit = stem.length >= 9 ? 2 : 1;
  return editDistance(stem, word, limit, true) <= limit ? 1 : 0;
}

function stemOf(word: string): string {
  const stem = word.replace(endings, '');
  return stem.length < shortestStem ? word : stem;
}
