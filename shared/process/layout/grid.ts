import type { ProcessFlow, ProcessModel, ProcessStep } from '../process-model.ts';

/** Where each step stands, counted in columns along the flow and rows from the top. Rows belong to one lane each. */
export interface Grid {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly columnCount: number;
  /** For each row, the index of its lane. */
  readonly laneOfRow: readonly number[];
  /** Flows in the order of the file, those that lead back among them. */
  readonly flows: readonly ProcessFlow[];
}

export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** An event on the edge of an activity stands on that edge and not in a cell of its own. */
export function standsAlone(step: ProcessStep): boolean {
  return step.attachedTo === undefined;
}

/**
 * Columns by the longest way from a start, lanes by role, and inside a lane the row of what came before where it is
 * free. `model` is in list order, so what leads against the list leads back and counts for nothing.
 */
export function createGrid(model: ProcessModel): Grid {
  const steps = model.steps.filter(standsAlone);
  const position = new Map(steps.map(({ id }, index) => [id, index]));
  const hosts = new Map(
    model.steps.flatMap(({ id, attachedTo }) => (attachedTo === undefined ? [] : [[id, attachedTo]])),
  );
  const flows = model.flows.filter(({ from, to }) => position.has(hosts.get(from) ?? from) && position.has(to));
  const forward = flows
    .map((flow) => ({ from: hosts.get(flow.from) ?? flow.from, to: flow.to }))
    .filter(({ from, to }) => (position.get(from) ?? 0) < (position.get(to) ?? 0));
  const before = Map.groupBy(forward, ({ to }) => to);

  const columns = new Map<string, number>();
  for (const { id } of steps) {
    columns.set(id, Math.max(0, ...(before.get(id) ?? []).map(({ from }) => (columns.get(from) ?? 0) + 1)));
  }
  const laneIds = model.roles.map(({ id }) => id);
  const laneOf = (step: ProcessStep): number => Math.max(0, laneIds.indexOf(step.roleId ?? ''));
  const taken = new Set<string>();
  const inLane = new Map<string, number>();
  const heights = laneIds.length === 0 ? [1] : laneIds.map(() => 1);
  for (const step of steps) {
    const lane = laneOf(step);
    const column = columns.get(step.id) ?? 0;
    const isFree = (row: number): boolean => !taken.has(`${lane} ${column} ${row}`);
    const wished = (before.get(step.id) ?? [])
      .filter(({ from }) => laneOf(steps[position.get(from) ?? 0] ?? step) === lane)
      .map(({ from }) => inLane.get(from) ?? 0)
      .find(isFree);
    let row = wished ?? 0;
    while (!isFree(row)) row += 1;
    taken.add(`${lane} ${column} ${row}`);
    inLane.set(step.id, row);
    heights[lane] = Math.max(heights[lane] ?? 1, row + 1);
  }
  const firstRow = heights.map((_, lane) => heights.slice(0, lane).reduce((sum, height) => sum + height, 0));
  return {
    cells: new Map(
      steps.map((step) => [
        step.id,
        { column: columns.get(step.id) ?? 0, row: (firstRow[laneOf(step)] ?? 0) + (inLane.get(step.id) ?? 0) },
      ]),
    ),
    columnCount: Math.max(1, ...[...columns.values()].map((column) => column + 1)),
    laneOfRow: heights.flatMap((height, lane) => Array.from({ length: height }, () => lane)),
    flows,
  };
}
