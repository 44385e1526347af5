import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConversationStore } from '../../../../bot/chat/conversation-store.ts';
import { createChat } from '../../../../bot/chat/create-chat.ts';
import type { Chat } from '../../../../bot/chat/create-chat.ts';
import { isLoopback } from '../../../../bot/chat/loopback.ts';
import { demoBoard } from '../../../../bot/demo/demo-board.ts';
import { startConnector } from '../../../bench/connector.ts';
import { startService } from '../../../support/start-service.ts';
import type { RunningService } from '../../../support/start-service.ts';

let service: RunningService;
let chat: Chat;
let connector: Awaited<ReturnType<typeof startConnector>>;

beforeAll(async () => {
  connector = await startConnector();
  service = await startService({ server: { chat: (req, res) => chat.handle(req as never, res) } });
  const { db, records, drafts } = service;
  const quiet = () => undefined;
  const log = { error: quiet, info: quiet, debug: quiet };
  const now = () => new Date();
  const boardId = demoBoard.id;
  chat = createChat({
    records,
    selfChecks: service.selfChecks,
    drafts,
    conversations: createConversationStore({ db, records, boardId, now, log }),
    now,
    newId: randomUUID,
    tabOrigin: service.origin,
    boardId,
    log,
  });
});
afterAll(async () => {
  await chat.settled();
  await service.close();
  await connector.close();
});

const activity = (more: object) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl: connector.origin,
  from: { id: 'amina', aadObjectId: '00000000-0000-4000-8000-000000000045', name: 'Amina' },
  recipient: { id: '28:bot', name: 'Kvalitetsnavet' },
  conversation: { id: 'a:1', conversationType: 'personal' },
  text: 'Hej!',
  ...more,
});

async function post(body: unknown): Promise<Response> {
  return fetch(`${service.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

test('a message is answered through its connector', async () => {
  const before = connector.received();

  const answer = await post(activity({}));

  expect(answer.status).toBe(200);
  expect(connector.received()).toBe(before + 1);
});

test('an invoke is answered in the body', async () => {
  const value = { action: { type: 'Action.Execute', verb: 'intake.save', data: { draftId: randomUUID() } } };

  const answer = await post(activity({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value }));

  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard' },
  });
});

test.each([
  ['another host', 'https://evil.example/'],
  ['a name that only looks like this machine', 'http://127.0.0.1.evil.example/'],
  ['a user name in front', 'http://127.0.0.1@evil.example/'],
  ['another scheme', 'file:///etc/passwd'],
])('an activity that wants its answers at %s is refused', async (_name, serviceUrl) => {
  const before = connector.received();

  expect((await post(activity({ serviceUrl }))).status).toBe(403);
  expect(connector.received()).toBe(before);
});

test.each([
  ['no JSON', '{'],
  ['a list', []],
  ['nothing', {}],
  ['no conversation', { type: 'message', serviceUrl: 'http://127.0.0.1/' }],
])('%s is answered as a bad request without a stack trace', async (_name, body) => {
  const answer = await post(body);

  expect(answer.status).toBe(400);
  expect(await answer.text()).not.toMatch(/\bat .*\.(?:ts|js)/u);
});

test('an activity with fields of other types is answered without a stack trace', async () => {
  const answer = await post(activity({ from: 7, text: { a: 1 }, attachments: 'x' }));

  expect([200, 400]).toContain(answer.status);
  expect(await answer.text()).not.toMatch(/\bat .*\.(?:ts|js)/u);
});

test('only literal loopback addresses are this machine', () => {
  expect(['http://127.0.0.1:1/', 'http://localhost:3978', 'https://[::1]/x'].map(isLoopback)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['http://10.0.0.1/', 'http://localhost.evil.example', 'ftp://127.0.0.1', 'x'].map(isLoopback)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
