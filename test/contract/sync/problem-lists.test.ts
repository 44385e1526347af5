import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRecordsService } from '../../../bot/records/create-records-service.ts';
import type { Caller, RecordsService } from '../../../bot/records/records-service.ts';
import { listsToPull } from '../../../bot/sync/record-lists.ts';
import { acceptRecord, board, changeRecord, createSyncWorld, editItem, onlyItem, readRecord } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

const unit = 'aaaaaaaa-0000-4000-8000-000000000001';
const manager: Caller = {
  boardId: board,
  actor: { personId: 'maria', name: 'Maria', roles: [{ role: 'unitManager', unitId: unit }] },
  via: 'tab',
  language: 'sv',
};

let world: SyncWorld;
let records: RecordsService;
beforeEach(async () => {
  world = await createSyncWorld();
  const now = () => world.now();
  const mask = (maskedText: string) => ({ maskedText, personnummer: false, names: false });
  records = createRecordsService({ db: world.db, now, newId: randomUUID, mask, onAccepted: () => world.engine.wake() });
});
afterEach(() => world.close());

async function pushedDeviation(ref: string): Promise<{ id: string; itemId: string }> {
  const id = await acceptRecord(world, 'deviation', { ref, fields: { whatHappened: `Fall ${ref}`, place: 'Hallen' } });
  await world.db.updateTable('records').set({ unit_id: unit }).where('id', '=', id).execute();
  await world.engine.pushUntilIdle();
  return { id, itemId: (await readRecord(world, id)).graphItemId ?? '' };
}

/** Both sides change the same field. */
async function aConflict(ref: string): Promise<string> {
  const { id, itemId } = await pushedDeviation(ref);
  await editItem(world.karin, world.list('deviation'), itemId, { Place: 'Köket' });
  await changeRecord(world, id, { fields: { place: 'Matsalen\u2028bakom dörren' } });
  await world.engine.pushUntilIdle();
  return id;
}

/** Deleted in SharePoint with a change unsent. */
async function aDeletedRecord(ref: string): Promise<string> {
  const { id, itemId } = await pushedDeviation(ref);
  const read = await world.graph.getItem(world.list('deviation'), itemId);
  if (read.kind === 'done') await world.karin.deleteItem(world.list('deviation'), itemId, read.item.etag);
  await changeRecord(world, id, { fields: { causeText: 'Blött golv' } });
  await world.engine.pushUntilIdle();
  return id;
}

const makeByHand = () =>
  world.karin.createItem(world.list('deviation'), { WhatHappened: 'Skrivet för hand av 811218-9876' });

/** Times to the second, as SharePoint keeps them. */
const toSeconds = (rows: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify(rows).replaceAll(/(T\d\d:\d\d:\d\d)\.\d+Z/g, '$1Z'));

async function problems(): Promise<unknown> {
  const conflicts = await world.db.selectFrom('conflicts').selectAll().orderBy('id').execute();
  const setAside = await world.db.selectFrom('set_aside').selectAll().orderBy('id').execute();
  return toSeconds([conflicts, setAside]);
}

async function loseDatabase(): Promise<void> {
  await world.db.deleteFrom('conflicts').execute();
  await world.db.deleteFrom('set_aside').execute();
  await world.db.deleteFrom('records').execute();
  await world.db.deleteFrom('number_series').execute();
}

test('S-K1 what is found is in the list of the site of its record, after all else', async () => {
  await aConflict('AVV-2026-0001');
  await makeByHand();
  const secret = await acceptRecord(world, 'misconductCase', {
    ref: 'LS-2026-0001',
    fields: { whatHappened: 'Hemligt' },
  });
  await world.engine.pushUntilIdle();
  const { id: itemId } = await onlyItem(world, 'misconductCase');
  await editItem(world.karin, world.list('misconductCase'), itemId, { WhatHappened: 'Mycket hemligt' });
  await world.engine.pullAll();
  const waiting = await world.db
    .selectFrom('records')
    .select(['kind', 'push_priority'])
    .whereRef('revision', '>', 'pushed_revision')
    .execute();
  await world.engine.pushUntilIdle();

  const ofBoard = await world.items('syncProblem');
  const ofRestricted = await world.items('restrictedSyncProblem');

  expect(ofBoard.map(({ fields }) => [fields['Problem'], fields['RecordKind'], fields['About']]).toSorted()).toEqual([
    ['conflict', 'deviation', 'place'],
    ['setAside', 'deviation', 'madeByHand'],
  ]);
  expect(JSON.stringify(ofBoard)).not.toMatch(/emligt|811218/);
  expect(ofRestricted.map(({ fields }) => [fields['Problem'], fields['RecordId']])).toEqual([['setAside', secret]]);
  expect(JSON.stringify(ofRestricted)).toContain('Mycket hemligt');
  expect(world.list('restrictedSyncProblem').siteId).toBe(world.provisioned.restrictedSiteId);
  const priorities = new Map(waiting.map((row) => [row.kind, row.push_priority]));
  expect(priorities.get('syncProblem')).toBeGreaterThan(priorities.get('misconductCase') ?? 9);
});

