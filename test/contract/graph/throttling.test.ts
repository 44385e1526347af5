import { expect, test } from '@jest/globals';
import { costOf } from '../../../bot/local-graph/throttling.ts';
import { demoSite, openGraph } from './graph-fixture.ts';

const site = '/sites/x';

test.each([
  ['GET', `${site}/lists/1/items/2`, '', 1],
  ['GET', `${site}/lists/1/items`, '', 2],
  ['GET', `${site}/lists/1/columns`, '', 2],
  ['GET', site, '', 1],
  ['POST', `${site}/lists/1/items`, '', 2],
  ['PATCH', `${site}/lists/1/items/2/fields`, '', 2],
  ['DELETE', `${site}/lists/1/items/2`, '', 2],
  ['GET', `${site}/lists/1/items/delta`, '', 2],
  ['GET', `${site}/lists/1/items/delta()`, '', 2],
  ['GET', `${site}/lists/1/items/delta`, 'token=abc', 1],
  ['GET', `${site}/lists/1/items/delta(token='abc')`, '', 1],
  ['GET', `${site}/permissions`, '', 5],
  ['POST', `${site}/permissions`, '', 5],
  ['GET', `${site}/lists/1/items`, '$expand=permissions', 5],
])('%s %s?%s costs %d', (method, path, search, cost) => {
  expect(costOf(method, path, new URLSearchParams(search))).toBe(cost);
});

test('without a budget nothing is throttled or told', async () => {
  const { call } = openGraph();

  const answers = await Promise.all(Array.from({ length: 50 }, () => call('GET', demoSite)));

  expect(answers.every((answer) => answer.status === 200 && !answer.headers.has('ratelimit-limit'))).toBe(true);
});

test('from 80 % of the budget it is told, beyond it the answer is 429 until the minute is over', async () => {
  const { call, clock, graph } = openGraph();
  graph.plan.set({ resourceUnitsPerMinute: 10 });
  const get = () => call('GET', demoSite);

  const answers = [];
  for (let index = 0; index < 12; index += 1) answers.push(await get());
  clock.now = new Date(clock.now.getTime() + 30_000);
  const still = await get();
  clock.now = new Date(clock.now.getTime() + 31_000);
  const after = await get();

  expect(answers.map((answer) => answer.status)).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
  expect(answers.map((answer) => answer.headers.get('ratelimit-remaining'))).toEqual([
    ...Array.from({ length: 7 }, () => null),
    '2',
    '1',
    '0',
    '0',
    '0',
  ]);
  expect(answers[7]?.headers.get('ratelimit-limit')).toBe('10');
  expect(answers[10]?.headers.get('retry-after')).toBe('60');
  expect(answers[10]?.body.error).toMatchObject({
    code: 'activityLimitReached',
    message: 'The request has been throttled',
    innerError: { code: 'throttledRequest' },
  });
  expect([still.status, still.headers.get('retry-after'), still.headers.get('ratelimit-reset')]).toEqual([
    429,
    '30',
    '30',
  ]);
  expect(after.status).toBe(200);
  expect(after.headers.has('ratelimit-limit')).toBe(false);
});

test('a throttled write is not done', async () => {
  const { call, graph, newList } = openGraph();
  const list = await newList('Liste');
  graph.plan.set({ resourceUnitsPerMinute: 1 });

  const refused = await call('POST', `${list}/items`, { fields: {} });
  graph.plan.clear();
  const items = await call('GET', `${list}/items`);

  expect(refused.status).toBe(429);
  expect(items.body.value).toEqual([]);
});
