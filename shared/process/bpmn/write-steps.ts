import { stepOf } from '../process-model.ts';
import type { ActivityDetails, ProcessModel, ProcessStep } from '../process-model.ts';
import { childrenOf, elementsIn, removeElement, rename, setAttribute, setText, textOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { ownExtension, withoutPrefix } from './bpmn-index.ts';
import { create, createReference, freeId, removeWithTraces } from './edit-tree.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { elementOfType, plainElement } from './flow-nodes.ts';
import { namespaces } from './namespaces.ts';
import { detailAttributes, detailLists, plainDocumentation } from './read-details.ts';
import { ensureExtension } from './extensions.ts';

/** Steps that are gone go last, when no flow that stays leads to them any more. */
export function removeSteps(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  for (const { id } of before.steps) if (stepOf(model, id) === undefined) removeWithTraces(edit, id);
}

export function writeSteps(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  for (const step of model.steps) {
    const was = stepOf(before, step.id);
    const element = edit.byId.get(step.id) ?? create(edit, edit.process, 'bpmn', elementOf(step), { id: step.id });
    if (was !== undefined && elementOf(was) !== elementOf(step)) rename(element, elementOf(step));
    if (step.name !== (was?.name ?? '')) setAttribute(element, 'name', step.name === '' ? undefined : step.name);
    if (step.attachedTo !== was?.attachedTo) setAttribute(element, 'attachedToRef', step.attachedTo);
    if (step.roleId !== was?.roleId) moveToLane(edit, step);
    writeObjectsOf(edit, element, step, was);
    writeDetails(edit, element, step, was);
  }
}

function elementOf(step: ProcessStep): string {
  return step.bpmnType === undefined ? plainElement[step.kind] : elementOfType(step.bpmnType);
}

/** Takes a step out of the lanes it was in, and puts it into that of its role. Lanes around that lane keep it. */
function moveToLane(edit: BpmnEdit, step: ProcessStep): void {
  const lane = step.roleId === undefined ? undefined : edit.byId.get(step.roleId);
  const around = new Set<XmlElement>();
  for (let at = lane; at !== undefined; at = at.parent) around.add(at);
  for (const laneSet of childrenOf(edit.process, namespaces.bpmn, 'laneSet')) forgetIn(laneSet);
  if (lane !== undefined && !references(lane).some((one) => textIs(one, step.id))) {
    createReference(edit, lane, 'flowNodeRef', step.id);
  }

  function forgetIn(parent: XmlElement): void {
    for (const child of elementsIn(parent)) {
      if (child.local === 'flowNodeRef' && textIs(child, step.id) && !around.has(parent)) removeElement(child);
      else forgetIn(child);
    }
  }
}

function references(lane: XmlElement): readonly XmlElement[] {
  return childrenOf(lane, namespaces.bpmn, 'flowNodeRef');
}

function textIs(element: XmlElement, id: string): boolean {
  return withoutPrefix(textOf(element)) === id;
}

function writeObjectsOf(edit: BpmnEdit, element: XmlElement, step: ProcessStep, was: ProcessStep | undefined): void {
  writeSide(edit, element, 'dataInputAssociation', 'sourceRef', step.takes, was?.takes ?? []);
  writeSide(edit, element, 'dataOutputAssociation', 'targetRef', step.gives, was?.gives ?? []);
}

function writeSide(
  edit: BpmnEdit,
  element: XmlElement,
  association: 'dataInputAssociation' | 'dataOutputAssociation',
  end: 'sourceRef' | 'targetRef',
  objects: readonly string[],
  had: readonly string[],
): void {
  for (const gone of had.filter((id) => !objects.includes(id))) {
    const joined = childrenOf(element, namespaces.bpmn, association).filter((one) =>
      childrenOf(one, namespaces.bpmn, end).some((reference) => textIs(reference, gone)),
    );
    for (const one of joined) {
      const id = one.attributes.find(({ name }) => name === 'id')?.value;
      if (id === undefined) removeElement(one);
      else removeWithTraces(edit, id);
    }
  }
  for (const id of objects.filter((one) => !had.includes(one))) {
    const prefix = end === 'sourceRef' ? 'DataInput' : 'DataOutput';
    const stepId = element.attributes.find(({ name }) => name === 'id')?.value ?? '';
    const made = create(edit, element, 'bpmn', association, { id: freeId(edit, `${prefix}_${stepId}_${id}`) });
    createReference(edit, made, end, id);
    // The schema wants somewhere for the object to go; bpmn-js makes the same stand-in.
    if (end === 'sourceRef') createReference(edit, made, 'targetRef', placeholderOf(edit, element, stepId));
  }
}

const placeholder = '__targetRef_placeholder';

function placeholderOf(edit: BpmnEdit, element: XmlElement, stepId: string): string {
  const existing = childrenOf(element, namespaces.bpmn, 'property').find((property) =>
    property.attributes.some(({ name, value }) => name === 'name' && value === placeholder),
  );
  const found = existing?.attributes.find(({ name }) => name === 'id')?.value;
  if (found !== undefined) return found;
  const id = freeId(edit, `Property_${stepId}`);
  create(edit, element, 'bpmn', 'property', { id, name: placeholder });
  return id;
}

function writeDetails(edit: BpmnEdit, element: XmlElement, step: ProcessStep, was: ProcessStep | undefined): void {
  const details = step.details ?? {};
  const before = was?.details ?? {};
  if (details.description !== before.description) writeDescription(edit, element, details.description);
  const { description: _, ...ours } = details;
  const { description: __, ...oursBefore } = before;
  if (step.activityId === was?.activityId && JSON.stringify(ours) === JSON.stringify(oursBefore)) return;
  if (step.activityId === undefined && Object.keys(ours).length === 0) {
    const extension = ownExtension(element, 'activity');
    if (extension !== undefined) removeElement(extension);
    return;
  }
  writeExtension(edit, ensureExtension(edit, element, 'activity'), step.activityId, ours);
}

function writeExtension(edit: BpmnEdit, extension: XmlElement, id: string | undefined, details: ActivityDetails): void {
  setAttribute(extension, 'id', id);
  for (const name of detailAttributes) setAttribute(extension, name, details[name]);
  setAttribute(extension, 'routineNotNeeded', details.routineNotNeeded === true ? 'true' : undefined);
  for (const child of childrenOf(extension, namespaces.kv)) removeElement(child);
  for (const [name, local] of Object.entries(detailLists)) {
    for (const value of details[name as keyof typeof detailLists] ?? []) {
      setText(create(edit, extension, 'kv', local), value);
    }
  }
}

function writeDescription(edit: BpmnEdit, element: XmlElement, description: string | undefined): void {
  const existing = plainDocumentation(element);
  if (description === undefined) {
    if (existing !== undefined) removeElement(existing);
    return;
  }
  setText(existing ?? create(edit, element, 'bpmn', 'documentation'), description);
}
