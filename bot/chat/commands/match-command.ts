import type { Language } from '../../../shared/api/contract.ts';
import type { Reading } from '../../../shared/intake/read-report.ts';
import type { Turn } from '../turn.ts';
import type { ChatCommand, Said } from './command.ts';

export interface CommandMatch {
  readonly command: ChatCommand;
  readonly said: Said;
  /** The language that the name belongs to, where it is one language's alone. */
  readonly language?: Language;
}

/** Lower case, å ä ö é without their marks, no punctuation or emoji: how words are compared. */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
}

/** A message that begins with a command's name, one letter wrong allowed in names of five letters or more. */
export function matchName(
  commands: readonly ChatCommand[],
  text: string,
  reading: Reading,
  turn: Turn,
): CommandMatch | undefined {
  const openings = openingsOf(text);
  // A name written exactly goes before one that is nearly there.
  for (const isName of [isSame, isNear]) {
    for (const { command, language, name, wordCount } of namesOf(commands)) {
      const opening = openings[wordCount];
      if (opening === undefined || !isName(opening.words, name)) continue;
      const said = { argument: opening.argument, separated: opening.separated, reading };
      if (opening.argument !== '' && command.accepts?.(said, turn) !== true) continue;
      return { command, said, ...ownLanguage(command, language, name) };
    }
  }
  return undefined;
}

interface CommandName {
  readonly command: ChatCommand;
  readonly language: Language;
  readonly name: string;
  readonly wordCount: number;
}

const namesOfLists = new WeakMap<readonly ChatCommand[], readonly CommandName[]>();

/** All names of all commands in the order in which they are tried, folded once. */
function namesOf(commands: readonly ChatCommand[]): readonly CommandName[] {
  const known = namesOfLists.get(commands);
  if (known !== undefined) return known;
  const names = commands.flatMap((command) =>
    (['sv', 'en'] as const).flatMap((language) =>
      command.names[language].map((name) => ({
        command,
        language,
        name: foldWords(name),
        wordCount: name.split(' ').length,
      })),
    ),
  );
  namesOfLists.set(commands, names);
  return names;
}

/** A command asked for in free words: "visa mina öppna avvikelser". */
export function matchWords(commands: readonly ChatCommand[], text: string, reading: Reading): CommandMatch | undefined {
  const words = foldWords(text);
  const command = commands.find(({ asks }) => asks?.some((way) => way.test(words)) === true);
  return command === undefined ? undefined : { command, said: { argument: text, separated: false, reading } };
}

function ownLanguage(command: ChatCommand, language: Language, name: string): { readonly language?: Language } {
  const other = command.names[language === 'sv' ? 'en' : 'sv'];
  return other.some((twin) => foldWords(twin) === name) ? {} : { language };
}

type Compare = (word: string, name: string) => boolean;
const isSame: Compare = (word, name) => word === name;
const isNear: Compare = (word, name) => name.length >= 5 && word !== name && isOneLetterApart(word, name);

/** The first words of a message, folded, and what follows them. */
interface Opening extends Pick<Said, 'argument' | 'separated'> {
  readonly words: string;
}

const firstWords = [1, 2, 3].map(
  (count) => new RegExp(`^[^\\p{L}\\p{N}]*((?:[\\p{L}\\p{N}\\p{Mn}-]+[^\\S\\n]*){${count}})`, 'u'),
);

/** By number of words; a message of two words has no opening of three. */
function openingsOf(text: string): readonly (Opening | undefined)[] {
  return [undefined, ...firstWords.map((pattern) => openingOf(text, pattern))];
}

/** What folding leaves something of. */
const hasWords = /[\p{L}\p{N}-]/u;

function openingOf(text: string, pattern: RegExp): Opening | undefined {
  const start = pattern.exec(text);
  if (start?.[1] === undefined) return undefined;
  const rest = text.slice(start[0].length);
  const separator = /^\s*[:!–—.,;-]+\s*/u.exec(rest);
  const argument = rest.slice(separator?.[0].length ?? 0).trim();
  return {
    words: foldWords(start[1]),
    argument: hasWords.test(argument) ? argument : '',
    separated: separator !== null,
  };
}

/** One letter added, left out, changed, or two next to each other swapped. */
function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2));
}
