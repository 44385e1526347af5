/**
 * An XML document as a tree that gives back, byte for byte, whatever was not changed in it: comments, spacing, unknown
 * elements and attributes of other tools all stay. Mutable, unlike the rest of `shared/process`.
 */

export interface XmlAttribute {
  readonly name: string;
  /** With entities and character references resolved. */
  value: string;
}

export interface XmlElement {
  readonly kind: 'element';
  /** As written, with its prefix. */
  name: string;
  /** Address of the namespace; empty: none. */
  readonly namespace: string;
  /** Name without prefix. */
  local: string;
  attributes: XmlAttribute[];
  children: XmlNode[];
  parent: XmlElement | undefined;
  /** The start tag as it was read; gone as soon as name or attributes change. */
  startTag?: string | undefined;
}

/** Text, comments, CDATA and processing instructions, as they were written. */
export interface XmlRaw {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction';
  readonly raw: string;
}

export type XmlNode = XmlElement | XmlRaw;

export interface XmlDocument {
  readonly before: readonly XmlRaw[];
  readonly root: XmlElement;
  readonly after: readonly XmlRaw[];
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

/** `undefined` takes the attribute away. */
export function setAttribute(element: XmlElement, name: string, value: string | undefined): void {
  const existing = element.attributes.find((attribute) => attribute.name === name);
  if (existing?.value === value) return;
  element.startTag = undefined;
  if (value === undefined) element.attributes = element.attributes.filter((attribute) => attribute !== existing);
  else if (existing === undefined) element.attributes.push({ name, value });
  else existing.value = value;
}

export function rename(element: XmlElement, local: string): void {
  if (element.local === local) return;
  const prefix = element.name.slice(0, element.name.length - element.local.length);
  element.name = `${prefix}${local}`;
  element.local = local;
  element.startTag = undefined;
}

export function elementsIn(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => child.kind === 'element');
}

/** The elements of a namespace right below `parent`; with `local`, those of that name. */
export function childrenOf(parent: XmlElement, namespace: string, local?: string): readonly XmlElement[] {
  return elementsIn(parent).filter(
    (child) => child.namespace === namespace && (local === undefined || child.local === local),
  );
}

/** All elements below `parent`, in document order. */
export function* descendantsOf(parent: XmlElement): Generator<XmlElement> {
  const stack = elementsIn(parent).toReversed();
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    stack.push(...elementsIn(element).toReversed());
  }
}

/** The text right inside an element, trimmed. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.kind === 'text') return resolveEntities(child.raw);
      return child.kind === 'cdata' ? child.raw.slice('<![CDATA['.length, -']]>'.length) : '';
    })
    .join('')
    .trim();
}

export function setText(element: XmlElement, text: string): void {
  element.children = text === '' ? [] : [{ kind: 'text', raw: escapeText(text) }];
}

/** Takes an element out of its parent, with the spacing before it. */
export function removeElement(element: XmlElement): void {
  const { parent } = element;
  if (parent === undefined) return;
  const index = parent.children.indexOf(element);
  const spacing = parent.children[index - 1];
  const from = spacing?.kind === 'text' && spacing.raw.trim() === '' ? index - 1 : index;
  parent.children.splice(from, index - from + 1);
  element.parent = undefined;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and the five entities that XML itself knows; others stay as they are written. */
export function resolveEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** Only what XML 1.0 can hold. */
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
