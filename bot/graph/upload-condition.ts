/** What an upload must meet, in Graph's words (`graph.md` 2.2, 7). */
import { toStoredFile } from './file-delta.ts';
import type { FileAnswer } from './graph-answers.ts';
import type { FileOutcome, UploadCondition, UploadOutcome } from './graph-port.ts';

export const behaviorOf = (condition: UploadCondition | undefined): 'fail' | 'replace' =>
  condition === 'isNew' ? 'fail' : 'replace';

export const matchOf = (condition: UploadCondition | undefined): Readonly<Record<string, string>> =>
  condition === undefined || condition === 'isNew' ? {} : { 'If-Match': condition.etag };

/** 409 and 412 are told from other hindrances where there was something to meet. */
export function uploaded(outcome: FileOutcome<FileAnswer>, condition: UploadCondition | undefined): UploadOutcome {
  if (outcome.kind === 'done') return { kind: 'done', value: toStoredFile(outcome.value) };
  const isMet = condition === undefined || !('status' in outcome) || ![409, 412].includes(outcome.status);
  return isMet ? outcome : { kind: 'changed' };
}
