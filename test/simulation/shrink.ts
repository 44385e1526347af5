import type { Operation } from './plan-operations.ts';

/**
 * Leaves out operations while the run still fails: larger parts first, then single ones. What remains need not be the
 * smallest of all, but nothing in it can be left out by itself.
 *
 * @param fails runs the operations; asked no more once `patienceMs` have passed
 */
export async function shrink(
  operations: readonly Operation[],
  fails: (operations: readonly Operation[]) => Promise<boolean>,
  patienceMs = 120_000,
): Promise<readonly Operation[]> {
  let kept = operations;
  const until = Date.now() + patienceMs;
  for (let size = Math.ceil(kept.length / 2); size >= 1;) {
    let isShorter = false;
    for (let start = 0; start < kept.length && Date.now() < until;) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (await fails(fewer)) {
        kept = fewer;
        isShorter = true;
      } else start += size;
    }
    if (Date.now() >= until || (size === 1 && !isShorter)) break;
    size = size > 1 ? Math.ceil(size / 2) : 1;
  }
  return kept;
}
