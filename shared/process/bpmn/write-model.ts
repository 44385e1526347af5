import type { ProcessModel } from '../process-model.ts';
import { setAttribute } from '../xml/xml-tree.ts';
import type { XmlDocument } from '../xml/xml-tree.ts';
import { indexBpmn, ownExtension } from './bpmn-index.ts';
import { create, removeWithTraces } from './edit-tree.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { ensureExtension } from './extensions.ts';
import { readModel } from './read-model.ts';
import { writeDiagram } from './write-diagram.ts';
import { writeFlows } from './write-flows.ts';
import { writeObjects } from './write-objects.ts';
import { writeRoles } from './write-roles.ts';
import { removeSteps, writeSteps } from './write-steps.ts';

/**
 * Brings a file up to a model, in place. Only what differs from what the file says already is touched, so that content
 * that we do not show, or do not know, stays as its tool wrote it. The model should be laid out (`layout/`).
 */
export function writeModel(document: XmlDocument, model: ProcessModel): void {
  const before = readModel(document).model;
  const edit = openForEditing(document, model);
  for (const id of model.removed ?? []) removeWithTraces(edit, id);
  writeRoles(edit, before, model);
  writeObjects(edit, before, model);
  writeSteps(edit, before, model);
  writeFlows(edit, before, model);
  removeSteps(edit, before, model);
  writeProcess(edit, before, model);
  writeDiagram(edit, before, model);
}

function openForEditing(document: XmlDocument, model: ProcessModel): BpmnEdit {
  const index = indexBpmn(document);
  const maps = { byId: new Map(index.byId), drawn: new Map(index.drawn) };
  if (index.process !== undefined) return { ...index, ...maps, process: index.process };
  // A file of choreographies or pools alone gets the process that the list makes.
  const bare = { ...index, ...maps, process: document.root };
  return { ...bare, process: create(bare, document.root, 'bpmn', 'process', { id: model.id, isExecutable: 'false' }) };
}

function writeProcess(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  if (model.name !== before.name) {
    for (const named of [edit.participant, edit.process]) {
      if (named !== undefined) setAttribute(named, 'name', model.name);
    }
  }
  // Marks the process as ours in a file of several, and says who placed it.
  const isOurs = ownExtension(edit.process, 'process') !== undefined;
  if (isOurs && model.arranged === before.arranged) return;
  const extension = ensureExtension(edit, edit.process, 'process');
  setAttribute(extension, 'arranged', model.arranged === true ? 'true' : 'false');
}
