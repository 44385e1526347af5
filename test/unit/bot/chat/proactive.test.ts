import { afterEach, expect, test } from '@jest/globals';
import type { ConversationAddress } from '../../../../bot/chat/bot-port.ts';
import { createBotbuilderAdapter } from '../../../../bot/chat/botbuilder-adapter.ts';
import { conversationWith, startTeamsConnector } from '../../../support/teams-connector.ts';
import type { ConnectorFault, ConnectorOptions, TeamsConnector } from '../../../support/teams-connector.ts';

let connector: TeamsConnector | undefined;
afterEach(() => connector?.close());

const { port, proactive } = createBotbuilderAdapter();
const message = { kind: 'text', text: 'Egenkontroll ska göras senast onsdag' } as const;
const annika = '11111111-0000-4000-8000-000000000001';

async function withConnector(options: ConnectorOptions = {}) {
  const started = (connector = await startTeamsConnector(options));
  const origin = { channelId: 'msteams', serviceUrl: started.origin, botId: '28:bot' };
  const to: ConversationAddress = {
    ...origin,
    conversationId: conversationWith(annika),
    conversationType: 'personal',
    userId: `29:${annika}`,
  };
  return { started, origin, to };
}

const failing = (fault: ConnectorFault) => withConnector({ fault: () => fault });

test('a conversation is opened by a person id, and its message can be sent and put in the place of', async () => {
  const { started, origin } = await withConnector();

  const opened = await proactive.open({ ...origin, tenantId: 'tenant' }, annika);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const sent = await proactive.deliver(opened.address, message);
  if (sent.kind !== 'delivered') throw new Error(sent.kind);
  await proactive.revise(opened.address, sent.activityId ?? '', { kind: 'text', text: 'Klart' });

  expect(opened.address).toMatchObject({ conversationId: conversationWith(annika), conversationType: 'personal' });
  expect(started.shown.get(conversationWith(annika))?.map(({ activity }) => activity['text'])).toEqual(['Klart']);
  expect(started.calls.map(({ kind }) => kind)).toEqual(['create', 'send', 'update']);
});

test('the port of the turns opens conversations and tells who is in one', async () => {
  const { origin } = await withConnector();

  const address = await port.createConversation(origin, annika);
  const member = await port.member(address, `29:${annika}`);

  expect(address).toMatchObject({ ...origin, conversationId: conversationWith(annika), userId: annika });
  expect(member).toEqual({ userId: `29:${annika}`, personId: annika, name: 'Någon' });
});

test('without the app no conversation can be opened', async () => {
  const { origin } = await withConnector({ withoutApp: new Set([annika]) });

  expect(await proactive.open(origin, annika)).toEqual({ kind: 'unreachable', reason: 'notInstalled' });
});

test.each<[string, ConnectorFault, object]>([
  ['400', { status: 400, code: 'BadArgument' }, { kind: 'rejected', reason: '400 BadArgument' }],
  ['401', { status: 401, code: 'BotNotRegistered' }, { kind: 'rejected', reason: '401 BotNotRegistered' }],
  ['413', { status: 413, code: 'MessageSizeTooBig' }, { kind: 'rejected', reason: '413 MessageSizeTooBig' }],
  ['403 disabled', { status: 403, code: 'BotDisabledByAdmin' }, { kind: 'unreachable', reason: 'disabledByAdmin' }],
  ['403 blocked', { status: 403, code: 'ConversationBlockedByUser' }, { kind: 'unreachable', reason: 'blocked' }],
  [
    '403 roster',
    { status: 403, code: 'BotNotInConversationRoster' },
    { kind: 'unreachable', reason: 'notInConversation' },
  ],
  ['403 of a kind nobody has described', { status: 403, code: 'Other' }, { kind: 'unreachable', reason: 'refused' }],
  ['404', { status: 404, code: 'ConversationNotFound' }, { kind: 'gone' }],
  ['412', { status: 412, code: 'PreconditionFailed' }, { kind: 'busy' }],
  ['429 with Retry-After', { status: 429, retryAfterSeconds: 7 }, { kind: 'throttled', retryAfterMs: 7000 }],
  ['429 without', { status: 429 }, { kind: 'throttled' }],
  ['500', { status: 500 }, { kind: 'maybeDelivered', reason: '500' }],
  ['502', { status: 502 }, { kind: 'maybeDelivered', reason: '502' }],
  ['503', { status: 503 }, { kind: 'maybeDelivered', reason: '503' }],
  ['a connection that breaks', { status: 0, breaks: true }, { kind: 'maybeDelivered', reason: 'ECONNRESET' }],
])('%s is told as what it is, after one attempt on the wire', async (_name, fault, expected) => {
  const { started, to } = await failing(fault);

  const end = await proactive.deliver(to, message);

  expect(end).toMatchObject(expected);
  expect(started.calls).toHaveLength(1);
});

test('where nobody listens nothing was sent', async () => {
  const { started, to } = await withConnector();
  await started.close();
  connector = undefined;

  expect(await proactive.deliver(to, message)).toEqual({ kind: 'notSent', reason: 'ECONNREFUSED' });
});

test('a card that arrived while its answer was lost is in the chat once', async () => {
  const { started, to } = await failing({ status: 502, delivered: true });

  const end = await proactive.deliver(to, message);

  expect(end.kind).toBe('maybeDelivered');
  expect(started.shown.get(to.conversationId)).toHaveLength(1);
});
