/** What passes between the edge, the router and the resources. */
import type { Caller } from './caller.ts';
import type { Database } from './database.ts';
import type { JsonObject } from './json.ts';
import type { QueryOptions } from './query-options.ts';
import type { SeededRandom } from './seeded-random.ts';

/** One request to a resource, already signed in and parsed. A member of a batch looks the same. */
export interface GraphRequest {
  readonly method: string;
  /** Path after `/v1.0`, still percent-encoded. */
  readonly path: string;
  readonly query: QueryOptions;
  /** As sent. */
  readonly parameters: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON; bytes of what is put. */
  readonly body: unknown;
  readonly caller: Caller;
  /** `https://graph.microsoft.com/v1.0`, or the same under the origin and folder that the client used. */
  readonly base: string;
}

export interface GraphReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent for 204. */
  readonly body?: JsonObject;
  /** Instead of a body: a file. */
  readonly content?: Uint8Array;
}

/** What every resource may use. No resource reads a clock or makes an id in another way. */
export interface GraphServices {
  readonly database: Database;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: SeededRandom;
  readonly users: readonly GraphUser[];
  /** The app that an app-only token stands for. */
  readonly app: GraphApp;
  /** IANA zone of the sites; date-only values become midnight there. */
  readonly timeZone: string;
}

export interface GraphApp {
  readonly id: string;
  readonly displayName: string;
}

export interface GraphUser {
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string;
  readonly userPrincipalName?: string;
  readonly jobTitle?: string;
}

export const ok = (body: JsonObject): GraphReply => ({ status: 200, body });
export const created = (body: JsonObject): GraphReply => ({ status: 201, body });
export const noContent: GraphReply = { status: 204 };
