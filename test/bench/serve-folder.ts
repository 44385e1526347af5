import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves a folder with gzip, the same for both sides of a comparison; `/api` goes to the service when it is given. */
export async function serveFolder(
  folder: string,
  apiOrigin?: string,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const compressed = new Map<string, Buffer>();
  const server = createServer((incoming, answer) => {
    const path = new URL(incoming.url ?? '/', 'http://x').pathname;
    if (apiOrigin !== undefined && path.startsWith('/api/')) forward(incoming, answer, apiOrigin);
    else void sendFile(path === '/' ? '/index.html' : path, answer);
  });

  async function sendFile(path: string, answer: ServerResponse): Promise<void> {
    const file = join(folder, normalize(path));
    const body = compressed.get(file) ?? gzipSync(await readFile(file).catch(() => ''));
    compressed.set(file, body);
    answer.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
    });
    answer.end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function forward(incoming: IncomingMessage, answer: ServerResponse, apiOrigin: string): void {
  const target = new URL(incoming.url ?? '/', apiOrigin);
  const headers = { ...incoming.headers, host: target.host };
  incoming.pipe(
    request(target, { method: incoming.method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    }),
  );
}
