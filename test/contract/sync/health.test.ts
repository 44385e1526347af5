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

test('S-L2 with everything in place the service is ready', async () => {
  expect(await health()).toMatchObject({ status: 'ready', reasons: [], waiting: 0 });
});

test('S-L2 a change that waits for over a quarter of an hour, and a SharePoint that does not answer, are told', async () => {
  await acceptRecord(world, 'deviation', { fields: sampleFields.deviation });
  world.local.plan.set({ rates: { serverError: 1 } });
  await world.engine.pullAll();
  const soon = await health();
  world.passTime(15 * 60_000 + 1);

  const late = await health();

  expect(soon).toMatchObject({ status: 'degraded', reasons: ['graphNotAnswering'], waiting: 1 });
  expect(late).toMatchObject({
    reasons: ['graphNotAnswering', 'changesLate'],
    parts: { database: 'ok', graph: 'failing', queue: 'late', pull: 'ok' },
  });
});

test('S-L2 throttling is told while it lasts', async () => {
  await acceptRecord(world, 'deviation', { fields: sampleFields.deviation });
  world.local.plan.set({ next: ['throttled'], retryAfterSeconds: 30 });

  await world.engine.pushUntilIdle();
  const during = await health();
  world.passTime(31_000);

  expect(during).toMatchObject({ status: 'degraded', reasons: ['throttled'] });
  expect((await health()).reasons).toEqual([]);
});

test('S-L2 a list that has not been pulled for over a quarter of an hour is told, with its time', async () => {
  await world.engine.pullAll();
  const pulledAt = world.now().toISOString();
  world.passTime(15 * 60_000 + 1);

  expect(await health()).toMatchObject({
    status: 'degraded',
    reasons: ['pullLate'],
    parts: { database: 'ok', graph: 'ok', queue: 'ok', pull: 'late' },
    oldestPullAt: pulledAt,
  });
});

test('S-L2 without its database the service fails, and says no more', async () => {
  const status = () => Promise.reject(new Error('connection refused for kv:secret@host'));

  const answer = await readHealth({ db: world.db, status, now: () => world.now(), instance: 'one' });

  expect(answer).toEqual({
    instance: 'one',
    mode: 'local',
    status: 'failing',
    reasons: ['databaseNotAnswering'],
    parts: { database: 'failing' },
  });
});
