import { escapeAttribute } from './xml-tree.ts';
import type { XmlDocument, XmlElement, XmlNode } from './xml-tree.ts';

/** The document as text. What was not changed since it was read comes out as it was written. */
export function writeXml({ before, root, after }: XmlDocument): string {
  return [...before.map(({ raw }) => raw), writeNode(root), ...after.map(({ raw }) => raw)].join('');
}

function writeNode(node: XmlNode): string {
  if (node.kind !== 'element') return node.raw;
  const start = startTagOf(node);
  if (start.endsWith('/>')) return start;
  return `${start}${node.children.map(writeNode).join('')}</${node.name}>`;
}

function startTagOf(element: XmlElement): string {
  const isEmpty = element.children.length === 0;
  if (element.startTag !== undefined) {
    // An element that was empty has been given children.
    return element.startTag.endsWith('/>') && !isEmpty
      ? `${element.startTag.slice(0, -'/>'.length).trimEnd()}>`
      : element.startTag;
  }
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('');
  return `<${element.name}${attributes}${isEmpty ? '/>' : '>'}`;
}
