/**
 * OData query options of one request. Graph takes them with and without the dollar sign, in any case; `$expand` may
 * nest options: `fields($select=A,B)`.
 */
import { badRequest, invalidRequest } from './errors.ts';

export interface Expansion {
  readonly name: string;
  readonly select?: readonly string[];
  readonly expand?: readonly Expansion[];
}

export interface QueryOptions {
  readonly select?: readonly string[];
  readonly expand: readonly Expansion[];
  readonly filter?: string;
  readonly orderby?: string;
  readonly top?: number;
  readonly skiptoken?: string;
  readonly token?: string;
  readonly search?: string;
  /** The options as sent, for links that continue the same query. */
  readonly raw: ReadonlyMap<string, string>;
}

const known = ['select', 'expand', 'filter', 'orderby', 'top', 'skiptoken', 'token', 'search'];

/** @throws GraphFailure 400 for an option that SharePoint does not take (`graph.md` 1.4) or that cannot be read */
export function parseQueryOptions(parameters: URLSearchParams): QueryOptions {
  const raw = new Map<string, string>();
  for (const [name, value] of parameters) {
    const plain = name.replace(/^\$/, '').toLowerCase();
    if (plain === 'skip' || plain === 'count') {
      throw invalidRequest(
        `$${plain} is not supported on this API. Only URLs returned by the API can be used to page.`,
      );
    }
    if (!known.includes(plain)) continue;
    if (raw.has(plain))
      throw badRequest(`Query option '$${plain}' was specified more than once, but it must be specified at most once.`);
    raw.set(plain, value);
  }
  const select = raw.get('select');
  const top = raw.get('top');
  return {
    raw,
    expand: parseExpand(raw.get('expand') ?? ''),
    ...(select === undefined ? {} : { select: splitNames(select) }),
    ...(top === undefined ? {} : { top: parseTop(top) }),
    ...pick(raw, 'filter'),
    ...pick(raw, 'orderby'),
    ...pick(raw, 'skiptoken'),
    ...pick(raw, 'token'),
    ...pick(raw, 'search'),
  };
}

export function expansionOf(query: QueryOptions, name: string): Expansion | undefined {
  return query.expand.find((expansion) => expansion.name.toLowerCase() === name.toLowerCase());
}

function pick<Name extends string>(raw: ReadonlyMap<string, string>, name: Name): Partial<Record<Name, string>> {
  const value = raw.get(name);
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}

function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function parseTop(text: string): number {
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1) throw badRequest(`Invalid value '${text}' for $top query option found.`);
  return top;
}

/** `a,b($select=x,y;$expand=c)` */
export function parseExpand(text: string): Expansion[] {
  return splitOutside(text, ',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const nested = /^([A-Za-z]+)\s*\((.*)\)$/s.exec(part);
      if (nested === null) {
        if (!/^[A-Za-z]+$/.test(part)) throw badRequest(`Parsing $expand failed: '${part}' is not valid.`);
        return { name: part };
      }
      return { name: nested[1] ?? '', ...parseNested(nested[2] ?? '') };
    });
}

function parseNested(text: string): Pick<Expansion, 'select' | 'expand'> {
  let nested: Pick<Expansion, 'select' | 'expand'> = {};
  for (const option of splitOutside(text, ';')) {
    const equals = option.indexOf('=');
    const name = option.slice(0, equals).trim().replace(/^\$/, '').toLowerCase();
    const value = option.slice(equals + 1);
    if (equals > 0 && name === 'select') nested = { ...nested, select: splitNames(value) };
    else if (equals > 0 && name === 'expand') nested = { ...nested, expand: parseExpand(value) };
    else throw badRequest(`Parsing $expand failed: '${option}' is not valid.`);
  }
  return nested;
}

/** Splits at a separator, but not inside parentheses. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === separator && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  if (depth !== 0) throw badRequest('Parsing $expand failed: the parentheses do not match.');
  parts.push(part);
  return parts;
}
