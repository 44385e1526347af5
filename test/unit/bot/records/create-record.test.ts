import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { AnyFields } from '../../../../shared/records/record-kind.ts';
import { formatReference } from '../../../../shared/rules/numbering.ts';
import { searchTextOf } from '../../../../shared/rules/record-title.ts';
import type { TestBoard } from './board-fixture.ts';
import { createTestBoard, must } from './board-fixture.ts';

let board: TestBoard;

beforeAll(async () => {
  board = await createTestBoard();
});

afterAll(async () => {
  await board.close();
});

const fall = { whatHappened: 'Fall i duschen, ingen skada', category: 'fall', reporterSeverity: 1 };

test('S-A1 a report gets a reference, a state, an origin and waits for SharePoint', async () => {
  const reporter = board.as('employee', board.units.ekliden);
  const id = randomUUID();

  const stored = must(
    await board.service.create(reporter, 'deviation', { id, unitId: board.units.ekliden, fields: fall }),
  );

  expect(stored).toMatchObject({
    id,
    created: true,
    view: 'full',
    ref: 'AVV-2026-0001',
    status: 'reported',
    title: 'Fall',
    revision: 1,
    inSharePoint: false,
    reportedByMe: true,
    masked: { personnummer: false, names: false },
    fields: { ...fall, source: 'form' },
    allowed: { edit: false, comment: false, steps: [] },
  });
  const row = await board.db.selectFrom('records').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ push_priority: 0, revision: 1, pushed_revision: 0 });
  expect(row.waiting_since).toBe('2026-11-18T09:00:00.000Z');
  expect(board.accepted).toContainEqual({ boardId: board.boardId, kind: 'deviation', id });
});

test('the same create again, even at the same moment, stores one record and uses one number', async () => {
  const reporter = board.as('employee', board.units.ekliden);
  const input = { id: randomUUID(), unitId: board.units.ekliden, fields: fall };
  // With connections already open the four calls really meet.
  await Promise.all([1, 2, 3, 4].map(async () => await sql`select pg_sleep(0.05)`.execute(board.db)));

  const answers = await Promise.all([1, 2, 3, 4].map(() => board.service.create(reporter, 'deviation', input)));

  const values = answers.map(must);
  expect(values.filter(({ created }) => created)).toHaveLength(1);
  expect(new Set(values.map(({ ref }) => ref)).size).toBe(1);
  const next = must(await board.service.create(reporter, 'deviation', { ...input, id: randomUUID() }));
  expect(Number(next.ref?.slice(-4))).toBe(Number(values[0]?.ref?.slice(-4)) + 1);
});

test('an id that stands for another person’s record or another kind is refused', async () => {
  const reporter = board.as('employee', board.units.ekliden);
  const input = { id: randomUUID(), unitId: board.units.ekliden, fields: fall };
  must(await board.service.create(reporter, 'deviation', input));

  const byOther = await board.service.create(board.as('employee', board.units.ekliden), 'deviation', input);
  const otherKind = await board.service.create(reporter, 'feedback', {
    ...input,
    fields: { feedbackKind: 'praise', text: 'Tack' },
  });

  expect([byOther.kind, otherKind.kind]).toEqual(['idTaken', 'idTaken']);
});

test('what is refused leaves no trace: no row and no hole in the numbers', async () => {
  const reporter = board.as('employee', board.units.ekliden);
  const before = must(
    await board.service.create(reporter, 'deviation', { id: randomUUID(), unitId: board.units.ekliden, fields: fall }),
  );

  const refused = [
    await board.service.create(reporter, 'deviation', { id: randomUUID(), unitId: board.units.closed, fields: fall }),
    await board.service.create(reporter, 'deviation', { id: randomUUID(), unitId: randomUUID(), fields: fall }),
    await board.service.create(reporter, 'deviation', { id: randomUUID(), fields: fall }),
    await board.service.create(reporter, 'deviation', {
      id: randomUUID(),
      unitId: board.units.ekliden,
      fields: { ...fall, suspectedMisconduct: true, rejectionReason: 'nej', category: 'nonsense' },
    }),
  ];

  expect(refused).toEqual([
    { kind: 'unitClosed' },
    { kind: 'invalid', problems: [expect.objectContaining({ field: 'unitId', problem: 'noSuchRecord' })] },
    { kind: 'invalid', problems: [expect.objectContaining({ field: 'unitId', problem: 'required' })] },
    {
      kind: 'invalid',
      problems: [
        expect.objectContaining({ field: 'category', problem: 'notAChoice' }),
        expect.objectContaining({ field: 'suspectedMisconduct', problem: 'unknownField' }),
        expect.objectContaining({ field: 'rejectionReason', problem: 'setBySystem' }),
      ],
    },
  ]);
  const after = must(
    await board.service.create(reporter, 'deviation', { id: randomUUID(), unitId: board.units.ekliden, fields: fall }),
  );
  expect(Number(after.ref?.slice(-4))).toBe(Number(before.ref?.slice(-4)) + 1);
});

