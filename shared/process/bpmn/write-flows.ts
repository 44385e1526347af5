import type { ProcessFlow, ProcessModel } from '../process-model.ts';
import { attributeOf, childrenOf, removeElement, setAttribute, textOf } from '../xml/xml-tree.ts';
import { withoutPrefix } from './bpmn-index.ts';
import { create, createReference, removeWithTraces } from './edit-tree.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { namespaces } from './namespaces.ts';

export function writeFlows(edit: BpmnEdit, before: ProcessModel, model: ProcessModel): void {
  const had = new Map(before.flows.map((flow) => [flow.id, flow]));
  const kept = new Set(model.flows.map(({ id }) => id));
  for (const { id } of before.flows) if (!kept.has(id)) removeWithTraces(edit, id);
  for (const flow of model.flows) writeFlow(edit, flow, had.get(flow.id));
}

function writeFlow(edit: BpmnEdit, flow: ProcessFlow, was: ProcessFlow | undefined): void {
  const element =
    edit.byId.get(flow.id) ??
    create(edit, edit.process, 'bpmn', 'sequenceFlow', { id: flow.id, sourceRef: flow.from, targetRef: flow.to });
  if (was !== undefined && (was.from !== flow.from || was.to !== flow.to)) forgetEnds(edit, flow.id);
  if (flow.label !== was?.label) setAttribute(element, 'name', flow.label);
  if (was?.from !== flow.from) {
    setAttribute(element, 'sourceRef', flow.from);
    if (was !== undefined) forget(edit, was.from, 'outgoing', flow.id);
    name(edit, flow.from, 'outgoing', flow.id);
  }
  if (was?.to !== flow.to) {
    setAttribute(element, 'targetRef', flow.to);
    if (was !== undefined) forget(edit, was.to, 'incoming', flow.id);
    name(edit, flow.to, 'incoming', flow.id);
  }
}

/** A step names the flows that end and begin in it. */
function name(edit: BpmnEdit, stepId: string, side: 'incoming' | 'outgoing', flowId: string): void {
  const step = edit.byId.get(stepId);
  if (step === undefined) return;
  const isNamed = childrenOf(step, namespaces.bpmn, side).some((one) => withoutPrefix(textOf(one)) === flowId);
  if (!isNamed) createReference(edit, step, side, flowId);
}

function forget(edit: BpmnEdit, stepId: string, side: 'incoming' | 'outgoing', flowId: string): void {
  const step = edit.byId.get(stepId);
  if (step === undefined) return;
  for (const one of childrenOf(step, namespaces.bpmn, side)) {
    if (withoutPrefix(textOf(one)) === flowId) removeElement(one);
  }
  if (withoutPrefix(attributeOf(step, 'default') ?? '') === flowId) setAttribute(step, 'default', undefined);
}

/** The edge joined other shapes before. */
function forgetEnds(edit: BpmnEdit, flowId: string): void {
  const edge = edit.drawn.get(flowId);
  if (edge !== undefined) for (const end of ['sourceElement', 'targetElement']) setAttribute(edge, end, undefined);
}
