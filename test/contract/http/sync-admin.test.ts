import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import { personOf } from '../../../bot/demo/demo-staff.ts';
import { runRebuild } from '../../../bot/rebuild-main.ts';
import { unitId } from '../../../bot/demo/organisation-scripts.ts';
import type { HistoryAnswer, RecordAnswer, StoredAnswer } from '../../../shared/api/contract.ts';
import type { RecordConflicts, RecordSetAside, ProblemsFile, SyncAnswer } from '../../../shared/api/sync-contract.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';

let service: RunningService;
const call = createCaller(() => service.origin);
const as = (key: string): string => personOf(key).id;
let admin: string;
let coordinator: string;

beforeAll(async () => {
  service = await startService({ demo: true });
  const people = await service.records.persons(demoBoard.id);
  const withRole = (wanted: string): string =>
    people.find(({ roles }) => roles.some(({ role }) => role === wanted))?.person.id ?? '';
  admin = withRole('admin');
  coordinator = withRole('qualityCoordinator');
}, 30_000);
afterAll(() => service.close());

/** A deviation of Ekliden, reported by Amina. */
async function aDeviation(): Promise<StoredAnswer> {
  const body = { id: randomUUID(), unitId: unitId('ekliden'), fields: { whatHappened: 'Dörren stod öppen.' } };
  return (await call<StoredAnswer>('POST', '/api/v1/records/deviation', { as: as('amina'), body })).body;
}

async function makeUnsendable({ id, revision }: RecordAnswer): Promise<void> {
  await service.db
    .updateTable('records')
    .set({ unsendable_revision: revision, unsendable_reason: '413 requestTooLarge' })
    .where('id', '=', id)
    .execute();
}

async function makeConflict({ id }: RecordAnswer, ours: object, group = 'causeText'): Promise<string> {
  const conflictId = randomUUID();
  await service.db
    .insertInto('conflicts')
    .values({
      id: conflictId,
      board_id: demoBoard.id,
      kind: 'deviation',
      record_id: id,
      field_group: group,
      ours: JSON.stringify(ours),
      theirs: '{}',
      found_at: new Date().toISOString(),
      settled_at: null,
    })
    .execute();
  return conflictId;
}

const managerOf = async (record: RecordAnswer): Promise<string> => {
  const people = await service.records.persons(demoBoard.id);
  const holds = ({ role, unitId: at }: { role: string; unitId?: string }) =>
    role === 'unitManager' && at === record.unitId;
  return people.find(({ roles }) => roles.some(holds))?.person.id ?? '';
};

test('only administrators and coordinators see the state of the sync', async () => {
  const [employee, administrator, coordinating] = await Promise.all(
    [as('amina'), admin, coordinator].map((person) => call('GET', '/api/v1/sync', { as: person })),
  );

  expect([employee?.status, administrator?.status, coordinating?.status]).toEqual([403, 200, 200]);
});

test('what cannot be sent is listed by name and reason, and tried again on demand', async () => {
  const record = await aDeviation();
  await makeUnsendable(record);

  const { body } = await call<SyncAnswer>('GET', '/api/v1/sync', { as: admin });
  const path = `/api/v1/sync/unsendable/deviation/${record.id}/retry`;
  const refused = await call('POST', path, { as: as('amina') });
  const first = await call('POST', path, { as: admin });
  const second = await call('POST', path, { as: admin });

  expect(body.unsendable).toMatchObject([{ ref: record.ref, reason: '413 requestTooLarge', revision: 1 }]);
  expect(JSON.stringify(body)).not.toContain('Dörren stod öppen');
  expect([refused.status, first.status, second.status]).toEqual([403, 204, 404]);
});

async function setAside(recordId: string | null, content: object, kind = 'deviation'): Promise<string> {
  const id = randomUUID();
  const place = { board_id: demoBoard.id, kind, graph_item_id: '17', record_id: recordId };
  const found = { reason: 'stepNotPossible', content: JSON.stringify(content), found_at: new Date().toISOString() };
  await service.db
    .insertInto('set_aside')
    .values({ id, ...place, ...found, settled_at: null })
    .execute();
  return id;
}

