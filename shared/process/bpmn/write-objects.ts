import type { ProcessModel } from '../process-model.ts';
import { attributeOf, childrenOf, setAttribute } from '../xml/xml-tree.ts';
import { withoutPrefix } from './bpmn-index.ts';
import { create, freeId, removeWithTraces } from './edit-tree.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { namespaces } from './namespaces.ts';

/** What a process passes on is drawn as a reference to a data object. */
export function writeObjects(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  const had = new Map(before.objects.map((object) => [object.id, object]));
  const kept = new Set(model.objects.map(({ id }) => id));
  for (const { id } of before.objects) if (!kept.has(id)) removeObject(edit, id);
  for (const { id, name } of model.objects) {
    const element = edit.byId.get(id) ?? createObject(edit, id);
    if (name !== had.get(id)?.name) setAttribute(element, 'name', name);
  }
}

function createObject(edit: BpmnEdit, id: string) {
  const dataObjectRef = freeId(edit, `DataObject_${id}`);
  create(edit, edit.process, 'bpmn', 'dataObject', { id: dataObjectRef });
  return create(edit, edit.process, 'bpmn', 'dataObjectReference', { id, dataObjectRef });
}

/** The data object goes with the last reference to it. */
function removeObject(edit: BpmnEdit, id: string): void {
  const reference = edit.byId.get(id);
  const target = reference && attributeOf(reference, 'dataObjectRef');
  removeWithTraces(edit, id);
  if (target === undefined) return;
  const isMeant = childrenOf(edit.process, namespaces.bpmn, 'dataObjectReference').some(
    (one) => attributeOf(one, 'dataObjectRef') === target,
  );
  if (!isMeant) removeWithTraces(edit, withoutPrefix(target));
}
