import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  acceptRecord,
  board,
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

async function pushedDeviation(fields = {}): Promise<{ id: string; itemId: string }> {
  const ref = 'AVV-2026-0001';
  const id = await acceptRecord(world, 'deviation', { ref, fields: { ...sampleFields.deviation, ...fields } });
  await world.engine.pushUntilIdle();
  await world.engine.pullAll();
  return { id, itemId: (await readRecord(world, id)).graphItemId ?? '' };
}

const openSetAside = () => world.db.selectFrom('set_aside').selectAll().execute();

test('S-I1 our own writes come back in the delta and change nothing', async () => {
  const { id } = await pushedDeviation();
  const before = await readRecord(world, id);

  await world.engine.pullAll();

  expect(await readRecord(world, id)).toEqual(before);
  expect(before.revision).toBe(1);
});

test('S-I1 our own earlier revision, whose answer was lost, is no conflict with the newer one', async () => {
  const { id } = await pushedDeviation();
  await changeRecord(world, id, { fields: { place: 'Köket' } });
  world.local.plan.set({ next: ['cutAfterCommit'] });
  await world.engine.pushUntilIdle();
  await changeRecord(world, id, { fields: { place: 'Hallen' } });

  await world.engine.pullAll();
  world.passTime(10_000);
  await world.engine.pushUntilIdle();

  expect((await onlyItem(world, 'deviation')).fields).toMatchObject({ Place: 'Hallen', Revision: 3 });
  expect(await world.engine.status()).toMatchObject({ waiting: 0, conflicts: 0 });
});

test('S-I2 a change in SharePoint reaches the read model, masked, with its entry in the history', async () => {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { CauseText: 'Blött golv, 811218-9876 såg det' });

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  const row = await readRecord(world, id);
  expect(row.fields['causeText']).toBe('Blött golv, [personnummer] såg det');
  expect(row.history.at(-1)).toMatchObject({ via: 'sharePoint', by: { name: 'Karin Ek' }, revision: 2 });
  expect((await onlyItem(world, 'deviation')).fields['CauseText']).toBe('Blött golv, [personnummer] såg det');
});

test('S-I4 a status set in SharePoint counts only along a step of the kind, and else is put back', async () => {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { Status: 'acknowledged' });
  await world.engine.pullAll();
  const taken = await readRecord(world, id);
  await world.engine.pushUntilIdle();
  await editItem(world.karin, world.list('deviation'), itemId, { Status: 'closed', Learned: 'Allt är bra' });

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  expect(taken.status).toBe('acknowledged');
  expect((await readRecord(world, id)).status).toBe('acknowledged');
  expect((await onlyItem(world, 'deviation')).fields).toMatchObject({ Status: 'acknowledged' });
  const [aside] = await openSetAside();
  expect(aside).toMatchObject({ reason: 'stepNotPossible', record_id: id });
  expect(aside?.content).toMatchObject({ Status: 'closed', Learned: 'Allt är bra' });
});

test('S-I5 what only the system sets is put back, and what was written is kept for the coordinator', async () => {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { CreatedById: 'karin', CreatedByName: 'Karin Ek' });

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  expect((await readRecord(world, id)).createdBy).toEqual({ id: 'anna', name: 'Anna Berg' });
  expect((await onlyItem(world, 'deviation')).fields['CreatedByName']).toBe('Anna Berg');
  expect(await openSetAside()).toMatchObject([{ reason: 'systemColumn', record_id: id }]);
});

test('S-I3 a column that cannot be read sets the whole change aside', async () => {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { History: 'skräp', Place: 'Köket' });

  await world.engine.pullAll();
  await world.engine.pullAll();

  expect((await readRecord(world, id)).fields['place']).toBeUndefined();
  const aside = await openSetAside();
  expect(aside).toMatchObject([{ reason: 'unreadable:History=wrongShape' }]);
  expect(aside[0]?.content).toMatchObject({ Place: 'Köket' });
});

