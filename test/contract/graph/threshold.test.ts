import { beforeAll, afterAll, expect, test } from '@jest/globals';
import { openGraph, type GraphFixture } from './graph-fixture.ts';

/** 5,001 items: one more than the list view threshold. */
let fixture: GraphFixture;
let list: string;
const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

beforeAll(async () => {
  fixture = openGraph();
  list = await fixture.newList('Stor', [
    { name: 'Common', text: {}, indexed: true },
    { name: 'Rare', text: {}, indexed: true },
    { name: 'Plain', text: {} },
  ]);
  for (let index = 1; index <= 5001; index += 1) {
    await fixture.newItem(list, { Common: 'same', Rare: `r${String(index % 100)}`, Plain: `p${String(index)}` });
  }
}, 60_000);

afterAll(() => {
  fixture.graph.close();
});

test('pages hold 200 by default and 5,000 at most, whatever was asked', async () => {
  const usual = await fixture.call('GET', `${list}/items`);
  const most = await fixture.call('GET', `${list}/items?$top=9999`);
  const rest = await fixture.call('GET', most.body['@odata.nextLink']);

  expect(usual.body.value.length).toBe(200);
  expect(most.body.value.length).toBe(5000);
  expect(rest.body.value.map((item) => item.id)).toEqual(['5001']);
  expect(rest.body).not.toHaveProperty(['@odata.nextLink']);
});

test.each([
  ["$filter=fields/Common eq 'same'", {}],
  ["$filter=fields/Common eq 'same' and fields/Rare eq 'r7'", {}],
  ["$filter=fields/Rare ne 'r7' or fields/Common eq 'same'", {}],
  ["$filter=fields/Plain eq 'p7'", prefer],
  ["$filter=fields/Plain eq 'p7' and fields/Rare eq 'r7'", prefer],
  ["$filter=fields/Rare eq 'r7' or fields/Plain eq 'p7'", prefer],
  ['$orderby=fields/Plain', prefer],
])('beyond the threshold %s is 422 and never heals', async (options, headers) => {
  const answer = await fixture.call('GET', `${list}/items?${options}`, undefined, headers);

  expect(answer.status).toBe(422);
  expect(answer.body.error).toMatchObject({
    code: 'notSupported',
    message: 'The request is unprocessable because it uses too many resources',
    innerError: { code: 'tooManyResources' },
  });
});

test.each([
  ["$filter=fields/Rare eq 'r7'", {}, 50],
  ["$filter=fields/Rare eq 'r7' and fields/Common eq 'same'", {}, 50],
  ["$filter=fields/Rare eq 'r7' and fields/Plain eq 'p107'", prefer, 1],
  ["$filter=fields/Rare eq 'r7' or fields/Rare eq 'r8'", {}, 100],
  ['$filter=fields/ID gt 4900', {}, 101],
  ['$orderby=fields/Rare&$top=60', {}, 60],
  ['', {}, 200],
])('a selective first clause, or none, works at any size: %s', async (options, headers, count) => {
  const answer = await fixture.call('GET', `${list}/items?${options}`, undefined, headers);

  expect(answer.status).toBe(200);
  expect(answer.body.value.length).toBe(count);
});

test('once an item is gone the list is below the threshold, and the query works', async () => {
  await fixture.call('DELETE', `${list}/items/1`);

  const answer = await fixture.call('GET', `${list}/items?$filter=fields/Common eq 'same'`);

  expect(answer.status).toBe(200);
});