test('S-K2, S-R1 conflicts and what is set aside, open or settled, come back when the database is lost, and nothing is found twice', async () => {
  const open = await aConflict('AVV-2026-0001');
  const settled = await aConflict('AVV-2026-0002');
  await makeByHand();
  await makeByHand();
  await world.engine.pullAll();
  const conflicts = await records.conflicts(manager, 'deviation', settled);
  const [conflict] = conflicts.kind === 'ok' ? conflicts.value : [];
  const place = { kind: 'deviation', id: settled, conflictId: conflict?.conflictId ?? '' } as const;
  const { baseRevision = 0, ours = {} } = conflict ?? {};
  await records.settleConflict(manager, place, { choice: 'values', baseRevision, fields: ours });
  const [aside] = await world.db.selectFrom('set_aside').select('id').orderBy('id').execute();
  await records.settleSetAside(manager, aside?.id ?? '', { reason: 'Anmäld på rätt sätt' });
  await world.engine.pushUntilIdle();
  await world.engine.pullAll();
  const before = await problems();
  await loseDatabase();

  await world.engine.rebuild(board);
  world.takeRequests();
  await world.engine.pushUntilIdle();

  expect(await problems()).toEqual(before);
  expect(JSON.stringify(before)).toContain('Anmäld på rätt sätt');
  expect(await world.engine.status(board)).toMatchObject({ conflicts: 1, setAside: 1, waiting: 0 });
  expect(world.takeRequests()).toEqual([]);
  const left = await records.conflicts(manager, 'deviation', open);
  expect(left).toMatchObject({ kind: 'ok', value: [{ ours: { place: 'Matsalen\u2028bakom dörren' } }] });
});

test('S-K2, S-C4 a record deleted with a change unsent can still be brought back after the database was lost', async () => {
  const id = await aDeletedRecord('AVV-2026-0001');
  const before = await readRecord(world, id);
  await loseDatabase();
  await world.engine.rebuild(board);

  const listed = await records.conflicts(manager, 'deviation', id);
  const [conflict] = listed.kind === 'ok' ? listed.value : [];
  const place = { kind: 'deviation', id, conflictId: conflict?.conflictId ?? '' } as const;
  const request = { choice: 'record', baseRevision: 2, reason: 'Togs bort av misstag' } as const;
  const settled = await records.settleConflict(manager, place, request);
  await world.engine.pushUntilIdle();

  expect(settled.kind).toBe('ok');
  const { history, createdAt, createdBy, ref } = before;
  const row = await readRecord(world, id);
  expect(row).toMatchObject({ createdAt, createdBy, ref, deleted: false, fields: { causeText: 'Blött golv' } });
  expect(row.history.slice(0, -1)).toEqual(history);
  expect((await onlyItem(world, 'deviation')).fields).toMatchObject({ ClientKey: id, CauseText: 'Blött golv' });
});

test('S-K3 a problem that was found again before its list was read is the one of the list, settled as it was', async () => {
  await makeByHand();
  await world.engine.pullAll();
  const [aside] = await world.db.selectFrom('set_aside').select('id').execute();
  await records.settleSetAside(manager, aside?.id ?? '', { reason: 'Klart' });
  await world.engine.pushUntilIdle();
  const before = await problems();
  await loseDatabase();
  // Another process reads the deviations while this one still reads the problems.
  const places = await world.db.selectFrom('lists').select(['kind', 'list_id']).execute();
  const problemLists = places.filter(({ kind }) => /syncProblem/i.test(kind));
  await world.db
    .deleteFrom('lists')
    .where(
      'kind',
      'in',
      problemLists.map(({ kind }) => kind),
    )
    .execute();
  await world.engine.rebuild(board);
  const foundAgain = await world.engine.status(board);
  const siteOf = (kind: string) => world.list(kind as 'syncProblem').siteId;
  await world.db
    .insertInto('lists')
    .values(
      problemLists.map(({ kind, list_id: listId }) => ({
        ...{ board_id: board, kind, site_id: siteOf(kind), list_id: listId },
        ...{ delta_link: null, last_pull_at: null, last_pull_problem: null },
      })),
    )
    .execute();

  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  expect(foundAgain.setAside).toBe(1);
  expect(await problems()).toEqual(before);
  expect(await world.items('syncProblem')).toHaveLength(1);
});

