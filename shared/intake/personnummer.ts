/**
 * Swedish personal identity numbers in running text (`domain.md` (iv)): a valid date (samordningsnummer: day + 60) and
 * either a right check digit or an explicit - or + before the last four. 10 or 12 digits, of any script, however spaced.
 */

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Sign extends TextRange {
  readonly digit: number | undefined;
  /** A letter that is often typed for a digit (O, l, I): counts as one inside a number only. */
  readonly isLetter: boolean;
  readonly text: string;
}

interface Candidate extends TextRange {
  readonly digits: readonly number[];
  /** What stands before each digit, invisible signs left out; the first is always empty. */
  readonly gaps: readonly string[];
  readonly nextIndex: number;
}

const invisible = /^[\p{Cf}\p{Mn}\p{Me}]$/u;
const dashes = '\\-+\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D\\uFF0B\\u2043\\u30FC';
const separator = new RegExp(`^[\\s.·•_${dashes}]$`, 'u');
const separatorBeforeLastFour = /^[/\\:,;*~|]$/u;
const explicitDash = new RegExp(`^\\s*[${dashes}]\\s*$`, 'u');
const longestGap = 8;
const latestYear = 2039;
const isoDate = /(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/gu;

/** Where the personnummer of a text are, in order, without overlap. */
export function findPersonnummer(text: string): readonly TextRange[] {
  if (!/[\p{Nd}\p{No}]/u.test(text)) return [];
  const signs = readSigns(text);
  const dates = [...text.matchAll(isoDate)].map((match) => ({ start: match.index, end: match.index + 10 }));
  const found: TextRange[] = [];
  let index = 0;
  while (index < signs.length) {
    const candidate = startsNumber(signs, index) ? bestCandidate(signs, index, dates) : undefined;
    if (candidate === undefined) {
      index += 1;
      continue;
    }
    found.push({ start: candidate.start, end: candidate.end });
    index = candidate.nextIndex;
  }
  return found;
}

/** Replaces every personnummer; all other signs stand. */
export function maskPersonnummer(text: string, replacement: string): string {
  let masked = '';
  let position = 0;
  for (const { start, end } of findPersonnummer(text)) {
    masked += text.slice(position, start) + replacement;
    position = end;
  }
  return masked + text.slice(position);
}

function readSigns(text: string): readonly Sign[] {
  const signs: Sign[] = [];
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const digit = digitValue(sign);
    const lookAlike = digit === undefined ? lookAlikes[sign] : undefined;
    signs.push({ start, end, digit: digit ?? lookAlike, isLetter: lookAlike !== undefined, text: sign });
    start = end;
  }
  return signs;
}

const lookAlikes: Readonly<Record<string, number>> = { O: 0, o: 0, l: 1, I: 1, О: 0, о: 0 };

