/**
 * The part of `$filter` and `$orderby` that SharePoint lists understand (`graph.md` 1.4):
 *
 *   or         = and *( "or" and )
 *   and        = clause *( "and" clause )
 *   clause     = "(" or ")" / field operator literal / "startswith(" field "," text ")"
 *   field      = "fields/" name
 *   operator   = eq ne lt gt le ge
 */
import { type GraphFailure, invalidRequest } from './errors.ts';

export type Literal = string | number | boolean | null;
export const operators = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'] as const;
export type Operator = (typeof operators)[number];

export interface Comparison {
  readonly kind: 'compare';
  readonly field: string;
  readonly operator: Operator | 'startswith';
  readonly value: Literal;
}

export type Filter =
  | Comparison
  | { readonly kind: 'and'; readonly parts: readonly Filter[] }
  | { readonly kind: 'or'; readonly parts: readonly Filter[] };

export interface Ordering {
  readonly field: string;
  readonly descending: boolean;
}

const invalidClause = (): GraphFailure => invalidRequest('Invalid filter clause');
const notSupported = (): GraphFailure => invalidRequest('The provided filter statement is not supported');

const tokenPattern =
  /\s*(?:('(?:[^']|'')*')|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w/.]*)|([(),]))/y;

type Token = { readonly kind: 'text' | 'number' | 'word' | 'mark'; readonly text: string };

/** @throws GraphFailure 400 */
export function parseFilter(text: string): Filter {
  const reader = createReader(tokenize(text));
  const filter = parseOr(reader);
  if (reader.peek() !== undefined) throw afterClause(reader.peek());
  return filter;
}

/** One field, with an optional direction. @throws GraphFailure 400 */
export function parseOrderby(text: string): Ordering {
  const found = /^\s*fields\/(\w+)(?:\s+(asc|desc))?\s*$/i.exec(text);
  if (found === null) throw invalidRequest('Invalid orderby clause');
  return { field: found[1] ?? '', descending: found[2]?.toLowerCase() === 'desc' };
}

/** `displayName eq 'x'`, the one filter that `/lists` takes (`graph.md` 1.2). @throws GraphFailure 400 */
export function parseListFilter(text: string): string {
  const found = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/i.exec(text);
  if (found === null) throw notSupported();
  return (found[1] ?? '').replaceAll("''", "'");
}

interface Reader {
  peek(): Token | undefined;
  take(): Token | undefined;
}

function createReader(tokens: readonly Token[]): Reader {
  let position = 0;
  return {
    peek: () => tokens[position],
    take: () => tokens[position++],
  };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (text.slice(tokenPattern.lastIndex).trim() !== '') {
    const found = tokenPattern.exec(text);
    if (found === null) throw invalidClause();
    const [, quoted, date, number, word, mark] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (date !== undefined) tokens.push({ kind: 'text', text: date });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'mark', text: mark ?? '' });
  }
  return tokens;
}

const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === 'word' && token.text.toLowerCase() === word;

function parseOr(reader: Reader): Filter {
  return parseSeries(reader, 'or', () => parseSeries(reader, 'and', () => parseClause(reader)));
}

function parseSeries(reader: Reader, word: 'and' | 'or', parsePart: () => Filter): Filter {
  const first = parsePart();
  const parts = [first];
  while (isWord(reader.peek(), word)) {
    reader.take();
    parts.push(parsePart());
  }
  return parts.length === 1 ? first : { kind: word, parts };
}

function parseClause(reader: Reader): Filter {
  const token = reader.take();
  if (token?.kind === 'mark' && token.text === '(') {
    const inner = parseOr(reader);
    expectMark(reader, ')');
    return inner;
  }
  if (token?.kind !== 'word') throw invalidClause();
  const next = reader.peek();
  if (next?.kind === 'mark' && next.text === '(') return parseFunction(reader, token.text);
  if (isWord(token, 'not')) throw notSupported();
  const field = fieldName(token.text);
  const operator = operators.find((one) => isWord(reader.peek(), one));
  if (operator === undefined) throw afterClause(reader.peek());
  reader.take();
  return { kind: 'compare', field, operator, value: parseLiteral(reader.take()) };
}

function parseFunction(reader: Reader, name: string): Filter {
  if (name.toLowerCase() !== 'startswith') throw notSupported();
  expectMark(reader, '(');
  const field = fieldName(reader.take()?.text ?? '');
  expectMark(reader, ',');
  const value = reader.take();
  if (value?.kind !== 'text') throw invalidClause();
  expectMark(reader, ')');
  return { kind: 'compare', field, operator: 'startswith', value: value.text };
}

function fieldName(path: string): string {
  const found = /^fields\/(\w+)$/.exec(path);
  if (found === null) throw invalidClause();
  return found[1] ?? '';
}

function parseLiteral(token: Token | undefined): Literal {
  if (token?.kind === 'text') return token.text;
  if (token?.kind === 'number') return Number(token.text);
  if (isWord(token, 'true')) return true;
  if (isWord(token, 'false')) return false;
  if (isWord(token, 'null')) return null;
  throw invalidClause();
}

function expectMark(reader: Reader, mark: string): void {
  const token = reader.take();
  if (token?.kind !== 'mark' || token.text !== mark) throw invalidClause();
}

/** `in` and `has` are OData, but not here; anything else is no OData. */
function afterClause(token: Token | undefined): GraphFailure {
  return isWord(token, 'in') || isWord(token, 'has') ? notSupported() : invalidClause();
}
