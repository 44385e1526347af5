/** Spelling errors: letters left out, added, changed or swapped with their neighbour. */

/**
 * Distance between two words where a swap of neighbours counts once, or `limit + 1` when it is larger than `limit`.
 * With `freeEnding` the word may go on after the stem: `medecinen` is 1 from the stem `medicin`.
 */
export function editDistance(stem: string, word: string, limit: number, freeEnding = false): number {
  const tooFar = limit + 1;
  if (stem.length - word.length > limit) return tooFar;
  if (!freeEnding && word.length - stem.length > limit) return tooFar;
  const width = Math.min(word.length, stem.length + limit);
  let beforePrevious: number[] = [];
  let previous: number[] = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= stem.length; row += 1) {
    const current: number[] = [row];
    let best = row;
    for (let column = 1; column <= width; column += 1) {
      const same = stem[row - 1] === word[column - 1];
      let cost = Math.min(
        (previous[column] ?? tooFar) + 1,
        (current[column - 1] ?? tooFar) + 1,
        (previous[column - 1] ?? tooFar) + (same ? 0 : 1),
      );
      const swapped = column > 1 && row > 1 && stem[row - 1] === word[column - 2] && stem[row - 2] === word[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? tooFar) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return tooFar;
    beforePrevious = previous;
    previous = current;
  }
  const distance = freeEnding ? Math.min(...previous) : (previous[word.length] ?? tooFar);
  return Math.min(distance, tooFar);
}