test('S-I9 what was set aside shows its content only to those who may read the record, and is settled with a reason', async () => {
  const record = await aDeviation();
  const id = await setAside(record.id, { Learned: 'Allt är bra' });
  const path = `/api/v1/sync/set-aside/${id}/settle`;

  const forAdmin = await call<SyncAnswer>('GET', '/api/v1/sync', { as: admin });
  const forCoordinator = await call<SyncAnswer>('GET', '/api/v1/sync', { as: coordinator });
  const byReporter = await call('POST', path, { as: as('amina'), body: { reason: 'Jag vill' } });
  const without = await call('POST', path, { as: coordinator, body: { reason: '  ' } });
  const settled = await call('POST', path, {
    as: coordinator,
    body: { reason: 'Samtal med 811218-9876, ska inte gälla' },
  });
  const after = await call<SyncAnswer>('GET', '/api/v1/sync', { as: coordinator });

  const of = ({ body }: { readonly body: SyncAnswer }) => body.setAside.find(({ setAsideId }) => setAsideId === id);
  expect(of(forAdmin)).toMatchObject({ reason: 'stepNotPossible', record: { ref: record.ref } });
  expect(of(forAdmin)?.content).toBeUndefined();
  expect(of(forCoordinator)?.content).toEqual({ Learned: 'Allt är bra' });
  expect([byReporter.status, without.status, settled.status, of(after)]).toEqual([403, 422, 204, undefined]);
  const row = await service.db.selectFrom('set_aside').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ settled_by: { id: coordinator }, taken: [] });
  expect(row.settle_reason).toMatch(/ska inte gälla/);
  expect(row.settle_reason).not.toContain('811218');
});

test('S-F9 a drawing that was set aside is told with who changed it, and kept as a file by those who may read the process', async () => {
  const process = await service.db
    .selectFrom('records')
    .select(['id', 'title'])
    .where('kind', '=', 'process')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const id = await setAside(process.id, { editor: 'Karin Ek' }, 'process');
  await service.db.updateTable('set_aside').set({ file: '<ritning/>' }).where('id', '=', id).execute();
  const path = `/api/v1/sync/set-aside/${id}/file`;

  const listed = await call<SyncAnswer>('GET', '/api/v1/sync', { as: coordinator });
  const file = await call<ProblemsFile>('GET', path, { as: coordinator });
  const refused = await call('GET', path, { as: as('amina') });
  const none = await call('GET', `/api/v1/sync/set-aside/${randomUUID()}/file`, { as: coordinator });

  const item = listed.body.setAside.find(({ setAsideId }) => setAsideId === id);
  expect(item).toMatchObject({ hasFile: true, content: { editor: 'Karin Ek' } });
  expect(file.body).toEqual({ name: `${process.title} (SharePoint).bpmn`, text: '<ritning/>' });
  expect([refused.status, none.status]).toEqual([403, 404]);
  await service.db.deleteFrom('set_aside').where('id', '=', id).execute();
});

