/** JSON as values, and the few questions that a server asks about a parsed body. */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The text itself, or empty text for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Parses text that this server wrote itself. */
// The type is a promise about our own rows, given where they are read.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function parseStored<Stored>(text: string): Stored {
  return JSON.parse(text) as Stored;
}
