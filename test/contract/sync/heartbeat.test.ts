import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createHeartbeat, freeAllClaims } from '../../../bot/sync/heartbeat.ts';
import { claimRecords } from '../../../bot/sync/push/push-claims.ts';
import { createSyncEngine } from '../../../bot/sync/sync-engine.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { acceptRecord, board, createSyncWorld, readRecord, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

/** A process that claims a report and does no more. */
async function claimAndDie(): Promise<{ readonly processId: string; readonly id: string }> {
  const processId = randomUUID();
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await createHeartbeat(world.options, processId).beat();
  const claims = await claimRecords({ ...world.options, processId }, board, ['deviation'], 20);
  expect(claims).toHaveLength(1);
  return { processId, id };
}

const processes = async (): Promise<readonly string[]> =>
  (await world.db.selectFrom('service_processes').select('id').execute()).map(({ id }) => id);

test('S-P15 the claims of a process that beats no more are free after 15 s, and not before', async () => {
  const { processId, id } = await claimAndDie();
  const other = createHeartbeat(world.options, randomUUID());
  await other.beat();

  world.passTime(14_000);
  await other.beat();
  await world.engine.pushUntilIdle();
  const before = await readRecord(world, id);
  world.passTime(1_000);
  await other.beat();
  await world.engine.pushUntilIdle();

  expect(before.pushedRevision).toBe(0);
  expect(await readRecord(world, id)).toMatchObject({ pushedRevision: 1 });
  expect(await processes()).not.toContain(processId);
  // The dead process may have sent it: it was looked for first (S-P4).
  expect(world.takeRequests().filter((request) => request.startsWith('GET'))).not.toEqual([]);
});

test('S-P15 a process that beats keeps its claims, however its clock is set', async () => {
  const processId = randomUUID();
  const isAhead = { ...world.options, now: () => new Date(world.now().getTime() + 3_600_000) };
  const one = createHeartbeat(isAhead, processId);
  const other = createHeartbeat(world.options, randomUUID());
  await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await claimRecords({ ...isAhead, processId }, board, ['deviation'], 20);

  for (let beat = 0; beat < 8; beat += 1) {
    await one.beat();
    await other.beat();
    world.passTime(4_000);
  }

  expect(await processes()).toHaveLength(2);
  expect(await world.db.selectFrom('records').select('push_holder').execute()).toEqual([{ push_holder: processId }]);
});

test('S-P15 a paused process that goes on is alive again, and what it had claimed is stored once', async () => {
  const { processId, id } = await claimAndDie();
  const other = createHeartbeat(world.options, randomUUID());
  await other.beat();
  world.passTime(15_000);
  await other.beat();

  await createHeartbeat(world.options, processId).beat();
  await Promise.all([world.engine.pushUntilIdle(), createSyncEngine(world.options).pushUntilIdle()]);

  expect(await processes()).toContain(processId);
  expect(await world.items('deviation')).toHaveLength(1);
  expect(await readRecord(world, id)).toMatchObject({ pushedRevision: 1 });
});

test('S-P16 a start on a database of its own frees what its predecessor held, drawings too', async () => {
  const { processId, id } = await claimAndDie();
  const drawing = { board_id: board, process_id: randomUUID(), version: 1, bpmn: '<a/>', what: 'saved' };
  const held = { push_holder: processId, push_after: new Date(world.now().getTime() + 600_000).toISOString() };
  const saved = { saved_by: JSON.stringify({ id: 'anna', name: 'Anna' }), saved_at: world.now().toISOString() };
  await world.db
    .insertInto('process_versions')
    .values({ ...drawing, ...held, ...saved })
    .execute();

  expect(await freeAllClaims(world.db)).toBe(2);
  await world.engine.pushUntilIdle();

  expect(await readRecord(world, id)).toMatchObject({ pushedRevision: 1 });
  const version = await world.db.selectFrom('process_versions').select('pushed_at').executeTakeFirstOrThrow();
  expect(version.pushed_at).not.toBeNull();
});

test('S-P16 an engine tells that it is alive while it runs, and leaves nothing behind', async () => {
  world.engine.start();
  await waitUntil(async () => (await processes()).length === 1);

  await world.engine.stop();

  expect(await processes()).toEqual([]);
});
