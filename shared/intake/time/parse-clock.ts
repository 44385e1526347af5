/** Clock times: "kl 08", "ca 21.30", "halv nio", "vid 14-tiden", "mellan 14 och 16", "strax efter 22". */
import { isNumber, type Word } from '../words.ts';
import type { ClockTime, TimePiece } from './time-pieces.ts';
import { amountWords, numberWords } from './time-words.ts';

const aboutWords = new Set([
  'vid',
  'runt',
  'omkring',
  'kring',
  'ca',
  'cirka',
  'ungefar',
  'circa',
  'typ',
  'strax',
  'efter',
  'fore',
  'innan',
  'mot',
  'framat',
]);
const clockWords = new Set(['kl', 'klockan', 'klockslaget']);
/** "strax efter 22" can be nothing but a time; "efter 22" can. */
const surelyClock = new Set(['strax']);

interface ReadTime {
  readonly time: ClockTime;
  readonly length: number;
  readonly isSure: boolean;
}

export function parseClock(words: readonly Word[], start: number): TimePiece | undefined {
  let index = start;
  let isApproximate = false;
  let isSure = false;
  let saidClock = false;
  const isRange = words[index]?.folded === 'mellan' || words[index]?.folded === 'fran';
  if (isRange) index += 1;
  for (; index < start + 5; index += 1) {
    const word = words[index]?.folded ?? '';
    if (clockWords.has(word)) {
      saidClock = true;
    } else if (aboutWords.has(word)) {
      isApproximate = true;
      isSure ||= surelyClock.has(word);
    } else {
      break;
    }
  }
  const first = readTime(words, index, saidClock || isSure || isRange || isApproximate);
  if (first === undefined) return undefined;
  index += first.length;
  const until = readUntil(words, index, isRange, saidClock || first.isSure);
  if (until !== undefined) index += until.length;
  if (isRange && until === undefined) return undefined;
  const tiden = words[index]?.folded === 'tiden' || words[index]?.folded === 'snaret';
  if (tiden) index += 1;
  const sure = saidClock || isSure || first.isSure || tiden || (until !== undefined && isRange);
  if (!saidClock && !first.isSure && isAmount(words, index)) return undefined;
  if (!sure && index - start < 2 && !isApproximate) return undefined;
  const clock = {
    time: first.time,
    ...(until === undefined ? {} : { until: until.time }),
    isApproximate: isApproximate || tiden,
  };
  const standsAlone = sure || (isApproximate && endsClause(words, index));
  return { length: index - start, clock, ...(standsAlone ? {} : { needsCompany: true }) };
}

function readUntil(words: readonly Word[], index: number, isRange: boolean, sure: boolean): ReadTime | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  if (/^\s?[-–]\s?$/u.test(word.gap) && (isRange || sure)) return readTime(words, index, true);
  const joins = isRange ? /^(?:och|till|o)$/u : /^till$/u;
  if (!joins.test(word.folded) || !(isRange || sure)) return undefined;
  const skip = clockWords.has(words[index + 1]?.folded ?? '') ? 2 : 1;
  const read = readTime(words, index + skip, true);
  return read === undefined ? undefined : { ...read, length: read.length + skip };
}

function readTime(words: readonly Word[], index: number, isIntroduced: boolean): ReadTime | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  if (isNumber(word)) return readDigits(words, index, isIntroduced);
  return readTimeInWords(words, index, isIntroduced);
}

function readDigits(words: readonly Word[], index: number, isIntroduced: boolean): ReadTime | undefined {
  const word = words[index];
  const next = words[index + 1];
  if (word === undefined || /[0-9./:,§]$/u.test(word.gap)) return undefined;
  const hour = Number(word.folded);
  if (isNumber(next) && /^[.:]$/u.test(next.gap) && next.folded.length === 2 && word.folded.length <= 2) {
    const minute = Number(next.folded);
    const after = words[index + 2];
    const goesOn = isNumber(after) && /^[.:,-]$/u.test(after.gap) && after.folded.length !== 2;
    if (hour > 23 || minute > 59 || goesOn || (next.gap === '.' && !isIntroduced && isAmount(words, index + 2)))
      return undefined;
    return { time: { hour, minute, hasMinutes: true, inWords: false }, length: 2, isSure: true };
  }
  if (isIntroduced && /^[0-2][0-9][0-5][0-9]$/u.test(word.folded) && hour < 2400) {
    return {
      time: { hour: Math.floor(hour / 100), minute: hour % 100, hasMinutes: true, inWords: false },
      length: 1,
      isSure: false,
    };
  }
  if (hour > 24 || word.folded.length > 2) return undefined;
  if (isNumber(next) && /^[/,.:-]$/u.test(next.gap) && !/^[-]$/u.test(next.gap)) return undefined;
  return { time: { hour: hour % 24, minute: 0, hasMinutes: false, inWords: false }, length: 1, isSure: false };
}

/** "halv nio", "kvart över åtta", "tio i nio", "fem över halv tre", and "åtta" where something introduces it. */
function readTimeInWords(words: readonly Word[], index: number, isIntroduced: boolean): ReadTime | undefined {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((step) => words[index + step]?.folded ?? '');
  if (first === 'halv') return inWords(hourOf(second), -30, 2);
  const minutes = first === 'kvart' ? 15 : minutesOf(words[index]);
  if (minutes !== undefined && (second === 'over' || second === 'i')) {
    const sign = second === 'over' ? 1 : -1;
    if (third === 'halv') return inWords(hourOf(fourth), -30 + sign * minutes, 4);
    if (first === 'kvart' || minutes % 5 === 0) return inWords(hourOf(third), sign * minutes, 3);
  }
  return isIntroduced ? inWords(hourOf(first), 0, 1) : undefined;
}

function inWords(hour: number | undefined, minutes: number, length: number): ReadTime | undefined {
  if (hour === undefined) return undefined;
  const total = (hour * 60 + minutes + 24 * 60) % (24 * 60);
  const time = { hour: Math.floor(total / 60), minute: total % 60, hasMinutes: minutes !== 0, inWords: true };
  return { time, length, isSure: minutes !== 0 };
}

function hourOf(word: string | undefined): number | undefined {
  const hour = /^[0-9]{1,2}$/u.test(word ?? '') ? Number(word) : numberWords[word ?? ''];
  if (hour === undefined || word === 'en' || word === 'nagon' || word === 'nagra' || word === 'par') return undefined;
  return hour >= 1 && hour <= 12 ? hour : undefined;
}

function minutesOf(word: Word | undefined): number | undefined {
  const minutes = numberWords[word?.folded ?? ''] ?? (isNumber(word) ? Number(word.folded) : undefined);
  return minutes !== undefined && minutes > 1 && minutes < 30 ? minutes : undefined;
}

function isAmount(words: readonly Word[], index: number): boolean {
  const next = words[index];
  return next !== undefined && /^[\s-]*$/u.test(next.gap) && amountWords.has(next.folded);
}

function endsClause(words: readonly Word[], index: number): boolean {
  const next = words[index];
  return next === undefined || /[,.!?;:()\n]/u.test(next.gap);
}
