import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  acceptRecord,
  changeRecord,
  createSyncWorld,
  editItem,
  onlyItem,
  readRecord,
  sampleFields,
} from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

test('S-P1 an accepted record becomes one item with all its columns, and waits no longer', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });

  await world.engine.pushUntilIdle();

  const item = await onlyItem(world, 'deviation');
  expect(item.fields).toMatchObject({
    ClientKey: id,
    Ref: 'AVV-2026-0001',
    Status: 'reported',
    Category: 'fall',
    WhatHappened: 'Fall i korridoren',
    CreatedByName: 'Anna Berg',
    Title: 'Fall',
  });
  const row = await readRecord(world, id);
  expect(row).toMatchObject({ revision: 1, pushedRevision: 1, graphItemId: item.id, etag: item.etag });
  expect(await world.engine.status()).toMatchObject({ waiting: 0, oldestWaitingAt: undefined, unsendable: 0 });
});

test('S-P2 many records go in batches of twenty, new reports before bulk work', async () => {
  const bulk = Array.from({ length: 25 }, (_, index) =>
    acceptRecord(world, 'deviation', {
      ref: `AVV-2026-1${String(index).padStart(3, '0')}`,
      fields: sampleFields.deviation,
    }),
  );
  await Promise.all(bulk);
  const report = await acceptRecord(world, 'feedback', { ref: 'SYN-2026-0001', fields: sampleFields.feedback });
  await world.db.updateTable('records').set({ push_priority: 0 }).where('id', '=', report).execute();
  world.takeRequests();

  await world.engine.pushUntilIdle();

  const requests = world.takeRequests();
  expect(requests).toEqual(['POST /v1.0/$batch', 'POST /v1.0/$batch']);
  const first = await onlyItem(world, 'feedback');
  expect(first.id).toBe('1');
  expect(await world.items('deviation')).toHaveLength(25);
});

test('S-P4 a create whose answer was lost after it was stored is not doubled', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  world.local.plan.set({ next: ['cutAfterCommit'] });

  await world.engine.pushUntilIdle();
  const afterCut = await readRecord(world, id);
  world.passTime(10_000);
  await world.engine.pushUntilIdle();

  expect(afterCut.pushedRevision).toBe(0);
  expect(await world.items('deviation')).toHaveLength(1);
  expect(await readRecord(world, id)).toMatchObject({ revision: 1, pushedRevision: 1 });
});

test('S-P4 a create is guarded by its key even when the look-up wrongly finds nothing', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  world.local.plan.set({ next: ['cutAfterCommit'] });
  await world.engine.pushUntilIdle();
  world.local.plan.set({ next: ['emptyQuery', 'none', 'emptyQuery'] });
  world.passTime(10_000);

  await world.engine.pushUntilIdle();
  world.passTime(60_000);
  await world.engine.pushUntilIdle();

  expect(await world.items('deviation')).toHaveLength(1);
  expect(await readRecord(world, id)).toMatchObject({ pushedRevision: 1 });
  expect(await world.engine.status()).toMatchObject({ waiting: 0, unsendable: 0 });
});

test('S-P5 a change carries If-Match, and one whose answer was lost counts as success', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await world.engine.pushUntilIdle();
  await changeRecord(world, id, { fields: { place: 'Köket' } });
  world.local.plan.set({ next: ['cutAfterCommit'] });

  await world.engine.pushUntilIdle();
  world.passTime(10_000);
  await world.engine.pushUntilIdle();

  const item = await onlyItem(world, 'deviation');
  expect(item.fields).toMatchObject({ Place: 'Köket', Revision: 2 });
  expect(await readRecord(world, id)).toMatchObject({ revision: 2, pushedRevision: 2, etag: item.etag });
  expect(await world.engine.status()).toMatchObject({ conflicts: 0 });
});

