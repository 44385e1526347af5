import { expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphLists } from '../../../../bot/graph/graph-client.ts';
import type { GraphFetch } from '../../../../bot/graph/graph-port.ts';
import { createGraphFetch } from '../../../../bot/graph/origin-handler.ts';
import { createGraphRequester } from '../../../../bot/graph/graph-request.ts';
import { retryAfterMs } from '../../../../bot/graph/retry-handler.ts';

const list = { siteId: 'site', listId: 'list' };
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A Graph that gives the answers in order, and remembers the requests. */
function scripted(...answers: (Response | Error)[]) {
  const requests: Request[] = [];
  const slept: number[] = [];
  const fetch: GraphFetch = (request) => {
    requests.push(request);
    const answer = answers.shift() ?? new Error('no more answers');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const sleep = (ms: number) => {
    slept.push(ms);
    return Promise.resolve();
  };
  const connection = { fetch, token: () => Promise.resolve('secret'), retry: { sleep, random: () => 0.5 } };
  return { requests, slept, connection, lists: createGraphLists(connection) };
}

const item = { id: '5', '@odata.etag': '"g,1"', fields: { ClientKey: 'k' } };

test('every request carries the token and our name, to the address of the real service', async () => {
  const { lists, requests } = scripted(json(200, item));

  await lists.getItem(list, '5');

  expect(requests[0]?.url).toBe('https://graph.microsoft.com/v1.0/sites/site/lists/list/items/5?$expand=fields');
  expect(requests[0]?.headers.get('authorization')).toBe('Bearer secret');
});

test('a read is repeated after a cut connection and after 503, a write never', async () => {
  const read = scripted(new TypeError('cut'), json(503, {}), json(200, item));
  const write = scripted(json(503, {}));

  const readOutcome = await read.lists.getItem(list, '5');
  const writeOutcome = await write.lists.createItem(list, { ClientKey: 'k' });

  expect(readOutcome).toMatchObject({ kind: 'done', item: { id: '5' } });
  expect(read.requests).toHaveLength(3);
  expect(writeOutcome).toEqual({ kind: 'tryLater', maybeApplied: true, status: 503 });
  expect(write.requests).toHaveLength(1);
});

test('throttling is told at once, so that the engine can pause, unless the caller works alone', async () => {
  const throttled = () => json(429, {}, { 'retry-after': '2.5' });
  const engine = scripted(throttled());
  const alone = scripted(throttled(), json(200, item));
  const patient = createGraphRequester({
    ...alone.connection,
    retry: { ...alone.connection.retry, waitWhenThrottled: true },
  });

  const told = await engine.lists.getItem(list, '5');
  const waited = await patient({ method: 'GET', path: '/sites/root' });

  expect(told).toEqual({ kind: 'tryLater', maybeApplied: false, status: 429, retryAfterMs: 2500 });
  expect(waited).toMatchObject({ kind: 'answer', status: 200 });
  expect(alone.slept).toEqual([2500]);
});

test.each([
  ['412', json(412, { error: { code: 'notAllowed' } }), { kind: 'changed' }],
  ['409', json(409, { error: { code: 'resourceModified' } }), { kind: 'changed' }],
  ['404 with an empty body', new Response(null, { status: 404 }), { kind: 'gone' }],
  [
    'an HTML error page',
    new Response('<html>', { status: 502 }),
    { kind: 'tryLater', maybeApplied: true, status: 502 },
  ],
  ['an expired token', json(401, {}), { kind: 'tryLater', maybeApplied: false, status: 401 }],
  [
    'a good answer that cannot be read',
    new Response('{"id', { status: 200 }),
    { kind: 'tryLater', maybeApplied: true, status: 200 },
  ],
  ['413', json(413, { error: { code: 'x', message: 'y' } }), { kind: 'refused', status: 413, code: 'x', message: 'y' }],
  [
    'a violated unique column',
    json(400, {
      error: {
        code: 'invalidRequest',
        message: 'One or more fields with unique constraints already has the provided value.',
      },
    }),
    { kind: 'refused', status: 400, code: 'notUnique', message: expect.any(String) },
  ],
])('%s is an outcome of its own', async (_, answer, outcome) => {
  const { lists } = scripted(answer);

  expect(await lists.updateItem(list, '5', '"g,1"', { A: 1 })).toEqual(outcome);
});

test('a new item names only what it has, and a multi-choice carries its type', async () => {
  const { lists, requests } = scripted(json(201, item));

  await lists.createItem(list, { A: null, B: ['x'], C: [], D: 0 });

  expect(await requests[0]?.json()).toEqual({ fields: { B: ['x'], 'B@odata.type': 'Collection(Edm.String)', D: 0 } });
});

test('members of a batch are told apart by their ids, and one that is missing is a lost answer', async () => {
  const responses = [
    { id: '3', status: 429, headers: { 'Retry-After': '7' }, body: {} },
    { id: '1', status: 201, body: item },
  ];
  const { lists, requests } = scripted(json(200, { responses }));
  const write = { kind: 'create', list, fields: { ClientKey: 'k' } } as const;

  const outcomes = await lists.batch([write, write, write]);

  expect(outcomes).toMatchObject([
    { kind: 'done', item: { id: '5' } },
    { kind: 'tryLater', maybeApplied: true, status: 0 },
    { kind: 'tryLater', status: 429, retryAfterMs: 7000 },
  ]);
  expect(requests).toHaveLength(1);
});

test('a delta page with an element without id, or without a link, is not used', async () => {
  const broken = scripted(
    json(200, { value: [{ error: {} }], '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/d' }),
  );
  const noLink = scripted(json(200, { value: [] }));

  expect(await broken.lists.deltaPage(list, undefined)).toEqual({ kind: 'tryLater', status: 200 });
  expect(await noLink.lists.deltaPage(list, undefined)).toEqual({ kind: 'tryLater', status: 200 });
});

test('S-D3 of an item that occurs twice in a page the last occurrence counts, and a lost item body is read again', async () => {
  const value = [
    { ...item, fields: { A: 1 } },
    { id: '6', deleted: { state: 'deleted' } },
    { ...item, fields: { A: 2 } },
    { id: '7' },
  ];
  const { lists } = scripted(
    json(200, { value, '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/d' }),
    json(200, { ...item, id: '7' }),
  );

  const outcome = await lists.deltaPage(list, undefined);

  expect(outcome).toMatchObject({
    kind: 'page',
    page: { removedIds: ['6'], deltaLink: 'https://graph.microsoft.com/v1.0/d' },
  });
  const items = outcome.kind === 'page' ? outcome.page.items : [];
  expect(items.map(({ id, fields }) => [id, fields['A']])).toEqual([
    ['5', 2],
    ['7', undefined],
  ]);
});

test('with another origin, addresses go there and links come back as those of the real service', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    const { port } = server.address() as AddressInfo;
    const base = `http://127.0.0.1:${String(port)}/local-graph`;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        value: [{ ...item, fields: { Text: `${base}/v1.0/x` } }],
        '@odata.nextLink': `${base}/v1.0/next?$skiptoken=a`,
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetch = createGraphFetch({ origin: `http://127.0.0.1:${String(port)}/local-graph/` });
  const lists = createGraphLists({ fetch, token: () => Promise.resolve('secret') });

  const outcome = await lists.deltaPage(list, undefined);
  server.close();

  expect(asked).toEqual(['GET /local-graph/v1.0/sites/site/lists/list/items/delta?$expand=fields Bearer secret']);
  expect(outcome).toMatchObject({
    kind: 'page',
    page: { nextLink: 'https://graph.microsoft.com/v1.0/next?$skiptoken=a' },
  });
  expect(outcome.kind === 'page' && outcome.page.items[0]?.fields['Text']).toContain('http://127.0.0.1');
});

test('a request without an answer is given up after its time', async () => {
  const hanging = {
    fetch: () => new Promise<never>(() => undefined),
    token: () => Promise.resolve('t'),
    timeoutMs: 30,
  };
  const send = createGraphRequester({ ...hanging, retry: { retries: 0 } });
  const keepAlive = setTimeout(() => undefined, 1000);

  const answer = await send({ method: 'GET', path: '/sites/root' });
  clearTimeout(keepAlive);

  expect(answer.kind).toBe('noAnswer');
});

test('Retry-After is read in seconds, decimal seconds and as a date', () => {
  const now = () => Date.parse('2026-03-10T08:00:00Z');
  const read = (text: string) => retryAfterMs(new Headers({ 'retry-after': text }), now);

  expect([read('3'), read('2.128'), read('Tue, 10 Mar 2026 08:00:05 GMT'), read('soon')]).toEqual([
    3000,
    2128,
    5000,
    undefined,
  ]);
});
