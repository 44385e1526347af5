import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readHealth } from '../../../bot/health.ts';
import { acceptRecord, createSyncWorld, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

const health = () =>
  readHealth({ db: world.db, status: () => world.engine.status(), now: () => world.now(), instance: 'one' });

test('with everything in place the service is ready', async () => {
  expect(await health()).toMatchObject({ status: 'ready', reasons: [], waiting: 0 });
});

test('a change that waits for over a quarter of an hour, and a SharePoint that does not answer, are told', async () => {
  await acceptRecord(world, 'deviation', { fields: sampleFields.deviation });
  world.local.plan.set({ rates: { serverError: 1 } });
  await world.engine.pullAll();
  const soon = await health();
  world.passTime(15 * 60_000 + 1);

  const late = await health();

  expect(soon).toMatchObject({ status: 'degraded', reasons: ['graphNotAnswering'], waiting: 1 });
  expect(late.reasons).toEqual(['graphNotAnswering', 'changesLate']);
});

test('throttling is told while it lasts', async () => {
  await acceptRecord(world, 'deviation', { fields: sampleFields.deviation });
  world.local.plan.set({ next: ['throttled'], retryAfterSeconds: 30 });

  await world.engine.pushUntilIdle();
  const during = await health();
  world.passTime(31_000);

  expect(during).toMatchObject({ status: 'degraded', reasons: ['throttled'] });
  expect((await health()).reasons).toEqual([]);
});
