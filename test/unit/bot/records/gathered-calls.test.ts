import { expect, test } from '@jest/globals';
import { createGatheredCalls } from '../../../../bot/records/gathered-calls.ts';

/** Doubles numbers; every call is held until it is let go. */
function heldDoubling(most?: number) {
  const calls: (readonly number[])[] = [];
  const held: (() => void)[] = [];
  const double = createGatheredCalls<number, number>(async (inputs) => {
    calls.push(inputs);
    await new Promise<void>((resolve) => held.push(resolve));
    if (inputs.includes(13)) throw new Error('unlucky');
    return inputs.map((input) => input * 2);
  }, most);
  const letGo = async () => {
    held.shift()?.();
    await new Promise(setImmediate);
  };
  return { double, calls, letGo };
}

test('the first call goes at once; those that come meanwhile go together and get their own answers', async () => {
  const { double, calls, letGo } = heldDoubling();

  const answers = [double(1), double(2), double(3)];
  const atOnce = [...calls];
  await letGo();
  await letGo();

  expect(atOnce).toEqual([[1]]);
  expect(calls).toEqual([[1], [2, 3]]);
  expect(await Promise.all(answers)).toEqual([2, 4, 6]);
});

test('no more go together than may, and afterwards the next goes at once again', async () => {
  const { double, calls, letGo } = heldDoubling(2);

  const answers = [1, 2, 3, 4].map(double);
  for (let count = 0; count < 3; count += 1) await letGo();
  await Promise.all(answers);
  void double(5);

  expect(calls).toEqual([[1], [2, 3], [4], [5]]);
});

test('a call that cannot succeed fails alone', async () => {
  const { double, calls, letGo } = heldDoubling();

  const answers = Promise.allSettled([1, 2, 13, 4].map(double));
  for (let count = 0; count < 5; count += 1) await letGo();

  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(calls).toEqual([[1], [2, 13, 4], [2], [13], [4]]);
});
