import { expect, test } from '@jest/globals';
import { createAutosave } from '../../../../tab/api/autosave.ts';
import type { DraftBody } from '../../../../tab/api/autosave.ts';

/** A service and a clock that the test moves by hand. */
function stand(answers: { up: boolean }) {
  const timers: { ms: number; call: () => void }[] = [];
  const log: (DraftBody | 'removed')[] = [];
  const here: { body?: DraftBody | undefined } = {};
  const waiting: (() => void)[] = [];
  const settle = <Value>(value: Value): Promise<Value> => new Promise((resolve) => waiting.push(() => resolve(value)));
  return {
    log,
    here,
    timers,
    port: {
      write: (body: DraftBody) => {
        if (answers.up) log.push(body);
        return settle(answers.up ? '2026-11-22T21:41:00.000Z' : undefined);
      },
      remove: () => {
        if (answers.up) log.push('removed');
        return settle(answers.up);
      },
      keepHere: (body: DraftBody | undefined) => {
        here.body = body;
      },
      after: (ms: number, call: () => void) => {
        const timer = { ms, call };
        timers.push(timer);
        return () => {
          if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
        };
      },
    },
    tick: () => timers.splice(0).forEach((timer) => timer.call()),
    answer: async () => {
      waiting.splice(0).forEach((go) => go());
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
  };
}

test('Three keys within a second become one write, and the time of it is told', async () => {
  const world = stand({ up: true });
  const autosave = createAutosave(world.port);

  for (const text of ['V', 'Vi', 'Vi ']) autosave.note({ text });
  expect(autosave.state()).toEqual({ kind: 'waiting' });
  expect(world.timers.map((timer) => timer.ms)).toEqual([1000]);
  world.tick();
  expect(autosave.state()).toEqual({ kind: 'saving' });
  await world.answer();

  expect(world.log).toEqual([{ text: 'Vi ' }]);
  expect(autosave.state()).toEqual({ kind: 'saved', at: '2026-11-22T21:41:00.000Z' });
});

test('What is written during a write is written after it', async () => {
  const world = stand({ up: true });
  const autosave = createAutosave(world.port);
  autosave.note({ text: 'ett' });
  world.tick();

  autosave.note({ text: 'två' });
  await world.answer();
  expect(autosave.state()).toEqual({ kind: 'waiting' });
  world.tick();
  await world.answer();

  expect(world.log).toEqual([{ text: 'ett' }, { text: 'två' }]);
});

test('While the service is down the words stay here, and go there when it is back', async () => {
  const service = { up: false };
  const world = stand(service);
  const autosave = createAutosave(world.port);
  autosave.note({ text: 'kvar' });
  world.tick();
  await world.answer();

  expect(autosave.state()).toEqual({ kind: 'failed' });
  expect(world.here.body).toEqual({ text: 'kvar' });
  expect(world.timers.map((timer) => timer.ms)).toEqual([5000]);
  service.up = true;
  world.tick();
  await world.answer();

  expect(world.log).toEqual([{ text: 'kvar' }]);
  expect(autosave.state().kind).toBe('saved');
});

test('Leaving a field sends at once, and nothing new is not sent', async () => {
  const world = stand({ up: true });
  const autosave = createAutosave(world.port);
  autosave.note({ text: 'nu' });

  const flushed = autosave.flush();
  await world.answer();
  await flushed;
  await autosave.flush();

  expect(world.log).toEqual([{ text: 'nu' }]);
  expect(world.timers).toEqual([]);
});

test('When all is saved the draft is removed, here and there', async () => {
  const world = stand({ up: true });
  const autosave = createAutosave(world.port, { body: { text: 'förut' }, at: '2026-11-21T10:00:00.000Z' });
  expect(autosave.state()).toEqual({ kind: 'saved', at: '2026-11-21T10:00:00.000Z' });

  autosave.note(undefined);
  world.tick();
  await world.answer();

  expect(world.log).toEqual(['removed']);
  expect(world.here.body).toBeUndefined();
  expect(autosave.state()).toEqual({ kind: 'nothing' });
});

test('Leaving the page sends what waits and starts no more timers', async () => {
  const service = { up: false };
  const world = stand(service);
  const autosave = createAutosave(world.port);
  autosave.note({ text: 'sist' });

  autosave.stop();
  await world.answer();

  expect(world.timers).toEqual([]);
  expect(world.here.body).toEqual({ text: 'sist' });
});

test('What was written while a write was on its way stays here until it has been sent, too', async () => {
  const world = stand({ up: true });
  const autosave = createAutosave(world.port);
  autosave.note({ text: 'ett' });
  world.tick();
  autosave.note({ text: 'två' });

  await world.answer();
  expect(world.here.body).toEqual({ text: 'två' });
  world.tick();
  await world.answer();

  expect(world.here.body).toBeUndefined();
});
