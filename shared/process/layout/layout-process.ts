import { inListOrder } from '../list-order.ts';
import type { Bounds, Point, ProcessModel, ProcessStep } from '../process-model.ts';
import { createGrid, standsAlone } from './grid.ts';
import type { Grid } from './grid.ts';
import { findRoutes } from './routes.ts';
import type { Join, Routes } from './routes.ts';
import { measure, sizeOf, sizes } from './measure.ts';
import type { Measures } from './measure.ts';
import { drawRoute } from './draw-route.ts';

export interface LaidOut {
  readonly model: ProcessModel;
  /** Lines between activities and objects, by `associationKey`. */
  readonly associations: ReadonlyMap<string, readonly Point[]>;
}

export function associationKey(stepId: string, objectId: string, side: 'in' | 'out'): string {
  return `${side} ${stepId} ${objectId}`;
}

/**
 * Places everything anew: lanes for roles from the top, steps along the flow, objects under the activity that gives
 * them (or takes them, where nobody does). Shapes do not overlap, steps stand in their lane, flows run at right angles
 * and through no shape.
 */
export function layOutProcess(given: ProcessModel): LaidOut {
  const model = inListOrder(given);
  const grid = createGrid(model);
  const homes = homesOf(model, grid);
  const routes = findRoutes(grid, [...flowJoins(model, grid), ...takingJoins(model, grid, homes)]);
  const measures = measure(model, grid, homes, routes);
  const placed = placeShapes(model, grid, homes, measures);
  const stepBounds = new Map(placed.steps.flatMap(({ id, bounds }) => (bounds === undefined ? [] : [[id, bounds]])));
  const objectBounds = new Map(
    placed.objects.flatMap(({ id, bounds }) => (bounds === undefined ? [] : [[id, bounds]])),
  );
  const flows = placed.flows.map((flow) => {
    const [from, to, route] = [stepBounds.get(flow.from), stepBounds.get(flow.to), routes.routes.get(flow.id)];
    const { waypoints: _, ...bare } = flow;
    return from === undefined || to === undefined || route === undefined
      ? bare
      : { ...bare, waypoints: drawRoute(route, middleRight(from), middleLeft(to), from, measures) };
  });
  return {
    model: { ...placed, flows },
    associations: drawAssociations(model, routes, stepBounds, objectBounds, measures),
  };
}

function flowJoins(model: ProcessModel, grid: Grid): readonly Join[] {
  const hosts = new Map(model.steps.map(({ id, attachedTo }) => [id, attachedTo ?? id]));
  const kinds = new Map(model.steps.map(({ id, kind }) => [id, kind]));
  const gone = new Set<string>();
  return grid.flows.flatMap(({ id, from: source, to: target }) => {
    const [from, to] = [grid.cells.get(hosts.get(source) ?? source), grid.cells.get(target)];
    if (from === undefined || to === undefined) return [];
    const isGateway = kinds.get(source) === 'decision' || kinds.get(source) === 'parallel';
    const isBranch = (isGateway && gone.has(source)) || hosts.get(source) !== source;
    gone.add(source);
    return [{ key: id, from, to, isBranch: isBranch && (hosts.get(source) === source || to.row >= from.row) }];
  });
}

/** Objects stand under the first step that gives them, else under the first that takes them. */
function homesOf(model: ProcessModel, grid: Grid): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const side of ['gives', 'takes'] as const) {
    for (const step of model.steps.filter(({ id }) => grid.cells.has(id))) {
      for (const id of step[side]) if (!homes.has(id)) homes.set(id, step.id);
    }
  }
  return homes;
}

/** Lines from an object to those that take it, except the one that it stands under. */
function takingJoins(model: ProcessModel, grid: Grid, homes: ReadonlyMap<string, string>): readonly Join[] {
  return model.steps.flatMap((step) =>
    step.takes.flatMap((objectId): readonly Join[] => {
      const home = homes.get(objectId);
      const [from, to] = [grid.cells.get(home ?? ''), grid.cells.get(step.id)];
      if (home === step.id || from === undefined || to === undefined) return [];
      return [{ key: associationKey(step.id, objectId, 'in'), from, to, isOffCentre: true }];
    }),
  );
}

