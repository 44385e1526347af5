/** The words of a message that tell when, and what stretch of time they mean. */
import type { Interval } from '../../records/record-kind.ts';
import type { Word } from '../words.ts';
import { parseClock } from './parse-clock.ts';
import { parseDate } from './parse-date.ts';
import { parseFixedTime } from './parse-fixed-time.ts';
import { resolveTime } from './resolve-time.ts';
import type { Clock, DateReference, PartOfDay, TimePiece } from './time-pieces.ts';

/** What happened is past; what somebody asks to be reminded of is future. */
export type TimeDirection = 'past' | 'future' | 'either';

export interface TimeExpression {
  readonly date?: DateReference;
  readonly part?: PartOfDay;
  readonly clock?: Clock;
  /** "sen i måndags": from then until now. */
  readonly isSince: boolean;
  readonly isOccasion: boolean;
  readonly first: number;
  readonly last: number;
}

export interface FoundTime {
  /** As typed. */
  readonly when: string;
  readonly occurredAt?: Interval;
}

export function findTime(
  text: string,
  words: readonly Word[],
  now: Date,
  direction: TimeDirection,
): FoundTime | undefined {
  let best: { readonly expression: TimeExpression; readonly rank: number } | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const expression = readExpression(words, index);
    if (expression === undefined) continue;
    const rank = rankOf(expression, words);
    if (best === undefined || rank > best.rank) best = { expression, rank };
    index = expression.last;
  }
  if (best === undefined) return undefined;
  const { expression } = best;
  const start = words[expression.first]?.start ?? 0;
  const end = words[expression.last]?.end ?? start;
  const occurredAt = resolveTime(expression, now, direction);
  return { when: text.slice(start, end), ...(occurredAt === undefined ? {} : { occurredAt }) };
}

const sinceWords = /^(?:sen|sedan|alltsedan|allt|anda)$/u;
const shadingWords = /^(?:sent|tidigt|nu|under|tidigare|redan|hela|nagon|gang|sent|strax)$/u;

function readExpression(words: readonly Word[], start: number): TimeExpression | undefined {
  if (isMisleading(words, start)) return undefined;
  let index = start;
  let isSince = false;
  while (index < start + 3 && !readsPiece(words, index)) {
    const word = words[index]?.folded ?? '';
    if (sinceWords.test(word)) isSince = true;
    else if (!/^(?:sent|tidigt|nu|under|tidigare|hela)$/u.test(word)) return undefined;
    index += 1;
  }
  const pieces: TimePiece[] = [];
  let merged: TimePiece = { length: 0 };
  for (;;) {
    const joint = skipShading(words, index, pieces.length);
    const piece = pieceAt(words, joint, merged);
    if (piece === undefined || !isJoined(words, joint, pieces.length)) break;
    merged = merge(merged, piece);
    pieces.push(piece);
    index = joint + piece.length;
  }
  if (pieces.length === 0 || (pieces.length === 1 && pieces[0]?.needsCompany === true)) return undefined;
  if (pieces.every((piece) => piece.needsCompany === true && piece.clock === undefined)) return undefined;
  return {
    ...(merged.date === undefined ? {} : { date: merged.date }),
    ...(merged.part === undefined ? {} : { part: merged.part }),
    ...(merged.clock === undefined ? {} : { clock: merged.clock }),
    isSince,
    isOccasion: pieces.every((piece) => piece.isOccasion === true),
    first: start,
    last: index - 1,
  };
}

/** "en timme för sent i går", "en dag i veckan": the words belong to what stands before. */
function isMisleading(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.folded ?? '';
  const word = words[index]?.folded ?? '';
  if (/^(?:sent|tidigt)$/u.test(word)) return before === 'for';
  const isRate = word === 'i' && /^(?:veckan|manaden)$/u.test(words[index + 1]?.folded ?? '');
  return isRate && /^(?:dag|dagar|gang|ganger|ggr|timmar|timme|kvall|kvallar|pass)$/u.test(before);
}

function readsPiece(words: readonly Word[], index: number): boolean {
  return pieceAt(words, index, { length: 0 }) !== undefined;
}

/** "igår sent på kvällen": a shading word may stand between two pieces. */
function skipShading(words: readonly Word[], index: number, pieceCount: number): number {
  const isShading = pieceCount > 0 && shadingWords.test(words[index]?.folded ?? '');
  return isShading && words[index]?.gap === ' ' && readsPiece(words, index + 1) && !readsPiece(words, index)
    ? index + 1
    : index;
}

/** The longest piece here that says something the expression does not say yet. */
function pieceAt(words: readonly Word[], index: number, sofar: TimePiece): TimePiece | undefined {
  const pieces = [parseFixedTime(words, index), parseDate(words, index), parseClock(words, index)];
  let best: TimePiece | undefined;
  for (const piece of pieces) {
    if (piece === undefined || !adds(sofar, piece)) continue;
    if (best === undefined || piece.length > best.length) best = piece;
  }
  return best;
}

function adds(sofar: TimePiece, piece: TimePiece): boolean {
  if (piece.clock !== undefined && sofar.clock !== undefined) return false;
  if (piece.part !== undefined && sofar.part !== undefined) return false;
  if (piece.date === undefined || sofar.date === undefined) return true;
  const pair = `${sofar.date.type} ${piece.date.type}`;
  return /^(?:weekday calendar|calendar weekday|weekday week|week weekday|weekend week|weekday offset|offset weekday)$/u.test(
    pair,
  );
}

function merge(sofar: TimePiece, piece: TimePiece): TimePiece {
  const { date } = sofar;
  const keepsDate = date !== undefined && (piece.date === undefined || date.type === 'calendar');
  const weekday = [date, piece.date].find((one) => one?.type === 'weekday');
  const week = [date, piece.date].find((one) => one?.type === 'week' || one?.type === 'offset');
  const merged = { ...sofar, ...piece, length: sofar.length + piece.length };
  if (weekday !== undefined && week !== undefined) return { ...merged, date: { ...week, weekday: weekday.weekday } };
  return keepsDate ? { ...merged, date } : merged;
}

function isJoined(words: readonly Word[], index: number, pieceCount: number): boolean {
  if (pieceCount === 0) return true;
  return /^(?: |, ?|\u00A0| \(?|-| - )$/u.test(words[index]?.gap ?? '');
}

const discoveryWords = /^(?:upptack|mark|rapporter|anmal|registrer|larma|kontakta|senast|innan|fore|lamnad|skriv)/u;

/** The time of the event before that of its discovery, a date before a meal. */
function rankOf(expression: TimeExpression, words: readonly Word[]): number {
  const { date, part, clock, isOccasion, first } = expression;
  const isDiscovery = words
    .slice(Math.max(0, first - 2), first + 1)
    .some((word, place) => discoveryWords.test(word.folded) && (place > 0 || first > 0));
  const said = isOccasion
    ? 1
    : (date === undefined ? 0 : 4) + (part === undefined ? 0 : 3) + (clock === undefined ? 0 : 2);
  return said - (isDiscovery ? 5 : 0);
}
