import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRecordsService } from '../../../bot/records/create-records-service.ts';
import type { Caller, RecordsService } from '../../../bot/records/records-service.ts';
import type { RecordConflict, SettleRequest } from '../../../shared/api/sync-contract.ts';
import type { Role } from '../../../shared/records/record-kind.ts';
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

const unit = 'aaaaaaaa-0000-4000-8000-000000000001';
const caller = (personId: string, role: Role): Caller => ({
  boardId: board,
  actor: { personId, name: personId, roles: [{ role, unitId: unit }] },
  via: 'tab',
  language: 'sv',
});
const manager = caller('maria', 'unitManager');
const employee = caller('erik', 'employee');
const coordinator = caller('karl', 'qualityCoordinator');

let world: SyncWorld;
let records: RecordsService;
beforeEach(async () => {
  world = await createSyncWorld();
  const mask = (text: string) => {
    const maskedText = text.replace(/\b\d{6}-\d{4}\b/g, '[personnummer]');
    return { maskedText, personnummer: maskedText !== text, names: false };
  };
  const now = () => world.now();
  records = createRecordsService({ db: world.db, now, newId: randomUUID, mask, onAccepted: () => world.engine.wake() });
});
afterEach(() => world.close());

async function pushedDeviation(): Promise<{ id: string; itemId: string }> {
  const id = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0001', fields: sampleFields.deviation });
  await world.db.updateTable('records').set({ unit_id: unit }).where('id', '=', id).execute();
  await world.engine.pushUntilIdle();
  return { id, itemId: (await readRecord(world, id)).graphItemId ?? '' };
}

const assessment = { severity: 3, likelihood: 2, category: 'medication', assessmentNote: 'Halt golv' } as const;

/** Ours: received and assessed. SharePoint's: received, with a message. */
async function statusConflict(): Promise<string> {
  const { id, itemId } = await pushedDeviation();
  await editItem(world.karin, world.list('deviation'), itemId, { Status: 'acknowledged', MessageToReporter: 'Tack' });
  await changeRecord(world, id, { status: 'assessed', fields: assessment });
  await world.engine.pushUntilIdle();
  return id;
}

/** Deleted in SharePoint while it was changed here. */
async function deletedWithChange(): Promise<{ id: string; itemId: string }> {
  const { id, itemId } = await pushedDeviation();
  const item = await onlyItem(world, 'deviation');
  await world.karin.deleteItem(world.list('deviation'), itemId, item.etag);
  await changeRecord(world, id, { fields: { place: 'Köket' } });
  await world.engine.pushUntilIdle();
  return { id, itemId };
}

const conflictsOf = (by: Caller, id: string) => records.conflicts(by, 'deviation', id);

async function firstFor(by: Caller, id: string): Promise<RecordConflict> {
  const outcome = await conflictsOf(by, id);
  const [first] = outcome.kind === 'ok' ? outcome.value : [];
  if (first === undefined) throw new Error(`no conflict: ${outcome.kind}`);
  return first;
}

async function settle(by: Caller, id: string, choice: Pick<SettleRequest, 'choice' | 'reason' | 'fields'>) {
  const { conflictId, baseRevision } = await firstFor(manager, id);
  return records.settleConflict(by, { kind: 'deviation', id, conflictId }, { baseRevision, ...choice });
}

const storedConflict = () => world.db.selectFrom('conflicts').selectAll().executeTakeFirstOrThrow();

