/**
 * The editor works on several records at once: the commitment, its expected results, and indicators made on the way.
 * Each keeps what the service has and what the person has changed; this file says how that follows from what happens.
 */
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { AnyFields } from '../../../shared/records/record-kind.ts';
import type { FieldValue } from './field-value.ts';
import { editField, hasEdits, rebaseEdits, settleConflicts, withEdits } from './record-edits.ts';
import type { FieldConflict, RecordEdits } from './record-edits.ts';

export type EditedKind = 'commitment' | 'expectedResult' | 'indicator';

export interface EditedRecord {
  readonly kind: EditedKind;
  readonly id: string;
  /** What the service has; absent for a record that is not saved yet. */
  readonly saved?: RecordAnswer;
  readonly edits: RecordEdits;
  /** What somebody else changed at the same time, until the person has chosen. */
  readonly conflicts: readonly FieldConflict[];
}

/** A record as a draft keeps it. */
export interface KeptRecord {
  readonly kind: EditedKind;
  readonly id: string;
  /** The service had never got it. */
  readonly isNew: boolean;
  readonly edits: RecordEdits;
}

export interface EditorState {
  readonly records: readonly EditedRecord[];
}

export type EditorEvent =
  /** The service answered with these versions; older ones than we have are passed over. */
  | { readonly kind: 'arrived'; readonly records: readonly RecordAnswer[] }
  | { readonly kind: 'edited'; readonly id: string; readonly field: string; readonly value: FieldValue }
  | { readonly kind: 'added'; readonly record: EditedRecord }
  /** A record that was never saved is taken away. */
  | { readonly kind: 'removed'; readonly id: string }
  | {
      readonly kind: 'settled';
      readonly id: string;
      readonly choices: Readonly<Record<string, 'mine' | 'theirs'>>;
    }
  /** The service took the edits `sent`; what was written meanwhile stays unsaved. */
  | { readonly kind: 'stored'; readonly record: RecordAnswer; readonly sent: RecordEdits }
  /** A kept draft is put on top of what the service has. */
  | { readonly kind: 'restored'; readonly records: readonly KeptRecord[] }
  | { readonly kind: 'discarded' };

export const emptyEditorState: EditorState = { records: [] };

const nothingSaved: AnyFields = {};

function savedFields(record: EditedRecord): AnyFields {
  return record.saved?.fields ?? nothingSaved;
}

function rebase(record: EditedRecord): EditedRecord {
  return { ...record, ...rebaseEdits(record.edits, savedFields(record), definitionOf(record.kind).fields) };
}

function isEditedKind(kind: string): kind is EditedKind {
  return kind === 'commitment' || kind === 'expectedResult' || kind === 'indicator';
}

function arrive(state: EditorState, answer: RecordAnswer): EditorState {
  if (!isEditedKind(answer.kind)) return state;
  const known = state.records.find((one) => one.id === answer.id);
  if (!known)
    return {
      records: [...state.records, { kind: answer.kind, id: answer.id, saved: answer, edits: {}, conflicts: [] }],
    };
  if (known.saved && known.saved.revision > answer.revision) return state;
  return replace(state, rebase({ ...known, saved: answer }));
}

function replace(state: EditorState, record: EditedRecord): EditorState {
  return { records: state.records.map((one) => (one.id === record.id ? record : one)) };
}

function change(state: EditorState, id: string, how: (record: EditedRecord) => EditedRecord): EditorState {
  return { records: state.records.map((one) => (one.id === id ? how(one) : one)) };
}

/** What was sent is saved now; a field written again since then keeps the newer text as an edit. */
function afterStoring(record: EditedRecord, answer: RecordAnswer, sent: RecordEdits): EditedRecord {
  const edits = Object.entries(record.edits).flatMap(([field, edit]) => {
    const was = sent[field];
    if (was && JSON.stringify(was.to) === JSON.stringify(edit.to)) return [];
    return [[field, was ? { from: answer.fields[field], to: edit.to } : edit] as const];
  });
  return rebase({ ...record, saved: answer, edits: Object.fromEntries(edits), conflicts: [] });
}

function restore(state: EditorState, draft: KeptRecord): EditorState {
  const known = state.records.find((one) => one.id === draft.id);
  if (known) return replace(state, rebase({ ...known, edits: { ...draft.edits, ...known.edits } }));
  // Edits of a record that is gone have nothing to stand on; a record that was never saved stands by itself.
  if (!draft.isNew) return state;
  return { records: [...state.records, { kind: draft.kind, id: draft.id, edits: draft.edits, conflicts: [] }] };
}

/** What the editor holds after something happened. Pure, so it serves as a React reducer. */
export function reduceEditor(state: EditorState, event: EditorEvent): EditorState {
  switch (event.kind) {
    case 'arrived':
      return event.records.reduce(arrive, state);
    case 'edited':
      return change(state, event.id, (record) => ({
        ...record,
        edits: editField(record.edits, savedFields(record), event.field, event.value),
      }));
    case 'added':
      return { records: [...state.records, event.record] };
    case 'removed':
      return { records: state.records.filter((one) => one.id !== event.id || one.saved !== undefined) };
    case 'settled':
      return change(state, event.id, (record) =>
        rebase({ ...record, edits: settleConflicts(record.edits, record.conflicts, event.choices) }),
      );
    case 'stored': {
      const known = state.records.some((one) => one.id === event.record.id);
      if (!known) return arrive(state, event.record);
      return change(state, event.record.id, (record) => afterStoring(record, event.record, event.sent));
    }
    case 'restored':
      return event.records.reduce(restore, state);
    case 'discarded':
      return { records: state.records.flatMap(withoutEdits) };
  }
}

/** The fields of a record as the person sees them. */
export function fieldsOf(record: EditedRecord): AnyFields {
  return withEdits(savedFields(record), record.edits);
}

/** The record as the service has it; none where it was never saved. */
export function withoutEdits(record: EditedRecord): readonly EditedRecord[] {
  return record.saved ? [{ ...record, edits: {}, conflicts: [] }] : [];
}

/** Records that differ from what the service has, in the order in which they must be saved: what others refer to first. */
export function unsavedRecords(state: EditorState): readonly EditedRecord[] {
  const order: readonly EditedKind[] = ['indicator', 'commitment', 'expectedResult'];
  return state.records
    .filter((one) => hasEdits(one.edits) || one.saved === undefined)
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

export function recordsInConflict(state: EditorState): readonly EditedRecord[] {
  return state.records.filter((one) => one.conflicts.length > 0);
}