test('S-K3 what a person writes into a list of problems does not count', async () => {
  await aConflict('AVV-2026-0001');
  await world.engine.pushUntilIdle();
  const before = await world.db.selectFrom('conflicts').selectAll().execute();
  const item = await onlyItem(world, 'syncProblem');

  await editItem(world.karin, world.list('syncProblem'), item.id, { Written: '{"place":"Karins"}', SettleReason: 'x' });
  await world.engine.pullAll();
  await world.engine.pushUntilIdle();

  expect(await world.db.selectFrom('conflicts').selectAll().execute()).toEqual(before);
  const items = await world.items('syncProblem');
  expect(items.find(({ id }) => id === item.id)?.fields['Written']).toContain('Matsalen');
  // What Karin wrote is set aside itself, and that has come to rest.
  expect(items.map(({ fields }) => [fields['Problem'], fields['RecordKind']]).toSorted()).toEqual([
    ['conflict', 'deviation'],
    ['setAside', 'syncProblem'],
  ]);
  expect(await world.engine.status(board)).toMatchObject({ waiting: 0, setAside: 1 });
});

test('S-K4 the timer leaves the lists of problems alone that were pulled a short while ago', async () => {
  const kinds = async () => (await listsToPull(world.db, world.now())).map(({ kind }) => kind);
  const first = await kinds();
  await world.engine.pullAll();

  world.passTime(60_000);
  const soon = await kinds();
  await world.engine.askForRebuild(board);
  const asked = await kinds();
  await world.engine.pullAll();
  world.passTime(6 * 60_000);

  expect(first).toEqual(expect.arrayContaining(['restrictedSyncProblem', 'syncProblem']));
  expect(soon).toEqual(first.filter((kind) => !/syncProblem/i.test(kind)));
  expect(asked).toEqual(first);
  expect(await kinds()).toEqual(first);
});

test('S-C5 an open conflict of a record that is gone for good is settled as a deletion after a rebuild, and keeps its text', async () => {
  const id = await aConflict('AVV-2026-0001');
  const { graphItemId = '' } = await readRecord(world, id);
  const read = await world.graph.getItem(world.list('deviation'), graphItemId);
  if (read.kind === 'done') await world.karin.deleteItem(world.list('deviation'), graphItemId, read.item.etag);
  await world.engine.pullAll();
  await world.engine.pushUntilIdle();
  await loseDatabase();
  await world.engine.rebuild();
  const coordinator: Caller = {
    ...manager,
    actor: { personId: 'siv', name: 'Siv', roles: [{ role: 'qualityCoordinator' }] },
  };

  const listed = await records.conflicts(coordinator, 'deviation', id);
  const [conflict, ...more] = listed.kind === 'ok' ? listed.value : [];
  const { conflictId = '', baseRevision = 0 } = conflict ?? {};
  const settle = (caller: Caller, reason?: string) =>
    records.settleConflict(
      caller,
      { kind: 'deviation', id, conflictId },
      { choice: 'sharePoint', baseRevision, ...(reason === undefined ? {} : { reason }) },
    );
  const refused = [await records.conflicts(manager, 'deviation', id), await settle(manager, 'Nej')];
  const withoutReason = await settle(coordinator);
  const settled = await settle(coordinator, 'Ärendet var en dubblett');
  await world.engine.pushUntilIdle();
  const before = await problems();
  await loseDatabase();
  await world.engine.rebuild();

  expect(more).toEqual([]);
  expect(conflict).toMatchObject({ isDeleted: true, choices: ['sharePoint'], ours: { place: expect.any(String) } });
  expect(refused).toEqual([{ kind: 'notFound' }, { kind: 'notFound' }]);
  expect([withoutReason.kind, settled]).toEqual(['invalid', { kind: 'ok', value: undefined }]);
  expect(await problems()).toEqual(before);
  expect(JSON.stringify(before)).toContain('Matsalen');
  expect(await world.db.selectFrom('records').selectAll().where('id', '=', id).execute()).toEqual([]);
});

test('S-C5 before the list of its records has been read to its end a record may still come, and nothing is settled', async () => {
  const id = await aConflict('AVV-2026-0001');
  await world.engine.pushUntilIdle();
  await loseDatabase();
  await world.db.updateTable('lists').set({ delta_link: null }).where('kind', '!=', 'syncProblem').execute();
  world.local.plan.set({ rates: { serverError: 1 }, match: { pathContains: world.list('deviation').listId } });
  await world.engine.rebuild();

  expect(await world.db.selectFrom('conflicts').select('record_id').execute()).toEqual([{ record_id: id }]);
  expect(await records.conflicts({ ...manager, actor: { ...manager.actor, system: true } }, 'deviation', id)).toEqual({
    kind: 'notFound',
  });
});
