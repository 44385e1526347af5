import type { StepKind } from '../process-model.ts';

/** Elements that a flow goes through, and what the list calls them. */
const kinds: Readonly<Record<string, StepKind>> = {
  startEvent: 'start',
  endEvent: 'end',
  task: 'activity',
  userTask: 'activity',
  manualTask: 'activity',
  serviceTask: 'activity',
  sendTask: 'activity',
  receiveTask: 'activity',
  scriptTask: 'activity',
  businessRuleTask: 'activity',
  subProcess: 'subProcess',
  callActivity: 'subProcess',
  transaction: 'subProcess',
  adHocSubProcess: 'subProcess',
  subChoreography: 'subProcess',
  choreographyTask: 'activity',
  callChoreography: 'subProcess',
  exclusiveGateway: 'decision',
  inclusiveGateway: 'decision',
  complexGateway: 'decision',
  eventBasedGateway: 'decision',
  parallelGateway: 'parallel',
  intermediateThrowEvent: 'event',
  intermediateCatchEvent: 'event',
  boundaryEvent: 'event',
};

/** The element that is written for a kind when nothing else is said. */
export const plainElement: Readonly<Record<StepKind, string>> = {
  start: 'startEvent',
  end: 'endEvent',
  activity: 'task',
  subProcess: 'callActivity',
  decision: 'exclusiveGateway',
  parallel: 'parallelGateway',
  event: 'intermediateThrowEvent',
};

export function kindOfElement(local: string): StepKind | undefined {
  return Object.hasOwn(kinds, local) ? kinds[local] : undefined;
}

/** `userTask` → `bpmn:UserTask`, as bpmn-js names types. */
export function typeOfElement(local: string): string {
  return `bpmn:${local.charAt(0).toUpperCase()}${local.slice(1)}`;
}

/** `bpmn:UserTask` → `userTask`. */
export function elementOfType(type: string): string {
  const name = type.slice(type.indexOf(':') + 1);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
