import { resolveEntities } from './xml-tree.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode, XmlRaw } from './xml-tree.ts';

export type ParsedXml =
  | { readonly kind: 'parsed'; readonly document: XmlDocument }
  /** `line` counts from 1. */
  | { readonly kind: 'broken'; readonly line: number }
  /** Holds a document type or an entity of its own, which can swell without end or reach outside. Never looked into. */
  | { readonly kind: 'unsafe' };

/** Deeper than any drawing; keeps whoever walks the tree from running out of stack. */
const deepest = 200;

/** Longest texts first to be recognised: a document type can hide behind none of these. */
const markup = {
  comment: ['<!--', '-->'],
  cdata: ['<![CDATA[', ']]>'],
  instruction: ['<?', '?>'],
} as const;

const nameShape = /[^\s/>=<"']+/uy;
const attributeShape = /\s+([^\s/>=<"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const tagEnd = /\s*(\/?)>/uy;
const closingTag = /<\/([^\s/>=<"']+)\s*>/uy;
const ownEntities = /&(?!#x[\da-f]{1,6};|#\d{1,7};|(?:lt|gt|amp|quot|apos);)/iu;

/** Reads a document without a document type. Never throws; never looks outside the text. */
export function parseXml(text: string): ParsedXml {
  const before: XmlRaw[] = [];
  const after: XmlRaw[] = [];
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const broken = (): ParsedXml => ({ kind: 'broken', line: text.slice(0, at).split('\n').length });
  const add = (node: XmlNode): boolean => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(node);
    else if (node.kind === 'element') {
      if (root !== undefined) return false;
      root = node;
    } else {
      if (node.kind === 'cdata' || (node.kind === 'text' && node.raw.trim() !== '')) return false;
      (root === undefined ? before : after).push(node);
    }
    return true;
  };

  while (at < text.length) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const raw = text.slice(at, next === -1 ? text.length : next);
      if (ownEntities.test(raw)) return { kind: 'unsafe' };
      if (!add({ kind: 'text', raw })) return broken();
      at += raw.length;
      continue;
    }
    const special = specialAt(text, at);
    if (special === 'open') return broken();
    if (special !== undefined) {
      if (!add(special)) return broken();
      at += special.raw.length;
      continue;
    }
    if (text.startsWith('<!', at)) return { kind: 'unsafe' };
    if (text.startsWith('</', at)) {
      closingTag.lastIndex = at;
      const closing = closingTag.exec(text);
      const element = open.pop();
      if (closing === null || element?.name !== closing[1]) return broken();
      at += closing[0].length;
      continue;
    }
    const started = startTagAt(text, at, open.at(-1));
    if (started === undefined || open.length >= deepest) return broken();
    if (started === 'unsafe') return { kind: 'unsafe' };
    if (!add(started.element)) return broken();
    if (!started.isEmpty) open.push(started.element);
    at += started.length;
  }
  return root === undefined || open.length > 0 ? broken() : { kind: 'parsed', document: { before, root, after } };
}

/** A comment, CDATA or instruction that begins here; `open` if it never ends. */
function specialAt(text: string, at: number): XmlRaw | 'open' | undefined {
  for (const [kind, [begin, end]] of Object.entries(markup)) {
    if (!text.startsWith(begin, at)) continue;
    const close = text.indexOf(end, at + begin.length);
    return close === -1 ? 'open' : { kind: kind as keyof typeof markup, raw: text.slice(at, close + end.length) };
  }
  return undefined;
}

interface Started {
  readonly element: XmlElement;
  readonly isEmpty: boolean;
  readonly length: number;
}

function startTagAt(text: string, at: number, parent: XmlElement | undefined): Started | 'unsafe' | undefined {
  nameShape.lastIndex = at + 1;
  const name = nameShape.exec(text)?.[0];
  if (name === undefined) return undefined;
  let end = at + 1 + name.length;
  const attributes: XmlAttribute[] = [];
  for (;;) {
    attributeShape.lastIndex = end;
    const found = attributeShape.exec(text);
    if (found === null) break;
    const [whole, attribute = '', inDouble, inSingle] = found;
    const raw = inDouble ?? inSingle ?? '';
    if (ownEntities.test(raw)) return 'unsafe';
    if (attributes.some((one) => one.name === attribute)) return undefined;
    attributes.push({ name: attribute, value: resolveEntities(raw.replaceAll(/[\t\n\r]+/gu, ' ')) });
    end += whole.length;
  }
  tagEnd.lastIndex = end;
  const closed = tagEnd.exec(text);
  if (closed === null) return undefined;
  end += closed[0].length;
  const [prefix, local] = name.includes(':') ? (name.split(':', 2) as [string, string]) : ['', name];
  const namespace = namespaceOf(prefix, attributes, parent);
  const startTag = text.slice(at, end);
  return {
    element: { kind: 'element', name, namespace, local, attributes, children: [], parent, startTag },
    isEmpty: closed[1] === '/',
    length: end - at,
  };
}

/** The namespace that a prefix stands for inside `parent`; empty where nobody has said. */
export function namespaceOf(
  prefix: string,
  attributes: readonly XmlAttribute[],
  parent: XmlElement | undefined,
): string {
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const declared = attributes.find((attribute) => attribute.name === name)?.value;
  if (declared !== undefined) return declared;
  return parent === undefined ? '' : namespaceOf(prefix, parent.attributes, parent.parent);
}
