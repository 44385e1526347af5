import type { FailureCode } from '../../errors.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlDocument } from '../xml/xml-tree.ts';
import { namespaces } from './namespaces.ts';

export type OpenedBpmn =
  | { readonly kind: 'opened'; readonly document: XmlDocument }
  | {
      readonly kind: 'refused';
      readonly why: Extract<FailureCode, 'notBpmn' | 'unsafeXml' | 'brokenXml'>;
      readonly line?: number;
    };

/** Reads a BPMN 2.0 file into a tree. Another sort of XML, a document type or entity, or broken XML is refused. */
export function openBpmn(text: string): OpenedBpmn {
  const parsed = parseXml(text);
  if (parsed.kind === 'unsafe') return { kind: 'refused', why: 'unsafeXml' };
  if (parsed.kind === 'broken') return { kind: 'refused', why: 'brokenXml', line: parsed.line };
  const { root } = parsed.document;
  return root.namespace === namespaces.bpmn && root.local === 'definitions'
    ? { kind: 'opened', document: parsed.document }
    : { kind: 'refused', why: 'notBpmn' };
}
