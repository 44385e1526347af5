import type { Bounds, ProcessModel, StepKind } from '../process-model.ts';
import type { Grid } from './grid.ts';
import type { Routes, Track } from './routes.ts';

/** Sizes that bpmn-js draws shapes with, and the room between them, in pixels. */
export const sizes = {
  task: { width: 100, height: 80 },
  event: { width: 36, height: 36 },
  gateway: { width: 50, height: 50 },
  object: { width: 36, height: 50 },
  /** From the middle of a step to the left side of its first object, so that lines into the step pass beside it. */
  objectOffset: 8,
  objectGap: 20,
  /** From one object to the next under it. */
  objectStep: 90,
  /** The name under an object, two lines; they are part of `objectStep`. */
  objectNameWidth: 96,
  track: 12,
  gutter: 40,
  corridor: 24,
  laneHeader: 30,
  margin: 20,
} as const;

export function sizeOf(kind: StepKind): { readonly width: number; readonly height: number } {
  if (kind === 'activity' || kind === 'subProcess') return sizes.task;
  return kind === 'decision' || kind === 'parallel' ? sizes.gateway : sizes.event;
}

export interface Measures {
  columnMiddle(column: number): number;
  rowMiddle(row: number): number;
  gutterX(track: Track): number;
  corridorY(track: Track): number;
  lane(index: number): Bounds;
  pool(): Bounds;
  /** Under everything, for an object that belongs to no step. */
  loose(index: number): Bounds;
}

const origin = { x: 160, y: 80 };

/** Gives columns, gutters, rows and corridors the room that stands in them. */
export function measure(model: ProcessModel, grid: Grid, homes: ReadonlyMap<string, string>, routes: Routes): Measures {
  const objectsUnder = Map.groupBy(homes.values(), (stepId) => stepId);
  const widths = Array.from({ length: grid.columnCount }, () => 0);
  const heights = grid.laneOfRow.map((): number => sizes.task.height);
  for (const [stepId, { column, row }] of grid.cells) {
    const count = objectsUnder.get(stepId)?.length ?? 0;
    const right = count === 0 ? 0 : sizes.objectOffset + sizes.object.width / 2 + sizes.objectNameWidth / 2;
    widths[column] = Math.max(widths[column] ?? 0, right - sizes.task.width / 2);
    const below = count === 0 ? 0 : sizes.objectGap + count * sizes.objectStep;
    heights[row] = Math.max(heights[row] ?? 0, sizes.task.height + below);
  }
  const isPooled = model.roles.length > 0;
  const left = origin.x + (isPooled ? 2 * sizes.laneHeader : 0);
  const gutterWidth = (column: number): number => sizes.gutter + sizes.track * routes.gutterTracks(column);
  const corridorHeight = (row: number): number => sizes.corridor + sizes.track * routes.corridorTracks(row);

  // Left side of each column; its gutter begins where the column ends.
  const columns: number[] = [];
  let x = left + gutterWidth(-1);
  for (const [column, extra] of widths.entries()) {
    columns.push(x);
    x += sizes.task.width + extra + gutterWidth(column);
  }
  const right = x;
  // Top of each corridor; the row stands under it.
  const corridors: number[] = [];
  let y = origin.y;
  for (const [row, height] of heights.entries()) {
    corridors.push(y);
    y += corridorHeight(row) + height;
    if (grid.laneOfRow[row + 1] !== grid.laneOfRow[row]) y += sizes.margin;
  }
  corridors.push(y);
  const bottom = y + corridorHeight(heights.length) - sizes.corridor;

  const columnLeft = (column: number): number => columns[column] ?? right;
  const laneTop = (index: number): number => corridors[grid.laneOfRow.indexOf(index)] ?? origin.y;
  const laneCount = Math.max(1, model.roles.length);
  const laneBottom = (index: number): number => (index + 1 < laneCount ? laneTop(index + 1) : bottom);
  const frameLeft = origin.x;
  return {
    columnMiddle: (column) => columnLeft(column) + sizes.task.width / 2,
    rowMiddle: (row) => (corridors[row] ?? bottom) + corridorHeight(row) + sizes.task.height / 2,
    gutterX: ({ channel, track }) =>
      (channel < 0 ? left : columnLeft(channel) + sizes.task.width + (widths[channel] ?? 0)) +
      sizes.gutter / 2 +
      sizes.track * (track + 0.5),
    corridorY: ({ channel, track }) => (corridors[channel] ?? bottom) + sizes.track * (track + 0.5),
    lane: (index) => ({
      x: frameLeft + sizes.laneHeader,
      y: laneTop(index),
      width: right - frameLeft - sizes.laneHeader,
      height: laneBottom(index) - laneTop(index),
    }),
    pool: () => ({ x: frameLeft, y: origin.y, width: right - frameLeft, height: bottom - origin.y }),
    loose: (index) => ({ x: left + index * sizes.objectNameWidth, y: bottom + sizes.margin, ...sizes.object }),
  };
}