test('S-I8 what is set aside is kept once, masked, and our content is written back over it', async () => {
  const { itemId } = await pushedDeviation();
  const wrong = { CreatedById: 'karin', CauseText: 'Nr 811218-9876 föll' };

  await editItem(world.karin, world.list('deviation'), itemId, wrong);
  await world.engine.pullAll();
  await world.engine.pushUntilIdle();
  await editItem(world.karin, world.list('deviation'), itemId, wrong);
  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  const aside = await openSetAside();
  expect(aside).toHaveLength(1);
  expect(JSON.stringify(aside)).toContain('[personnummer]');
  expect(JSON.stringify(aside)).not.toContain('811218');
  expect((await onlyItem(world, 'deviation')).fields['CreatedById']).toBe('anna');
});

test('S-I6 a role counts only when our app was the last editor', async () => {
  const fields = { person: { id: 'karin', name: 'Karin Ek' }, role: 'employee' } as const;
  const id = await acceptRecord(world, 'roleAssignment', { fields });
  await world.engine.pushUntilIdle();
  const itemId = (await readRecord(world, id)).graphItemId ?? '';
  await editItem(world.karin, world.list('roleAssignment'), itemId, { Role: 'admin' });
  await world.karin.createItem(world.list('roleAssignment'), { PersonId: 'karin', Role: 'admin', Status: 'active' });

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  const roles = await world.db.selectFrom('records').select('fields').where('kind', '=', 'roleAssignment').execute();
  expect(roles).toEqual([{ fields }]);
  expect((await world.items('roleAssignment')).find((item) => item.id === itemId)?.fields['Role']).toBe('employee');
  expect((await openSetAside()).map((row) => row.reason).toSorted()).toEqual(['madeByHand', 'onlyOurApp']);
});

test('S-I7 a goal made by hand is adopted and gets its key; a report made by hand is set aside', async () => {
  const goal = { Text: 'Äldre känner sig trygga', Level: 'boardGoal', Period: 'year', Title: 'x' };
  await world.karin.createItem(world.list('goal'), goal);
  await world.karin.createItem(world.list('deviation'), { WhatHappened: 'Skrivet i listan' });

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  const adopted = await world.db.selectFrom('records').selectAll().where('kind', '=', 'goal').executeTakeFirstOrThrow();
  expect(adopted).toMatchObject({ status: 'draft', created_by: { name: 'Karin Ek' }, revision: 1, pushed_revision: 1 });
  expect((await onlyItem(world, 'goal')).fields).toMatchObject({ ClientKey: adopted.id, Status: 'draft' });
  expect(await openSetAside()).toMatchObject([{ kind: 'deviation', reason: 'madeByHand', record_id: null }]);
});

test('S-R1 a goal made by hand comes back, with its key, when the database is lost', async () => {
  const goal = { Text: 'Äldre känner sig trygga', Level: 'boardGoal', Period: 'year', Title: 'x' };
  await world.karin.createItem(world.list('goal'), goal);
  await world.engine.pullAll();
  await world.engine.pushUntilIdle();
  const adopted = await world.db.selectFrom('records').selectAll().where('kind', '=', 'goal').executeTakeFirstOrThrow();
  await world.db.deleteFrom('records').execute();

  await world.engine.rebuild();

  const rebuilt = await world.db.selectFrom('records').selectAll().execute();
  expect(rebuilt).toMatchObject([{ id: adopted.id, fields: adopted.fields, history: adopted.history }]);
  expect(await openSetAside()).toEqual([]);
});

test('S-M3 both changed the same text: SharePoint’s stands and ours is kept as an open conflict', async () => {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { ImmediateAction: 'Ringde sköterskan' });
  await changeRecord(world, id, { fields: { immediateAction: 'Lyfte upp' } });

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  expect((await readRecord(world, id)).fields['immediateAction']).toBe('Ringde sköterskan');
  const conflicts = await world.db.selectFrom('conflicts').selectAll().execute();
  expect(conflicts).toMatchObject([
    {
      record_id: id,
      field_group: 'immediateAction',
      ours: { immediateAction: 'Lyfte upp' },
      theirs: { immediateAction: 'Ringde sköterskan' },
    },
  ]);
});

