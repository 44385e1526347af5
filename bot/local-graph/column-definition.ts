/** What a column is: its facet, the kind that follows from it, and the rules for making and changing one (`graph.md` 1.3). */
import { badArgument, generalException, invalidRequest } from './errors.ts';
import { isJsonArray, isJsonObject, textOf, type JsonObject, type JsonValue } from './json.ts';

export type ColumnKind =
  | 'text'
  | 'note'
  | 'choice'
  | 'multiChoice'
  | 'dateTime'
  | 'number'
  | 'boolean'
  | 'person'
  | 'persons'
  | 'lookup'
  | 'lookups'
  | 'hyperlink'
  | 'computed';

/** A column as it is stored and, but for the facets that Graph hides, as it is shown. */
export interface ColumnDefinition extends JsonObject {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly columnGroup: string;
  readonly enforceUniqueValues: boolean;
  readonly hidden: boolean;
  readonly indexed: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
}

type FacetDefaults = (given: JsonObject) => JsonObject;

/** Each facet with what the service fills in. */
const facets: Readonly<Record<string, FacetDefaults>> = {
  text: (given) => ({
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: given['allowMultipleLines'] === true ? 6 : 0,
    ...(given['allowMultipleLines'] === true ? { textType: 'plain' } : { maxLength: 255 }),
  }),
  choice: () => ({ allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' }),
  dateTime: () => ({ displayAs: 'default', format: 'dateTime' }),
  number: () => ({ decimalPlaces: 'automatic', displayAs: 'number' }),
  boolean: () => ({}),
  personOrGroup: () => ({ allowMultipleSelection: false, chooseFromType: 'peopleOnly', displayAs: 'nameWithPresence' }),
  lookup: () => ({ allowMultipleValues: false, allowUnlimitedLength: false, columnName: 'Title' }),
  hyperlinkOrPicture: () => ({ isPicture: false }),
  calculated: () => ({ outputType: 'text' }),
  currency: () => ({}),
  geolocation: () => ({}),
  term: () => ({}),
  thumbnail: () => ({}),
  contentApprovalStatus: () => ({}),
};

const allowedValues: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  text: { textType: ['plain', 'richText'] },
  choice: { displayAs: ['checkBoxes', 'dropDownMenu', 'radioButtons'] },
  dateTime: { displayAs: ['default', 'friendly', 'standard'], format: ['dateOnly', 'dateTime'] },
  number: {
    decimalPlaces: ['automatic', 'none', 'one', 'two', 'three', 'four', 'five'],
    displayAs: ['number', 'percentage'],
  },
  personOrGroup: { chooseFromType: ['peopleAndGroups', 'peopleOnly'] },
};

const indexableKinds: readonly ColumnKind[] = ['text', 'choice', 'number', 'dateTime', 'lookup', 'person', 'boolean'];
const settable = ['displayName', 'description', 'columnGroup'] as const;
const switches = ['enforceUniqueValues', 'hidden', 'indexed', 'required'] as const;

/**
 * A new column out of a request body. The name is encoded but not yet made unique in its list.
 * @throws GraphFailure 400 without a recognisable facet, 500 for explicit nulls
 */
export function parseNewColumn(body: unknown): ColumnDefinition {
  if (!isJsonObject(body)) throw badArgument();
  refuseNulls(body);
  const facet = facetOf(body);
  if (facet === undefined) throw invalidRequest('Unable to determine type of provided column definition');
  const given = typeof body['name'] === 'string' ? body['name'] : body['displayName'];
  if (typeof given !== 'string' || given.trim() === '') throw badArgument();
  const definition: ColumnDefinition = {
    columnGroup: 'Custom Columns',
    description: '',
    displayName: given,
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    name: encodeColumnName(given),
    readOnly: facet === 'calculated',
    required: false,
    ...readCommon(body),
    ...readDefaults(body),
    [facet]: readFacet(facet, body[facet] ?? {}, {}),
  };
  return checkIndex(definition);
}

/**
 * A column after a PATCH.
 * @throws GraphFailure 400 when the type would change or an index rule is broken, 500 for explicit nulls
 */
export function changeColumn(current: ColumnDefinition, body: unknown): ColumnDefinition {
  if (!isJsonObject(body)) throw badArgument();
  refuseNulls(body);
  const facet = facetOf(body);
  if (facet !== undefined && !(facet in current)) throw invalidRequest('The type of a column cannot be changed');
  const facetNow = facet === undefined ? undefined : current[facet];
  const changed: ColumnDefinition = {
    ...current,
    ...readCommon(body),
    ...readDefaults(body),
    ...(facet === undefined
      ? {}
      : { [facet]: readFacet(facet, body[facet] ?? {}, isJsonObject(facetNow) ? facetNow : {}) }),
  };
  return checkIndex(changed);
}

export function kindOf(definition: JsonObject): ColumnKind {
  const flag = (facet: string, name: string): boolean => {
    const value = definition[facet];
    return isJsonObject(value) && value[name] === true;
  };
  if ('text' in definition) return flag('text', 'allowMultipleLines') ? 'note' : 'text';
  if ('choice' in definition) {
    const choice = definition['choice'];
    return isJsonObject(choice) && choice['displayAs'] === 'checkBoxes' ? 'multiChoice' : 'choice';
  }
  if ('dateTime' in definition) return 'dateTime';
  if ('number' in definition || 'currency' in definition) return 'number';
  if ('boolean' in definition) return 'boolean';
  if ('personOrGroup' in definition) return flag('personOrGroup', 'allowMultipleSelection') ? 'persons' : 'person';
  if ('lookup' in definition) return flag('lookup', 'allowMultipleValues') ? 'lookups' : 'lookup';
  if ('hyperlinkOrPicture' in definition) return 'hyperlink';
  return 'computed';
}

/** `Åtgärd nr 1` → `_x00c5_tg_x00e4_rd_x0020_nr_x0020_1` */
export function encodeColumnName(name: string): string {
  return Array.from({ length: name.length }, (_, index) => {
    const letter = name.charAt(index);
    const plain = /[A-Za-z_]/.test(letter) || (index > 0 && /\d/.test(letter));
    return plain ? letter : `_x${letter.charCodeAt(0).toString(16).padStart(4, '0')}_`;
  }).join('');
}

function facetOf(body: JsonObject): string | undefined {
  const found = Object.keys(facets).filter((facet) => body[facet] !== undefined);
  return found.length === 1 ? found[0] : undefined;
}

function refuseNulls(body: JsonObject): void {
  const refused = ['validation', 'defaultValue', ...Object.keys(facets)];
  if (refused.some((name) => body[name] === null)) throw generalException();
}

function readCommon(body: JsonObject): Partial<ColumnDefinition> {
  const common: Record<string, JsonValue> = {};
  for (const name of settable) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' || (name === 'displayName' && value.trim() === '')) throw badArgument();
    common[name] = value;
  }
  for (const name of switches) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'boolean') throw badArgument();
    common[name] = value;
  }
  return common;
}

