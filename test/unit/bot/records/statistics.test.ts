import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../../../bot/records/records-service.ts';
import type { TestBoard } from './board-fixture.ts';
import { createTestBoard, must } from './board-fixture.ts';

let board: TestBoard;
let office: Caller;
let coordinator: Caller;

async function seedMany(count: number, category: string, unitId: string): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    await board.seed('deviation', { whatHappened: 'Något', category }, { unitId });
  }
}

beforeAll(async () => {
  board = await createTestBoard();
  office = board.as('boardOffice');
  coordinator = board.as('qualityCoordinator');
  await seedMany(7, 'fall', board.units.ekliden);
  await seedMany(6, 'medication', board.units.ekliden);
  await seedMany(9, 'staffing', board.units.sjovik);
  await seedMany(2, 'abuse', board.units.sjovik);
});

afterAll(async () => {
  await board.close();
});

async function cells(caller: Caller, by: string, more: { from?: string; to?: string } = {}) {
  const answer = must(await board.service.statistics(caller, 'deviation', { by, ...more }));
  return Object.fromEntries(answer.cells.map(({ value, count }) => [value, count]));
}

test('a small number together with a category is withheld, and one more so that it cannot be worked out', async () => {
  expect(await cells(office, 'category')).toEqual({ staffing: 9, fall: 7, medication: undefined, abuse: undefined });
});

test('several small numbers hide each other', async () => {
  await seedMany(3, 'privacy', board.units.blasippan);

  expect(await cells(office, 'category')).toEqual({
    staffing: 9,
    fall: 7,
    medication: 6,
    abuse: undefined,
    privacy: undefined,
  });
});

test('counts by status, unit and month say nothing about persons', async () => {
  expect(await cells(office, 'status')).toEqual({ reported: 27 });
  expect(await cells(office, 'month')).toEqual({ '2026-11': 27 });
  expect(await cells(office, 'unit')).toEqual({
    [board.units.ekliden]: 13,
    [board.units.sjovik]: 11,
    [board.units.blasippan]: 3,
  });
});

test('who sees the records sees the numbers, within the same bounds', async () => {
  expect(await cells(coordinator, 'category')).toMatchObject({ abuse: 2, medication: 6 });
  expect(await cells(board.as('unitManager', board.units.sjovik), 'category')).toEqual({ staffing: 9, abuse: 2 });
  expect(await cells(board.as('departmentHead', board.units.preschool), 'category')).toEqual({ privacy: 3 });
});

test('for those who see only counts, days are widened to their month', async () => {
  expect(await cells(office, 'status', { from: '2026-11-25', to: '2026-11-25' })).toEqual({ reported: 27 });
  expect(await cells(coordinator, 'status', { from: '2026-11-25', to: '2026-11-25' })).toEqual({});
  expect(await cells(coordinator, 'status', { from: '2026-11-18', to: '2026-11-18' })).toEqual({ reported: 27 });
  expect(await cells(office, 'status', { to: '2026-10-31' })).toEqual({});
});

test('others are refused, and what cannot be counted is said', async () => {
  const ask = async (caller: Caller, kind: 'deviation' | 'misconductCase', by: string, from?: string) =>
    await board.service.statistics(caller, kind, { by, ...(from !== undefined && { from }) });

  expect(await ask(board.as('employee', board.units.ekliden), 'deviation', 'category')).toEqual({ kind: 'notAllowed' });
  expect(await ask(office, 'misconductCase', 'status')).toEqual({ kind: 'ok', value: { by: 'status', cells: [] } });
  expect(await ask(board.as('admin'), 'deviation', 'status')).toEqual({ kind: 'notAllowed' });
  expect(await ask(office, 'deviation', 'whatHappened')).toMatchObject({ problems: [{ field: 'by' }] });
  expect(await ask(office, 'deviation', "x' or '1'='1")).toMatchObject({ problems: [{ field: 'by' }] });
  expect(await ask(office, 'deviation', 'status', 'igår')).toMatchObject({ problems: [{ field: 'from' }] });
});

test('a month begins at midnight in Stockholm, in winter and summer time', async () => {
  const times = ['2026-03-31T21:59:59Z', '2026-03-31T22:00:00Z', '2026-09-30T22:00:00Z', '2025-12-31T23:00:00Z'];
  const rows = await board.db.selectFrom('records').select('id').where('kind', '=', 'deviation').limit(4).execute();
  for (const [index, at] of times.entries()) {
    await board.db
      .updateTable('records')
      .set({ created_at: at })
      .where('id', '=', rows[index]?.id ?? '')
      .execute();
  }

  const counts = await cells(coordinator, 'month');

  expect(counts).toEqual({ '2026-01': 1, '2026-03': 1, '2026-04': 1, '2026-10': 1, '2026-11': 23 });
});
