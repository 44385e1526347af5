import { expect, test } from '@jest/globals';
import { withinTime } from '../../../../tab/host/within-time.ts';

test('an answer in time is given', async () => {
  expect(await withinTime(Promise.resolve(1), 50)).toEqual({ kind: 'done', value: 1 });
});

test('a failure in time is told with its cause', async () => {
  const cause = new TypeError('no');

  expect(await withinTime(Promise.reject(cause), 50)).toEqual({ kind: 'failed', cause });
});

test('no answer in time is late', async () => {
  expect(await withinTime(new Promise(() => undefined), 5)).toEqual({ kind: 'late' });
});
