import type { ProcessModel } from '../process-model.ts';
import { attributeOf, childrenOf, setAttribute } from '../xml/xml-tree.ts';
import { create, freeId, removeWithTraces } from './edit-tree.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { namespaces } from './namespaces.ts';

/** Roles are lanes. Lanes are drawn inside a pool only, so the first role brings one with it. */
export function writeRoles(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  const had = new Map(before.roles.map((role) => [role.id, role]));
  const kept = new Set(model.roles.map(({ id }) => id));
  for (const { id } of before.roles) if (!kept.has(id)) removeWithTraces(edit, id);
  for (const role of model.roles) {
    const lane = edit.byId.get(role.id) ?? create(edit, laneSetOf(edit, before), 'bpmn', 'lane', { id: role.id });
    if (role.name !== had.get(role.id)?.name) setAttribute(lane, 'name', role.name);
  }
  removeEmptyLaneSets(edit, before, model);
}

/** New lanes stand beside those there are. */
function laneSetOf(edit: BpmnEdit, before: ProcessModel) {
  const beside = before.roles.flatMap(({ id }) => edit.byId.get(id)?.parent ?? [])[0];
  return (
    beside ??
    childrenOf(edit.process, namespaces.bpmn, 'laneSet')[0] ??
    create(edit, edit.process, 'bpmn', 'laneSet', { id: freeId(edit, `LaneSet_${processId(edit)}`) })
  );
}

/** Without roles the set that held them would be invalid; one that others left empty is theirs. */
function removeEmptyLaneSets(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  if (before.roles.length === 0 || model.roles.length > 0) return;
  for (const set of childrenOf(edit.process, namespaces.bpmn, 'laneSet')) {
    const id = attributeOf(set, 'id');
    if (id !== undefined && childrenOf(set, namespaces.bpmn, 'lane').length === 0) removeWithTraces(edit, id);
  }
}

/** The pool around the lanes, made where there is none. */
export function ensureParticipant(edit: BpmnEdit, name: string) {
  if (edit.participant !== undefined) return edit.participant;
  const collaboration =
    childrenOf(edit.root, namespaces.bpmn, 'collaboration')[0] ??
    create(edit, edit.root, 'bpmn', 'collaboration', { id: freeId(edit, `Collaboration_${processId(edit)}`) });
  return create(edit, collaboration, 'bpmn', 'participant', {
    id: freeId(edit, `Participant_${processId(edit)}`),
    name: name === '' ? undefined : name,
    processRef: processId(edit),
  });
}

export function processId(edit: BpmnEdit): string {
  return attributeOf(edit.process, 'id') ?? '';
}
