import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { OpenDatabase } from '../../../bot/database/open-database.ts';
import { createPace } from '../../../bot/sync/pace.ts';
import type { Pace } from '../../../bot/sync/pace.ts';
import { createTestDatabase } from '../../support/database.ts';

let database: OpenDatabase;
let at = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = Date.parse('2026-11-25T08:00:00Z');
  const start = new Date(at).toISOString();
  await database.db
    .updateTable('pace')
    .set({ tokens: 0, filled_at: start, paused_until: new Date(0).toISOString(), refusals: 0 })
    .execute();
});

const pass = (ms: number): void => void (at += ms);

/** A pace as one process has it; all share the row in the database. */
function aProcess(unitsPerMinute?: number): Pace {
  return createPace({ db: database.db, now: () => new Date(at), random: () => 1, unitsPerMinute });
}

test('S-P7 a pause lasts as long as SharePoint asked, and a shorter one never shortens it', async () => {
  const pace = aProcess();

  await pace.pause(30_000);
  await pace.pause(1_000);
  pass(29_999);
  const during = await pace.take(10);
  pass(1);

  expect([during, await pace.take(10)]).toEqual([0, 10]);
});

test('S-P7 without a time of its own a pause doubles, until a write goes through', async () => {
  const pace = aProcess();
  const lengths: number[] = [];
  const pauseAndMeasure = async (): Promise<void> => {
    await pace.pause(undefined);
    const length = ((await pace.pausedUntil())?.getTime() ?? 0) - at;
    lengths.push(length);
    pass(length);
  };

  await pauseAndMeasure();
  await pauseAndMeasure();
  await pace.ease();
  await pauseAndMeasure();

  expect(lengths).toEqual([2000, 4000, 2000]);
});

test('S-P7 refusals of requests that were under way together make one pause, not a longer one each', async () => {
  const pace = aProcess();

  for (let request = 0; request < 20; request += 1) await pace.pause(undefined);

  expect((await pace.pausedUntil())?.getTime()).toBe(at + 2000);
});

test('S-P11 a refusal of one process holds back every process', async () => {
  const [one, other] = [aProcess(1000), aProcess(1000)];
  pass(60_000);

  await one.pause(5_000);

  expect(await other.take(10)).toBe(0);
});

test('S-P11 all processes together spend no more than the budget of a minute', async () => {
  const processes = [aProcess(1000), aProcess(1000), aProcess(1000)];
  let spent = 0;

  for (let second = 0; second < 60; second += 1) {
    pass(1000);
    const taken = await Promise.all(processes.map((pace) => pace.take(20)));
    spent += taken.reduce((sum, units) => sum + units, 0);
  }

  expect(spent).toBeGreaterThan(950);
  expect(spent).toBeLessThanOrEqual(1000 + 40);
});

test('S-P11 what was booked beyond the budget is earned back before more is given', async () => {
  const pace = aProcess(60);
  await pace.spend(10);

  pass(10_000);
  const before = await pace.take(10);
  pass(5_000);

  expect([before, await pace.take(10)]).toEqual([0, 5]);
});

test('S-P11 a clock that jumps back gives nothing twice', async () => {
  const pace = aProcess(60);
  pass(5_000);
  await pace.take(5);

  pass(-60_000);
  const after = await pace.take(5);
  pass(2_000);

  expect([after, await pace.take(5)]).toEqual([0, 2]);
});

test('S-P12 near the end of its budget SharePoint is left alone until the next minute of it', async () => {
  const pace = aProcess(1000);
  pass(60_000);

  await pace.heed({ limit: 1250, remaining: 100, resetMs: 17_000 });

  expect((await pace.pausedUntil())?.getTime()).toBe(at + 17_000);
});

test('S-P12 what is left of its budget is not exceeded', async () => {
  const pace = aProcess(1000);
  pass(60_000);
  await pace.take(0);

  await pace.heed({ limit: 100, remaining: 15, resetMs: 17_000 });

  expect(await pace.take(40)).toBe(5);
});
