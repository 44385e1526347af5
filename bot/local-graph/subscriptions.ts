/** Change notifications for lists and for the files of libraries: `/subscriptions` and the POSTs that follow a change (`graph.md` 4). */
import type { Caller } from './caller.ts';
import { requireRole } from './caller.ts';
import { badRequest, GraphFailure, itemNotFound } from './errors.ts';
import { created, noContent, ok, type GraphReply, type GraphServices } from './exchange.ts';
import { toGraphTime } from './graph-time.ts';
import { isJsonObject, textOf, type JsonObject } from './json.ts';
import { findListAnywhere } from './list-store.ts';

export type Send = (url: string, init: RequestInit) => Promise<Response>;

export interface Subscriptions {
  /** @throws GraphFailure */
  answer(request: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly caller: Caller;
  }): Promise<GraphReply>;
  /** A request to a path changed something: whoever subscribes to it is told soon, once for all changes of a moment. */
  noteChange(path: string, reply: GraphReply): void;
  close(): void;
}

interface SubscriptionRow {
  readonly id: string;
  readonly resource: string;
  /** Also of a subscription to a library's files. */
  readonly listId: string;
  readonly notificationUrl: string;
  readonly clientState: string | null;
  readonly expiresAt: string;
}

/** The longest life of a subscription to a list or a drive. */
const longestMs = 42_300 * 60_000;
/** SharePoint takes up to five minutes; here a change is told while one still looks. */
const delayMs = 500;
const handshakeMs = 10_000;
const deliveries = 3;

const table = `CREATE TABLE IF NOT EXISTS subscription (
  id TEXT PRIMARY KEY, resource TEXT NOT NULL, listId TEXT NOT NULL, notificationUrl TEXT NOT NULL,
  clientState TEXT, expiresAt TEXT NOT NULL)`;

