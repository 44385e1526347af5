/**
 * A drawing that was set aside, as the list of problems keeps it: packed, since a drawing is long and says the same again and
 * again. One too large even so stays in the version history of its file alone, and is known there by its digest. Both are
 * of the masked text, so that neither tells what was masked. Rule S-K5.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { largestBpmnFile } from '../../shared/process/bpmn/read-bytes.ts';

/** Characters; far below what a column of lines takes. A drawing of some hundred steps packs to a third of it. */
const longestPacked = 60_000;

export function packFile(text: string): { readonly packed: string } | { readonly digest: string } {
  const packed = gzipSync(text, { level: 9 }).toString('base64');
  return packed.length <= longestPacked ? { packed } : { digest: digestOf(text) };
}

/** Undefined: it was not packed here. */
export function unpackFile(packed: unknown): string | undefined {
  if (typeof packed !== 'string') return undefined;
  try {
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: largestBpmnFile }).toString();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
