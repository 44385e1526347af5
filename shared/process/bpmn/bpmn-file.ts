import type { ProcessModel } from '../process-model.ts';
import { writeXml } from '../xml/write-xml.ts';
import type { XmlRaw } from '../xml/xml-tree.ts';
import { namespaces } from './namespaces.ts';
import { openBpmn } from './open-bpmn.ts';
import type { OpenedBpmn } from './open-bpmn.ts';
import { readModel } from './read-model.ts';
import type { ReadBpmn } from './read-model.ts';
import { writeModel } from './write-model.ts';

export type BpmnRefusal = Extract<OpenedBpmn, { readonly kind: 'refused' }>;

/** Reads the process in a BPMN 2.0 file. */
export function readBpmn(text: string): ({ readonly kind: 'read' } & ReadBpmn) | BpmnRefusal {
  const opened = openBpmn(text);
  return opened.kind === 'refused' ? opened : { kind: 'read', ...readModel(opened.document) };
}

/**
 * The text of a file that holds the model: `base` changed where the model differs, or a new file. Always UTF-8. All
 * else in `base` stays as it was written.
 */
export function writeBpmn(
  base: string | undefined,
  model: ProcessModel,
): { readonly kind: 'written'; readonly text: string } | BpmnRefusal {
  const opened = openBpmn(base ?? skeleton(model));
  if (opened.kind === 'refused') return opened;
  const { document } = opened;
  writeModel(document, model);
  return { kind: 'written', text: writeXml({ ...document, before: inUtf8(document.before) }) };
}

function skeleton(model: ProcessModel): string {
  const spaces = ['bpmn', 'bpmndi', 'dc', 'di', 'kv'] as const;
  const declared = spaces.map((space) => `xmlns:${space}="${namespaces[space]}"`).join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${declared} id="Definitions_${model.id}" targetNamespace="https://kvalitetsnavet.se/bpmn" exporter="Kvalitetsnavet">
  <bpmn:process id="${model.id}" isExecutable="false"/>
</bpmn:definitions>
`;
}

function inUtf8(before: readonly XmlRaw[]): readonly XmlRaw[] {
  return before.map((node) =>
    node.kind === 'instruction' && node.raw.startsWith('<?xml ')
      ? { ...node, raw: node.raw.replace(/(\sencoding\s*=\s*)(["'])(?!utf-8\2)[^"']*\2/iu, '$1"UTF-8"') }
      : node,
  );
}
