import type { Log } from '../log.ts';

/** Repeats one piece of work: at once when woken, else after the time that the work itself asks for. Never twice at once. */
export interface Worker {
  start(): void;
  wake(): void;
  /** Resolves when the work under way has ended; the worker can be started again. */
  stop(): Promise<void>;
  /** Whether long work should come to an end soon. */
  isStopping(): boolean;
}

/** Calls back once after a time, unless what it answers with is called first. */
export type SetTimer = (afterMs: number, callback: () => void) => () => void;

const afterFailureMs = 5000;

const setRealTimer: SetTimer = (afterMs, callback) => {
  const timer = setTimeout(callback, afterMs);
  return () => {
    clearTimeout(timer);
  };
};

/** @param work - resolves with the milliseconds until it wants to run again */
export function createWorker(
  log: Log,
  name: string,
  work: () => Promise<number>,
  setTimer: SetTimer = setRealTimer,
): Worker {
  let state: 'stopped' | 'running' | 'stopping' = 'stopped';
  let isWoken = false;
  let wakeSleeper: (() => void) | undefined;
  let finished = Promise.resolve();

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = setTimer(ms, resolve);
      wakeSleeper = () => {
        cancel();
        resolve();
      };
    });
  // Functions, since both change while the work is awaited.
  const isRunning = (): boolean => state === 'running';
  const maySleep = (): boolean => !isWoken && isRunning();
  const loop = async (): Promise<void> => {
    while (isRunning()) {
      isWoken = false;
      const waitMs = await attempt();
      if (maySleep()) await sleep(waitMs);
      wakeSleeper = undefined;
    }
  };
  const attempt = async (): Promise<number> => {
    try {
      return await work();
    } catch (error) {
      log.error(`${name} failed`, { error: error instanceof Error ? error.name : 'unknown' });
      return afterFailureMs;
    }
  };
  const wake = (): void => {
    isWoken = true;
    wakeSleeper?.();
  };
  return {
    start: () => {
      if (isRunning()) return;
      state = 'running';
      finished = loop();
    },
    wake,
    stop: async () => {
      if (state === 'stopped') return;
      state = 'stopping';
      wake();
      await finished;
      state = 'stopped';
    },
    isStopping: () => state === 'stopping',
  };
}
