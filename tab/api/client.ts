import type { FailureAnswer, Language } from '../../shared/api/contract.ts';
import { failures } from '../../shared/errors.ts';
import { ApiFailure } from './api-failure.ts';

export type QueryValue = string | number | boolean | undefined;

export interface ApiClient {
  /** GET; rejects with `ApiFailure`. */
  read<Answer>(path: string, query?: Readonly<Record<string, QueryValue>>, signal?: AbortSignal): Promise<Answer>;
  /** POST, PUT, PATCH or DELETE; rejects with `ApiFailure`. */
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
}

export interface ClientSettings {
  readonly fetch: typeof globalThis.fetch;
  /** Address of `/api/v1/`, with the last slash. */
  readonly baseUrl: string;
  /** The value of `Authorization`, or undefined before anybody is signed in. */
  readonly authorization: () => Promise<string | undefined>;
  readonly language: () => Language;
}

function isFailureAnswer(body: unknown): body is FailureAnswer {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && Object.hasOwn(failures, String(error.code));
}

/** Answers without our envelope come from something before the service: a proxy, a sign-in wall, a cut connection. */
function failureWithoutEnvelope(status: number): ApiFailure {
  if (status === 401) return new ApiFailure({ code: 'notSignedIn' });
  if (status === 404) return new ApiFailure({ code: 'notFound' });
  if (status === 413) return new ApiFailure({ code: 'tooLarge' });
  return new ApiFailure({ code: status >= 500 ? 'unavailable' : 'unexpected' });
}

async function parseAnswer<Answer>(response: Response): Promise<Answer> {
  if (response.status === 204) return undefined as Answer;
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    if (response.ok) throw new ApiFailure({ code: 'unexpected', cause });
    throw failureWithoutEnvelope(response.status);
  }
  // Inside the contract types are trusted: the service is ours and parses what it sends.
  if (response.ok) return body as Answer;
  throw isFailureAnswer(body) ? new ApiFailure(body.error) : failureWithoutEnvelope(response.status);
}

/** The tab's only way to the service (`shared/api/contract.ts`). */
export function createApiClient(settings: ClientSettings): ApiClient {
  async function call<Answer>(path: string, init: Omit<RequestInit, 'headers'>): Promise<Answer> {
    const authorization = await settings.authorization();
    const headers = {
      'Accept-Language': settings.language(),
      ...(authorization === undefined ? {} : { Authorization: authorization }),
      ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    let response: Response;
    try {
      response = await settings.fetch(settings.baseUrl + path, { ...init, headers });
    } catch (cause) {
      // An aborted read belongs to who aborted it; everything else is a network that did not carry the call.
      if (init.signal?.aborted === true) throw cause;
      throw new ApiFailure({ code: 'unavailable', cause });
    }
    return parseAnswer<Answer>(response);
  }

  return {
    read: (path, query = {}, signal) => {
      const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
      const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
      return call(search === '' ? path : `${path}?${search}`, { method: 'GET', ...(signal ? { signal } : {}) });
    },
    send: (method, path, body) => call(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
  };
}