function placeShapes(
  model: ProcessModel,
  grid: Grid,
  homes: ReadonlyMap<string, string>,
  measures: Measures,
): ProcessModel {
  const placed = new Map<string, Bounds>();
  for (const step of model.steps.filter(standsAlone)) placed.set(step.id, stepBoundsOf(step, grid, measures));
  for (const step of model.steps) {
    const host = placed.get(step.attachedTo ?? '');
    if (host === undefined || step.attachedTo === undefined) continue;
    const beside = model.steps.filter(({ attachedTo }) => attachedTo === step.attachedTo).indexOf(step);
    placed.set(step.id, { x: host.x + 4 + beside * 40, y: host.y + host.height - 18, ...sizes.event });
  }
  const underOf = Map.groupBy(model.objects, ({ id }) => homes.get(id) ?? '');
  const hasPool = model.roles.length > 0;
  return {
    ...model,
    steps: model.steps.map((step) => withBounds(step, placed.get(step.id))),
    objects: model.objects.map((object) => {
      const home = homes.get(object.id) ?? '';
      const host = placed.get(home);
      const index = (underOf.get(home) ?? []).indexOf(object);
      if (host === undefined) return withBounds(object, measures.loose(index));
      const cell = grid.cells.get(home);
      return withBounds(object, {
        x: host.x + host.width / 2 + sizes.objectOffset,
        y: measures.rowMiddle(cell?.row ?? 0) + sizes.task.height / 2 + sizes.objectGap + index * sizes.objectStep,
        ...sizes.object,
      });
    }),
    roles: model.roles.map((role, index) => withBounds(role, measures.lane(index))),
    ...(hasPool && { bounds: measures.pool() }),
  };
}

function withBounds<Item extends object>(item: Item, bounds: Bounds | undefined): Item & { readonly bounds?: Bounds } {
  return bounds === undefined ? item : { ...item, bounds };
}

function stepBoundsOf(step: ProcessStep, grid: Grid, measures: Measures): Bounds {
  const { column, row } = grid.cells.get(step.id) ?? { column: 0, row: 0 };
  const size = sizeOf(step.kind);
  return {
    x: measures.columnMiddle(column) - size.width / 2,
    y: measures.rowMiddle(row) - size.height / 2,
    ...size,
  };
}

function drawAssociations(
  model: ProcessModel,
  { routes }: Routes,
  stepBounds: ReadonlyMap<string, Bounds>,
  objectBounds: ReadonlyMap<string, Bounds>,
  measures: Measures,
): ReadonlyMap<string, readonly Point[]> {
  const lines = new Map<string, readonly Point[]>();
  for (const step of model.steps) {
    const bounds = stepBounds.get(step.id);
    if (bounds === undefined) continue;
    for (const [side, ids] of [
      ['in', step.takes],
      ['out', step.gives],
    ] as const) {
      for (const id of ids) {
        const object = objectBounds.get(id);
        if (object === undefined) continue;
        const key = associationKey(step.id, id, side);
        const route = routes.get(key);
        const entry = { x: bounds.x, y: bounds.y + bounds.height - 15 };
        if (route !== undefined) lines.set(key, drawRoute(route, middleRight(object), entry, object, measures));
        else lines.set(key, side === 'out' ? downTo(bounds, object) : downTo(bounds, object).toReversed());
      }
    }
  }
  return lines;
}

/** From the bottom of a step down beside the names, and into the side of an object under it. */
function downTo(step: Bounds, object: Bounds): readonly Point[] {
  const { y } = middleLeft(object);
  const bottom = step.y + step.height;
  // An object that stands under no step is reached from wherever the step is; the lane below is no obstacle to a line.
  const x = Math.max(step.x + 4, object.x - 30);
  return [{ x, y: bottom }, { x, y }, middleLeft(object)];
}

function middleRight({ x, y, width, height }: Bounds): Point {
  return { x: x + width, y: y + height / 2 };
}

function middleLeft({ x, y, height }: Bounds): Point {
  return { x, y: y + height / 2 };
}
