/**
 * The BPMN Model Interchange Working Group's files, made by some forty tools. They lie beside the repository, or where
 * `BPMN_CORPUS` says, and are never copied here.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = process.env['BPMN_CORPUS'] ?? fileURLToPath(new URL('../../../shared/bpmn-miwg', import.meta.url));

export const hasBpmnCorpus = existsSync(folder);

/** Name (below the folder) and content of each file. */
export function bpmnCorpus(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return globSync('**/*.bpmn', { cwd: folder })
    .toSorted()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }));
}
