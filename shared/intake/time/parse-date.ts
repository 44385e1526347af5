/** Dates: weekdays, calendar dates, weeks, months, "för två dagar sedan", "natten mot tisdag". */
import { isNumber, type Word } from '../words.ts';
import type { DateReference, TimePiece } from './time-pieces.ts';
import { amountWords, monthNames, numberWords, unitWords, weekdayAbbreviations, weekdayStems } from './time-words.ts';

interface ReadDate {
  readonly date: DateReference;
  readonly length: number;
  readonly needsCompany?: boolean;
}

export function parseDate(words: readonly Word[], index: number): TimePiece | undefined {
  const night = readNightTowards(words, index);
  if (night !== undefined) return { ...night, part: 'night' };
  const read = readers.map((reader) => reader(words, index)).find((date) => date !== undefined);
  return read;
}

type DateReader = (words: readonly Word[], index: number) => ReadDate | undefined;

const foldedAt = (words: readonly Word[], index: number): string => words[index]?.folded ?? '';

/** "natten mot tisdag", "natten till i lördags", "natten mellan fredag och lördag", "natt till 5/11". */
function readNightTowards(words: readonly Word[], index: number): ReadDate | undefined {
  const lead = /^(?:pa|under|i)$/u.test(foldedAt(words, index)) ? 1 : 0;
  if (!/^(?:natten|natt)$/u.test(foldedAt(words, index + lead))) return undefined;
  const joint = foldedAt(words, index + lead + 1);
  let at = index + lead + 2;
  if (joint === 'mellan') {
    for (let step = 0; step < 5 && foldedAt(words, at) !== 'och'; step += 1) at += 1;
    if (foldedAt(words, at) !== 'och') return undefined;
    at += 1;
  } else if (!/^(?:mot|till)$/u.test(joint)) {
    return undefined;
  }
  const day = readDay(words, at);
  if (day === undefined) return undefined;
  return { date: { type: 'nightTowards', day: day.date }, length: at - index + day.length };
}

function readDay(words: readonly Word[], index: number): ReadDate | undefined {
  const two = `${foldedAt(words, index)} ${foldedAt(words, index + 1)}`;
  if (two === 'i gar') return { date: { type: 'dayOffset', days: -1 }, length: 2 };
  if (two === 'i dag') return { date: { type: 'dayOffset', days: 0 }, length: 2 };
  if (/^igar$/u.test(foldedAt(words, index))) return { date: { type: 'dayOffset', days: -1 }, length: 1 };
  if (/^idag$/u.test(foldedAt(words, index))) return { date: { type: 'dayOffset', days: 0 }, length: 1 };
  return readWeekday(words, index) ?? readCalendar(words, index) ?? readDayAndMonth(words, index);
}

const readWeekday: DateReader = (words, index) => {
  const word = foldedAt(words, index);
  const next = foldedAt(words, index + 1);
  if (word === 'i') {
    const latest = weekdayOf(next, 's') ?? weekdayAbbreviations[next];
    return latest === undefined ? undefined : weekday(latest, 'latest', 2);
  }
  if (word.startsWith('i')) {
    const latest = weekdayOf(word.slice(1), 's');
    if (latest !== undefined) return weekday(latest, 'latest', 1);
  }
  if (/^(?:forra|foregaende)$/u.test(word)) {
    const before = weekdayOf(next, 'en') ?? weekdayOf(next, '');
    return before === undefined ? undefined : weekday(before, 'weekBefore', 2);
  }
  if (/^(?:senaste|under|hela)$/u.test(word)) {
    const latest = weekdayOf(next, 'en') ?? weekdayOf(next, '');
    return latest === undefined ? undefined : weekday(latest, word === 'senaste' ? 'latest' : 'bare', 2);
  }
  if (/^(?:pa|nasta|kommande|till)$/u.test(word)) {
    const coming = weekdayOf(next, '') ?? weekdayOf(next, 'en') ?? weekdayAbbreviations[next];
    return coming === undefined ? undefined : weekday(coming, 'coming', 2);
  }
  const bare = weekdayOf(word, '') ?? weekdayOf(word, 'en') ?? weekdayOf(word, 's');
  return bare === undefined ? undefined : weekday(bare, word.endsWith('s') ? 'latest' : 'bare', 1);
};

