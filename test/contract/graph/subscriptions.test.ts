/** Change notifications of the embedded Graph, as `graph.md` 4 tells of the real one. */
import { expect, test } from '@jest/globals';
import { demoSite, openGraph } from './graph-fixture.ts';
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

async function newLibrary(fixture: GraphFixture): Promise<{ readonly drive: string }> {
  const { body: list } = await fixture.call('POST', `${demoSite}/lists`, {
    displayName: 'Filer',
    list: { template: 'documentLibrary' },
  });
  const { body: drive } = await fixture.call('GET', `${demoSite}/lists/${list.id}/drive`);
  return { drive: drive.id };
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

test('of a library its root is watched: every change of a file is told, with what came in fragments', async () => {
  const { fixture, bodies } = await withDoor();
  const { drive } = await newLibrary(fixture);
  const { status, body } = await fixture.call('POST', '/subscriptions', subscription(`drives/${drive}/root`));
  const told = async (change: () => Promise<unknown>) => {
    bodies.length = 0;
    await change();
    await waitUntil(() => bodies.length > 0);
    return bodies[0];
  };

  const file = await fixture.call('PUT', `/drives/${drive}/root:/a.bpmn:/content`, 'a');
  await waitUntil(() => bodies.length > 0);
  const renamed = await told(() => fixture.call('PATCH', `/drives/${drive}/items/${file.body.id}`, { name: 'b.bpmn' }));
  const uploaded = await told(async () => {
    const session = await fixture.call('POST', `/drives/${drive}/root:/c.bpmn:/createUploadSession`, {});
    bodies.length = 0;
    const content = new Uint8Array([1, 2, 3]);
    const headers = { 'content-range': 'bytes 0-2/3' };
    const init = { method: 'PUT', headers, body: content };
    await fixture.graph.handle(new Request(String(session.body['uploadUrl']), init));
  });
  const removed = await told(() => fixture.call('DELETE', `/drives/${drive}/items/${file.body.id}`));

  expect(status).toBe(201);
  const hint = { value: [expect.objectContaining({ subscriptionId: body.id, resource: `drives/${drive}/root` })] };
  expect([renamed, uploaded, removed]).toEqual([hint, hint, hint]);
  fixture.graph.close();
});

test.each([
  ['a drive of a list without files', (list: string) => `drives/b!${list}/root`, 404],
  ['a folder below the root', (_list: string, drive: string) => `drives/${drive}/items/1`, 400],
])('%s cannot be watched', async (_, resourceOf, expected) => {
  const { fixture, resource } = await withDoor();
  const { drive } = await newLibrary(fixture);

  const wanted = resourceOf(resource.split('/').at(-1) ?? '', drive);
  const { status } = await fixture.call('POST', '/subscriptions', subscription(wanted));

  expect(status).toBe(expected);
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
