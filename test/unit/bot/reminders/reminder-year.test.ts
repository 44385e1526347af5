import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase } from '../../../support/database.ts';
import { expectedCards, makeYear } from '../../../support/reminder-year.ts';
import type { Year } from '../../../support/reminder-year.ts';
import { runYear } from '../../../support/run-reminder-year.ts';
import type { YearRun } from '../../../support/run-reminder-year.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let year: Year;
let run: YearRun;

beforeAll(async () => {
  database = await createTestDatabase();
  // `npm run bench -- reminders-year` does the same with 300 units and 2,000 people.
  year = makeYear(12, 80, 20260329);
  run = await runYear(year, database.db);
});
afterAll(() => database.close());

test('in a year everybody gets what the rules say on the day they say, nothing twice and nothing left out', () => {
  const expected = expectedCards(year);
  const sent = new Set(run.cards);

  expect(expected.length).toBeGreaterThan(500);
  expect({
    missing: expected.filter((card) => !sent.has(card)).slice(0, 20),
    tooMany: run.cards.filter((card) => !expected.includes(card)).slice(0, 20),
  }).toEqual({ missing: [], tooMany: [] });
  expect(run.cards).toHaveLength(expected.length);
});

test('every message belongs to a row, and every row is at an end or waits for a morning', () => {
  const waiting = Object.keys(run.states).filter((state) => ['sending', 'maybeDelivered', 'failed'].includes(state));

  expect(run.messages).toBe(run.cards.length);
  expect(waiting).toEqual([]);
});

test('nothing but what is acute is sent at Christmas, Midsummer or in a weekend', () => {
  const free = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-06-19', '2026-06-20', '2026-03-29', '2026-10-25'];
  const ordinary = run.cards.filter((card) => !card.endsWith(' acute'));

  expect(ordinary.filter((card) => free.some((day) => card.startsWith(day)))).toEqual([]);
  // The mornings after the clocks have turned are as any other.
  expect(ordinary.some((card) => card.startsWith('2026-03-30'))).toBe(true);
  expect(ordinary.some((card) => card.startsWith('2026-10-26'))).toBe(true);
});