function weekday(day: number, which: 'latest' | 'coming' | 'weekBefore' | 'bare', length: number): ReadDate {
  return { date: { type: 'weekday', weekday: day, which }, length };
}

/** One wrong letter is let through in the stem. */
function weekdayOf(word: string, ending: string): number | undefined {
  if (!word.endsWith(ending) || word.length < 5) return undefined;
  const stem = word.slice(0, word.length - ending.length);
  const exact = weekdayStems.findIndex((known) => known === stem);
  if (exact >= 0) return exact + 1;
  if (stem.length < 5 || stem.length > 8 || !stem.endsWith('ag')) return undefined;
  const near = weekdayStems.findIndex((known) => isNear(known, stem));
  return near >= 0 ? near + 1 : undefined;
}

function isNear(known: string, stem: string): boolean {
  const shorter = known.length < stem.length ? known : stem;
  const longer = known.length < stem.length ? stem : known;
  if (longer.length - shorter.length > 1 || known.charAt(0) !== stem.charAt(0)) return false;
  let same = 0;
  while (same < shorter.length && shorter[same] === longer[same]) same += 1;
  const skip = longer.length === shorter.length ? 1 : 0;
  const rest = longer.slice(same + 1) === shorter.slice(same + skip);
  const swapped = longer.length === shorter.length && longer.slice(same + 2) === shorter.slice(same + 2);
  return rest || (swapped && longer[same] === shorter[same + 1] && longer[same + 1] === shorter[same]);
}

/** "2026-11-05", "2026/11/05", "20261105", "5.11.2026", "3/11", "3/11-26". */
const readCalendar: DateReader = (words, index) => {
  const lead = foldedAt(words, index) === 'den' ? 1 : 0;
  const [first, second, third] = [words[index + lead], words[index + lead + 1], words[index + lead + 2]];
  if (!isNumber(first) || /[0-9/.]$/u.test(first.gap)) return undefined;
  const compact = /^(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])$/u.exec(first.folded);
  if (compact !== null) return calendar(Number(compact[3]), Number(compact[2]), Number(compact[1]), lead + 1);
  if (!isNumber(second)) return undefined;
  const isYearFirst = /^(?:19|20)[0-9]{2}$/u.test(first.folded);
  if (isNumber(third) && isYearFirst && /^[-/.]$/u.test(second.gap) && third.gap === second.gap) {
    return calendar(Number(third.folded), Number(second.folded), Number(first.folded), lead + 3);
  }
  if (isNumber(third) && second.gap === '.' && third.gap === '.' && /^20[0-9]{2}$/u.test(third.folded)) {
    return calendar(Number(first.folded), Number(second.folded), Number(third.folded), lead + 3);
  }
  if (second.gap !== '/' || first.folded.length > 2 || second.folded.length > 2) return undefined;
  const day = Number(first.folded);
  const month = Number(second.folded);
  const after = words[index + lead + 2];
  const isFraction =
    (day === 24 && month === 7) ||
    (after !== undefined && after.gap === ' ' && amountWords.has(after.folded)) ||
    (day === 1 && month === 2 && after?.folded === 'av');
  if (isFraction) return undefined;
  if (
    isNumber(third) &&
    /^[-/ ]$/u.test(third.gap) &&
    /^(?:20)?2[0-9]$/u.test(third.folded) &&
    (third.gap !== ' ' || third.folded.length === 4)
  ) {
    return calendar(day, month, 2000 + (Number(third.folded) % 100), lead + 3);
  }
  if (isNumber(third) && /^[-/]$/u.test(third.gap)) return undefined;
  return calendar(day, month, undefined, lead + 2);
};

function calendar(day: number, month: number, year: number | undefined, length: number): ReadDate | undefined {
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  return { date: { type: 'calendar', day, month, ...(year === undefined ? {} : { year }) }, length };
}