test('S-P6 a change meets a change by somebody else: both stay, and the history tells of both', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await world.engine.pushUntilIdle();
  const item = await onlyItem(world, 'deviation');
  await editItem(world.karin, world.list('deviation'), item.id, { ImmediateAction: 'Ringde sköterskan' });
  await changeRecord(world, id, { fields: { place: 'Köket' } });

  await world.engine.pushUntilIdle();

  const merged = await onlyItem(world, 'deviation');
  expect(merged.fields).toMatchObject({ ImmediateAction: 'Ringde sköterskan', Place: 'Köket' });
  const row = await readRecord(world, id);
  expect(row.fields).toMatchObject({ immediateAction: 'Ringde sköterskan', place: 'Köket' });
  expect(row.pushedRevision).toBe(row.revision);
  expect(row.history.at(-1)).toMatchObject({ via: 'sharePoint', by: { name: 'Karin Ek' }, action: 'changed' });
});

test('S-P7 throttling holds back all pushing until the time that SharePoint asked for', async () => {
  await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  world.local.plan.set({ next: ['throttled'], retryAfterSeconds: 30 });
  await world.engine.pushUntilIdle();
  await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0002', fields: sampleFields.deviation });
  world.takeRequests();

  world.passTime(29_000);
  await world.engine.pushUntilIdle();
  const whilePaused = world.takeRequests();
  world.passTime(2_000);
  await world.engine.pushUntilIdle();

  expect(whilePaused).toEqual([]);
  expect(await world.items('deviation')).toHaveLength(2);
});

test('S-P8 what SharePoint can never take is listed with its reason and does not block a later correction', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: { place: 'a'.repeat(300) } });
  const other = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0002', fields: sampleFields.deviation });

  await world.engine.pushUntilIdle();
  const stuck = await world.engine.status();
  await changeRecord(world, id, { fields: { place: 'Köket' } });
  await world.engine.pushUntilIdle();

  expect(stuck).toMatchObject({ unsendable: 1, waiting: 0 });
  expect(await readRecord(world, other)).toMatchObject({ pushedRevision: 1 });
  expect(await readRecord(world, id)).toMatchObject({ revision: 2, pushedRevision: 2 });
  expect(await world.engine.status()).toMatchObject({ unsendable: 0 });
});

test('S-P9 a deletion removes the item, and one that SharePoint never had needs no request', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await world.engine.pushUntilIdle();
  await changeRecord(world, id, { deleted: true });
  const unsent = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0002', fields: sampleFields.deviation });
  await changeRecord(world, unsent, { deleted: true });
  world.takeRequests();

  await world.engine.pushUntilIdle();

  expect(world.takeRequests()).toHaveLength(1);
  expect(await world.items('deviation')).toEqual([]);
  expect(await world.engine.status()).toMatchObject({ waiting: 0 });
});

test('S-P3 a claim left by a process that died is taken again, and only after its lease', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  const lease = new Date(world.now().getTime() + 150_000).toISOString();
  await world.db.updateTable('records').set({ push_after: lease, push_attempts: 1 }).where('id', '=', id).execute();

  await world.engine.pushUntilIdle();
  const during = await readRecord(world, id);
  world.passTime(150_001);
  await world.engine.pushUntilIdle();

  expect(during.pushedRevision).toBe(0);
  expect(await readRecord(world, id)).toMatchObject({ pushedRevision: 1 });
});

test('S-P14 a batch is noted together; when that fails its records are found again, once each', async () => {
  for (let number = 1; number <= 5; number += 1) {
    await acceptRecord(world, 'deviation', { ref: `AVV-2026-000${String(number)}`, fields: sampleFields.deviation });
  }
  await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''full''; end'`.execute(
    world.db,
  );
  await sql`create trigger refuse before update of pushed_revision on records execute function refuse()`.execute(
    world.db,
  );
  await world.engine.pushUntilIdle();
  const waiting = (await world.engine.status()).waiting;
  await sql`drop trigger refuse on records`.execute(world.db);
  world.passTime(10_000);

  await world.engine.pushUntilIdle();

  expect(waiting).toBe(5);
  expect(await world.items('deviation')).toHaveLength(5);
  expect(await world.engine.status()).toMatchObject({ waiting: 0, unsendable: 0 });
});
