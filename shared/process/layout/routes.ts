import type { Cell, Grid } from './grid.ts';
import { createChannels } from './tracks.ts';

/**
 * How a line runs, before anything has a size: between columns lie gutters (gutter `c` is to the right of column `c`),
 * above rows lie corridors (corridor `r` is above row `r`), and shapes stand in neither, so a line that keeps to them
 * crosses no shape.
 */
export type Route =
  | { readonly kind: 'straight' }
  | { readonly kind: 'oneBend'; readonly gutter: Track }
  | { readonly kind: 'around'; readonly first: Track; readonly corridor: Track; readonly last: Track }
  /** Out at the bottom or the top, along the corridor there, and on as `then` says. */
  | { readonly kind: 'fromCorner'; readonly side: 'top' | 'bottom'; readonly corridor: Track; readonly last: Track };

export interface Track {
  readonly channel: number;
  readonly track: number;
}

export interface Join {
  readonly key: string;
  readonly from: Cell;
  readonly to: Cell;
  /** Lines between activities and objects begin and end off the middle of the row. */
  readonly isOffCentre?: boolean;
  /** Not the first way out of a gateway. */
  readonly isBranch?: boolean;
}

export interface Routes {
  readonly routes: ReadonlyMap<string, Route>;
  readonly gutterTracks: (column: number) => number;
  readonly corridorTracks: (row: number) => number;
}

export function findRoutes(grid: Grid, joins: readonly Join[]): Routes {
  const gutters = createChannels();
  const corridors = createChannels();
  // Cells that hold a step, or that a line runs straight through.
  const occupied = new Set([...grid.cells.values()].map(({ column, row }) => `${column} ${row}`));
  const routes = new Map<string, Route>();
  for (const join of joins) routes.set(join.key, routeOf(join));
  return {
    routes,
    gutterTracks: (column) => gutters.countAt(column),
    corridorTracks: (row) => corridors.countAt(row),
  };

  function routeOf({ from, to, isOffCentre, isBranch }: Join): Route {
    const isNext = to.column === from.column + 1;
    if (isBranch === true && from.row !== to.row) return fromCorner(from, to);
    if (from.row === to.row && isOffCentre !== true && canRunStraight(from, to)) return { kind: 'straight' };
    if (isNext) return { kind: 'oneBend', gutter: inGutter(from.column, from.row, to.row) };
    if (to.column > from.column && isOffCentre !== true && canRunStraight({ ...from, row: to.row }, to)) {
      return { kind: 'oneBend', gutter: inGutter(from.column, from.row, to.row) };
    }
    // Above the row that the line leads to, or above its own when it leads back to the same.
    const corridor = to.row;
    return {
      kind: 'around',
      first: inGutter(from.column, from.row, corridor - 0.5),
      corridor: { channel: corridor, track: corridors.at(corridor).take(from.column, to.column - 1) },
      last: inGutter(to.column - 1, corridor - 0.5, to.row),
    };
  }

  function fromCorner(from: Cell, to: Cell): Route {
    const isDown = to.row > from.row;
    const corridor = isDown ? from.row + 1 : from.row;
    const side = isDown ? 'bottom' : 'top';
    const last = to.column - 1;
    return {
      kind: 'fromCorner',
      side,
      corridor: { channel: corridor, track: corridors.at(corridor).take(from.column - 0.5, last) },
      last: inGutter(last, corridor - 0.5, to.row),
    };
  }

  function inGutter(column: number, from: number, to: number): Track {
    // Half a row around: lines leave a row by its middle or by a little below it.
    return { channel: column, track: gutters.at(column).take(Math.min(from, to) - 0.4, Math.max(from, to) + 0.4) };
  }

  /** Straight along a row whose cells in between are free; then nobody else may. */
  function canRunStraight(from: Cell, to: Cell): boolean {
    if (to.column <= from.column) return false;
    const between = Array.from({ length: to.column - from.column - 1 }, (_, index) => from.column + 1 + index);
    const keys = between.map((column) => `${column} ${to.row}`);
    if (keys.some((key) => occupied.has(key))) return false;
    for (const key of keys) occupied.add(key);
    return true;
  }
}