test('S-C2 the step that our side took is taken from where SharePoint left the record, with its fields and a reason', async () => {
  const id = await statusConflict();
  const before = await readRecord(world, id);
  const offered = await firstFor(manager, id);

  const settled = await settle(manager, id, { choice: 'step', reason: 'Bedömd på mötet med 811218-9876' });
  await world.engine.pushUntilIdle();

  expect(before.status).toBe('acknowledged');
  expect(offered).toMatchObject({ status: 'assessed', ours: assessment, step: { to: 'assessed' }, isDeleted: false });
  expect(offered.choices).toEqual(['step', 'values', 'sharePoint']);
  expect(settled.kind).toBe('ok');
  const after = await readRecord(world, id);
  expect(after).toMatchObject({ status: 'assessed', fields: { ...assessment, messageToReporter: 'Tack' } });
  expect(after.history.at(-1)).toMatchObject({
    action: 'stepTaken',
    by: { id: 'maria' },
    reason: 'Bedömd på mötet med [personnummer]',
  });
  expect((await onlyItem(world, 'deviation')).fields).toMatchObject({ Status: 'assessed', MessageToReporter: 'Tack' });
  expect(await world.engine.status()).toMatchObject({ conflicts: 0, waiting: 0 });
});

test('S-C1, S-C3 a status is decided by who may take the step or change the record, and with a reason', async () => {
  const id = await statusConflict();

  const forEmployee = await conflictsOf(employee, id);
  const forCoordinator = await conflictsOf(coordinator, id);
  const byEmployee = await settle(employee, id, { choice: 'sharePoint', reason: 'Jag vill' });
  const byCoordinator = await settle(coordinator, id, { choice: 'step', reason: 'Jag vill' });
  const without = await settle(manager, id, { choice: 'step', reason: ' ' });
  const untouched = await storedConflict();

  // Neither may change a deviation or take a step of one that has been received.
  expect(forEmployee.kind === 'ok' ? forEmployee.value : []).toEqual([]);
  expect(forCoordinator).toEqual({ kind: 'ok', value: [] });
  expect([byEmployee.kind, byCoordinator.kind]).toEqual(['notFound', 'notFound']);
  expect(without).toMatchObject({ kind: 'invalid', problems: [{ field: 'reason' }] });
  expect(untouched.settled_at).toBeNull();
});

test('S-C2 a step that cannot be taken from there is not offered, and SharePoint’s status stands with a reason', async () => {
  const id = await statusConflict();
  await world.db
    .updateTable('conflicts')
    .set({ ours: JSON.stringify({ status: 'effectReview', learned: 'Halkskydd hjälper' }) })
    .execute();

  const { choices } = await firstFor(manager, id);
  const refused = await settle(manager, id, { choice: 'step', reason: 'Vi var klara' });
  const settled = await settle(manager, id, { choice: 'sharePoint', reason: 'Det var för tidigt' });

  expect(choices).toEqual(['values', 'sharePoint']);
  expect([refused.kind, settled.kind]).toEqual(['stepNotPossible', 'ok']);
  const { status, history } = await readRecord(world, id);
  expect(status).toBe('acknowledged');
  // What was let go is found in the history.
  expect(history.at(-1)).toMatchObject({
    reason: 'Det var för tidigt',
    changes: [{ field: 'learned', from: 'Halkskydd hjälper' }],
  });
  expect(await storedConflict()).toMatchObject({ outcome: 'theirs', settle_reason: 'Det var för tidigt' });
});

test('S-C1 what was changed here while SharePoint’s side closed the record can be settled, though no field of it changes', async () => {
  const { id } = await pushedDeviation();
  await changeRecord(world, id, { status: 'closed' });
  await world.db
    .insertInto('conflicts')
    .values({
      ...{ id: randomUUID(), board_id: board, kind: 'deviation', record_id: id, field_group: 'place' },
      ...{ ours: JSON.stringify({ place: 'Köket' }), theirs: '{}', found_at: world.now().toISOString() },
      settled_at: null,
    })
    .execute();

  const { choices } = await firstFor(manager, id);
  const changed = await settle(manager, id, { choice: 'values', fields: { place: 'Köket' } });
  const settled = await settle(manager, id, { choice: 'sharePoint' });

  expect(choices).toEqual(['sharePoint']);
  expect([changed.kind, settled.kind]).toEqual(['stepNotPossible', 'ok']);
});

