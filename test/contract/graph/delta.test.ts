import { expect, test } from '@jest/globals';
import { openGraph, type GraphFixture } from './graph-fixture.ts';

async function openList(count = 3) {
  const fixture = openGraph();
  const list = await fixture.newList('Liste', [{ name: 'Amount', number: {} }]);
  for (let index = 1; index <= count; index += 1) await fixture.newItem(list, { Title: `t${String(index)}` });
  return { ...fixture, list };
}

interface Walk {
  readonly ids: string[];
  readonly removed: string[];
  readonly deltaLink: string;
  readonly pages: number;
}

async function walk(call: GraphFixture['call'], start: string): Promise<Walk> {
  const ids: string[] = [];
  const removed: string[] = [];
  for (let url = start, pages = 1; ; pages += 1) {
    const { body } = await call('GET', url);
    for (const item of body.value) (item.deleted === undefined ? ids : removed).push(item.id);
    const next = body['@odata.nextLink'] as string | undefined;
    const deltaLink = body['@odata.deltaLink'] as string | undefined;
    // Each page carries one of the two links, never both.
    expect([next, deltaLink].filter((link) => link !== undefined)).toHaveLength(1);
    if (deltaLink !== undefined) return { ids, removed, deltaLink, pages };
    url = next ?? '';
  }
}

test.each(['/items/delta', '/items/delta()', '/items/delta?token='])(
  'without a token %s enumerates everything',
  async (path) => {
    const { call, list } = await openList();

    const all = await walk(call, `${list}${path}`);

    expect(all.ids).toEqual(['1', '2', '3']);
  },
);

test('the next walk tells what was made, changed and deleted since, in its last state', async () => {
  const { call, list, newItem } = await openList();
  const first = await walk(call, `${list}/items/delta?$expand=fields`);
  await newItem(list, { Title: 'new' });
  await call('PATCH', `${list}/items/2/fields`, { Title: 'once' });
  await call('PATCH', `${list}/items/2/fields`, { Title: 'twice' });
  await call('DELETE', `${list}/items/1`);

  const { body } = await call('GET', first.deltaLink);

  expect(body.value).toHaveLength(3);
  expect(body.value.find((item) => item.id === '2')?.fields.Title).toBe('twice');
  expect(body.value.find((item) => item.id === '4')?.fields.Title).toBe('new');
  expect(body.value.find((item) => item.id === '1')).toEqual({
    id: '1',
    parentReference: { siteId: list.split('/')[2] },
    contentType: { id: expect.any(String), name: 'Item' },
    deleted: { state: 'deleted' },
  });
});

test('a walk without changes is empty, and an old link tells the same again', async () => {
  const { call, list } = await openList();
  const first = await walk(call, `${list}/items/delta`);

  const nothing = await walk(call, first.deltaLink);
  await call('PATCH', `${list}/items/3/fields`, { Amount: 1 });
  const once = await walk(call, first.deltaLink);
  const again = await walk(call, first.deltaLink);
  const after = await walk(call, once.deltaLink);

  expect(nothing.ids).toEqual([]);
  expect([once.ids, again.ids, after.ids]).toEqual([['3'], ['3'], []]);
});

test('token=latest gives no items and a link from now on', async () => {
  const { call, list, newItem } = await openList();

  const latest = await call('GET', `${list}/items/delta?token=latest`);
  const byCall = await call('GET', `${list}/items/delta(token='latest')`);
  await newItem(list, { Title: 'new' });
  const next = await walk(call, latest.body['@odata.deltaLink']);

  expect(latest.body.value).toEqual([]);
  expect(byCall.body.value).toEqual([]);
  expect(next.ids).toEqual(['4']);
});

test("the token is taken as delta(token='…') too", async () => {
  const { call, list } = await openList();
  const { deltaLink } = await walk(call, `${list}/items/delta`);
  await call('PATCH', `${list}/items/2/fields`, { Amount: 1 });
  const token = new URL(deltaLink).searchParams.get('token') ?? '';

  const changed = await walk(call, `${list}/items/delta(token='${token}')`);

  expect(changed.ids).toEqual(['2']);
});

test('pages follow $top, and links remember what was selected and expanded', async () => {
  const { call, list } = await openList(5);

  const first = await call('GET', `${list}/items/delta?$expand=fields($select=Title)&$top=2`);
  const second = await call('GET', first.body['@odata.nextLink']);
  const all = await walk(call, `${list}/items/delta?$expand=fields($select=Title)&$top=2`);
  await call('PATCH', `${list}/items/5/fields`, { Amount: 5 });
  const changed = await call('GET', all.deltaLink);

  expect(first.body.value).toHaveLength(2);
  expect(second.body.value.map((item) => item.id)).toEqual(['3', '4']);
  expect(all.pages).toBe(3);
  expect(changed.body.value[0]?.fields).toEqual({ '@odata.etag': changed.body.value[0]?.eTag, Title: 't5' });
});

