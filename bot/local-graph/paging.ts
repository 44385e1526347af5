/** `$skiptoken` of item pages: where a query goes on (`graph.md` 1.4). Opaque to clients. */
import type { Comparable } from './comparable.ts';
import { badArgument } from './errors.ts';
import type { QueryOptions } from './query-options.ts';

export const defaultPageSize = 200;
export const maximumPageSize = 5000;

export interface PagePosition {
  readonly id: number;
  readonly key?: Comparable;
}

/** More than the maximum is silently cut down. */
export const pageSizeOf = (query: QueryOptions): number => Math.min(query.top ?? defaultPageSize, maximumPageSize);

export function formatSkipToken({ id, key }: PagePosition): string {
  const parameters = new URLSearchParams({ Paged: 'TRUE', p_ID: String(id) });
  if (key !== undefined) {
    parameters.set('ix_Paged', 'TRUE');
    parameters.set('ix_ID', String(id));
    parameters.set('ix_Key', typeof key === 'number' ? `n${String(key)}` : `t${key}`);
  }
  return Buffer.from(parameters.toString()).toString('base64url');
}

/** @throws GraphFailure 400 for a token that this server did not give */
export function parseSkipToken(token: string): PagePosition {
  const parameters = new URLSearchParams(Buffer.from(token, 'base64url').toString());
  const id = parameters.get('p_ID') ?? '';
  if (parameters.get('Paged') !== 'TRUE' || !/^\d{1,15}$/.test(id)) throw badArgument();
  const key = parameters.get('ix_Key');
  if (key === null) return { id: Number(id) };
  if (key.startsWith('t')) return { id: Number(id), key: key.slice(1) };
  if (!key.startsWith('n') || Number.isNaN(Number(key.slice(1)))) throw badArgument();
  return { id: Number(id), key: Number(key.slice(1)) };
}

/** The request's own query with another position. */
export function continueLink(
  url: string,
  query: QueryOptions,
  token: { readonly name: string; readonly value: string },
): string {
  const options = [...query.raw]
    .filter(([name]) => name !== 'skiptoken' && name !== 'token')
    .map(([name, value]) => `$${name}=${encodeURIComponent(value)}`);
  return `${url}?${[...options, `${token.name}=${encodeURIComponent(token.value)}`].join('&')}`;
}
