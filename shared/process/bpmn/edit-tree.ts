/** Putting elements into a BPMN file where its schema wants them, and taking them out with all that names them. */
import { namespaceOf } from '../xml/parse-xml.ts';
import {
  attributeOf,
  descendantsOf,
  elementsIn,
  removeElement,
  setAttribute,
  setText,
  textOf,
} from '../xml/xml-tree.ts';
import type { XmlElement, XmlNode } from '../xml/xml-tree.ts';
import { withoutPrefix } from './bpmn-index.ts';
import type { BpmnIndex } from './bpmn-index.ts';
import { namespaces } from './namespaces.ts';

/** A file that is being changed: its maps follow the changes. */
export interface BpmnEdit extends Omit<BpmnIndex, 'plane'> {
  readonly process: XmlElement;
  readonly byId: Map<string, XmlElement>;
  readonly drawn: Map<string, XmlElement>;
  plane: XmlElement | undefined;
}

/** The order of children that the schemas ask for; what is not named has the rank of `*`, else comes last. */
const orders: Readonly<Record<string, readonly string[]>> = {
  definitions: ['import', 'extension', '*', 'BPMNDiagram', 'relationship'],
  collaboration: ['documentation', 'extensionElements', 'participant', 'messageFlow', '*'],
  laneSet: ['documentation', 'extensionElements', 'lane'],
  lane: ['documentation', 'extensionElements', 'partitionElement', 'flowNodeRef', 'childLaneSet'],
  dataInputAssociation: ['documentation', 'extensionElements', 'sourceRef', 'targetRef'],
  dataOutputAssociation: ['documentation', 'extensionElements', 'sourceRef', 'targetRef'],
  process: [
    ...['documentation', 'extensionElements', 'auditing', 'monitoring', 'property', 'laneSet', '*'],
    ...['textAnnotation', 'association', 'group', 'resourceRole', 'performer', 'humanPerformer', 'potentialOwner'],
    ...['correlationSubscription', 'supports'],
  ],
  BPMNShape: ['extension', 'Bounds', 'BPMNLabel'],
  BPMNEdge: ['extension', 'waypoint', 'BPMNLabel'],
};

/** Flow nodes and the rest. */
const usualOrder: readonly string[] = [
  ...['documentation', 'extensionElements', 'auditing', 'monitoring', 'categoryValueRef', 'incoming', 'outgoing'],
  ...['ioSpecification', 'property', 'dataInputAssociation', 'dataOutputAssociation'],
];

function rankIn(parent: XmlElement, local: string): number {
  const order = orders[parent.local] ?? usualOrder;
  const rank = order.indexOf(local);
  if (rank !== -1) return rank;
  const others = order.indexOf('*');
  return others === -1 ? order.length : others;
}

