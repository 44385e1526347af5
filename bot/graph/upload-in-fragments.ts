/** Uploads what is too large for one request: a session, fragments in order, and after a failure on from where it is. */
import { fileAnswer, uploadRangesAnswer, uploadSessionAnswer } from './graph-answers.ts';
import { askForFile } from './file-outcome.ts';
import { toStoredFile } from './file-delta.ts';
import type { UploadCondition, UploadOutcome } from './graph-port.ts';
import type { GraphConnection, SendToGraph } from './graph-request.ts';
import { behaviorOf, matchOf } from './upload-condition.ts';
import { retryAfterMs } from './retry-handler.ts';

/** What older documentation allowed, and every deployment takes. */
export const largestSinglePut = 4_000_000;
/** A multiple of 327,680, as SharePoint wants (`graph.md` 2.2). */
const fragmentBytes = 10 * 327_680;
/** Failures in a row before the upload is left for later; each fragment that arrives begins anew. */
const patience = 5;

type Answered = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export async function uploadInFragments(
  connection: GraphConnection,
  send: SendToGraph,
  path: string,
  content: Uint8Array,
  condition: UploadCondition | undefined,
): Promise<UploadOutcome> {
  const body = { item: { '@microsoft.graph.conflictBehavior': behaviorOf(condition) } };
  const headers = matchOf(condition);
  const request = { method: 'POST', path: `${path}/createUploadSession`, headers, body } as const;
  const session = await askForFile(send, request, uploadSessionAnswer);
  if (session.kind !== 'done') {
    return condition !== undefined && [409, 412].includes(session.status) ? { kind: 'changed' } : session;
  }
  const { uploadUrl } = session.value;
  const sleep = connection.retry?.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));

  let from = 0;
  let last: Answered | undefined;
  for (let failures = 0; failures < patience;) {
    const end = Math.min(from + fragmentBytes, content.length);
    const range = { 'Content-Range': `bytes ${String(from)}-${String(end - 1)}/${String(content.length)}` };
    last = await sendOpenly(connection, uploadUrl, { method: 'PUT', headers: range, body: content.slice(from, end) });
    const file = last?.status === 200 || last?.status === 201 ? fileAnswer.safeParse(last.body) : undefined;
    if (file?.success === true) return { kind: 'done', value: toStoredFile(file.data) };
    // The name was taken while the fragments were under way.
    if (last?.status === 409 && condition !== undefined) return { kind: 'changed' };
    if (last?.status === 404) break; // The session is gone: the next attempt makes another.
    if (last?.status === 202) {
      failures = 0;
    } else {
      failures += 1;
      await sleep(retryAfterMs(last?.headers) ?? 300 * 2 ** failures);
    }
    const expected = nextByte(last) ?? nextByte(await sendOpenly(connection, uploadUrl, { method: 'GET' }));
    if (expected !== undefined) from = expected;
  }
  const wait = retryAfterMs(last?.headers);
  return { kind: 'tryLater', status: last?.status ?? 0, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
}

/** `["3276800-"]` → 3276800. */
function nextByte(answer: Answered | undefined): number | undefined {
  const parsed = uploadRangesAnswer.safeParse(answer?.body);
  const next = Number(parsed.data?.nextExpectedRanges[0]?.split('-')[0]);
  return Number.isSafeInteger(next) ? next : undefined;
}

/** Without a token: the address is a secret of its own, and SharePoint refuses one that comes with it. */
async function sendOpenly(connection: GraphConnection, url: string, init: RequestInit): Promise<Answered | undefined> {
  try {
    const signal = AbortSignal.timeout(connection.timeoutMs ?? 60_000);
    const response = await connection.fetch(new Request(url, { ...init, signal }));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined };
  } catch {
    // Cut off: what arrived is asked for next.
    return undefined;
  }
}
