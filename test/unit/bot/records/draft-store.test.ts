import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDraftStore } from '../../../../bot/records/create-draft-store.ts';
import { AppError } from '../../../../shared/errors.ts';
import { createTestDatabase } from '../../../support/database.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let now = new Date('2026-11-18T09:00:00.000Z');

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.close();
});

function store() {
  return createDraftStore({ db: database.db, now: () => now });
}

test('a draft is kept, replaced and removed', async () => {
  const drafts = store();

  const written = await drafts.write('b', 'alva', 'report.1', { text: 'Fall' });
  await drafts.write('b', 'alva', 'report.1', { text: 'Fall i duschen', tags: [1, null, true] });

  expect(written).toEqual({ key: 'report.1', body: { text: 'Fall' }, updatedAt: '2026-11-18T09:00:00.000Z' });
  expect(await drafts.read('b', 'alva', 'report.1')).toMatchObject({
    body: { text: 'Fall i duschen', tags: [1, null, true] },
  });
  await drafts.remove('b', 'alva', 'report.1');
  expect(await drafts.read('b', 'alva', 'report.1')).toBeUndefined();
});

test('nobody else reaches it, on this board or another', async () => {
  const drafts = store();
  await drafts.write('b', 'alva', 'report.2', { text: 'Mitt' });

  expect(await drafts.read('b', 'bo', 'report.2')).toBeUndefined();
  expect(await drafts.read('c', 'alva', 'report.2')).toBeUndefined();
  await drafts.remove('b', 'bo', 'report.2');
  expect(await drafts.read('b', 'alva', 'report.2')).toBeDefined();
});

test('after thirty days it is gone, also from the table', async () => {
  const drafts = store();
  await drafts.write('b', 'alva', 'report.3', { text: 'Gammalt' });
  now = new Date('2026-12-18T09:00:00.001Z');

  expect(await drafts.read('b', 'alva', 'report.3')).toBeUndefined();
  await drafts.write('b', 'bo', 'report.4', {});
  const rows = await database.db.selectFrom('drafts').select('key').execute();
  expect(rows).toEqual([{ key: 'report.4' }]);
});

test('old drafts are looked for once an hour, not at every write, and are never read meanwhile', async () => {
  const drafts = store();
  const keys = async () =>
    (await database.db.selectFrom('drafts').select('key').orderBy('key').execute()).map(({ key }) => key);
  now = new Date('2027-02-01T09:00:00.000Z');
  await drafts.write('b', 'alva', 'old', {});
  now = new Date('2027-03-03T08:30:00.000Z');
  await drafts.write('b', 'alva', 'new', {});

  now = new Date('2027-03-03T09:29:59.999Z');
  await drafts.write('b', 'alva', 'newer', {});
  const withinTheHour = await keys();
  const read = await drafts.read('b', 'alva', 'old');
  now = new Date('2027-03-03T09:30:00.000Z');
  await drafts.write('b', 'alva', 'newest', {});

  expect(withinTheHour).toEqual(['new', 'newer', 'old']);
  expect(read).toBeUndefined();
  expect(await keys()).toEqual(['new', 'newer', 'newest']);
});

test('many drafts at once are each kept, the last one of a place too, and one that is impossible fails alone', async () => {
  const drafts = store();
  const persons = Array.from({ length: 250 }, (_, index) => `p${String(index)}`);

  const outcomes = await Promise.allSettled([
    ...persons.map((person) => drafts.write('many', person, 'k', { person })),
    drafts.write('many', 'p7', 'k', { person: 'p7', again: true }),
    drafts.write('many', 'nul\0', 'k', {}),
  ]);
  const read = await Promise.all(['p0', 'p7', 'p249', 'nobody'].map((person) => drafts.read('many', person, 'k')));

  expect(outcomes.map(({ status }) => status).indexOf('rejected')).toBe(251);
  expect(read.map((draft) => draft?.body)).toEqual([
    { person: 'p0' },
    { person: 'p7', again: true },
    { person: 'p249' },
    undefined,
  ]);
});

test('characters that a database cannot keep are left out, keys and sizes out of bounds refused', async () => {
  const drafts = store();

  const odd = await drafts.write('b', 'alva', 'report.5', { 'ke\u0000y': ['a\u0000b\ud800', { c: '👩‍👧\u202e' }] });

  expect(odd.body).toEqual({ key: ['ab\ufffd', { c: '👩‍👧\u202e' }] });
  await expect(drafts.write('b', 'alva', 'a b', {})).rejects.toMatchObject({ code: 'malformedRequest' });
  await expect(drafts.write('b', 'alva', 'k', { text: 'x'.repeat(200_001) })).rejects.toBeInstanceOf(AppError);
});