test('S-I9 single values of what was set aside are taken over as a change of whoever settles it, or nothing is', async () => {
  const { id: recordId } = await service.db
    .selectFrom('records')
    .select('id')
    .where('kind', '=', 'commitment')
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow();
  const path = `/api/v1/records/commitment/${recordId}`;
  const { body: before } = await call<RecordAnswer>('GET', path, { as: coordinator });
  const id = await setAside(recordId, { Text: 'Vi svarar samma dag', Approach: 'x', Year: 'i fjol' }, 'commitment');
  const settlePath = `/api/v1/sync/set-aside/${id}/settle`;

  const { body } = await call<SyncAnswer>('GET', '/api/v1/sync', { as: coordinator });
  const offered = body.setAside.find(({ setAsideId }) => setAsideId === id);
  const request = { reason: 'Texten stämmer', baseRevision: offered?.baseRevision };
  const settle = (person: string, take: string) =>
    call('POST', settlePath, { as: person, body: { ...request, take: [take] } });
  const unreadable = await settle(coordinator, 'year');
  const forAdmin = await settle(admin, 'text');
  const settled = await settle(coordinator, 'text');
  const again = await settle(coordinator, 'text');
  const { body: now } = await call<RecordAnswer>('GET', path, { as: coordinator });
  const history = await call<HistoryAnswer>('GET', `${path}/history`, { as: coordinator });

  expect(Object.keys(offered?.values ?? {})).toContain('text');
  expect(Object.keys(offered?.values ?? {})).not.toContain('year');
  expect(unreadable.status).toBe(422);
  expect([403, 404]).toContain(forAdmin.status);
  expect([settled.status, again.status]).toEqual([204, 404]);
  // Whoever changes a commitment takes part in it from then on.
  const { participants } = now.fields;
  expect(now.fields).toEqual({ ...before.fields, participants, text: 'Vi svarar samma dag' });
  expect(history.body[0]).toMatchObject({
    by: { id: coordinator },
    changes: [{ field: 'text', to: 'Vi svarar samma dag' }, { field: 'participants' }],
    reason: 'Uppgifter som skrevs direkt i SharePoint togs över.',
  });
});

test('S-I9 what was set aside of a deviation is taken over on its page by who may change it, not by the coordinator', async () => {
  const record = await aDeviation();
  const manager = await managerOf(record);
  const id = await setAside(record.id, { Place: 'Köket' });
  const path = `/api/v1/records/deviation/${record.id}/set-aside`;
  const take = { reason: 'Rätt plats', take: ['place'], baseRevision: record.revision };

  const shown = await Promise.all(
    [as('amina'), coordinator, manager].map((person) => call<RecordSetAside>('GET', path, { as: person })),
  );
  const refused = await Promise.all(
    [as('amina'), coordinator].map((person) => call('POST', `${path}/${id}/settle`, { as: person, body: take })),
  );
  const elsewhere = `/api/v1/records/deviation/${(await aDeviation()).id}/set-aside/${id}/settle`;
  const ofAnother = await call('POST', elsewhere, { as: manager, body: take });
  const settled = await call('POST', `${path}/${id}/settle`, { as: manager, body: take });
  const { body: now } = await call<RecordAnswer>('GET', `/api/v1/records/deviation/${record.id}`, { as: manager });

  expect(shown.map(({ body }) => body.map(({ values }) => values))).toEqual([[], [], [{ place: 'Köket' }]]);
  expect([...refused, ofAnother, settled].map(({ status }) => status)).toEqual([404, 404, 404, 204]);
  expect(now.fields).toMatchObject({ place: 'Köket' });
});

test('S-P13 every problem goes into a table to keep, and of restricted cases no more than that they are', async () => {
  const record = await aDeviation();
  await makeUnsendable(record);
  await makeConflict(record, { causeText: '=HYPERLINK("http://x")' });
  const secret = await service.db
    .selectFrom('records')
    .select(['id', 'ref', 'unit_id', 'title'])
    .where('kind', '=', 'misconductCase')
    .executeTakeFirstOrThrow();
  await setAside(secret.id, { WhatHappened: 'Mycket hemligt' }, 'misconductCase');

  const refused = await call('GET', '/api/v1/sync/problems-file', { as: as('amina') });
  const forAdmin = await call<ProblemsFile>('GET', '/api/v1/sync/problems-file', { as: admin });
  const { body } = await call<ProblemsFile>('GET', '/api/v1/sync/problems-file', { as: coordinator });

  expect(refused.status).toBe(403);
  expect(body.name).toMatch(/^synkronisering-\d{4}-\d\d-\d\d\.csv$/);
  expect(body.text.startsWith('\uFEFF"Vad";"Slag";"Referens"')).toBe(true);
  const rows = body.text.split('\r\n');
  expect(rows.find((row) => row.includes(record.ref ?? '?') && row.includes('413'))).toContain('Dörren stod öppen');
  expect(rows.find((row) => row.includes('causeText'))).toContain('HYPERLINK(""http://x"")');
  const restricted = rows.filter((row) => row.includes(secret.id));
  expect(restricted).toHaveLength(1);
  expect(restricted[0]).toMatch(/^"Lagt åt sidan";"[^"]+";"";"";"stepNotPossible";"[^"]+";"";"[^"]+"$/);
  expect(body.text).not.toContain('hemligt');
  expect(forAdmin.body.text).not.toContain('Dörren stod öppen');
});

