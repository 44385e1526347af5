import type { ColumnValues, ItemWrite, ListAddress } from './graph-port.ts';
import type { GraphRequest } from './graph-request.ts';

export const itemsPath = (list: ListAddress): string => `/sites/${list.siteId}/lists/${list.listId}/items`;

/** The request that carries out a write; the same alone and in a batch. */
export function requestOfWrite(write: ItemWrite): GraphRequest {
  const path = itemsPath(write.list);
  if (write.kind === 'create') {
    return { method: 'POST', path, body: { fields: toBody(withoutEmpty(write.fields)) } };
  }
  const headers = { 'If-Match': write.etag };
  if (write.kind === 'delete') return { method: 'DELETE', path: `${path}/${write.itemId}`, headers };
  return { method: 'PATCH', path: `${path}/${write.itemId}/fields`, headers, body: toBody(write.fields) };
}

/** A new item names only what it has: null at creation is refused (`graph.md` 1.5). */
function withoutEmpty(fields: ColumnValues): ColumnValues {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** A multi-choice needs its type beside it, else Graph answers 500 (`graph.md` 1.5). */
function toBody(fields: ColumnValues): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) body[`${name}@odata.type`] = 'Collection(Edm.String)';
    body[name] = value;
  }
  return body;
}
