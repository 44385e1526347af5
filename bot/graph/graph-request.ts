import { AuthenticationHandler, Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { FetchHandler } from './origin-handler.ts';
import type { GraphFetch } from './graph-port.ts';
import { readRateLimits } from './rate-limits.ts';
import type { RateLimits } from './rate-limits.ts';
import { ReadRetryHandler } from './retry-handler.ts';
import type { RetryOptions } from './retry-handler.ts';

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path after `/v1.0`, or a whole link that Graph gave. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, but for a Buffer. */
  readonly body?: unknown;
}

/** `body` is undefined for an empty body and for one that is not JSON; `malformed` tells which. */
export type GraphAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Headers;
      readonly body: unknown;
      readonly malformed: boolean;
    }
  /** Cut connection, time-out, refused: whether the request was carried out is not known. */
  | { readonly kind: 'noAnswer'; readonly cause: unknown };

export type SendToGraph = (request: GraphRequest) => Promise<GraphAnswer>;

export interface GraphConnection {
  readonly fetch: GraphFetch;
  /** A bearer token, asked for before each request. */
  readonly token: () => Promise<string>;
  readonly retry?: Partial<RetryOptions>;
  /** Told of the budget whenever an answer speaks of it. */
  readonly onRateLimits?: (limits: RateLimits) => void;
  /** Milliseconds until a request is given up; 60 s unless told. */
  readonly timeoutMs?: number;
}

const defaultRetry: RetryOptions = {
  retries: 2,
  waitWhenThrottled: false,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/**
 * The official client with a middleware chain of our own: authentication, repetition of reads, transport
 * (`graph.md` 5.3). Answers are taken raw, since the client's own error parsing loses bodies and headers.
 */
export function createGraphRequester(connection: GraphConnection): SendToGraph {
  const authentication = new AuthenticationHandler({ getAccessToken: connection.token });
  const retry = new ReadRetryHandler({ ...defaultRetry, ...connection.retry });
  authentication.setNext(retry);
  retry.setNext(new FetchHandler(connection.fetch, connection.timeoutMs ?? 60_000));
  const client = Client.initWithMiddleware({ middleware: authentication });

  return async ({ method, path, headers = {}, body }) => {
    const request = client
      .api(path)
      .headers({ 'User-Agent': 'NONISV|Kvalitetsnavet|Kvalitetsnavet/0.1', ...headers })
      .responseType(ResponseType.RAW);
    try {
      const response = (await sendBy(request, method, body)) as Response;
      const limits = readRateLimits(response.headers);
      if (limits !== undefined) connection.onRateLimits?.(limits);
      return await readAnswer(response);
    } catch (cause) {
      return { kind: 'noAnswer', cause };
    }
  };
}

type ClientRequest = ReturnType<Client['api']>;

function sendBy(request: ClientRequest, method: GraphRequest['method'], body: unknown): Promise<unknown> {
  if (method === 'POST') return request.post(body);
  if (method === 'PUT') return request.put(body);
  if (method === 'PATCH') return request.patch(body);
  return method === 'DELETE' ? request.delete() : request.get();
}

async function readAnswer(response: Response): Promise<GraphAnswer> {
  const text = await response.text();
  const { status, headers } = response;
  const json = parseJson(text);
  return { kind: 'answer', status, headers, body: json.value, malformed: json.malformed };
}

function parseJson(text: string): { readonly value: unknown; readonly malformed: boolean } {
  if (text === '') return { value: undefined, malformed: false };
  try {
    return { value: JSON.parse(text), malformed: false };
  } catch {
    // HTML from a gateway, or a body cut short: an outcome, told apart by `malformed`.
    return { value: undefined, malformed: true };
  }
}