test('what happens during a walk is not lost: a changed item comes twice, a deleted one is told', async () => {
  const { call, list, newItem } = await openList(6);
  const first = await call('GET', `${list}/items/delta?$top=2`);
  await call('PATCH', `${list}/items/1/fields`, { Amount: 1 });
  await call('DELETE', `${list}/items/2`);
  await call('DELETE', `${list}/items/6`);
  await newItem(list, { Title: 'new' });

  const rest = await walk(call, first.body['@odata.nextLink']);

  expect(first.body.value.map((item) => item.id)).toEqual(['1', '2']);
  expect(rest.ids.sort()).toEqual(['1', '3', '4', '5', '7']);
  expect(rest.removed.sort()).toEqual(['2', '6']);
});

test('what was deleted before a full enumeration is not told', async () => {
  const { call, list } = await openList();
  await call('DELETE', `${list}/items/2`);

  const all = await walk(call, `${list}/items/delta?$top=1`);

  expect([all.ids, all.removed]).toEqual([['1', '3'], []]);
});

test('a token older than 60 days is 410 with the place to start again', async () => {
  const { call, clock, list } = await openList();
  const { deltaLink } = await walk(call, `${list}/items/delta`);

  clock.now = new Date('2026-04-30T08:00:00Z');
  const young = await call('GET', deltaLink);
  clock.now = new Date('2026-05-02T08:00:00Z');
  const old = await call('GET', deltaLink);
  const fresh = await walk(call, old.headers.get('location') ?? '');

  expect(young.status).toBe(200);
  expect(old.status).toBe(410);
  expect(old.body.error).toMatchObject({
    code: 'resyncRequired',
    innerError: { code: 'resyncChangesApplyDifferences' },
  });
  expect(fresh.ids).toEqual(['1', '2', '3']);
});

test('tokens are made to expire on demand, for one list or all', async () => {
  const { call, graph, list, newList } = await openList();
  const other = await newList('Annan');
  const here = await walk(call, `${list}/items/delta`);
  const there = await walk(call, `${other}/items/delta`);

  graph.plan.expireDeltaTokens(list.split('/').at(-1));
  const afterOne = [await call('GET', here.deltaLink), await call('GET', there.deltaLink)];
  const renewed = await walk(call, `${list}/items/delta`);
  const renewedAnswer = await call('GET', renewed.deltaLink);
  await call('POST', 'http://localhost/local-graph-control/expire-delta-tokens');
  const afterAll = [await call('GET', renewed.deltaLink), await call('GET', there.deltaLink)];

  expect(afterOne.map((answer) => answer.status)).toEqual([410, 200]);
  expect(renewedAnswer.status).toBe(200);
  expect(afterAll.map((answer) => answer.status)).toEqual([410, 410]);
});

test.each(['nonsense', 'bnVsbA', Buffer.from('{"list":"x","options":[]}').toString('base64url')])(
  'a malformed token is refused: %s',
  async (token) => {
    const { call, list, errors } = await openList();

    const answer = await call('GET', `${list}/items/delta?token=${token}`);

    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: 'invalidRequest',
      message: 'Provided sync token is malformed',
    });
    expect(errors).toEqual([]);
  },
);

test('the token of another list is malformed here', async () => {
  const { call, list, newList } = await openList();
  const { deltaLink } = await walk(call, `${await newList('Annan')}/items/delta`);
  const token = new URL(deltaLink).searchParams.get('token') ?? '';

  const answer = await call('GET', `${list}/items/delta?token=${token}`);

  expect(answer.status).toBe(400);
});

test('delta does not filter', async () => {
  const { call, list } = await openList();

  const answer = await call('GET', `${list}/items/delta?$filter=fields/Amount eq 1`);

  expect(answer.status).toBe(400);
});

test('an item comes back from the recycle bin as it was, and delta tells of it; what the bin does not hold does not', async () => {
  const { call, graph, list } = await openList();
  const listId = list.split('/').at(-1) ?? '';
  const before = await call('GET', `${list}/items/2?$expand=fields`);
  await call('DELETE', `${list}/items/2`);
  const gone = await walk(call, `${list}/items/delta`);

  const restored = await call('POST', `http://localhost/local-graph-control/restore-item?list=${listId}&item=2`);
  const again = await call('POST', `http://localhost/local-graph-control/restore-item?list=${listId}&item=2`);
  const after = await call('GET', `${list}/items/2?$expand=fields`);
  const changes = await walk(call, gone.deltaLink);

  expect([restored.status, again.status, graph.plan.restoreItem(listId, '99')]).toEqual([204, 404, false]);
  expect(after.body).toEqual(before.body);
  expect(gone.ids).toEqual(['1', '3']);
  expect(changes.ids).toEqual(['2']);
});