test('a conflict is shown to whoever may change the record, and settled with what was chosen', async () => {
  const record = await aDeviation();
  const manager = await managerOf(record);
  const conflictId = await makeConflict(record, { causeText: 'Vaktmästaren glömde låsa.' });
  const path = `/api/v1/records/deviation/${record.id}/conflicts`;

  const forReporter = await call<RecordConflicts>('GET', path, { as: as('amina') });
  const forManager = await call<RecordConflicts>('GET', path, { as: manager });
  const body = { choice: 'values', baseRevision: record.revision, fields: forManager.body[0]?.ours ?? {} };
  const refused = await call('POST', `${path}/${conflictId}/settle`, { as: as('amina'), body });
  const settled = await call<RecordAnswer>('POST', `${path}/${conflictId}/settle`, { as: manager, body });
  const again = await call('POST', `${path}/${conflictId}/settle`, { as: manager, body });
  const history = await call<HistoryAnswer>('GET', `/api/v1/records/deviation/${record.id}/history`, { as: manager });

  expect(forReporter.body).toEqual([]);
  expect(forManager.body).toMatchObject([{ conflictId, ours: { causeText: 'Vaktmästaren glömde låsa.' } }]);
  expect([refused.status, settled.status, again.status]).toEqual([404, 200, 404]);
  expect(settled.body.fields).toMatchObject({ causeText: 'Vaktmästaren glömde låsa.' });
  expect(history.body[0]).toMatchObject({ action: 'changed', changes: [{ field: 'causeText' }] });
});

test('when SharePoint’s side is to stand, the history keeps what was let go, and the conflict is settled', async () => {
  const record = await aDeviation();
  const manager = await managerOf(record);
  const conflictId = await makeConflict(record, { causeText: 'Annat' });

  const path = `/api/v1/records/deviation/${record.id}/conflicts`;
  const body = { choice: 'sharePoint', baseRevision: record.revision };
  const settled = await call<RecordAnswer>('POST', `${path}/${conflictId}/settle`, { as: manager, body });
  const left = await call<RecordConflicts>('GET', path, { as: manager });
  const history = await call<HistoryAnswer>('GET', `/api/v1/records/deviation/${record.id}/history`, { as: manager });
  const row = await service.db.selectFrom('conflicts').selectAll().where('id', '=', conflictId).executeTakeFirst();

  expect([settled.status, settled.body.fields['causeText'], left.body]).toEqual([200, undefined, []]);
  expect(history.body[0]).toMatchObject({ changes: [{ field: 'causeText', from: 'Annat' }], by: { id: manager } });
  expect(row).toMatchObject({ outcome: 'theirs', settled_by: { id: manager } });
});

test('a conflict stays open when the choice cannot be stored', async () => {
  const record = await aDeviation();
  const manager = await managerOf(record);
  const conflictId = await makeConflict(record, { causeText: 'Annat' });
  const path = `/api/v1/records/deviation/${record.id}/conflicts`;

  const body = { choice: 'values', baseRevision: record.revision, fields: { causeText: 'x'.repeat(50_000) } };
  const refused = await call('POST', `${path}/${conflictId}/settle`, { as: manager, body });
  const left = await call<RecordConflicts>('GET', path, { as: manager });

  expect([refused.status, left.body.length]).toEqual([422, 1]);
});

