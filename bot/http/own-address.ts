import type { IncomingMessage } from 'node:http';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request names this machine as its host, and comes from a page of this machine if it comes from a page.
 * Local mode signs people in without a password: a foreign page that points its own name at 127.0.0.1 (DNS rebinding)
 * must not get an answer.
 */
export function isOwnAddress(request: Pick<IncomingMessage, 'headers'>): boolean {
  const { host, origin } = request.headers;
  if (host === undefined || !namesLoopback(`http://${host}`)) return false;
  return origin === undefined || namesLoopback(origin);
}

function namesLoopback(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username === '' && loopback.has(url.hostname);
}
