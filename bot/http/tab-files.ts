import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemErrorCode } from '../system-error.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The build puts `x.js.br` and `x.js.gz` beside `x.js`; the smallest that the browser takes is sent. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

interface FoundFile {
  readonly path: string;
  readonly encoding?: 'br' | 'gzip';
  readonly size: number;
  readonly modifiedMs: number;
}

/**
 * Sends a file of the built tab; false when there is none. Vite puts a hash in the name of everything under `assets/`,
 * so those files never change; the rest is asked for anew each time, and answered 304 when it is the same.
 *
 * @param path what stands after `/tab/`, still percent-encoded; a path without an extension gets `index.html`
 */
export async function sendTabFile(
  request: Pick<IncomingMessage, 'headers' | 'method'>,
  response: ServerResponse,
  tabDir: string,
  path: string,
): Promise<boolean> {
  const name = readPath(path);
  if (name === undefined) return false;
  const type = contentTypes[extname(name)];
  const full = join(tabDir, name);
  if (type === undefined || !full.startsWith(tabDir + sep)) return false;
  const file = await findFile(full, [request.headers['accept-encoding'] ?? []].flat().join());
  if (file === undefined) return false;

  const tag = `W/"${file.size.toString(36)}-${Math.round(file.modifiedMs).toString(36)}"`;
  response.setHeader('Cache-Control', name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', tag);
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304);
    response.end();
    return true;
  }
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', file.size);
  if (file.encoding !== undefined) response.setHeader('Content-Encoding', file.encoding);
  response.writeHead(200);
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
  return true;
}

/** The file's name under the tab's folder. Nothing when the path is no plain path. */
function readPath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A lone % is the client's mistake, and names no file.
    return undefined;
  }
  if (/[\0\\]/u.test(decoded)) return undefined;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('.'))) return undefined;
  const name = segments.join('/');
  return extname(name) === '' ? 'index.html' : name;
}

async function findFile(full: string, acceptEncoding: string): Promise<FoundFile | undefined> {
  const accepted = new Set(
    acceptEncoding
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/u.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  for (const { name, suffix } of encodings) {
    const file = accepted.has(name) ? await fileAt(full + suffix) : undefined;
    if (file !== undefined) return { ...file, encoding: name };
  }
  return fileAt(full);
}

async function fileAt(path: string): Promise<FoundFile | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemErrorCode(error) ?? '')) return undefined;
    throw error;
  });
  return found?.isFile() === true ? { path, size: found.size, modifiedMs: found.mtimeMs } : undefined;
}
