/** What makes a drawing tidy, as faults that can be listed. */
import type { Bounds, Point, ProcessModel } from '../../../../../shared/process/process-model.ts';

export function faultsOf(model: ProcessModel, associations: ReadonlyMap<string, readonly Point[]>): readonly string[] {
  const shapes = [...model.steps.filter(({ attachedTo }) => attachedTo === undefined), ...model.objects].map(
    ({ id, bounds }) => ({ id, bounds }),
  );
  const boxes = shapes.flatMap(({ id, bounds }) => (bounds === undefined ? [] : [{ id, ...bounds }]));
  const faults = shapes.filter(({ bounds }) => bounds === undefined).map(({ id }) => `${id} has no place`);
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) if (overlap(one, other)) faults.push(`${one.id} lies on ${other.id}`);
  }
  for (const { id, roleId, bounds } of model.steps) {
    const lane = model.roles.find((role) => role.id === roleId)?.bounds;
    if (lane !== undefined && bounds !== undefined && !isInside(bounds, lane)) faults.push(`${id} is outside its lane`);
  }
  for (const [index, { id, bounds }] of model.roles.entries()) {
    const next = model.roles[index + 1]?.bounds;
    if (bounds === undefined || (next !== undefined && bounds.y + bounds.height !== next.y))
      faults.push(`${id} has a gap`);
    if (bounds !== undefined && model.bounds !== undefined && !isInside(bounds, model.bounds))
      faults.push(`${id} is outside`);
  }
  const ends = new Map(model.flows.map(({ id, from, to }) => [id, [from, to]]));
  const lines = [
    ...model.flows.map(({ id, waypoints }) => ({ id, waypoints })),
    ...[...associations].map(([id, waypoints]) => ({ id, waypoints })),
  ];
  for (const { id, waypoints } of lines) {
    if (waypoints === undefined || waypoints.length < 2) faults.push(`${id} has no way`);
    for (const [from, to] of segmentsOf(waypoints ?? [])) {
      if (from.x !== to.x && from.y !== to.y) faults.push(`${id} runs aslant`);
      for (const box of boxes.filter((one) => !(ends.get(id) ?? id.split(' ')).includes(one.id))) {
        if (crosses(from, to, box)) faults.push(`${id} runs through ${box.id}`);
      }
    }
  }
  return faults;
}

function segmentsOf(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}

function overlap(one: Bounds, other: Bounds): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function isInside(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function crosses(from: Point, to: Point, box: Bounds): boolean {
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  return overlap(
    { x: left, y: top, width: Math.abs(from.x - to.x) + 0.01, height: Math.abs(from.y - to.y) + 0.01 },
    box,
  );
}
