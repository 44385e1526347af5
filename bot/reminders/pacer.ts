/** Lets calls through one after another, never more often than the pace; Teams allows a bot 50 calls a second in all. */
export interface Pacer {
  turn(): Promise<void>;
  /** Nothing goes through for so long: the service said that it was too much. */
  pause(ms: number): void;
}

/** Two processes at this pace leave a fifth of the limit to answers; 2,000 people, half of them met first, take 3,000 calls. */
export const sendsASecond = 20;

export interface PacerParts {
  /** Calls a second. */
  readonly pace: number;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export function createPacer({ pace, clock, sleep }: PacerParts): Pacer {
  const between = 1000 / pace;
  let nextAt = 0;
  let pausedUntil = 0;
  return {
    turn: async () => {
      // A pause can grow while somebody waits, so the place in the line is looked at again.
      for (;;) {
        const now = clock();
        if (nextAt <= now) {
          nextAt = now + between;
          return;
        }
        const mine = nextAt;
        nextAt += between;
        await sleep(mine - now);
        if (pausedUntil <= clock()) return;
      }
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, clock() + ms);
      nextAt = Math.max(nextAt, pausedUntil);
    },
  };
}
