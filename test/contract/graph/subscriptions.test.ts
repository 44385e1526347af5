/** Change notifications of the embedded Graph, as `graph.md` 4 tells of the real one. */
import { expect, test } from '@jest/globals';
import { openGraph } from './graph-fixture.ts';
import type { GraphFixture } from './graph-fixture.ts';
import { waitUntil } from '../../support/wait-until.ts';

const notificationUrl = 'https://kvalitet.example/api/graph-notifications';
const day = (days: number): string => new Date(Date.parse('2026-03-02T08:00:00Z') + days * 86_400_000).toISOString();

interface Door {
  readonly fixture: GraphFixture;
  readonly bodies: Record<string, unknown>[];
  /** Answers of the address, the next first; 202 when none is left. */
  readonly answers: number[];
  readonly resource: string;
  readonly list: string;
}

async function withDoor(): Promise<Door> {
  const bodies: Record<string, unknown>[] = [];
  const answers: number[] = [];
  const fixture = openGraph({
    send: (url, { body }) => {
      const token = new URL(url).searchParams.get('validationToken');
      if (token !== null) return Promise.resolve(new Response(url.includes('mute') ? 'something else' : token));
      bodies.push(JSON.parse(body as string) as Record<string, unknown>);
      return Promise.resolve(new Response(null, { status: answers.shift() ?? 202 }));
    },
  });
  const { body: site } = await fixture.call('GET', '/sites/local.sharepoint.com:/sites/demo');
  const { body: list } = await fixture.call('POST', `/sites/${site.id}/lists`, { displayName: 'Avvikelser' });
  const resource = `sites/${site.id}/lists/${list.id}`;
  return { fixture, bodies, answers, resource, list: `/${resource}` };
}

const subscription = (resource: string, more: object = {}) => ({
  ...{ changeType: 'updated', notificationUrl, resource, expirationDateTime: day(20), clientState: 'word', ...more },
});

test('several changes of a moment are told once, with the word and without what changed', async () => {
  const { fixture, bodies, resource, list } = await withDoor();
  const { status, body } = await fixture.call('POST', '/subscriptions', subscription(resource));

  await fixture.newItem(list, { Title: 'Hemligt' });
  await fixture.newItem(list, { Title: 'Hemligt också' });
  await waitUntil(() => bodies.length > 0);

  expect(status).toBe(201);
  expect(bodies).toEqual([
    {
      value: [
        expect.objectContaining({ subscriptionId: body.id, clientState: 'word', changeType: 'updated', resource }),
      ],
    },
  ]);
  expect(JSON.stringify(bodies)).not.toContain('Hemligt');
  fixture.graph.close();
});

test('what the address does not take is sent again', async () => {
  const { fixture, bodies, answers, resource, list } = await withDoor();
  await fixture.call('POST', '/subscriptions', subscription(resource));
  answers.push(503);

  await fixture.newItem(list, { Title: 'a' });
  await waitUntil(() => bodies.length === 2);

  expect(bodies[1]).toEqual(bodies[0]);
  fixture.graph.close();
});

test('a subscription is read, renewed and ended; an ended or expired one tells nothing', async () => {
  const { fixture, bodies, resource, list } = await withDoor();
  const { body: made } = await fixture.call('POST', '/subscriptions', subscription(resource));
  const path = `/subscriptions/${made.id}`;

  const renewed = await fixture.call('PATCH', path, { expirationDateTime: day(25) });
  const ended = await fixture.call('DELETE', path);
  const gone = await fixture.call('GET', path);
  await fixture.call('POST', '/subscriptions', subscription(resource, { expirationDateTime: day(1) }));
  fixture.clock.now = new Date(day(2));
  await fixture.newItem(list, { Title: 'a' });
  await new Promise((resolve) => setTimeout(resolve, 1000));

  expect(renewed.body['expirationDateTime']).toBe('2026-03-27T08:00:00Z');
  expect([ended.status, gone.status, bodies.length]).toEqual([204, 404, 0]);
  fixture.graph.close();
});

test.each([
  ['another change type', { changeType: 'created' }, /changeType/],
  ['a life longer than 42,300 minutes', { expirationDateTime: day(30) }, /42300/],
  ['a time that has passed', { expirationDateTime: day(-1) }, /past/],
  ['an absolute resource', { resource: 'https://graph.microsoft.com/v1.0/sites/x/lists/y' }, /resource/],
  ['an address without https', { notificationUrl: 'http://kvalitet.example/x' }, /https/],
  ['an address that does not repeat the token', { notificationUrl: `${notificationUrl}?mute` }, /validation request/],
])('%s is refused with 400', async (_, wrong, message) => {
  const { fixture, resource } = await withDoor();

  const { status, body } = await fixture.call('POST', '/subscriptions', subscription(resource, wrong));

  expect([status, body.error.code]).toEqual([400, 'BadRequest']);
  expect(body.error.message).toMatch(message);
  fixture.graph.close();
});
