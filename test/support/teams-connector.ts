import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stub is told to do with one call instead of taking it. */
export interface ConnectorFault {
  readonly status: number;
  readonly code?: string;
  readonly retryAfterSeconds?: number;
  /** The message is taken and shown, and the answer is lost all the same. */
  readonly delivered?: boolean;
  /** No answer at all: the connection breaks. */
  readonly breaks?: boolean;
}

export interface ConnectorCall {
  readonly kind: 'create' | 'send' | 'update' | 'member';
  readonly conversationId: string;
  readonly personId?: string;
}

export interface TeamsConnector {
  readonly origin: string;
  /** What each conversation shows, newest last. */
  readonly shown: ReadonlyMap<string, readonly { readonly id: string; readonly activity: Record<string, unknown> }[]>;
  readonly calls: readonly ConnectorCall[];
  /** Calls that went over a limit. */
  readonly throttled: () => number;
  close(): Promise<void>;
}

export interface ConnectorOptions {
  /** Asked at each call; nothing = the call is taken. */
  readonly fault?: (call: ConnectorCall, nth: number) => ConnectorFault | undefined;
  /** The limits of Teams (`teams.md` 1): 50 calls/s a bot; sends 7/1 s, 8/2 s, 60/30 s a conversation. */
  readonly limits?: boolean;
  /** Persons who do not have the app: no conversation can be made with them. */
  readonly withoutApp?: ReadonlySet<string>;
  readonly latencyMs?: number;
  readonly now?: () => number;
}

const perThread = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
] as const;

/** A Bot Framework connector for personal chats as `teams.md` 1 describes Teams': addresses, limits and refusals. */
export async function startTeamsConnector(options: ConnectorOptions = {}): Promise<TeamsConnector> {
  const now = options.now ?? Date.now;
  const shown = new Map<string, { id: string; activity: Record<string, unknown> }[]>();
  const calls: ConnectorCall[] = [];
  const recent = new Map<string, number[]>();
  let throttled = 0;
  let next = 1;

  /** Counts the call where it is within the limit. */
  function isOver(key: string, limits: readonly (readonly [number, number])[]): boolean {
    const longest = Math.max(...limits.map(([, ms]) => ms));
    const at = now();
    const times = (recent.get(key) ?? []).filter((time) => time > at - longest);
    recent.set(key, times);
    if (limits.some(([count, ms]) => times.filter((time) => time > at - ms).length >= count)) return true;
    times.push(at);
    return false;
  }

  function take(call: ConnectorCall, body: Record<string, unknown>, activityId?: string): object {
    if (call.kind === 'create') {
      shown.set(call.conversationId, shown.get(call.conversationId) ?? []);
      return { id: call.conversationId };
    }
    if (call.kind === 'member') return { id: `29:${call.personId ?? ''}`, aadObjectId: call.personId, name: 'Någon' };
    const messages = shown.get(call.conversationId) ?? [];
    shown.set(call.conversationId, messages);
    if (call.kind === 'update') {
      const found = messages.find(({ id }) => id === activityId);
      if (found !== undefined) found.activity = body;
      return { id: activityId };
    }
    const id = `m${String(next++)}`;
    messages.push({ id, activity: body });
    return { id };
  }

  const answer = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    if (options.latencyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.latencyMs));
    const call = callOf(request, body);
    if (call === undefined) {
      answer(response, 404, failure('NotFound'));
      return;
    }
    calls.push(call);
    const activityId = /\/activities\/([^/?]+)/u.exec(request.url ?? '')?.[1];
    if (options.limits === true) {
      const overall = isOver('', [[50, 1_000]]);
      if (overall || (call.kind !== 'member' && isOver(call.conversationId, perThread))) {
        throttled += 1;
        answer(response, 429, failure('Throttled'), { 'retry-after': '1' });
        return;
      }
    }
    const fault = options.fault?.(call, calls.length);
    if (fault !== undefined) {
      if (fault.delivered === true) take(call, body, activityId);
      if (fault.breaks === true) {
        request.socket.destroy();
        return;
      }
      const retryAfter = fault.retryAfterSeconds;
      answer(
        response,
        fault.status,
        failure(fault.code ?? 'ServiceError'),
        retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
      );
      return;
    }
    if (call.kind === 'create' && options.withoutApp?.has(call.personId ?? '') === true) {
      answer(response, 403, failure('ForbiddenOperationException'));
      return;
    }
    answer(response, call.kind === 'create' || call.kind === 'send' ? 201 : 200, take(call, body, activityId));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}/`,
    shown,
    calls,
    throttled: () => throttled,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const failure = (code: string) => ({ error: { code, message: code } });

/** The private chat with a person is always the same one. */
export const conversationWith = (personId: string): string => `a:${personId}`;

function callOf(request: IncomingMessage, body: Record<string, unknown>): ConnectorCall | undefined {
  const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
  if (request.method === 'POST' && path === '/v3/conversations') {
    const personId = (body['members'] as { id: string }[] | undefined)?.[0]?.id ?? '';
    return { kind: 'create', conversationId: conversationWith(personId), personId };
  }
  const found = /^\/v3\/conversations\/([^/]+)\/(activities|members)(?:\/([^/]+))?$/u.exec(path);
  if (found?.[1] === undefined) return undefined;
  const conversationId = found[1];
  if (found[2] === 'members')
    return { kind: 'member', conversationId, personId: (found[3] ?? '').replace(/^29:/u, '') };
  return { kind: request.method === 'PUT' ? 'update' : 'send', conversationId };
}
