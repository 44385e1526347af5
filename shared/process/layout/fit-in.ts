import type { Bounds, Point, ProcessModel, ProcessStep } from '../process-model.ts';
import { layOutProcess } from './layout-process.ts';
import { sizeOf, sizes } from './measure.ts';

/**
 * The model with a place for everything. What somebody has arranged stays where it is, and what is new is fitted in
 * beside what it follows upon; a drawing that nobody has touched, or that lacks its frame, is laid out as a whole.
 */
export function withLayout(model: ProcessModel): ProcessModel {
  const hasPlaces = model.steps.some(({ bounds }) => bounds !== undefined);
  const hasLanes = model.roles.every(({ bounds }) => bounds !== undefined);
  if (model.arranged !== true || !hasPlaces || !hasLanes) return layOutProcess(model).model;
  return fitIn(model);
}

function fitIn(model: ProcessModel): ProcessModel {
  const placed = new Map<string, Bounds>();
  for (const { id, bounds } of [...model.steps, ...model.objects]) if (bounds !== undefined) placed.set(id, bounds);
  for (const step of model.steps) {
    if (!placed.has(step.id)) placed.set(step.id, placeFor(model, step, placed));
  }
  for (const { id } of model.objects) {
    if (placed.has(id)) continue;
    const giver = model.steps.find((step) => step.gives.includes(id) || step.takes.includes(id));
    const beside = placed.get(giver?.id ?? '') ?? { x: 0, y: 0, ...sizes.task };
    const wished = {
      x: beside.x + sizes.task.width / 2,
      y: beside.y + beside.height + sizes.objectGap,
      ...sizes.object,
    };
    placed.set(id, freePlace(wished, [...placed.values()]));
  }
  const flows = model.flows.map((flow) => {
    if (flow.waypoints !== undefined) return flow;
    const [from, to] = [placed.get(flow.from), placed.get(flow.to)];
    return from === undefined || to === undefined ? flow : { ...flow, waypoints: simpleWay(from, to) };
  });
  const at = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, ...(placed.has(item.id) && { bounds: placed.get(item.id) as Bounds }) }));
  return aroundSteps({ ...model, steps: at(model.steps), objects: at(model.objects), flows });
}

/** To the right of what leads to it, at the height of its lane. */
function placeFor(model: ProcessModel, step: ProcessStep, placed: ReadonlyMap<string, Bounds>): Bounds {
  const size = sizeOf(step.kind);
  const before = model.flows.filter(({ to }) => to === step.id).flatMap(({ from }) => placed.get(from) ?? []);
  const lane = model.roles.find(({ id }) => id === step.roleId)?.bounds;
  const right = Math.max(lane === undefined ? 0 : lane.x + 20, ...before.map(({ x, width }) => x + width + 50));
  const middle = before[0] === undefined ? undefined : before[0].y + before[0].height / 2;
  const isInLane = lane === undefined || (middle !== undefined && middle > lane.y && middle < lane.y + lane.height);
  const height = isInLane && middle !== undefined ? middle : (lane?.y ?? 0) + (lane?.height ?? sizes.task.height) / 2;
  return freePlace({ x: right, y: height - size.height / 2, ...size }, [...placed.values()]);
}

/** The nearest place to the right that nothing stands in. */
function freePlace(wished: Bounds, taken: readonly Bounds[]): Bounds {
  let place = wished;
  for (let tries = 0; tries < 1000; tries += 1) {
    const other = taken.find((one) => overlaps(one, place));
    if (other === undefined) return place;
    place = { ...place, x: other.x + other.width + 30 };
  }
  return place;
}

function overlaps(one: Bounds, other: Bounds): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** At right angles, bent half-way. */
function simpleWay(from: Bounds, to: Bounds): readonly Point[] {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (start.y === end.y) return [start, end];
  const x = Math.round((start.x + end.x) / 2);
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}

/** Lanes and pool grow to the right with what stands in them. */
function aroundSteps(model: ProcessModel): ProcessModel {
  const right = Math.max(
    ...[...model.steps, ...model.objects].map(({ bounds }) => (bounds?.x ?? 0) + (bounds?.width ?? 0)),
  );
  const grown = <Item extends { readonly bounds?: Bounds }>(item: Item): Item => {
    const { bounds } = item;
    return bounds === undefined || bounds.x + bounds.width >= right
      ? item
      : { ...item, bounds: { ...bounds, width: right + 30 - bounds.x } };
  };
  return grown({ ...model, roles: model.roles.map(grown) });
}