test('what is no choice is refused before anything is read', async () => {
  const record = await aDeviation();
  const path = `/api/v1/records/deviation/${record.id}/conflicts/${await makeConflict(record, { place: 'x' })}/settle`;
  const manager = await managerOf(record);
  const ask = (body: object) => call('POST', path, { as: manager, body: { baseRevision: 1, ...body } });

  const answers = await Promise.all([
    ask({ choice: 'values' }),
    ask({ choice: 'sharePoint', fields: {} }),
    ask({ choice: 'mine', fields: {} }),
    ask({ fields: {} }),
    ask({ choice: 'record', reason: 'Finns ju' }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 409]);
});

test('of a restricted case that cannot be sent neither reference nor unit is told', async () => {
  const restricted = await service.db
    .selectFrom('records')
    .select(['id', 'revision', 'ref'])
    .where('kind', '=', 'misconductCase')
    .executeTakeFirstOrThrow();
  await service.db
    .updateTable('records')
    .set({ unsendable_revision: restricted.revision, unsendable_reason: '400 invalidRequest', pushed_revision: 0 })
    .where('id', '=', restricted.id)
    .execute();

  const { body } = await call<SyncAnswer>('GET', '/api/v1/sync', { as: coordinator });

  const item = body.unsendable.find(({ id }) => id === restricted.id);
  expect(item).toEqual({
    kind: 'misconductCase',
    id: restricted.id,
    revision: restricted.revision,
    reason: '400 invalidRequest',
    modifiedAt: item?.modifiedAt,
  });
});

/** The board's lists as if they had been provisioned: two of records, and the one of numbers. */
async function givenLists(): Promise<void> {
  const place = { board_id: demoBoard.id, site_id: 's', delta_link: 'x', last_pull_at: null, last_pull_problem: null };
  await service.db
    .insertInto('boards')
    .values({ id: demoBoard.id, name: demoBoard.name, site_id: 's', restricted_site_id: 'r' })
    .execute();
  const lists = ['deviation', 'goal', 'numberSeries'].map((kind) => ({ ...place, kind, list_id: kind }));
  await service.db.insertInto('lists').values(lists).execute();
}

const walkEnds = () =>
  service.db
    .updateTable('lists')
    .set({ walk_asked_at: null, walk_ended_at: '2026-11-25T08:00:00.000Z' })
    .where('walk_asked_at', 'is not', null)
    .execute();

test('S-R3 a rebuild is for administrators, answers at once, and tells how far it is', async () => {
  await givenLists();

  const refused = await call('POST', '/api/v1/sync/rebuild', { as: coordinator });
  const asked = await call('POST', '/api/v1/sync/rebuild', { as: admin });
  const during = await call<SyncAnswer>('GET', '/api/v1/sync', { as: admin });
  await walkEnds();
  const after = await call<SyncAnswer>('GET', '/api/v1/sync', { as: admin });

  expect([refused.status, asked.status]).toEqual([403, 202]);
  expect([asked.body, during.body.rebuild]).toEqual([
    { left: 2, lists: 2 },
    { left: 2, lists: 2 },
  ]);
  expect(after.body.rebuild).toEqual({ left: 0, lists: 2, doneAt: '2026-11-25T08:00:00.000Z' });
});

test('S-R3 npm run rebuild follows the rebuild to its end, and says in one sentence what stands in the way', async () => {
  const said: string[] = [];
  const command = (origin: string | undefined) => ({
    origin,
    print: (line: string) => said.push(line),
    complain: (line: string) => said.push(line),
    sleep: async () => {
      await walkEnds();
    },
  });

  const codes = [
    await runRebuild([], command(service.origin)),
    await runRebuild(['--as', coordinator], command(service.origin)),
    await runRebuild([], command(undefined)),
    await runRebuild(['--what'], command(service.origin)),
  ];

  expect(codes).toEqual([0, 1, 1, 2]);
  expect(said).toEqual([
    'Läser om 2 listor från SharePoint. Tjänsten svarar som vanligt under tiden.',
    'Klart: allt är läst på nytt.',
    'Bara en administratör får läsa om allt.',
    expect.stringContaining('Tjänsten är inte igång.'),
    expect.stringContaining('npm run rebuild'),
  ]);
});
