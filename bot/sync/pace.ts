/** Holds back all writing while SharePoint is busy (`graph.md` 5.1: a throttled app pauses every request). */
export interface Pace {
  /** Resource units that may be spent now; 0 while paused. */
  available(): number;
  spend(units: number): void;
  /** SharePoint answered 429 or 503. Without a time of its own the pause doubles, with jitter. */
  pause(retryAfterMs: number | undefined): void;
  /** A write went through. */
  ease(): void;
  /** Until when all is held back; undefined when nothing is. */
  pausedUntil(): Date | undefined;
}

export interface PaceOptions {
  readonly now: () => Date;
  readonly random: () => number;
  /** Resource units a minute; undefined: unlimited (local mode). */
  readonly unitsPerMinute?: number | undefined;
}

const longestPauseMs = 300_000;

export function createPace({ now, random, unitsPerMinute }: PaceOptions): Pace {
  let until = 0;
  let refusals = 0;
  // A bucket of two seconds' worth: evens out, without hurting the first writes after a rest.
  const capacity = unitsPerMinute === undefined ? 0 : Math.max(unitsPerMinute / 30, 40);
  let tokens = capacity;
  let filledAt = now().getTime();

  const fill = (): void => {
    if (unitsPerMinute === undefined) return;
    const at = now().getTime();
    tokens = Math.min(capacity, tokens + (Math.max(0, at - filledAt) * unitsPerMinute) / 60_000);
    filledAt = at;
  };
  const isPaused = (): boolean => until > now().getTime();
  return {
    available: () => {
      fill();
      if (isPaused()) return 0;
      return unitsPerMinute === undefined ? Infinity : tokens;
    },
    spend: (units) => {
      if (unitsPerMinute !== undefined) tokens -= units;
    },
    pause: (retryAfterMs) => {
      refusals += 1;
      const own = Math.min(1000 * 2 ** Math.min(refusals, 9), longestPauseMs) * (0.5 + random() / 2);
      until = Math.max(until, now().getTime() + (retryAfterMs ?? own));
    },
    ease: () => {
      refusals = 0;
    },
    pausedUntil: () => (isPaused() ? new Date(until) : undefined),
  };
}

/** How long one record waits after its n:th failed attempt: 1 s doubling to 5 min, between half and the whole of it. */
export function backOffMs(attempts: number, random: () => number): number {
  return Math.min(1000 * 2 ** Math.min(attempts - 1, 20), longestPauseMs) * (0.5 + random() / 2);
}
