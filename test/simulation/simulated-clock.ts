import type { SetTimer } from '../../bot/sync/worker.ts';

/** Time that stands still until it is moved. */
export interface SimulatedClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves on at once; what was due meanwhile is called back, in order. Nobody lives through the time between. */
  advance(ms: number): void;
  /** Timers of one owner, which go when it does. */
  timersOf(owner: object): SetTimer;
  forget(owner: object): void;
}

interface Timer {
  readonly owner: object;
  readonly dueAt: number;
  readonly callback: () => void;
}

export function createSimulatedClock(startAt: number): SimulatedClock {
  let at = startAt;
  let timers: readonly Timer[] = [];
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
      const due = timers.filter((timer) => timer.dueAt <= at).toSorted((one, other) => one.dueAt - other.dueAt);
      timers = timers.filter((timer) => timer.dueAt > at);
      for (const timer of due) timer.callback();
    },
    timersOf: (owner) => (afterMs, callback) => {
      const timer = { owner, dueAt: at + afterMs, callback };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    forget: (owner) => {
      timers = timers.filter((timer) => timer.owner !== owner);
    },
  };
}
