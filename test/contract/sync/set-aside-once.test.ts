import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createSyncWorld } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';
import { waitUntil } from '../../support/wait-until.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

test('S-I8 what two processes find at the same moment is set aside once, and neither fails', async () => {
  await world.karin.createItem(world.list('deviation'), { WhatHappened: 'Skrivet för hand' });
  await world.engine.pullAll();
  const [aside] = await world.db.selectFrom('set_aside').selectAll().execute();
  await world.db.deleteFrom('set_aside').execute();

  const again = await world.db.transaction().execute(async (trx) => {
    const content = JSON.stringify(aside?.content);
    await trx
      .insertInto('set_aside')
      .values({ ...(aside as NonNullable<typeof aside>), content, settled_by: null, taken: null })
      .execute();
    const walk = world.engine.rebuild();
    await waitUntil(async () => {
      const waiting = await sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db);
      return waiting.rows.length > 0;
    });
    return { walk };
  });

  expect(await again.walk).toBe(true);
  expect((await world.db.selectFrom('set_aside').select('id').execute()).map(({ id }) => id)).toEqual([aside?.id]);
});
