import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { GraphFetch } from './graph-port.ts';

export const graphOrigin = 'https://graph.microsoft.com';

/** Where Graph is. Neither: the real service. */
export interface GraphFetchOptions {
  /** Another server that speaks Graph (`GRAPH_ORIGIN`), with or without a path before `/v1.0`. */
  readonly origin?: string | undefined;
  /** Answers in this process; addresses stay those of the real service. */
  readonly inProcess?: ((request: Request) => Promise<Response>) | undefined;
}

/**
 * Makes the function that carries a request to Graph. The official client sends its token to `graph.microsoft.com`
 * alone and mangles links of other origins (`graph.md` 5.3), so the client always sees that origin: addresses are
 * rewritten on the way out, and the links of an answer on the way back.
 */
export function createGraphFetch(options: GraphFetchOptions): GraphFetch {
  if (options.inProcess !== undefined) return options.inProcess;
  if (options.origin === undefined) return (request) => fetch(request);
  const base = options.origin.replace(/\/+$/, '').replace(/\/v1\.0$/, '');
  const backwards = createLinkRewriter(base);
  return async (request) => {
    const body = request.body === null ? null : await request.arrayBuffer();
    const { method, headers, redirect, signal } = request;
    const url = base + request.url.slice(graphOrigin.length);
    const answer = await fetch(url, { method, headers, body, redirect, signal });
    return backwards(answer);
  };
}

/** Only links are rewritten, found by their key: a person may write the address of the server in a text. */
function createLinkRewriter(base: string): (answer: Response) => Promise<Response> {
  const escaped = base.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const links = new RegExp(
    String.raw`("(?:@odata\.\w+|uploadUrl|@microsoft\.graph\.downloadUrl|Location)"\s*:\s*")${escaped}(?=/)`,
    'g',
  );
  return async (answer) => {
    const headers = new Headers(answer.headers);
    headers.delete('content-encoding');
    headers.delete('content-length');
    const location = headers.get('location');
    if (location?.startsWith(base)) headers.set('location', graphOrigin + location.slice(base.length));
    const { status, statusText } = answer;
    const isJson = headers.get('content-type')?.includes('json') === true;
    const body = isJson ? (await answer.text()).replace(links, `$1${graphOrigin}`) : answer.body;
    return new Response(hasNoBody(status) ? null : body, { status, statusText, headers });
  };
}

const hasNoBody = (status: number): boolean => status === 204 || status === 205 || status === 304;

/** The last middleware of the official client: hands the request to a `GraphFetch`, and gives up after a time. */
export class FetchHandler implements Middleware {
  readonly #fetch: GraphFetch;
  readonly #timeoutMs: number;

  constructor(fetch: GraphFetch, timeoutMs: number) {
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
  }

  async execute(context: Context): Promise<void> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const request = new Request(context.request as string | Request, { ...context.options, signal: timeout });
    let giveUp: (() => void) | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      giveUp = () => {
        reject(timeout.reason as Error);
      };
      timeout.addEventListener('abort', giveUp);
    });
    try {
      context.response = await Promise.race([this.#fetch(request), tooLate]);
    } finally {
      if (giveUp !== undefined) timeout.removeEventListener('abort', giveUp);
    }
  }
}
