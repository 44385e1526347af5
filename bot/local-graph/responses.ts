/** Answers as HTTP: status, headers that Graph sends with every answer, JSON. */
import type { ErrorIds } from './errors.ts';
import type { JsonObject } from './json.ts';

const contentType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonObject | undefined;
  readonly content?: Uint8Array | undefined;
}

export function standardHeaders(ids: ErrorIds): Record<string, string> {
  return {
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"LOCAL"}}',
    Date: ids.now.toUTCString(),
    'Cache-Control': 'no-store, no-cache',
  };
}

/** @param changeText a last touch to the JSON, to send broken answers */
export function toResponse(answer: Answer, ids: ErrorIds, changeText?: (text: string) => string): Response {
  const headers = new Headers({ ...standardHeaders(ids), ...answer.headers });
  if (answer.content !== undefined) {
    headers.set('Content-Type', 'application/octet-stream');
    return new Response(new Uint8Array(answer.content), { status: answer.status, headers });
  }
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  const etag = answer.body['@odata.etag'];
  if (typeof etag === 'string') headers.set('ETag', etag);
  headers.set('Content-Type', contentType);
  const text = JSON.stringify(answer.body);
  return new Response(changeText === undefined ? text : changeText(text), { status: answer.status, headers });
}