/** The value of a decimal digit of any script, of a circled or raised one too. */
function digitValue(sign: string): number | undefined {
  if (sign >= '0' && sign <= '9') return Number(sign);
  if (sign < '\u0080') return undefined;
  if (/^\p{No}$/u.test(sign)) {
    const plain = sign.normalize('NFKC').replace(/[.()]/gu, '');
    return /^[0-9]$/u.test(plain) ? Number(plain) : undefined;
  }
  if (!/^\p{Nd}$/u.test(sign)) return undefined;
  // Unicode keeps the ten digits of a script together and in order, so the run's length before this one tells its value.
  const code = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 60 && /^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

function startsNumber(signs: readonly Sign[], index: number): boolean {
  const sign = signs[index];
  if (sign?.digit === undefined) return false;
  const before = signs[index - 1];
  if (before === undefined) return true;
  if (before.digit !== undefined && !before.isLetter) return false;
  return !(sign.isLetter && /^\p{L}$/u.test(before.text));
}

/** The number at `index` with twelve digits, else with ten. */
function bestCandidate(signs: readonly Sign[], index: number, dates: readonly TextRange[]): Candidate | undefined {
  const long = readCandidate(signs, index, 12);
  if (long !== undefined && isPersonnummer(long, dates) && !isNumberBeforeShortForm(signs, index, long, dates))
    return long;
  const short = readCandidate(signs, index, 10);
  return short !== undefined && isPersonnummer(short, dates) ? short : undefined;
}

/** `kl 19 520312-9837`: an hour or a room's number, then a personnummer of the common form. */
function isNumberBeforeShortForm(
  signs: readonly Sign[],
  index: number,
  long: Candidate,
  dates: readonly TextRange[],
): boolean {
  if (!/\s/u.test(long.gaps[2] ?? '')) return false;
  const before = signs
    .slice(Math.max(0, index - 14), index)
    .map((sign) => sign.text)
    .join('');
  if (!numberedThings.test(before)) return false;
  const second = signs.findIndex((sign, place) => place > index + 1 && sign.digit !== undefined);
  const short = readCandidate(signs, second, 10);
  return short !== undefined && isPersonnummer(short, dates);
}

const numberedThings =
  /(?:^|[^\p{L}])(?:kl|klockan|rum|lgh|lägenhet|avd|avdelning|plan|vid|ca|runt|efter|före|v|vecka|nr|nummer|hus|port)[.:]?\s*$/iu;

function readCandidate(signs: readonly Sign[], index: number, length: 10 | 12): Candidate | undefined {
  const digits: number[] = [];
  const gaps: string[] = [];
  let gap = '';
  let letters = 0;
  let position = index;
  for (; position < signs.length && digits.length < length; position += 1) {
    const sign = signs[position];
    if (sign === undefined) return undefined;
    if (sign.digit !== undefined) {
      digits.push(sign.digit);
      gaps.push(gap);
      gap = '';
      if (sign.isLetter) letters += 1;
    } else if (!invisible.test(sign.text)) {
      const atLastFour = digits.length === length - 4 && gap === '' && separatorBeforeLastFour.test(sign.text);
      if (!atLastFour && !separator.test(sign.text)) return undefined;
      gap += sign.text;
      if (gap.length > longestGap) return undefined;
    }
  }
  const first = signs[index];
  const last = signs[position - 1];
  if (digits.length < length || first === undefined || last === undefined || letters > 4) return undefined;
  if (!endsNumber(signs, position - 1)) return undefined;
  return { digits, gaps, start: first.start, end: last.end, nextIndex: position };
}

function endsNumber(signs: readonly Sign[], index: number): boolean {
  let next = index + 1;
  while (signs[next] !== undefined && invisible.test(signs[next]?.text ?? '')) next += 1;
  const after = signs[next];
  if (after === undefined) return true;
  if (after.digit !== undefined && !after.isLetter) return false;
  return !(signs[index]?.isLetter === true && /^\p{L}$/u.test(after.text));
}

function isPersonnummer(candidate: Candidate, dates: readonly TextRange[]): boolean {
  const { digits, gaps } = candidate;
  const short = digits.slice(-10);
  const serialPlace = digits.length - 4;
  if (digits.length === 12 && ![18, 19, 20].includes((digits[0] ?? 0) * 10 + (digits[1] ?? 0))) return false;
  if (!isDate(digits.slice(0, serialPlace))) return false;
  if (looksLikePhone(candidate)) return false;
  if (dates.some((date) => cutsThrough(candidate, date))) return false;
  if (hasRightCheckDigit(short)) return true;
  const wholeDate = gaps.slice(1, serialPlace).every((gap) => gap === '');
  const attached = explicitDash.test(gaps[serialPlace] ?? '') && !/\s/u.test(gaps[serialPlace] ?? '');
  const wholeSerial = gaps.slice(serialPlace + 1).every((gap) => gap === '');
  return explicitDash.test(gaps[serialPlace] ?? '') && wholeSerial && (wholeDate || attached);
}

/** `2026-11-05--2026-11-07`: the number would begin or end inside a calendar date. */
function cutsThrough(candidate: TextRange, date: TextRange): boolean {
  const beginsInside = candidate.start > date.start && candidate.start < date.end;
  const endsInside = candidate.end > date.start && candidate.end < date.end;
  return beginsInside || endsInside;
}

/** `0701-23 45 67`, `070 123 45 67`: grouped as telephone numbers are and as nobody groups a date. */
const phoneGroups = new Set(['3-7', '3-3-4', '3-3-2-2', '3-2-2-3', '3-4-3', '4-6', '4-3-3', '4-2-2-2']);

function looksLikePhone({ digits, gaps }: Candidate): boolean {
  if (digits.length !== 10 || digits[0] !== 0 || explicitDash.test(gaps[6] ?? '')) return false;
  const places = [0, ...gaps.flatMap((gap, place) => (gap === '' ? [] : [place])), 10];
  return phoneGroups.has(
    places
      .slice(1)
      .map((place, index) => place - (places[index] ?? 0))
      .join('-'),
  );
}

function isDate(digits: readonly number[]): boolean {
  const number = Number(digits.join(''));
  const day = (number % 100) - (number % 100 > 60 ? 60 : 0);
  const month = Math.floor(number / 100) % 100;
  const year = Math.floor(number / 10_000);
  // Nobody is born later; "20 520312-9837" is an hour and a number.
  if (year > latestYear) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year < 100 ? year % 4 === 0 : (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}

function hasRightCheckDigit(tenDigits: readonly number[]): boolean {
  const sum = tenDigits.reduce((total, digit, place) => {
    const product = place % 2 === 0 ? digit * 2 : digit;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
