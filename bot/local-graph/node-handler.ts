/** The embedded Graph behind Node's HTTP server, alone or mounted in another server. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConnectionCut } from './faults.ts';
import type { LocalGraph } from './local-graph.ts';

export type NodeHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const maximumBodyBytes = 4 * 1024 * 1024;

/**
 * @param basePath the folder that the handler is mounted under, such as `/local-graph`, or empty. The request's URL
 *   must still hold it; links in answers begin with it.
 */
export function createNodeHandler(localGraph: LocalGraph, basePath: string): NodeHandler {
  return async (req, res) => {
    const url = requestUrl(req);
    if (url === undefined || !url.pathname.startsWith(`${basePath}/`)) {
      respond(res, 404, 'The embedded Graph is not at this address.');
      return;
    }
    const body = await readBody(req);
    if (body === 'tooLarge') {
      respond(res, 413, `A request may hold at most ${String(maximumBodyBytes)} bytes.`);
      return;
    }
    if (body === 'cutOff') return;
    await answer(localGraph, new Request(url, requestInit(req, body)), res);
  };
}

async function answer(localGraph: LocalGraph, request: Request, res: ServerResponse): Promise<void> {
  try {
    const response = await localGraph.handle(request);
    res.writeHead(response.status, Object.fromEntries(response.headers));
    res.end(Buffer.from(await response.arrayBuffer()));
  } catch (cause) {
    if (!(cause instanceof ConnectionCut)) throw cause;
    res.destroy();
  }
}

function requestUrl(req: IncomingMessage): URL | undefined {
  const host = req.headers.host ?? '127.0.0.1';
  const url = `http://${host}${req.url ?? '/'}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

function requestInit(req: IncomingMessage, body: Buffer): RequestInit {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = req.method ?? 'GET';
  return method === 'GET' || method === 'HEAD' ? { method, headers } : { method, headers, body: new Uint8Array(body) };
}

/** A server that parsed the body before leaves its text in `rawBody`; the stream itself is then used up. */
async function readBody(
  req: IncomingMessage & { readonly rawBody?: unknown; readonly body?: unknown },
): Promise<Buffer | 'tooLarge' | 'cutOff'> {
  if (req.readableEnded) {
    if (typeof req.rawBody === 'string' || Buffer.isBuffer(req.rawBody)) return Buffer.from(req.rawBody);
    if (typeof req.body === 'string' || Buffer.isBuffer(req.body)) return Buffer.from(req.body);
    return Buffer.from(req.body === undefined ? '' : JSON.stringify(req.body));
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= maximumBodyBytes) chunks.push(chunk);
    }
  } catch {
    // The client went away in the middle of its request: there is nobody to answer.
    return 'cutOff';
  }
  return size > maximumBodyBytes ? 'tooLarge' : Buffer.concat(chunks);
}

function respond(res: ServerResponse, status: number, message: string): void {
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify({ error: { code: status === 404 ? 'itemNotFound' : 'invalidRequest', message } }));
}
