import { expect, test } from '@jest/globals';
import { openGraph, type GraphBody } from './graph-fixture.ts';

const json = { 'Content-Type': 'application/json' };

async function openList() {
  const fixture = openGraph();
  const list = await fixture.newList('Liste', [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }]);
  const batch = async (requests: unknown, headers = {}) => {
    const answer = await fixture.call('POST', '/$batch', { requests }, headers);
    const responses = (answer.body as Partial<GraphBody>).responses ?? [];
    return { ...answer, byId: Object.fromEntries(responses.map((one) => [one.id, one])), responses };
  };
  const create = (id: string, fields: unknown, more = {}) => ({
    id,
    method: 'POST',
    url: `${list}/items`,
    headers: json,
    body: { fields },
    ...more,
  });
  return { ...fixture, list, batch, create };
}

test('members are answered one by one, in an order of the service, and 200 as a whole even where one fails', async () => {
  const { batch, create, list, newItem } = await openList();
  await newItem(list, { Key: 'taken' });

  const requests = [
    ...Array.from({ length: 8 }, (_, index) => create(`c${String(index)}`, { Key: `k${String(index)}` })),
    create('clash', { Key: 'taken' }),
    { id: 'read', method: 'GET', url: `${list}/items/1?$expand=fields` },
    { id: 'gone', method: 'DELETE', url: `${list}/items/1`, headers: { 'If-Match': '"other,1"' } },
  ];
  const { status, byId, responses } = await batch(requests);

  expect(status).toBe(200);
  expect(byId['c3']).toMatchObject({ status: 201, headers: json, body: { fields: { Key: 'k3' } } });
  expect(byId['clash']?.body.error.message).toBe(
    'One or more fields with unique constraints already has the provided value.',
  );
  expect(byId['read']?.body.fields.Key).toBe('taken');
  expect(byId['gone']?.status).toBe(412);
  expect(responses.map((one) => one.id)).not.toEqual(requests.map((one) => one.id));
});

test('a member without content has no body', async () => {
  const { batch, list, newItem } = await openList();
  await newItem(list, {});

  const { byId } = await batch([{ id: '1', method: 'DELETE', url: `${list}/items/1` }]);

  expect(byId['1']).toEqual({ id: '1', status: 204, headers: {} });
});

test('what depends on a failed member is not done and is 424, all the way down', async () => {
  const { batch, call, create, list } = await openList();

  const { byId } = await batch([
    create('1', { Nothing: 'x' }),
    create('2', { Key: 'a' }, { dependsOn: ['1'] }),
    create('3', { Key: 'b' }, { dependsOn: ['2'] }),
  ]);
  const items = await call('GET', `${list}/items`);

  expect([byId['1']?.status, byId['2']?.status, byId['3']?.status]).toEqual([400, 424, 424]);
  expect(items.body.value).toEqual([]);
});

test('members run in the order that they depend', async () => {
  const { batch, create, list } = await openList();

  const serial = await batch([
    create('1', { Key: 'a' }),
    { id: '2', method: 'GET', url: `${list}/items/1`, dependsOn: ['1'] },
  ]);
  const onTheLast = await batch([
    { id: '1', method: 'GET', url: `${list}/items/2`, dependsOn: ['3'] },
    { id: '2', method: 'GET', url: `${list}/items/2`, dependsOn: ['3'] },
    create('3', { Key: 'b' }),
  ]);

  expect(serial.byId['2']?.status).toBe(200);
  expect(onTheLast.responses.map((one) => one.status).sort()).toEqual([200, 200, 201]);
});

test('twenty members are taken, twenty-one are not', async () => {
  const { batch, list } = await openList();
  const members = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), method: 'GET', url: `${list}/items` }));

  const twenty = await batch(members(20));
  const more = await batch(members(21));

  expect(twenty.responses).toHaveLength(20);
  expect([more.status, more.body.error.code]).toEqual([400, 'BadRequest']);
});

const read = { method: 'GET', url: '/sites/root' };

test.each([
  ['no requests', undefined],
  ['an empty list', []],
  ['no id', [read]],
  [
    'the same id in another case',
    [
      { ...read, id: 'a' },
      { ...read, id: 'A' },
    ],
  ],
  ['an absolute url', [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/sites/root' }]],
  ['a body without content type', [{ id: '1', method: 'POST', url: '/sites/root/lists', body: {} }]],
  ['a missing dependency', [{ ...read, id: '1', dependsOn: ['2'] }]],
  [
    'a circle',
    [
      { ...read, id: '1', dependsOn: ['2'] },
      { ...read, id: '2', dependsOn: ['1'] },
    ],
  ],
  [
    'mixed dependencies',
    [
      { ...read, id: '1' },
      { ...read, id: '2' },
      { ...read, id: '3', dependsOn: ['1'] },
    ],
  ],
  ['a header that is none', [{ ...read, id: '1', headers: { 'bad name': 'x' } }]],
  ['members that are no objects', ['x']],
])('a malformed batch is 400 as a whole: %s', async (_, requests) => {
  const { batch, errors } = await openList();

  const answer = await batch(requests);

  expect(answer.status).toBe(400);
  expect(errors).toEqual([]);
});

test('members are allowed what the outer request is allowed', async () => {
  const { batch, create, list } = await openList();

  const { byId } = await batch([create('1', {}), { id: '2', method: 'GET', url: `${list}/items` }], {
    authorization: 'Bearer local.read',
  });
  const nobody = await batch([create('1', {})], { authorization: '' });

  expect([byId['1']?.status, byId['2']?.status]).toEqual([403, 200]);
  expect(nobody.status).toBe(401);
});

test('links in a member lead back to where the client is', async () => {
  const { graph, list, newItem } = await openList();
  await newItem(list, {});
  await newItem(list, {});

  const response = await graph.handle(
    new Request('http://127.0.0.1:4010/local-graph/v1.0/$batch', {
      method: 'POST',
      headers: { authorization: 'Bearer x', ...json },
      body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: `${list}/items?$top=1` }] }),
    }),
  );
  const { responses } = (await response.json()) as GraphBody;

  expect(responses[0]?.body['@odata.nextLink']).toContain('http://127.0.0.1:4010/local-graph/v1.0/sites/');
});

test('a throttled member carries its own Retry-After', async () => {
  const { batch, create, graph } = await openList();
  graph.plan.set({ resourceUnitsPerMinute: 4 });

  const { status, responses } = await batch([create('1', {}), create('2', {}), create('3', {})]);

  const throttled = responses.filter((one) => one.status === 429);
  expect(status).toBe(200);
  expect(throttled).toHaveLength(1);
  expect(Number(throttled[0]?.headers['Retry-After'])).toBeGreaterThan(0);
});
