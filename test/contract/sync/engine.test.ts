import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { rebuildIfEmpty } from '../../../bot/sync/administration/rebuild.ts';
import { registerBoard } from '../../../bot/sync/register-board.ts';
import type { GraphLists } from '../../../bot/graph/graph-port.ts';
import { createSyncEngine } from '../../../bot/sync/sync-engine.ts';
import { acceptRecord, board, createSyncWorld, editItem, onlyItem, readRecord, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';
import { waitUntil } from '../../support/wait-until.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

test('S-W1 a started engine pushes what was accepted when it is woken, and pulls by its timer', async () => {
  const told: string[] = [];
  const engine = createSyncEngine({
    ...world.options,
    now: () => new Date(), // The world's own clock stands still.
    pullEveryMs: 50,
    onPulled: ({ boardId, kind }) => told.push(`${boardId}/${kind}`),
  });
  engine.start();
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });

  engine.wake();
  await waitUntil(async () => (await readRecord(world, id)).pushedRevision === 1);
  await editItem(world.karin, world.list('deviation'), '1', { Place: 'Köket' });
  await waitUntil(async () => (await readRecord(world, id)).fields['place'] === 'Köket');
  await engine.stop();

  const row = await readRecord(world, id);
  expect(row.fields['place']).toBe('Köket');
  expect(told).toContain(`${board}/deviation`);
});

test('S-P3 two processes push the same queue: every record once', async () => {
  const other = createSyncEngine(world.options);
  for (let number = 1; number <= 50; number += 1) {
    const ref = `AVV-2026-${String(number).padStart(4, '0')}`;
    await acceptRecord(world, 'deviation', { ref, fields: sampleFields.deviation });
  }

  await Promise.all([world.engine.pushUntilIdle(), other.pushUntilIdle()]);

  const items = await world.items('deviation');
  expect(items).toHaveLength(50);
  // An item that was written twice would have a second version.
  expect(items.filter((item) => !item.etag.endsWith(',1"'))).toEqual([]);
});

test('S-R2 a lost database is filled at start; one that holds records is left alone', async () => {
  await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await world.engine.pushUntilIdle();
  await world.engine.pullAll();
  const before = await rebuildIfEmpty(world.options, world.engine, board);
  await world.db.deleteFrom('records').execute();
  await world.db.deleteFrom('lists').execute();
  await world.db.deleteFrom('boards').execute();

  await registerBoard(world.db, world.provisioned);
  const after = await rebuildIfEmpty(world.options, world.engine, board);

  expect([before, after]).toEqual(['notNeeded', 'rebuilt']);
  const rows = await world.db.selectFrom('records').select('ref').execute();
  expect(rows).toEqual([{ ref: 'AVV-2026-0001' }]);
});

test('S-R2 a start while SharePoint is down says that the rebuild is not complete', async () => {
  world.local.plan.set({ rates: { serverError: 1 } });

  expect(await rebuildIfEmpty(world.options, world.engine, board)).toBe('incomplete');
});

test('S-D1 a board whose list has moved is pulled from the beginning', async () => {
  await world.engine.pullAll();
  const moved = { ...world.provisioned.lists.deviation, listId: world.provisioned.lists.feedback.listId };

  await registerBoard(world.db, world.provisioned);
  const same = await world.db
    .selectFrom('lists')
    .select('delta_link')
    .where('kind', '=', 'deviation')
    .executeTakeFirst();
  const lists = { ...world.provisioned.lists, deviation: moved };
  await registerBoard(world.db, { ...world.provisioned, lists });

  const other = await world.db.selectFrom('lists').selectAll().where('kind', '=', 'deviation').executeTakeFirst();
  expect(same?.delta_link).toEqual(expect.any(String));
  expect(other).toMatchObject({ delta_link: null, list_id: moved.listId });
});

test('S-T1 an item that comes back brings its record back', async () => {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await world.engine.pushUntilIdle();
  const item = await onlyItem(world, 'deviation');
  await world.karin.deleteItem(world.list('deviation'), item.id, item.etag);
  await world.engine.pullAll();
  const gone = await readRecord(world, id);
  const restored = Object.fromEntries(Object.entries(item.fields).filter(([name]) => /^[A-Z]/.test(name)));
  const { Title, ClientKey, Ref, Status, CreatedById, CreatedByName, ReportedAt, Revision, WhatHappened } = restored;
  const columns = { Title, ClientKey, Ref, Status, CreatedById, CreatedByName, ReportedAt, Revision, WhatHappened };
  await world.graph.createItem(world.list('deviation'), columns as Record<string, string>);

  await world.engine.pullAll();

  expect(gone.deleted).toBe(true);
  expect(await readRecord(world, id)).toMatchObject({ deleted: false, fields: { whatHappened: 'Fall i korridoren' } });
});

test('S-D1 four lists are pulled at once, each by one process, and none begins when SharePoint asks to hold back', async () => {
  let [underWay, most, refusals] = [0, 0, 0];
  const asked: string[] = [];
  const graph: GraphLists = {
    ...world.graph,
    deltaPage: async (list, link) => {
      asked.push(list.listId);
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      underWay -= 1;
      return refusals > 0 ? { kind: 'tryLater', status: 429, retryAfterMs: 60_000 } : world.graph.deltaPage(list, link);
    },
  };
  const [one, other] = [0, 1].map(() => createSyncEngine({ ...world.options, graph }));

  await Promise.all([one?.pullAll(), other?.pullAll()]);
  const lists = new Set(asked);
  const atOnce = most;
  refusals = 1;
  asked.length = 0;
  const isPulled = await one?.pullAll();

  expect(lists.size).toBe(Object.keys(world.provisioned.lists).length);
  expect(atOnce).toBeGreaterThan(2);
  expect(atOnce).toBeLessThanOrEqual(8);
  expect(isPulled).toBe(false);
  expect(asked.length).toBeLessThanOrEqual(4);
});
