import { expect, test } from '@jest/globals';
import { backOffMs, createPace } from '../../../../bot/sync/pace.ts';

function paceAt(unitsPerMinute?: number) {
  let at = 1_000_000;
  const pace = createPace({ now: () => new Date(at), random: () => 1, unitsPerMinute });
  return { pace, pass: (ms: number) => (at += ms) };
}

test('S-P7 a pause lasts as long as SharePoint asked, and a shorter one never shortens it', () => {
  const { pace, pass } = paceAt();

  pace.pause(30_000);
  pace.pause(1_000);
  pass(29_999);
  const during = pace.available();
  pass(1);

  expect([during, pace.available()]).toEqual([0, Infinity]);
});

test('S-P7 without a time of its own a pause doubles, until a write goes through', () => {
  const { pace, pass } = paceAt();
  const lengths: number[] = [];
  const pauseAndMeasure = () => {
    pace.pause(undefined);
    const until = pace.pausedUntil()?.getTime() ?? 0;
    lengths.push(until - (1_000_000 + lengths.reduce((sum, length) => sum + length, 0)));
    pass(lengths.at(-1) ?? 0);
  };

  pauseAndMeasure();
  pauseAndMeasure();
  pace.ease();
  pauseAndMeasure();

  expect(lengths).toEqual([2000, 4000, 2000]);
});

test('S-P7 no more than the budget is spent in a minute', () => {
  const { pace, pass } = paceAt(1000);
  let spent = 0;

  for (let second = 0; second < 60; second += 1) {
    const now = Math.floor(pace.available() / 2) * 2;
    pace.spend(now);
    spent += now;
    pass(1000);
  }

  expect(spent).toBeGreaterThan(950);
  expect(spent).toBeLessThanOrEqual(1000 + 40);
});

test('S-P10 one record waits longer after each failure, between half and the whole of it', () => {
  expect([1, 2, 3, 30].map((attempt) => backOffMs(attempt, () => 0))).toEqual([500, 1000, 2000, 150_000]);
  expect([1, 2, 3, 30].map((attempt) => backOffMs(attempt, () => 1))).toEqual([1000, 2000, 4000, 300_000]);
});
