import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import type { Database } from '../database/schema.ts';
import type { Caller, RecordsService } from '../records/records-service.ts';

export interface SelfCheckContext {
  readonly db: Kysely<Database>;
  readonly records: RecordsService;
  readonly now: () => Date;
}

export type OccurrenceFields = FieldsOfKind<'selfCheckOccurrence'>;
export type DefinitionFields = FieldsOfKind<'selfCheckDefinition'>;

export function occurrenceFields(record: Pick<RecordAnswer, 'fields'>): OccurrenceFields {
  return record.fields;
}

/** The app itself, for what the schedule does. */
export function appCaller(boardId: string): Caller {
  return {
    boardId,
    actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };
}

/**
 * The caller with the right to set what only this service sets. To be used after the caller's own right has been seen
 * (`allowed` of the record as the caller reads it); history names the caller.
 */
export function onBehalfOf(caller: Caller): Caller {
  return { ...caller, actor: { ...caller.actor, system: true } };
}

/** A UUID that is always the same for the same words: what is made twice is made once. */
export function stableId(...words: readonly string[]): string {
  const hash = createHash('sha1')
    .update(`kvalitetsnavet/self-check/${words.join('/')}`)
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
