/**
 * What the file of a process says of its own version: an XML comment, which every tool lets be or drops whole. By it
 * the versions of a library become versions of ours again when the database is lost.
 */
import { z } from 'zod';
import type { ProcessVersion } from '../../shared/api/process-contract.ts';

export type VersionStamp = Pick<ProcessVersion, 'version' | 'what' | 'savedBy' | 'savedAt'>;

const mark = 'kvalitetsnavet:version ';

const stampShape = z.object({
  version: z.int().positive(),
  what: z.enum(['saved', 'imported', 'restored', 'merged', 'changedInSharePoint']),
  savedBy: z.object({ id: z.string(), name: z.string() }),
  savedAt: z.iso.datetime(),
});

/** Puts the stamp behind the XML declaration, instead of any that is there. */
export function stampVersion(bpmn: string, { version, what, savedBy, savedAt }: VersionStamp): string {
  const { id, name } = savedBy;
  // A comment may not hold two hyphens in a row.
  const said = JSON.stringify({ version, what, savedBy: { id, name }, savedAt })
    .replaceAll('-', String.raw`\u002d`)
    .replaceAll('>', String.raw`\u003e`);
  const bare = bpmn.replace(stampPattern, '');
  const declaration = /^\uFEFF?<\?xml[^>]*\?>\r?\n?/u.exec(bare)?.[0] ?? '';
  return `${declaration}<!-- ${mark}${said} -->\n${bare.slice(declaration.length)}`;
}

/** Undefined for a file that our service did not write, or that another tool has written since. */
export function readStamp(bpmn: string): VersionStamp | undefined {
  const said = stampPattern.exec(bpmn)?.[1];
  if (said === undefined) return undefined;
  try {
    return stampShape.safeParse(JSON.parse(said)).data;
  } catch {
    // A comment that begins like ours and is none.
    return undefined;
  }
}

/** The file as it was before it was stamped. */
export function withoutStamp(bpmn: string): string {
  return bpmn.replace(stampPattern, '');
}

const stampPattern = new RegExp(String.raw`<!-- ${mark}(\{[^>]*\}) -->\n?`, 'u');
