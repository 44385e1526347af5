import { expect, test } from '@jest/globals';
import { createShortMemory } from '../../../../bot/records/short-memory.ts';

test('a value is kept for fifteen seconds, not a moment longer, and not when the clock is set back', () => {
  let now = 1_000_000;
  const memory = createShortMemory<string>(() => new Date(now));

  memory.set('a', 'one');
  now += 14_999;
  const before = memory.get('a');
  now += 1;
  const after = memory.get('a');
  memory.set('a', 'two');
  now -= 60_000;
  const setBack = memory.get('a');

  expect([before, after, setBack]).toEqual(['one', undefined, undefined]);
});

test('what is set late in the fifteen seconds goes with the rest', () => {
  let now = 0;
  const memory = createShortMemory<number>(() => new Date(now));
  memory.set('early', 1);

  now = 14_000;
  memory.set('late', 2);
  now = 15_000;

  expect([memory.get('early'), memory.get('late')]).toEqual([undefined, undefined]);
});

test('one value can be forgotten alone', () => {
  const memory = createShortMemory<number>(() => new Date(0));
  memory.set('a', 1);
  memory.set('b', 2);

  memory.forget('a');

  expect([memory.get('a'), memory.get('b')]).toEqual([undefined, 2]);
});
