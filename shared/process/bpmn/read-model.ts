import { inListOrder } from '../list-order.ts';
import { activityKinds } from '../process-model.ts';
import type {
  Bounds,
  DataObject,
  DrawnElement,
  NotShown,
  ProcessFlow,
  ProcessModel,
  ProcessRole,
  ProcessStep,
} from '../process-model.ts';
import { attributeOf, childrenOf, textOf } from '../xml/xml-tree.ts';
import type { XmlDocument, XmlElement } from '../xml/xml-tree.ts';
import { flowNodesOf, indexBpmn, ownExtension, withoutPrefix } from './bpmn-index.ts';
import type { BpmnIndex } from './bpmn-index.ts';
import { findNotShown } from './find-not-shown.ts';
import { kindOfElement, plainElement, typeOfElement } from './flow-nodes.ts';
import { namespaces } from './namespaces.ts';
import { activityIdOf, detailsOf } from './read-details.ts';
import { boundsOf, waypointsOf } from './read-diagram.ts';

export interface ReadBpmn {
  readonly model: ProcessModel;
  /** What the file holds and the list does not show. */
  readonly notShown: readonly NotShown[];
}

/** The process in a file. What cannot be part of a `ProcessModel` is named in `notShown` and stays in the file. */
export function readModel(document: XmlDocument): ReadBpmn {
  const index = indexBpmn(document);
  const { process } = index;
  const id = (process && attributeOf(process, 'id')) ?? 'Process_1';
  if (process === undefined) {
    const model = { id, name: '', roles: [], steps: [], flows: [], objects: [] };
    return { model: { ...model, ...otherElements(index, model) }, notShown: findNotShown(index, model) };
  }
  const objects = readObjects(index, process);
  const lanes = leafLanes(process);
  const steps = readSteps(index, process, lanes, new Set(objects.map((object) => object.id)));
  const known = new Set(steps.map((step) => step.id));
  const poolBounds = boundsOf(drawingOf(index, index.participant));
  const read: ProcessModel = {
    id,
    name: nameOf(index.participant) ?? nameOf(process) ?? '',
    roles: fromTheTop(lanes.map((lane) => readRole(index, lane))),
    steps,
    flows: readFlows(index, process, known),
    objects,
    ...(poolBounds !== undefined && { bounds: poolBounds }),
    ...isArranged(index, process),
  };
  const model = inListOrder({ ...read, ...otherElements(index, read) });
  return { model, notShown: findNotShown(index, model) };
}

function nameOf(element: XmlElement | undefined): string | undefined {
  const name = element && attributeOf(element, 'name')?.trim();
  return name === '' ? undefined : name;
}

function idOf(element: XmlElement): string {
  return attributeOf(element, 'id') ?? '';
}

function drawingOf(index: BpmnIndex, element: XmlElement | undefined): XmlElement | undefined {
  return element && index.drawn.get(idOf(element));
}

function placed(index: BpmnIndex, element: XmlElement): { readonly bounds?: Bounds } {
  const bounds = boundsOf(drawingOf(index, element));
  return bounds === undefined ? {} : { bounds };
}

/** A drawing that others made, or that somebody has arranged, is kept as it is. */
function isArranged(index: BpmnIndex, process: XmlElement): { readonly arranged?: true } {
  const ours = ownExtension(process, 'process');
  const arranged = ours === undefined ? index.drawn.size > 0 : attributeOf(ours, 'arranged') === 'true';
  return arranged ? { arranged: true } : {};
}

/** Lanes that hold steps and no further lanes, from the top; lanes in lanes are taken by their innermost. */
export function leafLanes(process: XmlElement): readonly XmlElement[] {
  const inside = (parent: XmlElement, local: string): readonly XmlElement[] =>
    childrenOf(parent, namespaces.bpmn, local)
      .flatMap((set) => childrenOf(set, namespaces.bpmn, 'lane'))
      .flatMap((lane) => {
        const inner = inside(lane, 'childLaneSet');
        return inner.length > 0 ? inner : [lane];
      });
  return inside(process, 'laneSet').filter((lane) => idOf(lane) !== '');
}

function readRole(index: BpmnIndex, lane: XmlElement): ProcessRole {
  return { id: idOf(lane), name: nameOf(lane) ?? '', ...placed(index, lane) };
}

/** The drawing says which role is above which; the order in the file is the tool's own. */
function fromTheTop(roles: readonly ProcessRole[]): readonly ProcessRole[] {
  const top = ({ bounds }: ProcessRole): readonly [number, number] => [bounds?.y ?? 0, bounds?.x ?? 0];
  return roles.every(({ bounds }) => bounds !== undefined)
    ? roles.toSorted((one, other) => top(one)[0] - top(other)[0] || top(one)[1] - top(other)[1])
    : roles;
}

