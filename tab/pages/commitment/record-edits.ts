/**
 * What a person has changed in a record and not saved: for each field what it held when they began, and what they want.
 * Kept apart from the record, so that a newer version of the record can arrive at any time without losing either.
 */
import type { AnyFields, FieldDefinition } from '../../../shared/records/record-kind.ts';
import { isSameValue } from './field-value.ts';
import type { FieldValue } from './field-value.ts';
import { mergeField } from './merge-field.ts';

export interface FieldEdit {
  readonly from: FieldValue;
  readonly to: FieldValue;
}

export type RecordEdits = Readonly<Record<string, FieldEdit>>;

/** A field that I changed and somebody else changed differently. */
export interface FieldConflict {
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

type FieldDefinitions = Readonly<Record<string, Pick<FieldDefinition, 'type'>>>;

function without(edits: RecordEdits, field: string): RecordEdits {
  return Object.fromEntries(Object.entries(edits).filter(([name]) => name !== field));
}

/** To the letter, since a space typed at the end of a sentence must not vanish while the next word is on its way. */
function isUntouched(from: FieldValue, to: FieldValue): boolean {
  return JSON.stringify(from ?? '') === JSON.stringify(to ?? '');
}

/** Notes that a field gets a value; writing back what it held takes the edit away. */
export function editField(edits: RecordEdits, saved: AnyFields, field: string, to: FieldValue): RecordEdits {
  const from = edits[field] ? edits[field].from : saved[field];
  return isUntouched(from, to) ? without(edits, field) : { ...edits, [field]: { from, to } };
}

/** The fields as the person sees them: the saved ones with their edits on top. */
export function withEdits(saved: AnyFields, edits: RecordEdits): AnyFields {
  return { ...saved, ...Object.fromEntries(Object.entries(edits).map(([field, { to }]) => [field, to])) };
}

/** The body of a PATCH: only what changed, `null` where a field is emptied. */
export function changesToSend(edits: RecordEdits): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(edits).map(([field, { to }]) => [field, isSameValue(to, undefined) ? null : to]),
  );
}

export interface Rebased {
  /** Edits that stand on the newer version; conflicting ones are kept as they were. */
  readonly edits: RecordEdits;
  readonly conflicts: readonly FieldConflict[];
}

/** Puts edits on top of a newer version of the record. What does not clash is joined without asking. */
export function rebaseEdits(edits: RecordEdits, newer: AnyFields, definitions: FieldDefinitions): Rebased {
  const conflicts: FieldConflict[] = [];
  let rebased: RecordEdits = {};
  for (const [field, edit] of Object.entries(edits)) {
    const theirs = newer[field];
    const merged = mergeField(definitions[field] ?? { type: 'text' }, edit.from, edit.to, theirs);
    if (merged.kind === 'conflict') {
      conflicts.push({ field, mine: edit.to, theirs });
      rebased = { ...rebased, [field]: edit };
    } else if (!isSameValue(merged.value, theirs)) {
      rebased = { ...rebased, [field]: { from: theirs, to: merged.value } };
    }
  }
  return { edits: rebased, conflicts };
}

/** Settles conflicts: `theirs` drops my edit, `mine` puts it on top of theirs. A field without an answer is kept mine. */
export function settleConflicts(
  edits: RecordEdits,
  conflicts: readonly FieldConflict[],
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): RecordEdits {
  let settled = edits;
  for (const { field, theirs } of conflicts) {
    const edit = settled[field];
    if (choices[field] === 'theirs') settled = without(settled, field);
    else if (edit) settled = { ...settled, [field]: { from: theirs, to: edit.to } };
  }
  return settled;
}

export function hasEdits(edits: RecordEdits): boolean {
  return Object.keys(edits).length > 0;
}