export function createSubscriptions(services: GraphServices, send: Send): Subscriptions {
  const { database } = services;
  database.run(table);
  const timers = new Map<string, NodeJS.Timeout>();
  const live = (listId: string): readonly SubscriptionRow[] =>
    database
      .all<SubscriptionRow>('SELECT * FROM subscription WHERE listId = ?', listId)
      .filter(({ expiresAt }) => new Date(expiresAt) > services.now());

  const deliver = async (row: SubscriptionRow, attempt = 1): Promise<void> => {
    const isTaken = await send(row.notificationUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: [notificationOf(row)] }),
    }).then(
      ({ ok: isOk }) => isOk,
      // Nobody listens: tried again, and in the end given up, as the service does.
      () => false,
    );
    if (isTaken || attempt === deliveries) return;
    later(`${row.id} again`, delayMs * 4 ** attempt, () => void deliver(row, attempt + 1));
  };
  const later = (key: string, ms: number, work: () => void): void => {
    if (timers.has(key)) return;
    const timer = setTimeout(() => {
      timers.delete(key);
      work();
    }, ms);
    timer.unref();
    timers.set(key, timer);
  };
  const find = (id: string): SubscriptionRow => {
    const row = database.one<SubscriptionRow>('SELECT * FROM subscription WHERE id = ?', id);
    if (row === undefined) throw itemNotFound('The requested subscription was not found');
    return row;
  };
  const create = async (body: unknown): Promise<GraphReply> => {
    const row = readSubscription(services, body);
    await shakeHands(send, row.notificationUrl, services.newId());
    database.run(
      'INSERT INTO subscription (id, resource, listId, notificationUrl, clientState, expiresAt) VALUES (?, ?, ?, ?, ?, ?)',
      ...[row.id, row.resource, row.listId, row.notificationUrl, row.clientState, row.expiresAt],
    );
    return created(show(row));
  };

  return {
    answer: async ({ method, path, body, caller }) => {
      requireRole(caller, 'read');
      const id = path.split('/')[2];
      if (id === undefined && method === 'POST') return create(body);
      if (id === undefined && method === 'GET')
        return ok({ value: database.all<SubscriptionRow>('SELECT * FROM subscription ORDER BY rowid').map(show) });
      const row = find(id ?? '');
      if (method === 'GET') return ok(show(row));
      if (method === 'DELETE') {
        database.run('DELETE FROM subscription WHERE id = ?', row.id);
        return noContent;
      }
      if (method !== 'PATCH') throw new GraphFailure(405, 'notAllowed', `The method ${method} is not allowed here`);
      const expiresAt = readExpiry(services.now(), isJsonObject(body) ? body['expirationDateTime'] : undefined);
      database.run('UPDATE subscription SET expiresAt = ? WHERE id = ?', expiresAt, row.id);
      return ok(show({ ...row, expiresAt }));
    },
    noteChange: (path, { body }) => {
      const parent = body?.['parentReference'];
      const drive = isJsonObject(parent) ? `/drives/${textOf(parent['driveId'])}/` : '';
      // The last fragment of an upload goes to an address of its own, and is answered with the file.
      const [, listId] = changedItems.exec(path) ?? changedFiles.exec(path) ?? changedFiles.exec(drive) ?? [];
      if (listId === undefined) return;
      for (const row of live(listId.toLowerCase())) later(row.id, delayMs, () => void deliver(row));
    },
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Of a drive the service tells of its root alone, for all files below it. */
const driveRoot = /^drives\/b!([0-9a-f-]{36})\/root$/i;
const changedItems = /\/lists\/([^/]+)\/items(?:\/|$)/;
const changedFiles = /^\/drives\/b!([^/]+)\/(?!.*\/createUploadSession$)/;

/** @throws GraphFailure 400 with what the service says */
function readSubscription(services: GraphServices, body: unknown): SubscriptionRow {
  if (!isJsonObject(body)) throw badRequest('Unable to read JSON request payload.');
  if (body['changeType'] !== 'updated') throw badRequest("Invalid 'changeType' attribute");
  const resource = textOf(body['resource']).replace(/^\//, '');
  const [, driveListId] = driveRoot.exec(resource) ?? [];
  const listId = driveListId ?? /^sites\/[^/]+\/lists\/([0-9a-f-]{36})$/i.exec(resource)?.[1];
  if (listId === undefined) throw badRequest(`Unsupported resource: ${resource}`);
  const list = findListAnywhere(services.database, listId);
  if (list === undefined || (driveListId !== undefined && list.template !== 'documentLibrary'))
    throw itemNotFound('The specified list was not found');
  const notificationUrl = textOf(body['notificationUrl']);
  if (!isReachable(notificationUrl)) throw badRequest('Notification endpoint must be https');
  const clientState = typeof body['clientState'] === 'string' ? body['clientState'] : null;
  if (clientState !== null && clientState.length > 128) throw badRequest('clientState is longer than 128 characters');
  const expiresAt = readExpiry(services.now(), body['expirationDateTime']);
  return { id: services.newId(), resource, listId: listId.toLowerCase(), notificationUrl, clientState, expiresAt };
}

/** The service asks for https; here a server on the same machine will do as well. */
function isReachable(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && parsed.hostname === '127.0.0.1');
}

function readExpiry(now: Date, value: unknown): string {
  const at = new Date(textOf(value));
  const inMs = at.getTime() - now.getTime();
  if (!(inMs > 0)) throw badRequest('Subscription expiration date is in the past or missing');
  if (inMs > longestMs) throw badRequest('Subscription expiration can only be 42300 minutes in the future.');
  return toGraphTime(at);
}

/** The address must repeat a token as plain text within ten seconds. @throws GraphFailure 400 */
async function shakeHands(send: Send, url: string, token: string): Promise<void> {
  const address = new URL(url);
  address.searchParams.set('validationToken', `Validation: ${token}`);
  const refused = badRequest('Subscription validation request failed.');
  const init = { method: 'POST', headers: { 'content-type': 'text/plain' }, signal: AbortSignal.timeout(handshakeMs) };
  const answer = await send(address.href, init).catch(() => undefined);
  if (answer?.status !== 200 || (await answer.text()) !== `Validation: ${token}`) throw refused;
}

const show = ({ id, resource, notificationUrl, expiresAt }: SubscriptionRow): JsonObject => ({
  ...{ id, resource, changeType: 'updated', notificationUrl },
  expirationDateTime: expiresAt,
});

const notificationOf = ({ id, resource, clientState, expiresAt }: SubscriptionRow): JsonObject => ({
  ...{ subscriptionId: id, changeType: 'updated', resource, clientState },
  subscriptionExpirationDateTime: expiresAt,
  tenantId: '00000000-0000-0000-0000-000000000000',
});
