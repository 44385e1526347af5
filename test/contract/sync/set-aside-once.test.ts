import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { pullList } from '../../../bot/sync/pull/pull-list.ts';
import { board, createSyncWorld, untilWaiting } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

const pull = (kind: 'deviation' | 'syncProblem') =>
  pullList(world.options, { boardId: board, kind, address: world.list(kind) }, () => false);

test('S-I8 what is found anew while the list of problems is taken in is set aside once, and neither pull fails', async () => {
  await world.karin.createItem(world.list('deviation'), { WhatHappened: 'Skrivet för hand' });
  await world.engine.pullAll();
  await world.engine.pushUntilIdle();
  const [before] = await world.db.selectFrom('set_aside').select('id').execute();
  await world.db.deleteFrom('set_aside').execute();
  await world.db.deleteFrom('records').execute();
  await world.db.updateTable('lists').set({ delta_link: null }).execute();

  const pulls = await world.db.transaction().execute(async (trx) => {
    await sql`lock table set_aside in share mode`.execute(trx);
    const finding = pull('deviation');
    await untilWaiting(world, 1);
    const takingIn = pull('syncProblem');
    await untilWaiting(world, 2);
    return [finding, takingIn];
  });

  expect((await Promise.all(pulls)).map(({ kind }) => kind)).toEqual(['pulled', 'pulled']);
  expect(await world.db.selectFrom('set_aside').select('id').execute()).toEqual([before]);
});
