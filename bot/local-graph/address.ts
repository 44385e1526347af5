/** The parts of a request's URL: the folder that Graph is mounted under, the version, the path below. */
import { badRequest } from './errors.ts';

export interface Address {
  readonly kind: 'graph' | 'control';
  /** What links in answers begin with: `https://graph.microsoft.com/v1.0`, `http://127.0.0.1:4010/local-graph/v1.0`. */
  readonly base: string;
  /** After `/v1.0` or `/local-graph-control`, percent-encoded, beginning with a slash. */
  readonly path: string;
  readonly search: URLSearchParams;
}

/**
 * @param origin stands in for the request's own in links
 * @throws GraphFailure 400 for another version of Graph
 */
export function parseAddress(url: string, origin: string | undefined): Address {
  const { origin: own, pathname, searchParams } = new URL(url);
  const control = /^(.*?)\/local-graph-control(\/.*)$/.exec(pathname);
  const graph = /^(.*?)\/v1\.0(\/.*)?$/.exec(pathname);
  if (control !== null && (graph === null || (graph[1] ?? '').length > (control[1] ?? '').length)) {
    return { kind: 'control', base: '', path: control[2] ?? '/', search: searchParams };
  }
  if (graph === null) throw badRequest(`Invalid version: ${pathname.split('/').find((part) => part !== '') ?? ''}`);
  return { kind: 'graph', base: `${origin ?? own}${graph[1] ?? ''}/v1.0`, path: graph[2] ?? '/', search: searchParams };
}
