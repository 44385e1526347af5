import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { GraphLists } from '../../../bot/graph/graph-port.ts';
import { createPace } from '../../../bot/sync/pace.ts';
import { pushRound } from '../../../bot/sync/push/push-round.ts';
import { recordLists } from '../../../bot/sync/record-lists.ts';
import { acceptRecord, board, createSyncWorld, readRecord, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

const ref = 'AVV-2026-0001';
const accept = (): Promise<string> => acceptRecord(world, 'deviation', { ref, fields: sampleFields.deviation });

/** Pushes once; what another process and a person do before the answer arrives is `meanwhile`. */
async function pushWhile(call: 'batch' | 'findByClientKey', meanwhile: () => Promise<void>): Promise<void> {
  let isFirst = true;
  const once = async <Answer>(answer: Answer): Promise<Answer> => {
    if (isFirst) {
      isFirst = false;
      await meanwhile();
    }
    return answer;
  };
  const graph: GraphLists = {
    ...world.graph,
    ...(call === 'batch'
      ? { batch: async (writes) => once(await world.graph.batch(writes)) }
      : { findByClientKey: async (list, key) => once(await world.graph.findByClientKey(list, key)) }),
  };
  // One round alone: a second lane that comes late would take the record when its lease has run out.
  const context = { ...world.options, graph, processId: randomUUID() };
  await pushRound(context, createPace(world.options), await recordLists(world.db, board));
}

async function deleteOnlyItem(): Promise<void> {
  const [item] = await world.items('deviation');
  await world.karin.deleteItem(world.list('deviation'), item?.id ?? '', item?.etag ?? '');
}

test('S-T2 an item deleted before the answer to its creation was noted takes its record along', async () => {
  await world.engine.pullAll();
  const id = await accept();

  await pushWhile('batch', async () => {
    await deleteOnlyItem();
    await world.engine.pullAll();
  });

  expect(await readRecord(world, id)).toMatchObject({ deleted: true, revision: 1, pushedRevision: 1 });
  expect(await world.engine.status()).toMatchObject({ waiting: 0 });
});

test('S-T2 so does one that is found again after its answer was lost, and deleted before that is noted', async () => {
  await world.engine.pullAll();
  const id = await accept();
  world.local.plan.set({ rates: { cutAfterCommit: 1 } });
  await world.engine.pushUntilIdle();
  world.local.plan.clear();
  world.passTime(10 * 60_000);

  await pushWhile('findByClientKey', async () => {
    await deleteOnlyItem();
    await world.engine.pullAll();
  });

  const conflicts = await world.db.selectFrom('conflicts').select('field_group').execute();
  expect(await readRecord(world, id)).toMatchObject({ deleted: true });
  expect(conflicts).toEqual([]);
});

test.each(['batch', 'findByClientKey'] as const)(
  'S-T2 so does one that a whole walk passed without it before the answer to %s was noted',
  async (call) => {
    await world.engine.pullAll();
    const id = await accept();
    if (call === 'findByClientKey') {
      world.local.plan.set({ rates: { cutAfterCommit: 1 } });
      await world.engine.pushUntilIdle();
      world.local.plan.clear();
      world.passTime(10 * 60_000);
    }

    await pushWhile(call, async () => {
      await deleteOnlyItem();
      expect(await world.engine.rebuild()).toBe(true);
    });
    const before = await readRecord(world, id);
    await world.engine.pullAll();

    expect(before).toMatchObject({ deleted: false, pushedRevision: 1 });
    expect(await readRecord(world, id)).toMatchObject({ deleted: true });
    expect(await world.db.selectFrom('walk_remainder').selectAll().execute()).toEqual([]);
  },
);

test('S-T2 so does one that a walk which is still under way has passed', async () => {
  const first = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0002', fields: sampleFields.deviation });
  await world.engine.pushUntilIdle();
  await world.engine.pullAll();
  const { graphItemId = '' } = await readRecord(world, first);
  const id = await accept();

  await pushWhile('batch', async () => {
    for (const item of await world.items('deviation'))
      await world.karin.deleteItem(world.list('deviation'), item.id, item.etag);
    // The walk has no page left, and is held up where it asks for the other item.
    world.local.plan.set({ rates: { serverError: 1 }, match: { pathContains: `/items/${graphItemId}` } });
    expect(await world.engine.rebuild()).toBe(false);
    world.local.plan.clear();
  });
  await world.engine.pullAll();

  expect(await readRecord(world, first)).toMatchObject({ deleted: true });
  expect(await readRecord(world, id)).toMatchObject({ deleted: true });
});

test('S-T2 what is made when no walk is near costs no request for it', async () => {
  await world.engine.pullAll();
  world.passTime(10 * 60_000);
  await accept();
  await world.engine.pushUntilIdle();
  world.takeRequests();

  await world.engine.pullAll();

  expect(world.takeRequests().filter((request) => /\/items\/\d+$/.test(request))).toEqual([]);
});

test('S-T2 an item that was deleted and came back from the recycle bin brings its record back for good', async () => {
  const id = await accept();
  await world.engine.pushUntilIdle();
  await world.engine.pullAll();
  const { graphItemId = '' } = await readRecord(world, id);
  await deleteOnlyItem();
  await world.engine.pullAll();

  world.local.plan.restoreItem(world.list('deviation').listId, graphItemId);
  await world.engine.pullAll();
  await world.engine.pushUntilIdle();
  await world.engine.pullAll();

  expect(await readRecord(world, id)).toMatchObject({ deleted: false });
  expect(await world.db.selectFrom('removed_items').selectAll().execute()).toEqual([]);
});

test('S-T2 an item that got another key before the answer to its creation was noted is known by its reference', async () => {
  await world.engine.pullAll();
  const id = await accept();
  const otherKey = '772980e2-cdd8-4229-88aa-3df80f61bcb4';

  await pushWhile('batch', async () => {
    const [item] = await world.items('deviation');
    const fields = { ClientKey: otherKey, WhatHappened: 'Fall på gården' };
    await world.karin.updateItem(world.list('deviation'), item?.id ?? '', item?.etag ?? '', fields);
    expect(await world.engine.pullAll()).toBe(true);
  });
  await world.engine.pushUntilIdle();

  const items = await world.items('deviation');
  const aside = await world.db.selectFrom('set_aside').select(['record_id', 'reason']).execute();
  expect(items.map(({ fields }) => [fields['ClientKey'], fields['Ref']])).toEqual([[id, ref]]);
  expect(aside).toEqual([{ record_id: id, reason: 'systemColumn' }]);
  expect(await world.engine.status()).toMatchObject({ waiting: 0 });
});

/** A commitment whose item Karin gives another key before the answer is noted, so that another process makes a second. */
async function makeTwice(): Promise<string> {
  await world.engine.pullAll();
  const id = await acceptRecord(world, 'commitment', { fields: sampleFields.commitment });
  await pushWhile('batch', async () => {
    const [item] = await world.items('commitment');
    const fields = { ClientKey: '772980e2-cdd8-4229-88aa-3df80f61bcb4', WorkingMethod: 'Ring i stället' };
    await world.karin.updateItem(world.list('commitment'), item?.id ?? '', item?.etag ?? '', fields);
    world.passTime(10 * 60_000);
    await world.engine.pushUntilIdle();
  });
  return id;
}

test('S-P17 a second item, made while a person had given the first another key, goes and the first gets its key back', async () => {
  const id = await makeTwice();
  const made = await world.items('commitment');

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  const items = await world.items('commitment');
  const aside = await world.db.selectFrom('set_aside').select(['reason', 'content']).execute();
  expect(made).toHaveLength(2);
  expect(items.map((item) => [item.id, item.fields['ClientKey']])).toEqual([['1', id]]);
  expect(JSON.stringify(aside)).toContain('Ring i stället');
  expect(await world.engine.status()).toMatchObject({ waiting: 0, unsendable: 0 });
});

test('S-P17 a second item that a person has changed since is the record’s, and nothing that was written is lost', async () => {
  const id = await makeTwice();
  const second = (await world.items('commitment')).find((item) => item.fields['ClientKey'] === id);
  const change = { FollowUpMethod: 'Enkät varje vår' };
  await world.karin.updateItem(world.list('commitment'), second?.id ?? '', second?.etag ?? '', change);

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  const record = await readRecord(world, id);
  const kept = await Promise.all(
    (['set_aside', 'conflicts'] as const).map((table) => world.db.selectFrom(table).selectAll().execute()),
  );
  expect(record.graphItemId).toBe(second?.id);
  expect(JSON.stringify([record, kept])).toContain('Enkät varje vår');
  expect(JSON.stringify(kept)).toContain('Ring i stället');
  expect(await world.engine.status()).toMatchObject({ waiting: 0, unsendable: 0 });
});
