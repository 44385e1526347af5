import { createSeededRandom } from '../../bot/local-graph/seeded-random.ts';

/** Repeatable choices: the same seed, the same choices. */
export interface SeededChoice {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** A whole number, 0 ≤ x < below. */
  below(below: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of them; undefined when there are none. */
  one<Entry>(entries: readonly Entry[]): Entry | undefined;
  /** An id in the form of a UUID. */
  readonly uuid: () => string;
}

export function createSeededChoice(seed: number): SeededChoice {
  const random = createSeededRandom(seed);
  // The first numbers of neighbouring seeds resemble each other.
  for (let skipped = 0; skipped < 4; skipped += 1) random.next();
  const next = (): number => random.next();
  const below = (limit: number): number => Math.floor(next() * limit);
  const hex = (length: number): string => Array.from({ length }, () => below(16).toString(16)).join('');
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    one: (entries) => entries[below(entries.length)],
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