/** Makes an element and puts it into its parent, behind those that the schema wants before it. */
export function create(
  edit: BpmnEdit,
  parent: XmlElement,
  space: keyof typeof namespaces,
  local: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlElement {
  const namespace = namespaces[space];
  const prefix = prefixFor(edit, parent, space);
  const element: XmlElement = {
    kind: 'element',
    name: prefix === '' ? local : `${prefix}:${local}`,
    namespace,
    local,
    attributes: [],
    children: [],
    parent,
  };
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  insert(parent, element);
  const { id } = attributes;
  if (id !== undefined) edit.byId.set(id, element);
  return element;
}

function insert(parent: XmlElement, element: XmlElement): void {
  const rank = rankIn(parent, element.local);
  const siblings = elementsIn(parent);
  const next = siblings.find((sibling) => rankIn(parent, sibling.local) > rank);
  const indent = indentOf(parent);
  const inner = `\n${indent}  `;
  if (siblings.length === 0) {
    // Text beside elements would change its meaning.
    const isPlain = parent.children.every((child) => child.kind === 'text' && child.raw.trim() === '');
    parent.children = isPlain ? [line(inner), element, line(`\n${indent}`)] : [...parent.children, element];
    return;
  }
  const at =
    next === undefined ? parent.children.indexOf(siblings.at(-1) ?? element) + 1 : parent.children.indexOf(next);
  parent.children.splice(at, 0, ...(next === undefined ? [line(inner), element] : [element, line(inner)]));
}

function line(raw: string): XmlNode {
  return { kind: 'text', raw };
}

function indentOf(element: XmlElement): string {
  const before = element.parent?.children[element.parent.children.indexOf(element) - 1];
  if (before?.kind !== 'text') return '';
  return /\n([ \t]*)$/u.exec(before.raw)?.[1] ?? '';
}

/** The prefix that stands for a namespace inside `parent`; one that nobody has declared is declared at the root. */
function prefixFor(edit: BpmnEdit, parent: XmlElement, space: keyof typeof namespaces): string {
  const wanted = namespaces[space];
  for (let at: XmlElement | undefined = parent; at !== undefined; at = at.parent) {
    for (const { name, value } of at.attributes) {
      if (value !== wanted || (name !== 'xmlns' && !name.startsWith('xmlns:'))) continue;
      const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
      if (namespaceOf(prefix, [], parent) === wanted) return prefix;
    }
  }
  let prefix: string = space;
  while (namespaceOf(prefix, [], parent) !== '') prefix += '1';
  setAttribute(edit.root, `xmlns:${prefix}`, wanted);
  return prefix;
}

/** An id that nothing in the file has. */
export function freeId(edit: BpmnEdit, wanted: string): string {
  let id = wanted;
  for (let number = 2; edit.byId.has(id); number += 1) id = `${wanted}_${number}`;
  return id;
}

/** Takes an element out, with its drawing and whatever cannot stand without it. */
export function removeWithTraces(edit: BpmnEdit, id: string): void {
  const element = edit.byId.get(id);
  if (element === undefined) return;
  const inner = [element, ...descendantsOf(element)].flatMap((one) => attributeOf(one, 'id') ?? []);
  removeElement(element);
  for (const gone of inner) {
    edit.byId.delete(gone);
    removeDrawing(edit, gone);
  }
  removeReferences(edit, new Set(inner));
}

function removeDrawing(edit: BpmnEdit, id: string): void {
  const shape = edit.drawn.get(id);
  if (shape === undefined) return;
  removeElement(shape);
  edit.drawn.delete(id);
  // Edges may say which shapes they join; some tools name the element there.
  const gone = new Set([id, attributeOf(shape, 'id')]);
  for (const edge of edit.drawn.values()) {
    for (const end of ['sourceElement', 'targetElement']) {
      if (gone.has(attributeOf(edge, end))) setAttribute(edge, end, undefined);
    }
  }
}

/** Elements that join two others and mean nothing without one of them. */
const joining = new Set([
  'sequenceFlow',
  'association',
  'messageFlow',
  'dataInputAssociation',
  'dataOutputAssociation',
  'conversationLink',
]);
const naming = new Set(['incoming', 'outgoing', 'flowNodeRef']);

function removeReferences(edit: BpmnEdit, gone: ReadonlySet<string>): void {
  const isGone = (reference: string | undefined): boolean =>
    reference !== undefined && gone.has(withoutPrefix(reference));
  const orphans: string[] = [];
  for (const element of [...descendantsOf(edit.root)]) {
    if (element.namespace !== namespaces.bpmn) continue;
    if (naming.has(element.local)) {
      if (isGone(textOf(element))) removeElement(element);
    } else if (joining.has(element.local)) {
      const ends = [
        attributeOf(element, 'sourceRef'),
        attributeOf(element, 'targetRef'),
        ...elementsIn(element)
          .filter(({ local }) => local === 'sourceRef' || local === 'targetRef')
          .map(textOf),
      ];
      const id = attributeOf(element, 'id');
      if (!ends.some(isGone)) continue;
      if (id === undefined) removeElement(element);
      else orphans.push(id);
    } else if (isGone(attributeOf(element, 'default'))) setAttribute(element, 'default', undefined);
  }
  for (const id of orphans) removeWithTraces(edit, id);
}

/** An element that holds a reference as its text. */
export function createReference(edit: BpmnEdit, parent: XmlElement, local: string, to: string): void {
  setText(create(edit, parent, 'bpmn', local), to);
}
