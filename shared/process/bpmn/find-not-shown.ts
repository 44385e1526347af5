import type { NotShown, ProcessModel } from '../process-model.ts';
import { attributeOf, childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { flowNodesOf } from './bpmn-index.ts';
import type { BpmnIndex } from './bpmn-index.ts';
import { kindOfElement, typeOfElement } from './flow-nodes.ts';
import { namespaces } from './namespaces.ts';

/** Parts that belong to something that is shown, or say nothing by themselves. */
const belonging = new Set([
  'laneSet',
  'dataObject',
  'ioSpecification',
  'documentation',
  'extensionElements',
  'property',
]);

/** Everything in a file that a person would miss in the list, with why. */
export function findNotShown(index: BpmnIndex, model: ProcessModel): readonly NotShown[] {
  const shown = new Set(
    [model.roles, model.steps, model.flows, model.objects].flatMap((list) => list.map(({ id }) => id)),
  );
  const found: NotShown[] = [];
  const note = (element: XmlElement, why: NotShown['why']): void => {
    const id = attributeOf(element, 'id') ?? '';
    const name = attributeOf(element, 'name')?.trim() ?? '';
    found.push({ id, bpmnType: typeOfElement(element.local), ...(name !== '' && { name }), why });
  };
  for (const process of index.otherProcesses) {
    if (flowNodesOf(process).length > 0) note(process, 'otherProcess');
  }
  for (const element of index.process === undefined ? [] : childrenOf(index.process, namespaces.bpmn)) {
    const id = attributeOf(element, 'id') ?? '';
    if (element.local === 'laneSet') noteOuterLanes(element, shown, note);
    else if (kindOfElement(element.local) === 'subProcess') noteInside(element, note);
    if (!shown.has(id) && !belonging.has(element.local)) note(element, reasonOf(element.local));
  }
  for (const element of childrenOf(index.root, namespaces.bpmn)) {
    if (element.local === 'choreography') note(element, 'choreography');
    if (element.local === 'collaboration' || element.local === 'conversation') noteCollaboration(index, element, note);
  }
  return found;
}

type Note = (element: XmlElement, why: NotShown['why']) => void;

function reasonOf(local: string): NotShown['why'] {
  if (['textAnnotation', 'association', 'group'].includes(local)) return 'annotation';
  return local === 'dataStoreReference' ? 'dataStore' : 'other';
}

/** Lanes that hold lanes: only the innermost are roles. */
function noteOuterLanes(laneSet: XmlElement, shown: ReadonlySet<string>, note: Note): void {
  for (const lane of descendantsOf(laneSet)) {
    if (lane.local === 'lane' && !shown.has(attributeOf(lane, 'id') ?? '')) note(lane, 'other');
  }
}

function noteInside(subProcess: XmlElement, note: Note): void {
  for (const element of descendantsOf(subProcess)) {
    if (element.namespace === namespaces.bpmn && kindOfElement(element.local) !== undefined) {
      note(element, 'insideSubProcess');
    }
  }
}

function noteCollaboration({ participant }: BpmnIndex, collaboration: XmlElement, note: Note): void {
  for (const element of childrenOf(collaboration, namespaces.bpmn)) {
    if (element.local === 'messageFlow') note(element, 'messageFlow');
    else if (element.local === 'participant' && element !== participant) note(element, 'otherProcess');
    else if (reasonOf(element.local) === 'annotation') note(element, 'annotation');
    else if (element.local.endsWith('onversation')) note(element, 'choreography');
  }
}