test('names and personnummer are masked before anything is stored, and the answer says so', async () => {
  const reporter = board.as('employee', board.units.ekliden);

  const stored = must(
    await board.service.create({ ...reporter, via: 'chat' }, 'deviation', {
      id: randomUUID(),
      unitId: board.units.ekliden,
      fields: { whatHappened: 'NAME PNR fick fel dos', place: 'rum 4 hos NAME' },
    }),
  );

  expect(stored.masked).toEqual({ personnummer: true, names: true });
  expect(stored.fields).toMatchObject({ whatHappened: '[namn] [personnummer] fick fel dos', source: 'chat' });
  const row = await board.db.selectFrom('records').selectAll().where('id', '=', stored.id).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toMatch(/NAME|PNR/);
});

test('emoji, HTML, right-to-left text and odd characters are kept as the text they are', async () => {
  const reporter = board.as('employee', board.units.ekliden);
  const text = '  <script>alert(1)</script> 👩‍👧 שלום\u202e a\u0301\r\nrad två\u0000 \ud800  ';

  const stored = must(
    await board.service.create(reporter, 'deviation', {
      id: randomUUID(),
      unitId: board.units.ekliden,
      fields: { whatHappened: text },
    }),
  );

  const read = must(await board.service.get(reporter, 'deviation', stored.id));
  expect(read.fields['whatHappened']).toBe('  <script>alert(1)</script> 👩‍👧 שלום\u202e á\nrad två \ufffd');
});

test('somebody without any role may report and gets a receipt, but nothing more', async () => {
  const stranger = board.as(undefined);

  const stored = must(
    await board.service.create(stranger, 'deviation', { id: randomUUID(), unitId: board.units.ekliden, fields: fall }),
  );

  expect(stored).toMatchObject({ view: 'status', status: 'reported', fields: {}, title: 'Avvikelse' });
  expect((await board.service.get(stranger, 'deviation', stored.id)).kind).toBe('notFound');
});

test('feedback is dated when it comes in', async () => {
  const stored = must(
    await board.service.create(board.as('employee', board.units.ekliden), 'feedback', {
      id: randomUUID(),
      unitId: board.units.sjovik,
      fields: { feedbackKind: 'complaint', text: 'Maten är kall', topic: 'food' },
    }),
  );

  expect(stored).toMatchObject({ ref: 'SYN-2026-0001', status: 'received', title: 'Klagomål' });
  expect(stored.fields['receivedAt']).toBe('2026-11-18T09:00:00.000Z');
});

test('internal records and another state than an initial one are the system’s alone', async () => {
  const admin = board.as('admin');

  const outcomes = [
    await board.service.create(admin, 'conversationReference', { id: randomUUID(), fields: { personId: 'a' } }),
    await board.service.create(board.as('employee', board.units.ekliden), 'deviation', {
      id: randomUUID(),
      unitId: board.units.ekliden,
      status: 'closed',
      fields: fall,
    }),
    await board.service.create(board.as('qualityCoordinator'), 'goal', {
      id: randomUUID(),
      status: 'adopted',
      fields: { level: 'vision', period: 'mandate', text: 'En stad för alla' },
    }),
  ];

  expect(outcomes).toEqual([
    { kind: 'notAllowed' },
    { kind: 'invalid', problems: [expect.objectContaining({ field: 'status', problem: 'notAChoice' })] },
    { kind: 'notAllowed' },
  ]);
});

test('reports that come at once get numbers without a hole, past 9999 too, and are found by them', async () => {
  const reporter = board.as('employee', board.units.ekliden);
  await board.db.updateTable('number_series').set({ next_number: 9998 }).where('series', '=', 'AVV').execute();
  const report = async (kind: 'deviation' | 'feedback', fields: Record<string, unknown>) =>
    must(await board.service.create(reporter, kind, { id: randomUUID(), unitId: board.units.ekliden, fields }));

  const deviations = Array.from({ length: 5 }, () => report('deviation', fall));
  const feedback = Array.from({ length: 2 }, () =>
    report('feedback', { feedbackKind: 'complaint', text: 'Kall mat.' }),
  );
  const refs = (await Promise.all([...deviations, ...feedback])).map(({ ref }) => ref);

  const expected = [9998, 9999, 10_000, 10_001, 10_002].map((number) => formatReference('AVV', 2026, number));
  expect(refs.slice(0, 5).toSorted()).toEqual(expected.toSorted());
  expect(new Set(refs.slice(5)).size).toBe(2);
  const rows = await board.db.selectFrom('records').selectAll().where('ref', 'in', expected).execute();
  expect(rows.map((row) => row.search_text)).toEqual(
    rows.map((row) => searchTextOf('deviation', row.ref ?? '', row.fields as AnyFields)),
  );
});
