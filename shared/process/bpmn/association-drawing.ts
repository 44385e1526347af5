import { associationKey, layOutProcess } from '../layout/layout-process.ts';
import { stepOf } from '../process-model.ts';
import type { Bounds, Point, ProcessModel, ProcessStep } from '../process-model.ts';
import { attributeOf, childrenOf, textOf } from '../xml/xml-tree.ts';
import { withoutPrefix } from './bpmn-index.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { namespaces } from './namespaces.ts';

interface AssociationDrawing {
  readonly id: string;
  readonly waypoints: readonly Point[];
}

/**
 * The lines between activities and objects. They have no bends of their own: one is drawn anew when it is new, or when
 * either end has moved; others stay as they are, or as `others` of the model says.
 */
export function associationsOf(
  edit: BpmnEdit,
  before: ProcessModel,
  model: ProcessModel,
): readonly AssociationDrawing[] {
  // A drawing that nobody has arranged is laid out as a whole, its lines too.
  const laidOut = model.arranged === true ? undefined : layOutProcess(model).associations;
  const objects = new Map(model.objects.map((object) => [object.id, object]));
  const objectsBefore = new Map(before.objects.map((object) => [object.id, object]));
  return model.steps.flatMap((step) => {
    if (step.bounds === undefined || step.takes.length + step.gives.length === 0) return [];
    const was = stepOf(before, step.id);
    const hasMoved = !isSame(step.bounds, was?.bounds);
    return joinsOf(edit, step).flatMap(({ id, objectId, side }) => {
      const object = objects.get(objectId)?.bounds;
      if (object === undefined || step.bounds === undefined) return [];
      const stays = !hasMoved && isSame(object, objectsBefore.get(objectId)?.bounds);
      // Whoever moved it by hand has said where it runs.
      const isPlaced = model.others?.[id]?.waypoints !== undefined && !isSame(model.others[id], before.others?.[id]);
      const isOld = (side === 'in' ? was?.takes : was?.gives)?.includes(objectId) ?? false;
      if ((stays && isOld) || isPlaced) return [];
      const line = between(step.bounds, object);
      const direct = side === 'in' ? line.toReversed() : line;
      return [{ id, waypoints: laidOut?.get(associationKey(step.id, objectId, side)) ?? direct }];
    });
  });
}

function joinsOf(
  edit: BpmnEdit,
  step: ProcessStep,
): readonly { readonly id: string; readonly objectId: string; readonly side: 'in' | 'out' }[] {
  const element = edit.byId.get(step.id);
  if (element === undefined) return [];
  const read = (association: string, end: string, side: 'in' | 'out') =>
    childrenOf(element, namespaces.bpmn, association).flatMap((one) => {
      const id = attributeOf(one, 'id');
      const reference = childrenOf(one, namespaces.bpmn, end)[0];
      return id === undefined || reference === undefined
        ? []
        : [{ id, objectId: withoutPrefix(textOf(reference)), side }];
    });
  return [...read('dataInputAssociation', 'sourceRef', 'in'), ...read('dataOutputAssociation', 'targetRef', 'out')];
}

/** From the edge of the step to that of the object, straight up or down where they stand over each other. */
function between(step: Bounds, object: Bounds): readonly Point[] {
  const isBelow = object.y >= step.y + step.height;
  const isAbove = object.y + object.height <= step.y;
  const left = Math.max(step.x, object.x);
  const right = Math.min(step.x + step.width, object.x + object.width);
  if ((isBelow || isAbove) && left <= right) {
    const x = (left + right) / 2;
    return isBelow
      ? [point(x, step.y + step.height), point(x, object.y)]
      : [point(x, step.y), point(x, object.y + object.height)];
  }
  const middle = object.x + object.width / 2;
  const goesRight = middle >= step.x + step.width / 2;
  const y = step.y + step.height / 2;
  const from = point(goesRight ? step.x + step.width : step.x, y);
  if (!isBelow && !isAbove) return [from, point(goesRight ? object.x : object.x + object.width, y)];
  // Out at the side, then straight to the object.
  return [from, point(middle, y), point(middle, isBelow ? object.y : object.y + object.height)];
}

function point(x: number, y: number): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
