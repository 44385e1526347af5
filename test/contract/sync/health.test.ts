import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readHealth } from '../../../bot/health.ts';
import { createSyncAdmin } from '../../../bot/sync/administration/sync-admin.ts';
import { createSyncEngine } from '../../../bot/sync/sync-engine.ts';
import { acceptRecord, board, createSyncWorld, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

const health = () =>
  readHealth({ db: world.db, status: () => world.engine.status(), now: () => world.now(), instance: 'one' });

const overview = () =>
  createSyncAdmin({ db: world.db, engine: world.engine, now: () => world.now(), log: world.options.log }).overview(
    board,
  );

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

test('S-L2 a library that has not been pulled for over a quarter of an hour is told, here and to administrators', async () => {
  await world.engine.rebuild();
  const pulledAt = world.now().toISOString();
  const before = await overview();
  world.passTime(15 * 60_000 + 1);
  await world.engine.pullAll();

  const late = await health();

  expect(before).toMatchObject({ pullLate: false, library: { lastPullAt: pulledAt } });
  expect(late).toMatchObject({ reasons: ['libraryPullLate'], parts: { pull: 'ok', library: 'late' } });
  expect(await overview()).toMatchObject({ pullLate: true, library: { lastPullAt: pulledAt } });
  await world.engine.pullLibraries();
  expect((await health()).reasons).toEqual([]);
});

test('S-L2 a library that SharePoint does not give is told, when it is read first and later', async () => {
  const inLibrary = { rates: { serverError: 1 }, match: { pathContains: '/drives/' } };
  world.local.plan.set(inLibrary);
  await world.engine.rebuild();
  const first = [await health(), await overview()];
  world.local.plan.clear();
  await world.engine.rebuild();
  const between = await health();
  world.local.plan.set(inLibrary);
  await world.engine.pullLibraries();

  const degraded = { status: 'degraded', reasons: ['graphNotAnswering'] };
  expect(first).toMatchObject([degraded, { library: { problem: 'status 503' } }]);
  expect(between.status).toBe('ready');
  expect(await health()).toMatchObject(degraded);
});

test('S-L2 a service that leaves libraries alone does not judge them', async () => {
  const { libraries: _, ...others } = world.options;
  const engine = createSyncEngine(others);
  await engine.rebuild();

  expect((await engine.status()).libraries).toEqual([]);
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