function readSteps(
  index: BpmnIndex,
  process: XmlElement,
  lanes: readonly XmlElement[],
  objects: ReadonlySet<string>,
): readonly ProcessStep[] {
  const roles = new Map<string, string>();
  for (const lane of lanes) {
    for (const reference of childrenOf(lane, namespaces.bpmn, 'flowNodeRef')) {
      roles.set(withoutPrefix(textOf(reference)), idOf(lane));
    }
  }
  return flowNodesOf(process)
    .filter((element) => idOf(element) !== '')
    .map((element) => readStep(index, element, roles.get(idOf(element)), objects));
}

function readStep(
  index: BpmnIndex,
  element: XmlElement,
  roleId: string | undefined,
  objects: ReadonlySet<string>,
): ProcessStep {
  const kind = kindOfElement(element.local) ?? 'activity';
  const isActivity = activityKinds.has(kind);
  const activityId = isActivity ? activityIdOf(element) : undefined;
  const details = isActivity ? detailsOf(element) : undefined;
  const attachedTo = attributeOf(element, 'attachedToRef');
  return {
    id: idOf(element),
    kind,
    name: attributeOf(element, 'name') ?? '',
    ...(element.local !== plainElement[kind] && { bpmnType: typeOfElement(element.local) }),
    ...(roleId !== undefined && { roleId }),
    ...(activityId !== undefined && { activityId }),
    ...(details !== undefined && { details }),
    takes: joined(element, 'dataInputAssociation', 'sourceRef', objects),
    gives: joined(element, 'dataOutputAssociation', 'targetRef', objects),
    ...(attachedTo !== undefined && { attachedTo: withoutPrefix(attachedTo) }),
    ...placed(index, element),
  };
}

/** The objects that associations of a step name. */
function joined(
  element: XmlElement,
  association: string,
  end: string,
  objects: ReadonlySet<string>,
): readonly string[] {
  const ids = childrenOf(element, namespaces.bpmn, association)
    .flatMap((one) => childrenOf(one, namespaces.bpmn, end))
    .map((one) => withoutPrefix(textOf(one)))
    .filter((id) => objects.has(id));
  return [...new Set(ids)];
}

function readFlows(index: BpmnIndex, process: XmlElement, steps: ReadonlySet<string>): readonly ProcessFlow[] {
  return childrenOf(process, namespaces.bpmn, 'sequenceFlow').flatMap((element) => {
    const from = withoutPrefix(attributeOf(element, 'sourceRef') ?? '');
    const to = withoutPrefix(attributeOf(element, 'targetRef') ?? '');
    if (idOf(element) === '' || !steps.has(from) || !steps.has(to)) return [];
    const label = nameOf(element);
    const waypoints = waypointsOf(drawingOf(index, element));
    return [
      {
        id: idOf(element),
        from,
        to,
        ...(label !== undefined && { label }),
        ...(waypoints !== undefined && { waypoints }),
      },
    ];
  });
}

/** References to data objects; a data object that nothing refers to stands for itself (older tools join it directly). */
function readObjects(index: BpmnIndex, process: XmlElement): readonly DataObject[] {
  const references = childrenOf(process, namespaces.bpmn, 'dataObjectReference');
  const meant = new Set(references.map((one) => withoutPrefix(attributeOf(one, 'dataObjectRef') ?? '')));
  const alone = childrenOf(process, namespaces.bpmn, 'dataObject').filter((one) => !meant.has(idOf(one)));
  return [...references, ...alone]
    .filter((element) => idOf(element) !== '')
    .map((element) => {
      const target = index.byId.get(withoutPrefix(attributeOf(element, 'dataObjectRef') ?? ''));
      return { id: idOf(element), name: nameOf(element) ?? nameOf(target) ?? '', ...placed(index, element) };
    });
}

/** Where everything else in the drawing is, so that it can be moved, and laid beside. */
function otherElements(index: BpmnIndex, model: ProcessModel): Pick<ProcessModel, 'others'> {
  const shown = new Set(
    [model.roles, model.steps, model.flows, model.objects].flatMap((list) => list.map(({ id }) => id)),
  );
  if (index.participant !== undefined) shown.add(idOf(index.participant));
  const others: Record<string, DrawnElement> = {};
  for (const [id, shape] of index.drawn) {
    if (shown.has(id)) continue;
    const bounds = boundsOf(shape);
    const waypoints = waypointsOf(shape);
    if (bounds !== undefined) others[id] = { bounds };
    else if (waypoints !== undefined) others[id] = { waypoints };
  }
  return Object.keys(others).length === 0 ? {} : { others };
}
