import type { Bounds, Point, ProcessModel } from '../process-model.ts';
import { attributeOf, childrenOf, removeElement, setAttribute } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { associationsOf } from './association-drawing.ts';
import { create, freeId } from './edit-tree.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { namespaces } from './namespaces.ts';
import { boundsOf, waypointsOf } from './read-diagram.ts';
import { ensureParticipant, processId } from './write-roles.ts';

/** Draws what the model places, and nothing else: shapes and edges that stand where they should are not touched. */
export function writeDiagram(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  // Lanes that others drew without a pool stay so.
  const needsPool = model.roles.length > 0 && (before.roles.length === 0 || model.bounds !== undefined);
  const participant = needsPool ? ensureParticipant(edit, model.name) : edit.participant;
  const pool = participant && attributeOf(participant, 'id');
  const draw: Drawing = { edit, plane: () => planeOf(edit, participant) };
  if (pool !== undefined && model.bounds !== undefined) drawShape(draw, pool, model.bounds, { isHorizontal: 'true' });
  for (const { id, bounds } of model.roles) if (bounds) drawShape(draw, id, bounds, { isHorizontal: 'true' });
  for (const { id, bounds, kind, bpmnType } of model.steps) {
    const isExclusive = kind === 'decision' && bpmnType === undefined;
    if (bounds) drawShape(draw, id, bounds, isExclusive ? { isMarkerVisible: 'true' } : {});
  }
  for (const { id, bounds } of model.objects) if (bounds) drawShape(draw, id, bounds);
  for (const { id, waypoints } of model.flows) if (waypoints) drawEdge(draw, id, waypoints);
  for (const [id, { bounds, waypoints }] of Object.entries(model.others ?? {})) {
    if (!edit.byId.has(id)) continue;
    if (bounds) drawShape(draw, id, bounds);
    if (waypoints) drawEdge(draw, id, waypoints);
  }
  for (const { id, waypoints } of associationsOf(edit, before, model)) drawEdge(draw, id, waypoints);
}

/** The plane shows the process, or the pools where there are any. */
function planeOf(edit: BpmnEdit, participant: XmlElement | undefined): XmlElement {
  const collaboration = participant?.parent && attributeOf(participant.parent, 'id');
  const shown = collaboration ?? processId(edit);
  if (edit.plane === undefined) {
    const diagram = create(edit, edit.root, 'bpmndi', 'BPMNDiagram', { id: freeId(edit, 'Diagram_1') });
    edit.plane = create(edit, diagram, 'bpmndi', 'BPMNPlane', { id: freeId(edit, 'Plane_1'), bpmnElement: shown });
  }
  // The first pool has just been made around the process.
  if (edit.participant === undefined && attributeOf(edit.plane, 'bpmnElement') === processId(edit)) {
    setAttribute(edit.plane, 'bpmnElement', shown);
  }
  return edit.plane;
}

interface Drawing {
  readonly edit: BpmnEdit;
  /** Made when the first new shape asks for it. */
  readonly plane: () => XmlElement;
}

function drawShape(
  { edit, plane }: Drawing,
  id: string,
  bounds: Bounds,
  attributes: Readonly<Record<string, string>> = {},
): void {
  const existing = edit.drawn.get(id);
  const was = boundsOf(existing);
  if (was !== undefined && same(was, bounds)) return;
  const shape =
    existing ??
    create(edit, plane(), 'bpmndi', 'BPMNShape', { id: freeId(edit, `${id}_di`), bpmnElement: id, ...attributes });
  edit.drawn.set(id, shape);
  const box = childrenOf(shape, namespaces.dc, 'Bounds')[0] ?? create(edit, shape, 'dc', 'Bounds');
  for (const name of ['x', 'y', 'width', 'height'] as const) setAttribute(box, name, text(bounds[name]));
  if (was !== undefined) moveLabel(shape, bounds.x - was.x, bounds.y - was.y);
}

function drawEdge({ edit, plane }: Drawing, id: string, waypoints: readonly Point[]): void {
  const existing = edit.drawn.get(id);
  const was = waypointsOf(existing);
  if (was?.length === waypoints.length && was.every((point, index) => same(point, waypoints[index] ?? {}))) return;
  const edge =
    existing ?? create(edit, plane(), 'bpmndi', 'BPMNEdge', { id: freeId(edit, `${id}_di`), bpmnElement: id });
  edit.drawn.set(id, edge);
  for (const old of childrenOf(edge, namespaces.di, 'waypoint')) removeElement(old);
  for (const { x, y } of waypoints) create(edit, edge, 'di', 'waypoint', { x: text(x), y: text(y) });
  // A label stood beside the old way; without a place of its own it goes to the middle of the new one.
  for (const label of childrenOf(edge, namespaces.bpmndi, 'BPMNLabel')) {
    for (const box of childrenOf(label, namespaces.dc, 'Bounds')) removeElement(box);
  }
}

function moveLabel(shape: XmlElement, dx: number, dy: number): void {
  const boxes = childrenOf(shape, namespaces.bpmndi, 'BPMNLabel').flatMap((label) =>
    childrenOf(label, namespaces.dc, 'Bounds'),
  );
  for (const box of boxes) {
    setAttribute(box, 'x', text(Number(attributeOf(box, 'x') ?? 0) + dx));
    setAttribute(box, 'y', text(Number(attributeOf(box, 'y') ?? 0) + dy));
  }
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function text(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
