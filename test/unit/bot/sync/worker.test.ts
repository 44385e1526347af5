import { expect, test } from '@jest/globals';
import { createWorker } from '../../../../bot/sync/worker.ts';

const log = { error: () => undefined, info: () => undefined, debug: () => undefined };
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

test('S-W1 a wake during the work is not lost, and the work never runs twice at once', async () => {
  let [runs, atOnce, most] = [0, 0, 0];
  const worker = createWorker(log, 'test', async () => {
    runs += 1;
    most = Math.max(most, (atOnce += 1));
    await soon();
    atOnce -= 1;
    return 60_000;
  });

  worker.start();
  worker.wake();
  await soon();
  worker.wake();
  await soon();
  await soon();
  await soon();
  await worker.stop();

  expect(runs).toBeGreaterThanOrEqual(2);
  expect(most).toBe(1);
});

test('S-W2 stopping waits for the work under way, and no work follows', async () => {
  const steps: string[] = [];
  const worker = createWorker(log, 'test', async () => {
    steps.push('begun');
    await soon();
    steps.push('ended');
    return 0;
  });
  worker.start();

  await worker.stop();
  const atStop = [...steps];
  await soon();

  expect(atStop).toEqual(['begun', 'ended']);
  expect(steps).toEqual(atStop);
});

test('S-W3 a failure of the work is logged and the worker goes on', async () => {
  const errors: string[] = [];
  let runs = 0;
  const worker = createWorker({ ...log, error: (event) => errors.push(event) }, 'test', () => {
    runs += 1;
    return runs === 1 ? Promise.reject(new TypeError('x')) : Promise.resolve(60_000);
  });
  worker.start();
  await soon();

  worker.wake();
  await soon();
  await worker.stop();

  expect(errors).toEqual(['test failed']);
  expect(runs).toBe(2);
});

test('S-W1 a worker sleeps by the timer it is given', async () => {
  let runs = 0;
  const asked: { afterMs: number; callback: () => void }[] = [];
  const setTimer = (afterMs: number, callback: () => void) => {
    asked.push({ afterMs, callback });
    return () => undefined;
  };
  const worker = createWorker(log, 'test', () => Promise.resolve((runs += 1) * 1000), setTimer);

  worker.start();
  await soon();
  asked[0]?.callback();
  await soon();
  await worker.stop();

  expect(asked.map(({ afterMs }) => afterMs)).toEqual([1000, 2000]);
});