test('S-T1 an item deleted in SharePoint takes its record along; an unsent change stays as a conflict', async () => {
  const { id, itemId } = await pushedDeviation();
  const item = await onlyItem(world, 'deviation');
  await changeRecord(world, id, { fields: { place: 'Köket' } });
  await world.karin.deleteItem(world.list('deviation'), itemId, item.etag);

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  expect(await readRecord(world, id)).toMatchObject({ deleted: true });
  const conflicts = await world.db.selectFrom('conflicts').selectAll().execute();
  expect(conflicts).toMatchObject([{ field_group: '*', ours: { fields: { place: 'Köket' } }, theirs: null }]);
  expect(await world.engine.status()).toMatchObject({ waiting: 0 });
});

test('S-I5 a revision that a person emptied beside nothing else is written again', async () => {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { Revision: null });

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  const item = await onlyItem(world, 'deviation');
  expect(item.fields['Revision']).toBe((await readRecord(world, id)).revision);
});

test('S-D2 a page that cannot be read stores nothing, and the next pull has it all', async () => {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { Place: 'Köket' });
  world.local.plan.set({ rates: { brokenDelta: 1 } });

  const first = await world.engine.pullAll();
  const during = await readRecord(world, id);
  const status = await world.engine.status();
  world.local.plan.clear();
  const second = await world.engine.pullAll();

  expect([first, second]).toEqual([false, true]);
  expect(during.fields['place']).toBeUndefined();
  expect(status.lists.find((list) => list.kind === 'deviation')?.problem).toBe('unreadablePage');
  expect((await readRecord(world, id)).fields['place']).toBe('Köket');
});

test('S-D4 an expired token leads to a whole walk that removes what vanished and keeps what is unsent', async () => {
  const { id, itemId } = await pushedDeviation();
  const unsent = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0002', fields: sampleFields.deviation });
  await world.karin.deleteItem(world.list('deviation'), itemId, (await onlyItem(world, 'deviation')).etag);
  world.local.plan.expireDeltaTokens();

  const isComplete = await world.engine.pullAll();

  expect(isComplete).toBe(true);
  expect(await readRecord(world, id)).toMatchObject({ deleted: true });
  expect(await readRecord(world, unsent)).toMatchObject({ deleted: false, pushedRevision: 0 });
});

test('S-D5 a token that makes no sense is forgotten', async () => {
  const { id, itemId } = await pushedDeviation();
  const bad = 'https://graph.microsoft.com/v1.0/sites/x/lists/y/items/delta?token=nonsense';
  const stored = await world.db
    .selectFrom('lists')
    .selectAll()
    .where('kind', '=', 'deviation')
    .executeTakeFirstOrThrow();
  const link = (stored.delta_link ?? bad).replace(/token=[^&]*/, 'token=nonsense');
  await world.db.updateTable('lists').set({ delta_link: link }).where('kind', '=', 'deviation').execute();
  await editItem(world.karin, world.list('deviation'), itemId, { Place: 'Köket' });

  await world.engine.pullAll();

  expect((await readRecord(world, id)).fields['place']).toBe('Köket');
});

test('S-R1 a lost database is rebuilt from SharePoint: the same records, nothing pushed', async () => {
  await acceptRecord(world, 'commitment', { fields: sampleFields.commitment });
  await pushedDeviation({
    occurredAt: { from: '2026-03-09T20:30:00.000Z', to: '2026-03-09T20:31:00.000Z', precision: 'minute' },
  });
  const contents = () => world.db.selectFrom('records').selectAll().orderBy('kind').execute();
  const before = await contents();
  await world.db.deleteFrom('records').execute();
  await world.db.deleteFrom('number_series').execute();

  const isComplete = await world.engine.rebuild(board);
  world.takeRequests();
  await world.engine.pushUntilIdle();

  expect(isComplete).toBe(true);
  expect(await contents()).toEqual(before);
  expect(world.takeRequests()).toEqual([]);
});
