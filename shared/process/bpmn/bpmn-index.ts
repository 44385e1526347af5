import { attributeOf, childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlDocument, XmlElement } from '../xml/xml-tree.ts';
import { kindOfElement } from './flow-nodes.ts';
import { namespaces } from './namespaces.ts';

/** What is looked up in a file, found once. */
export interface BpmnIndex {
  readonly root: XmlElement;
  /** The process that the list shows: the one that we wrote, else the one with the most steps. */
  readonly process: XmlElement | undefined;
  readonly otherProcesses: readonly XmlElement[];
  /** The pool of the process. */
  readonly participant: XmlElement | undefined;
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** The shape or edge that draws an element, the first where there are several. */
  readonly drawn: ReadonlyMap<string, XmlElement>;
  /** The first plane, where new shapes go. */
  readonly plane: XmlElement | undefined;
}

export function indexBpmn({ root }: XmlDocument): BpmnIndex {
  const byId = new Map<string, XmlElement>();
  const drawn = new Map<string, XmlElement>();
  let plane: XmlElement | undefined;
  for (const element of descendantsOf(root)) {
    const id = attributeOf(element, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    if (element.namespace !== namespaces.bpmndi) continue;
    if (element.local === 'BPMNPlane') plane ??= element;
    const of = attributeOf(element, 'bpmnElement');
    if (of === undefined || (element.local !== 'BPMNShape' && element.local !== 'BPMNEdge')) continue;
    const name = withoutPrefix(of);
    if (!drawn.has(name)) drawn.set(name, element);
  }
  const processes = childrenOf(root, namespaces.bpmn, 'process');
  const process = mainProcess(processes);
  const processId = process && attributeOf(process, 'id');
  const participant = childrenOf(root, namespaces.bpmn, 'collaboration')
    .flatMap((collaboration) => childrenOf(collaboration, namespaces.bpmn, 'participant'))
    .find((one) => processId !== undefined && withoutPrefix(attributeOf(one, 'processRef') ?? '') === processId);
  return {
    root,
    process,
    otherProcesses: processes.filter((one) => one !== process),
    participant,
    byId,
    drawn,
    plane,
  };
}

/** References are qualified names; tools write them with a prefix and without. */
export function withoutPrefix(reference: string): string {
  return reference.slice(reference.indexOf(':') + 1);
}

/** Our own data of an element, if it has any. */
export function ownExtension(element: XmlElement, local: string): XmlElement | undefined {
  return childrenOf(element, namespaces.bpmn, 'extensionElements')
    .flatMap((extensions) => childrenOf(extensions, namespaces.kv, local))
    .at(0);
}

function mainProcess(processes: readonly XmlElement[]): XmlElement | undefined {
  const ours = processes.find((process) => ownExtension(process, 'process') !== undefined);
  if (ours !== undefined) return ours;
  const counted = processes.map((process) => ({ process, steps: flowNodesOf(process).length }));
  return counted.toSorted((one, other) => other.steps - one.steps)[0]?.process;
}

/** Steps right inside a process, those of sub-processes left out. */
export function flowNodesOf(process: XmlElement): readonly XmlElement[] {
  return childrenOf(process, namespaces.bpmn).filter(({ local }) => kindOfElement(local) !== undefined);
}
