import { expect, test } from '@jest/globals';
import { backOffMs } from '../../../../bot/sync/back-off.ts';

test('S-P10 one record waits longer after each failure, between half and the whole of it', () => {
  expect([1, 2, 3, 30].map((attempt) => backOffMs(attempt, () => 0))).toEqual([500, 1000, 2000, 150_000]);
  expect([1, 2, 3, 30].map((attempt) => backOffMs(attempt, () => 1))).toEqual([1000, 2000, 4000, 300_000]);
});
