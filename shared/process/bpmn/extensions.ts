import { childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { ownExtension } from './bpmn-index.ts';
import { create } from './edit-tree.ts';
import type { BpmnEdit } from './edit-tree.ts';
import { namespaces } from './namespaces.ts';

/** Our extension of an element, made where there is none. */
export function ensureExtension(edit: BpmnEdit, element: XmlElement, local: string): XmlElement {
  const existing = ownExtension(element, local);
  if (existing !== undefined) return existing;
  const extensions =
    childrenOf(element, namespaces.bpmn, 'extensionElements')[0] ?? create(edit, element, 'bpmn', 'extensionElements');
  return create(edit, extensions, 'kv', local);
}