function readDefaults(body: JsonObject): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const name of ['defaultValue', 'validation']) {
    const value = body[name];
    if (value === undefined) continue;
    if (!isJsonObject(value)) throw badArgument();
    kept[name] = value;
  }
  return kept;
}

function readFacet(facet: string, given: JsonValue, current: JsonObject): JsonObject {
  if (!isJsonObject(given)) throw badArgument();
  for (const [property, values] of Object.entries(allowedValues[facet] ?? {})) {
    const value = given[property];
    if (value !== undefined && !values.includes(textOf(value))) throw badArgument();
  }
  const merged: JsonObject = { ...facets[facet]?.({ ...current, ...given }), ...current, ...given };
  const choices = merged['choices'];
  if (facet === 'choice' && !(isJsonArray(choices) && choices.every((choice) => typeof choice === 'string'))) {
    throw badArgument();
  }
  const maxLength = merged['maxLength'];
  if (facet === 'text' && maxLength !== undefined && !(Number(maxLength) >= 1 && Number(maxLength) <= 255)) {
    throw badArgument();
  }
  return merged;
}

function checkIndex(definition: ColumnDefinition): ColumnDefinition {
  if (definition.enforceUniqueValues && !definition.indexed) {
    throw invalidRequest('This field must be indexed to enforce unique values');
  }
  if (definition.indexed && !indexableKinds.includes(kindOf(definition))) {
    throw invalidRequest('This field type cannot be indexed');
  }
  return definition;
}