test('S-C4 a record whose item was deleted while it was changed comes back with the change, as one item of the same key', async () => {
  const { id, itemId } = await deletedWithChange();
  const gone = await readRecord(world, id);
  const offered = await firstFor(manager, id);

  const settled = await settle(manager, id, { choice: 'record', reason: 'Togs bort av misstag' });
  await world.engine.pushUntilIdle();
  await world.engine.rebuild();

  expect(gone.deleted).toBe(true);
  expect(offered).toMatchObject({ isDeleted: true, ours: { place: 'Köket' }, choices: ['record', 'sharePoint'] });
  expect(settled).toMatchObject({ kind: 'ok', value: { id, ref: 'AVV-2026-0001' } });
  const item = await onlyItem(world, 'deviation');
  expect(item.id).not.toBe(itemId);
  expect(item.fields).toMatchObject({ ClientKey: id, Ref: 'AVV-2026-0001', Place: 'Köket' });
  const row = await readRecord(world, id);
  expect(row).toMatchObject({ deleted: false, graphItemId: item.id, revision: 3, pushedRevision: 3 });
  expect(row.history.at(-1)).toMatchObject({ action: 'restored', reason: 'Togs bort av misstag', by: { id: 'maria' } });
  expect(await storedConflict()).toMatchObject({ outcome: 'restored', settle_reason: 'Togs bort av misstag' });
});

test('S-C4 an item that came back from the recycle bin before the record was created again is taken up', async () => {
  const { id, itemId } = await deletedWithChange();
  await settle(manager, id, { choice: 'record', reason: 'Togs bort av misstag' });
  world.local.plan.restoreItem(world.list('deviation').listId, itemId);

  await world.engine.pushUntilIdle();
  world.passTime(10_000);
  await world.engine.pushUntilIdle();
  await world.engine.pullAll();

  const item = await onlyItem(world, 'deviation');
  expect(item).toMatchObject({ id: itemId, fields: { ClientKey: id, Place: 'Köket', Revision: 3 } });
  expect(await readRecord(world, id)).toMatchObject({ deleted: false, graphItemId: itemId, pushedRevision: 3 });
  expect(await world.engine.status()).toMatchObject({ waiting: 0, unsendable: 0, conflicts: 0, setAside: 0 });
});

test('S-C4 when the item came back by itself, what was changed here is settled like any other difference', async () => {
  const { id, itemId } = await deletedWithChange();
  world.local.plan.restoreItem(world.list('deviation').listId, itemId);
  await world.engine.pullAll();
  const offered = await firstFor(manager, id);

  await settle(manager, id, { choice: 'values', fields: offered.ours });
  await world.engine.pushUntilIdle();

  expect(offered).toMatchObject({ isDeleted: false, ours: { place: 'Köket' }, choices: ['values', 'sharePoint'] });
  expect((await onlyItem(world, 'deviation')).fields).toMatchObject({ Place: 'Köket' });
});

test('S-C1, S-C4 that a deletion stands is said with a reason, by who may change the record or sees to the sync', async () => {
  const { id } = await deletedWithChange();

  const forEmployee = await conflictsOf(employee, id);
  const { choices, conflictId } = await firstFor(coordinator, id);
  const restored = await settle(coordinator, id, { choice: 'record', reason: 'Behövs' });
  const without = await settle(coordinator, id, { choice: 'sharePoint' });
  const settled = await settle(coordinator, id, { choice: 'sharePoint', reason: 'Dubblett' });
  const place = { kind: 'deviation', id, conflictId } as const;
  const again = await records.settleConflict(manager, place, { choice: 'record', baseRevision: 2, reason: 'Ångrar' });

  expect(forEmployee.kind).toBe('notFound');
  expect(choices).toEqual(['sharePoint']);
  expect([restored.kind, without.kind]).toEqual(['stepNotPossible', 'invalid']);
  expect([settled, again.kind]).toEqual([{ kind: 'ok', value: undefined }, 'notFound']);
  expect(await readRecord(world, id)).toMatchObject({ deleted: true, revision: 2 });
  expect(await storedConflict()).toMatchObject({ outcome: 'theirs', settled_by: { id: 'karl' } });
});
