import { errorAnswer, fieldsAnswer, itemAnswer } from './graph-answers.ts';
import type { ItemAnswer } from './graph-answers.ts';
import type { Editor, ListItem, WriteOutcome } from './graph-port.ts';
import type { GraphAnswer } from './graph-request.ts';
import { retryAfterMs } from './retry-handler.ts';

/** What a request to an item came to. `creating`: then 404 means that the list is missing. */
export function readItemOutcome(answer: GraphAnswer, item: { readonly id: string } | 'creating'): WriteOutcome {
  if (answer.kind === 'noAnswer') return { kind: 'tryLater', maybeApplied: true, status: 0 };
  if (answer.status >= 200 && answer.status < 300) {
    const read = readItem(answer.body) ?? (item === 'creating' ? undefined : readFields(item.id, answer.body));
    // Carried out, but the answer cannot be read: the same as a lost answer.
    return read === undefined
      ? { kind: 'tryLater', maybeApplied: true, status: answer.status }
      : { kind: 'done', item: read };
  }
  if (answer.status === 404 && item !== 'creating') return { kind: 'gone' };
  return readFailure(answer);
}

type Answered = Extract<GraphAnswer, { readonly kind: 'answer' }>;

/** Every answer that is not 2xx, told apart by status first, since codes differ between deployments (`graph.md` 2.1). */
export function readFailure(answer: Answered): Exclude<WriteOutcome, { readonly kind: 'done' }> {
  const { status, headers } = answer;
  if (status === 412 || status === 409) return { kind: 'changed' };
  if (status === 401 || status === 408 || status === 423 || status === 429 || status >= 500) {
    const wait = retryAfterMs(headers);
    const maybeApplied = status >= 500 || status === 408;
    return { kind: 'tryLater', maybeApplied, status, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  const parsed = errorAnswer.safeParse(answer.body);
  const message = parsed.success ? (parsed.data.error.message ?? '') : '';
  const code = parsed.success ? (parsed.data.error.code ?? '') : '';
  const isUniqueViolation = status === 400 && message.includes('unique constraints');
  return { kind: 'refused', status, code: isUniqueViolation ? 'notUnique' : code, message };
}

/** Whether Graph says anything at all under a key. */
export const isTold = (value: unknown): boolean => value !== undefined && value !== null;

/** An item with its fields; undefined when either is missing. */
export function readItem(body: unknown): ListItem | undefined {
  const parsed = itemAnswer.safeParse(body);
  return parsed.success ? toListItem(parsed.data) : undefined;
}

export function toListItem(answer: ItemAnswer): ListItem | undefined {
  const etag = etagOf(answer);
  if (etag === undefined || answer.fields === undefined) return undefined;
  const creatorApp = answer.createdBy?.application?.id;
  const creator = toEditor(answer.createdBy?.user);
  return {
    id: answer.id,
    etag,
    fields: answer.fields,
    ...lastEditorOf(answer),
    ...(creatorApp ? { createdByApp: creatorApp } : creator === undefined ? {} : { createdBy: creator }),
    ...(answer.createdDateTime ? { createdAt: answer.createdDateTime } : {}),
  };
}

/** An app-only change names a localised "SharePoint App" as its user; that is not a person. */
export function lastEditorOf(
  answer: Pick<ItemAnswer, 'lastModifiedBy' | 'lastModifiedDateTime'>,
): Pick<ListItem, 'lastModifiedByApp' | 'lastModifiedBy' | 'lastModifiedAt'> {
  const app = answer.lastModifiedBy?.application?.id;
  const editor = toEditor(answer.lastModifiedBy?.user);
  return {
    ...(app ? { lastModifiedByApp: app } : editor === undefined ? {} : { lastModifiedBy: editor }),
    ...(answer.lastModifiedDateTime ? { lastModifiedAt: answer.lastModifiedDateTime } : {}),
  };
}

function etagOf(answer: ItemAnswer): string | undefined {
  const inFields = answer.fields?.['@odata.etag'];
  return answer['@odata.etag'] ?? answer.eTag ?? (typeof inFields === 'string' ? inFields : undefined);
}

function toEditor(
  who: { id?: string | null | undefined; displayName?: string | null | undefined } | null | undefined,
): Editor | undefined {
  if (!who) return undefined;
  return { ...(who.id ? { id: who.id } : {}), ...(who.displayName ? { name: who.displayName } : {}) };
}

function readFields(id: string, body: unknown): ListItem | undefined {
  const parsed = fieldsAnswer.safeParse(body);
  return parsed.success ? { id, etag: parsed.data['@odata.etag'], fields: parsed.data } : undefined;
}
