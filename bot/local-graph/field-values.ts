/** Values of an item: from a request's `fields` to what is stored (`graph.md` 1.5, write column). */
import { builtInNames } from './built-in-columns.ts';
import type { Column } from './column-store.ts';
import { badArgument, generalException, invalidRequest, unknownField } from './errors.ts';
import { parseDateValue } from './graph-time.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

export type StoredValue = string | number | boolean | readonly string[] | readonly number[] | JsonObject;
/** By internal column name; an unset column has no key. */
export type ItemContent = Readonly<Record<string, StoredValue>>;

export interface FieldRules {
  readonly columns: readonly Column[];
  readonly timeZone: string;
  /** `Prefer: apiversion=2.1`, without which hyperlinks cannot be written. */
  readonly hyperlinksAllowed: boolean;
}

/**
 * Content of a new item: the given values, and defaults for the rest.
 * @throws GraphFailure 400 for unknown fields and values of the wrong type, 500 for nulls
 */
export function parseNewContent(fields: unknown, rules: FieldRules): ItemContent {
  const content: Record<string, StoredValue> = {};
  for (const column of rules.columns) {
    const preset = column.definition['defaultValue'];
    const value = isJsonObject(preset) ? preset['value'] : undefined;
    if (typeof value === 'string' && value !== '') {
      content[column.name] = parseValue(column, presetOf(column, value), rules) ?? value;
    }
  }
  for (const [column, value] of readFields(fields, rules)) {
    if (value === null) throw generalException();
    if (value === undefined) Reflect.deleteProperty(content, column.name);
    else content[column.name] = value;
  }
  return content;
}

/** Content after a merge of the given values; `null` and empty text clear a value. @throws GraphFailure 400, 500 */
export function mergeContent(current: ItemContent, fields: unknown, rules: FieldRules): ItemContent {
  const content: Record<string, StoredValue> = { ...current };
  for (const [column, value] of readFields(fields, rules)) {
    if (value === null || value === undefined) Reflect.deleteProperty(content, column.name);
    else content[column.name] = value;
  }
  return content;
}

/** `null` was written as null; `undefined` is an empty value. */
type Written = readonly [column: Column, value: StoredValue | null | undefined];

function readFields(fields: unknown, rules: FieldRules): Written[] {
  if (!isJsonObject(fields)) throw badArgument();
  const written: Written[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('@') || name.endsWith('@odata.type') || value === undefined) continue;
    const column = columnFor(name, rules.columns);
    if (value === null) {
      written.push([column, null]);
      continue;
    }
    requireCollectionType(column, name, value, fields[`${name}@odata.type`]);
    written.push([column, parseValue(column, value, rules)]);
  }
  return written;
}

/** A name that begins with `_` is not recognised, even where a column has it (`graph.md` 1.3). */
function columnFor(name: string, columns: readonly Column[]): Column {
  if (name.startsWith('_')) throw unknownField(name);
  const column = columns.find((one) => one.name === name);
  if (column !== undefined) {
    if (column.name !== 'Title' && (builtInNames.has(name) || column.definition.readOnly)) {
      throw invalidRequest(`Field '${name}' is read-only`);
    }
    if (isLookup(column)) throw generalException();
    return column;
  }
  const target = name.endsWith('LookupId')
    ? columns.find((one) => one.name === name.slice(0, -'LookupId'.length) && isLookup(one))
    : undefined;
  if (target === undefined) throw unknownField(name);
  if (target.definition.readOnly) throw invalidRequest(`Field '${name}' is read-only`);
  return target;
}

const isLookup = (column: Column): boolean => ['person', 'persons', 'lookup', 'lookups'].includes(column.kind);

/** A collection without its type is not understood (contrib#8971). */
function requireCollectionType(column: Column, name: string, value: JsonValue, type: JsonValue | undefined): void {
  const wanted = {
    multiChoice: 'Collection(Edm.String)',
    persons: 'Collection(Edm.Int32)',
    lookups: 'Collection(Edm.Int32)',
  }[column.kind as string];
  if (wanted !== undefined && (type !== wanted || !Array.isArray(value))) throw generalException();
}

function parseValue(column: Column, value: JsonValue, rules: FieldRules): StoredValue | undefined {
  switch (column.kind) {
    case 'text':
      return parseText(column, value);
    case 'note':
    case 'choice':
      if (typeof value !== 'string') throw generalException();
      return value === '' ? undefined : value;
    case 'multiChoice':
      return emptyToUndefined((value as readonly JsonValue[]).map(String));
    case 'persons':
    case 'lookups':
      return emptyToUndefined((value as readonly JsonValue[]).map(parseLookupId));
    case 'person':
    case 'lookup':
      // A number instead of its text gave 500 (docs#19901).
      if (typeof value !== 'string') throw generalException();
      return value === '' ? undefined : parseLookupId(value);
    case 'number':
      return parseNumber(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw generalException();
      return value;
    case 'dateTime':
      return parseDate(value, rules.timeZone);
    case 'hyperlink':
      return parseHyperlink(value, rules.hyperlinksAllowed);
    case 'computed':
      throw invalidRequest(`Field '${column.name}' is read-only`);
  }
}

function parseText(column: Column, value: JsonValue): string | undefined {
  if (typeof value === 'object') throw generalException();
  const text = String(value);
  const facet = column.definition['text'];
  const limit = isJsonObject(facet) && typeof facet['maxLength'] === 'number' ? facet['maxLength'] : 255;
  if (text.length > limit || /[\r\n]/.test(text)) {
    throw invalidRequest(
      'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.',
    );
  }
  return text === '' ? undefined : text;
}

function parseNumber(column: Column, value: JsonValue): number | undefined {
  if (value === '') return undefined;
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) {
    throw invalidRequest(
      'Invalid number value.\n\nA number field contains invalid data. Please check the value and try again.',
    );
  }
  const facet = column.definition['number'];
  const bound = (name: string, otherwise: number): number =>
    isJsonObject(facet) && typeof facet[name] === 'number' ? facet[name] : otherwise;
  const [minimum, maximum] = [bound('minimum', -Infinity), bound('maximum', Infinity)];
  if (number < minimum || number > maximum) {
    throw invalidRequest(`The value of this field must be between ${String(minimum)} and ${String(maximum)}.`);
  }
  return number;
}

function parseDate(value: JsonValue, timeZone: string): string | undefined {
  if (value === '') return undefined;
  const time = typeof value === 'string' ? parseDateValue(value, timeZone) : undefined;
  if (time === undefined) {
    throw invalidRequest(
      'Invalid date/time value.\n\nA date/time field contains invalid data. Please check the value and try again.',
    );
  }
  return time;
}

function parseHyperlink(value: JsonValue, allowed: boolean): JsonObject {
  if (!allowed || !isJsonObject(value) || typeof value['Url'] !== 'string') throw badArgument();
  const description = value['Description'];
  return { Description: typeof description === 'string' ? description : value['Url'], Url: value['Url'] };
}

function parseLookupId(value: JsonValue): number {
  const id = Number(value);
  if (!Number.isInteger(id) || id < 0) throw generalException();
  return id;
}

function emptyToUndefined(values: readonly string[] | readonly number[]): StoredValue | undefined {
  return values.length === 0 ? undefined : values;
}

/** A default is kept as text whatever the column holds. */
function presetOf(column: Column, value: string): JsonValue {
  if (column.kind === 'boolean') return value === '1' || value.toLowerCase() === 'true';
  return column.kind === 'multiChoice' ? value.split(';#').filter((part) => part !== '') : value;
}
