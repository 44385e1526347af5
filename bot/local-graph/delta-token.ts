/** The token in delta links. Opaque to clients; what cannot be read back exactly is malformed. */
import { isJsonObject } from './json.ts';

export interface DeltaToken {
  /** Id of the list that gave the token. */
  readonly list: string;
  /** The client has every change up to this number. */
  readonly after: number;
  /** During a full enumeration: deletions up to this number are left out, as the client never saw the items. */
  readonly hideDeletedUpTo: number;
  readonly epoch: number;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** Query options without their dollar sign. */
  readonly options: readonly (readonly [name: string, value: string])[];
}

export function formatDeltaToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

export function parseDeltaToken(text: string): DeltaToken | undefined {
  const json = Buffer.from(text, 'base64url').toString();
  const token = parseJson(json);
  if (!isJsonObject(token) || typeof token['list'] !== 'string' || !Array.isArray(token['options'])) return undefined;
  const numbers = ['after', 'hideDeletedUpTo', 'epoch', 'issuedAt'].map((name) => token[name]);
  if (!numbers.every((value) => Number.isSafeInteger(value))) return undefined;
  const options = token['options'];
  if (
    !options.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'))
  ) {
    return undefined;
  }
  return token as unknown as DeltaToken;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not a token of ours; the caller answers that it is malformed.
    return undefined;
  }
}
