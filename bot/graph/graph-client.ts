import type { z } from 'zod';
import { linksOf, readDeltaAnswer, unreadablePage } from './delta-answer.ts';
import { batchAnswer, deltaPageAnswer, itemPageAnswer } from './graph-answers.ts';
import type { DeltaOutcome, GraphLists, ItemWrite, ListAddress, ListItem, WriteOutcome } from './graph-port.ts';
import { createGraphRequester } from './graph-request.ts';
import type { GraphAnswer, GraphConnection, SendToGraph } from './graph-request.ts';
import { itemsPath, requestOfWrite } from './item-writes.ts';
import { isTold, readFailure, readItemOutcome, toListItem } from './read-outcome.ts';

/** Largest number of members in a batch (`graph.md` 5.2). */
export const batchLimit = 20;

/** Lists of SharePoint through Graph, over the official client. Outcomes are data; nothing is thrown. */
export function createGraphLists(connection: GraphConnection): GraphLists {
  const send = createGraphRequester(connection);
  const write = async (wanted: ItemWrite) => readWriteOutcome(wanted, await send(requestOfWrite(wanted)));
  const getItem = async (list: ListAddress, itemId: string): Promise<WriteOutcome> => {
    const answer = await send({ method: 'GET', path: `${itemsPath(list)}/${itemId}?$expand=fields` });
    return readItemOutcome(answer, { id: itemId });
  };
  return {
    createItem: (list, fields) => write({ kind: 'create', list, fields }),
    updateItem: (list, itemId, etag, fields) => write({ kind: 'update', list, itemId, etag, fields }),
    deleteItem: (list, itemId, etag) => write({ kind: 'delete', list, itemId, etag }),
    getItem,
    findByClientKey: (list, clientKey) => findByClientKey(send, list, clientKey),
    deltaPage: (list, link) => deltaPage(send, getItem, list, link),
    batch: (writes) => sendBatch(send, write, writes),
  };
}

function readWriteOutcome(write: ItemWrite, answer: GraphAnswer): WriteOutcome {
  if (write.kind === 'create') return readItemOutcome(answer, 'creating');
  if (write.kind === 'update') return readItemOutcome(answer, { id: write.itemId });
  const isDeleted =
    answer.kind === 'answer' && (answer.status === 404 || (answer.status >= 200 && answer.status < 300));
  return isDeleted ? { kind: 'gone' } : readItemOutcome(answer, { id: write.itemId });
}

async function findByClientKey(
  send: SendToGraph,
  list: ListAddress,
  clientKey: string,
): ReturnType<GraphLists['findByClientKey']> {
  const filter = encodeURIComponent(`fields/ClientKey eq '${clientKey.replaceAll("'", "''")}'`);
  const answer = await send({ method: 'GET', path: `${itemsPath(list)}?$expand=fields&$filter=${filter}` });
  if (answer.kind === 'noAnswer') return { kind: 'tryLater', maybeApplied: false, status: 0 };
  if (answer.status !== 200) return readFailure(answer);
  const page = itemPageAnswer.safeParse(answer.body);
  if (!page.success) return { kind: 'tryLater', maybeApplied: false, status: answer.status };
  const items = page.data.value.map(toListItem).filter((item) => item !== undefined);
  // The oldest item wins, should the constraint ever have been off.
  const first = items.toSorted((a, b) => Number(a.id) - Number(b.id))[0];
  return first === undefined ? { kind: 'notFound' } : { kind: 'done', item: first };
}

async function deltaPage(
  send: SendToGraph,
  getItem: GraphLists['getItem'],
  list: ListAddress,
  link: string | undefined,
): Promise<DeltaOutcome> {
  const answer = await send({ method: 'GET', path: link ?? `${itemsPath(list)}/delta?$expand=fields` });
  const read = readDeltaAnswer(answer, link);
  if (read.kind !== 'body') return read;
  const parsed = deltaPageAnswer.safeParse(read.body);
  if (!parsed.success) return unreadablePage;
  return readDeltaPage(parsed.data, (itemId) => getItem(list, itemId));
}

async function readDeltaPage(
  answer: z.infer<typeof deltaPageAnswer>,
  getItem: (itemId: string) => Promise<WriteOutcome>,
): Promise<DeltaOutcome> {
  // An item may occur more than once; the last occurrence counts (`graph.md` 3).
  const latest = new Map(answer.value.map((element) => [element.id, element]));
  const items: ListItem[] = [];
  const removedIds: string[] = [];
  for (const element of latest.values()) {
    if (isTold(element.deleted) || isTold(element['@removed'])) {
      removedIds.push(element.id);
      continue;
    }
    const item = toListItem(element);
    if (item !== undefined) {
      items.push(item);
      continue;
    }
    // The page lost its fields: read the item by itself.
    const read = await getItem(element.id);
    if (read.kind === 'done') items.push(read.item);
    else if (read.kind === 'gone') removedIds.push(element.id);
    else return { kind: 'tryLater', status: read.kind === 'tryLater' ? read.status : 200 };
  }
  return { kind: 'page', page: { items, removedIds, ...linksOf(answer) } };
}

async function sendBatch(
  send: SendToGraph,
  alone: (write: ItemWrite) => Promise<WriteOutcome>,
  writes: readonly ItemWrite[],
): Promise<readonly WriteOutcome[]> {
  const [first] = writes;
  if (first === undefined) return [];
  if (writes.length === 1) return [await alone(first)];
  const requests = writes.map((write, index) => {
    const { method, path, headers = {}, body } = requestOfWrite(write);
    const withBody = body === undefined ? {} : { body };
    return {
      id: String(index + 1),
      method,
      url: path,
      headers: { ...headers, 'Content-Type': 'application/json' },
      ...withBody,
    };
  });
  const answer = await send({ method: 'POST', path: '/$batch', body: { requests } });
  if (answer.kind === 'answer' && answer.status !== 200) {
    const failure = readFailure(answer);
    // A batch refused as a whole (too large, one member malformed) says nothing of its members: each is asked by itself.
    return failure.kind === 'refused' ? Promise.all(writes.map(alone)) : writes.map(() => failure);
  }
  const parsed = batchAnswer.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  const members = new Map(parsed.success ? parsed.data.responses.map((member) => [member.id, member]) : []);
  return writes.map((write, index) => readWriteOutcome(write, toAnswer(members.get(String(index + 1)))));
}

type BatchMember = z.infer<typeof batchAnswer>['responses'][number];

/** A member that the answer does not name is a lost answer. */
function toAnswer(member: BatchMember | undefined): GraphAnswer {
  if (member === undefined) return { kind: 'noAnswer', cause: 'missing in the answer to the batch' };
  const headers = new Headers(member.headers ?? {});
  return { kind: 'answer', status: member.status, headers, body: member.body ?? undefined, malformed: false };
}
