/** A repeatable source of chance (mulberry32): the same seed gives the same faults and the same order of answers. */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** Starts over from a seed. */
  reseed(seed: number): void;
}

export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    reseed(newSeed) {
      state = newSeed >>> 0;
    },
  };
}

/** A shuffled copy. */
export function shuffle<Entry>(entries: readonly Entry[], random: SeededRandom): Entry[] {
  const shuffled = [...entries];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    const [a, b] = [shuffled[last], shuffled[other]];
    if (a !== undefined && b !== undefined) {
      shuffled[last] = b;
      shuffled[other] = a;
    }
  }
  return shuffled;
}
