/** JSON as values, and the few questions that a server asks about a parsed body. */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses text that this server wrote itself. */
export function parseStored<Stored>(text: string): Stored {
  return JSON.parse(text) as Stored;
}