/** "den 5 november", "5 nov 2026", "5:e november", "den 5:e". */
const readDayAndMonth: DateReader = (words, index) => {
  const lead = foldedAt(words, index) === 'den' ? 1 : 0;
  const number = words[index + lead];
  if (!isNumber(number) || number.folded.length > 2 || /[0-9/.,]$/u.test(number.gap)) return undefined;
  let at = index + lead + 1;
  const isOrdinal = /^(?:e|a|de|dje|te)$/u.test(foldedAt(words, at)) && /^:?$/u.test(words[at]?.gap ?? ' ');
  if (isOrdinal) at += 1;
  const month = monthNames[foldedAt(words, at)];
  const day = Number(number.folded);
  if (month === undefined) {
    if (!isOrdinal || lead === 0 || day < 1 || day > 31) return undefined;
    return { date: { type: 'calendar', day }, length: at - index };
  }
  const year = words[at + 1];
  const hasYear = isNumber(year) && /^20[0-9]{2}$/u.test(year.folded) && /^[ ,-]+$/u.test(year.gap);
  return calendar(day, month, hasYear ? Number(year.folded) : undefined, at + (hasYear ? 2 : 1) - index);
};

/** "i oktober", "under november 2025", "oktober månad", "i slutet av oktober". */
const readMonth: DateReader = (words, index) => {
  let at = index;
  if (/^(?:i|under|hela|fran)$/u.test(foldedAt(words, at))) at += 1;
  if (/^(?:slutet|borjan|mitten)$/u.test(foldedAt(words, at)) && /^(?:av|pa)$/u.test(foldedAt(words, at + 1))) at += 2;
  const month = monthNames[foldedAt(words, at)];
  if (month === undefined) return undefined;
  const isIntroduced = at > index;
  const year = words[at + 1];
  const hasYear = isNumber(year) && /^20[0-9]{2}$/u.test(year.folded) && year.gap === ' ';
  if (!isIntroduced && !hasYear) return undefined;
  const date: DateReference = { type: 'month', month, ...(hasYear ? { year: Number(year.folded) } : {}) };
  return { date, length: at + (hasYear ? 2 : 1) - index };
};

/** "v 44", "v.44", "vecka 44 2025". */
const readWeek: DateReader = (words, index) => {
  const lead = /^(?:i|under)$/u.test(foldedAt(words, index)) ? 1 : 0;
  const number = words[index + lead + 1];
  if (!/^(?:v|vecka|vecka:|veckan)$/u.test(foldedAt(words, index + lead)) || !isNumber(number)) return undefined;
  const week = Number(number.folded);
  if (!/^[.:\s]{0,2}$/u.test(number.gap) || week < 1 || week > 53 || number.folded.length > 2) return undefined;
  const year = words[index + lead + 2];
  const hasYear = isNumber(year) && /^20[0-9]{2}$/u.test(year.folded) && year.gap === ' ';
  const date: DateReference = { type: 'week', week, ...(hasYear ? { year: Number(year.folded) } : {}) };
  return { date, length: lead + (hasYear ? 3 : 2) };
};

/** "för två dagar sedan", "3 veckor sen", "om en vecka". */
const readAgo: DateReader = (words, index) => {
  const lead = foldedAt(words, index);
  let at = index + (lead === 'for' || lead === 'om' ? 1 : 0);
  while (
    /^(?:ca|cirka|ungefar|ett|drygt|knappt|bara|typ)$/u.test(foldedAt(words, at)) &&
    unitWords[foldedAt(words, at + 1)] === undefined
  )
    at += 1;
  const number = words[at];
  const count = isNumber(number) ? Number(number.folded) : numberWords[foldedAt(words, at)];
  const unit = unitWords[foldedAt(words, at + 1)];
  if (count === undefined || unit === undefined || count > 400) return undefined;
  if (lead === 'om') return { date: { type: 'ahead', count, unit }, length: at + 2 - index };
  if (!/^(?:sedan|sen|tillbaka)$/u.test(foldedAt(words, at + 2))) return undefined;
  return { date: { type: 'ago', count, unit }, length: at + 3 - index };
};

const readers: readonly DateReader[] = [readAgo, readWeekday, readCalendar, readDayAndMonth, readWeek, readMonth];
