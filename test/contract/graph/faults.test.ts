import { expect, test } from '@jest/globals';
import { faultKinds } from '../../../bot/local-graph/fault-plan.ts';
import { openGraph } from './graph-fixture.ts';

const control = 'http://127.0.0.1:4010/local-graph/local-graph-control';

async function openList() {
  const waits: number[] = [];
  const fixture = openGraph({
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  const list = await fixture.newList('Liste', [{ name: 'Key', text: {}, indexed: true }]);
  const create = () => fixture.call('POST', `${list}/items`, { fields: { Key: 'a' } });
  const count = async () => (await fixture.call('GET', `${list}/items`)).body.value.length;
  return { ...fixture, list, create, count, waits };
}

test('429 comes with the Retry-After of the plan, or without one', async () => {
  const { create, graph, count } = await openList();
  graph.plan.set({ next: ['throttled', 'throttledWithoutRetryAfter'], retryAfterSeconds: 2.128 });

  const first = await create();
  const second = await create();

  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2.128']);
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
  expect(await count()).toBe(0);
});

test('5xx comes with the statuses of the plan, now and then with an empty body, and nothing is done', async () => {
  const { create, graph, count } = await openList();
  graph.plan.set({ rates: { serverError: 1 }, serverErrorStatuses: [502, 503] });

  const answers = [];
  for (let index = 0; index < 30; index += 1) answers.push(await create());
  graph.plan.clear();

  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([502, 503]));
  expect(new Set(answers.map((answer) => (answer.body as unknown) === undefined))).toEqual(new Set([true, false]));
  expect(await count()).toBe(0);
});

test('a connection cut before the commit leaves nothing, one cut after it leaves the item', async () => {
  const { create, graph, count } = await openList();
  graph.plan.set({ next: ['cutBeforeCommit'] });

  await expect(create()).rejects.toThrow(TypeError);
  const before = await count();
  graph.plan.set({ next: ['cutAfterCommit'] });
  await expect(create()).rejects.toThrow('fetch failed');
  const after = await count();

  expect([before, after]).toEqual([0, 1]);
});

test('a slow answer waits within the bounds of the plan', async () => {
  const { create, graph, waits } = await openList();
  graph.plan.set({ next: ['slow', 'none', 'slow'], slowMs: [100, 200] });

  const answers = [await create(), await create(), await create()];

  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
  expect(waits).toHaveLength(2);
  expect(waits.every((ms) => ms >= 100 && ms <= 200)).toBe(true);
});

test('an expired token is 401', async () => {
  const { create, graph } = await openList();
  graph.plan.set({ next: ['expiredToken'] });

  const answer = await create();

  expect([answer.status, answer.body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
});

test('a conflict without cause meets changes, not creations', async () => {
  const { call, create, graph, list } = await openList();
  graph.plan.set({ next: ['conflict', 'conflict'] });

  const created = await create();
  const changed = await call('PATCH', `${list}/items/1/fields`, { Key: 'b' });

  expect(created.status).toBe(201);
  expect([changed.status, changed.body.error.code]).toEqual([409, 'resourceModified']);
});

test('a filtered query may find nothing although the item is there', async () => {
  const { call, create, graph, list } = await openList();
  await create();
  graph.plan.set({ rates: { emptyQuery: 1 } });

  const filtered = await call('GET', `${list}/items?$filter=fields/Key eq 'a'`);
  const all = await call('GET', `${list}/items`);

  expect([filtered.status, filtered.body.value]).toEqual([200, []]);
  expect(all.body.value).toHaveLength(1);
});

test('a delta page may come broken: 200 with an error inside and the rest cut off', async () => {
  const { call, create, graph, list } = await openList();
  await create();
  graph.plan.set({ next: ['brokenDelta'] });

  const broken = await call('GET', `${list}/items/delta`);
  const whole = await call('GET', `${list}/items/delta`);

  expect(broken.status).toBe(200);
  expect(broken.body).toMatch(/"value":\[\{"error":\{/);
  expect(whole.body.value).toHaveLength(1);
});

test('the same seed gives the same faults, another seed gives others', async () => {
  const { call, graph, list } = await openList();
  const run = async (seed: number) => {
    graph.plan.set({ seed, rates: { throttled: 0.3, serverError: 0.2 } });
    const statuses = [];
    for (let index = 0; index < 40; index += 1) statuses.push((await call('GET', `${list}/items`)).status);
    return statuses.join();
  };

  const [first, again, other] = [await run(7), await run(7), await run(8)];

  expect(first).toBe(again);
  expect(first).not.toBe(other);
});

test('the rates come about', async () => {
  const { call, graph, list } = await openList();
  graph.plan.set({ rates: { throttled: 0.25 } });

  let throttled = 0;
  for (let index = 0; index < 1000; index += 1) {
    if ((await call('GET', `${list}/items/1`)).status === 429) throttled += 1;
  }

  expect(throttled).toBeGreaterThan(200);
  expect(throttled).toBeLessThan(300);
});

test('only what the plan names is hit', async () => {
  const { call, create, graph, list } = await openList();
  graph.plan.set({ next: ['throttled', 'throttled'], match: { methods: ['post'], pathContains: '/items' } });

  const read = await call('GET', `${list}/items`);
  const columns = await call('POST', `${list}/columns`, { name: 'A', text: {} });
  const hit = await create();

  expect([read.status, columns.status, hit.status]).toEqual([200, 201, 429]);
});

test('members of a batch meet faults of their own', async () => {
  const { call, graph, list } = await openList();
  graph.plan.set({ next: ['throttled'], match: { pathContains: '/items' } });

  const { status, body } = await call('POST', '/$batch', {
    requests: [
      { id: '1', method: 'GET', url: `${list}/items` },
      { id: '2', method: 'GET', url: `${list}/items` },
    ],
  });

  const statuses = body.responses.map((one) => one.status).sort();
  expect([status, statuses]).toEqual([200, [200, 429]]);
});

test('the plan is set, shown and cleared by requests, which meet no faults themselves', async () => {
  const { call, create } = await openList();

  const set = await call('PUT', `${control}/faults`, { rates: { throttled: 1 }, seed: 3 });
  const hit = await create();
  const shown = await call('GET', `${control}/faults`, undefined, { authorization: '' });
  const cleared = await call('DELETE', `${control}/faults`);
  const well = await create();

  expect(set.status).toBe(200);
  expect(hit.status).toBe(429);
  expect(shown.body).toMatchObject({ rates: { throttled: 1 }, seed: 3, retryAfterSeconds: 1 });
  expect([cleared.status, well.status]).toEqual([204, 201]);
});

test.each([
  [{ rates: { thunder: 1 } }],
  [{ rates: { throttled: 2 } }],
  [{ rates: { throttled: 0.6, slow: 0.6 } }],
  [{ speed: 1 }],
  [{ next: ['thunder'] }],
  [[]],
])('a plan that cannot be meant is refused and the old one stays: %j', async (plan) => {
  const { call } = await openList();
  await call('PUT', `${control}/faults`, { seed: 5 });

  const refused = await call('PUT', `${control}/faults`, plan);
  const shown = await call('GET', `${control}/faults`);

  expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
  expect(shown.body.seed).toBe(5);
});

test('the control knows nothing else', async () => {
  const { call } = await openList();

  const answer = await call('GET', `${control}/other`);

  expect(answer.status).toBe(404);
});

test('every fault of the list can be asked for', async () => {
  const { call, graph } = await openList();
  for (const kind of faultKinds) {
    graph.plan.set({ rates: { [kind]: 1 } });
    const shown = await call('GET', `${control}/faults`);

    expect(shown.body.rates).toEqual({ [kind]: 1 });
  }
});
