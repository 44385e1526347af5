/** Small numbers beside something that tells about persons point at somebody (`permissions.json`, view `statistics`). */

/** A cell together with something that tells about persons shows no number below this. */
export const smallestCell = 5;

export interface Cell {
  readonly value: string | null;
  readonly count: number;
}

/** The cells whose number is not to be shown: the small ones, and one more where a single one is what the rest leave. */
export function withheldCells(cells: readonly Cell[]): ReadonlySet<string | null> {
  const ascending = cells.toSorted((one, other) => one.count - other.count);
  const small = ascending.filter(({ count }) => count < smallestCell).length;
  // The total is known from counts by status: a single withheld cell would be the difference.
  return new Set(ascending.slice(0, small === 1 ? 2 : small).map(({ value }) => value));
}
