import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ensureNumberBlocks } from '../../../bot/sync/number-blocks.ts';
import { rebuildIfEmpty } from '../../../bot/sync/administration/rebuild.ts';
import { acceptRecord, board, createSyncWorld, editItem, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

const series = (name = 'AVV') =>
  world.db
    .selectFrom('number_series')
    .select(['next_number', 'high_water'])
    .where('series', '=', name)
    .where('year', '=', 2026)
    .executeTakeFirstOrThrow();

async function mark(): Promise<{ id: string; highWater: unknown }> {
  const found = await world.graph.findByClientKey(world.provisioned.numberList, 'AVV-2026');
  if (found.kind !== 'done') throw new Error(found.kind);
  return { id: found.item.id, highWater: found.item.fields['HighWater'] };
}

test('S-N1 every series gets a block, reserved in SharePoint before a number is given', async () => {
  const failed = await ensureNumberBlocks(world.options, board);

  expect(failed).toEqual([]);
  expect(await series()).toEqual({ next_number: 1, high_water: 1001 });
  expect(await mark()).toMatchObject({ highWater: 1001 });
  expect(await series('SYN')).toEqual({ next_number: 1, high_water: 1001 });
});

test('S-N2 a block is refilled when half of it is left, and not before', async () => {
  await ensureNumberBlocks(world.options, board);
  await world.db.updateTable('number_series').set({ next_number: 501 }).where('series', '=', 'AVV').execute();
  await ensureNumberBlocks(world.options, board);
  const atHalf = await series();
  await world.db.updateTable('number_series').set({ next_number: 502 }).where('series', '=', 'AVV').execute();

  await ensureNumberBlocks(world.options, board);

  expect(atHalf.high_water).toBe(1001);
  expect(await series()).toEqual({ next_number: 502, high_water: 2001 });
});

test('S-N3 after the loss of the database no number of the lost block is given again', async () => {
  await ensureNumberBlocks(world.options, board);
  await world.db.deleteFrom('number_series').execute();

  const outcome = await rebuildIfEmpty(world.options, world.engine, board);

  expect(outcome).toBe('rebuilt');
  expect(await series()).toEqual({ next_number: 1001, high_water: 2001 });
});

test('S-N3 with a restored database, numbers start above those of the records and of other services', async () => {
  await ensureNumberBlocks(world.options, board);
  await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0730', fields: sampleFields.deviation });
  await world.db.updateTable('number_series').set({ next_number: 600 }).where('series', '=', 'AVV').execute();

  await ensureNumberBlocks(world.options, board);
  const above = await series();
  await editItem(world.graph, world.provisioned.numberList, (await mark()).id, { HighWater: 9001 });
  await world.db.updateTable('number_series').set({ next_number: 1900 }).where('series', '=', 'AVV').execute();
  await ensureNumberBlocks(world.options, board);

  expect(above).toEqual({ next_number: 2001 - 1000, high_water: 2001 });
  expect(await series()).toEqual({ next_number: 9001, high_water: 10_001 });
});

test('S-N4 two services that reserve at once get blocks of their own', async () => {
  await Promise.all([ensureNumberBlocks(world.options, board), ensureNumberBlocks(world.options, board)]);

  const { next_number: next, high_water: highWater } = await series();
  const { highWater: inSharePoint } = await mark();
  expect(next).toBeLessThan(highWater);
  expect(highWater).toBeLessThanOrEqual(Number(inSharePoint));
});

test('S-N4 with SharePoint down nothing is reserved and the series is named', async () => {
  world.local.plan.set({ rates: { serverError: 1 } });

  const failed = await ensureNumberBlocks(world.options, board);

  expect(failed.toSorted()).toEqual(['AVV-2026', 'EGK-2026', 'LSA-2026', 'SYN-2026']);
  expect(await world.db.selectFrom('number_series').selectAll().execute()).toEqual([]);
});

test('S-N4 a mark that somebody spoiled by hand never lets numbers start over', async () => {
  await ensureNumberBlocks(world.options, board);
  await editItem(world.karin, world.provisioned.numberList, (await mark()).id, { HighWater: null });
  await world.db.deleteFrom('number_series').execute();

  const failed = await ensureNumberBlocks(world.options, board);

  expect(failed).toContain('AVV-2026');
});
