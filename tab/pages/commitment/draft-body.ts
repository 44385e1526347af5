/** The unsaved part of an editor as it is kept at `/api/v1/drafts/commitment.<id>`, and how it is read back. */
import type { EditedKind, EditorState, KeptRecord } from './editor-state.ts';
import { unsavedRecords } from './editor-state.ts';
import type { FieldValue } from './field-value.ts';
import type { RecordEdits } from './record-edits.ts';

const version = 1;

/** What to keep, or nothing when all is saved. */
export function draftBodyOf(state: EditorState): Readonly<Record<string, unknown>> | undefined {
  const records = unsavedRecords(state);
  if (records.length === 0) return undefined;
  return {
    version,
    records: records.map(({ kind, id, saved, edits }) => ({ kind, id, isNew: saved === undefined, edits })),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseKind(value: unknown): EditedKind | undefined {
  return value === 'commitment' || value === 'expectedResult' || value === 'indicator' ? value : undefined;
}

function parseEdits(value: unknown): RecordEdits {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, edit]) =>
      isObject(edit) ? [[field, { from: edit['from'] as FieldValue, to: edit['to'] as FieldValue }]] : [],
    ),
  );
}

/** The records in a kept draft. What cannot be read, of another version or half written, is left out. */
export function parseDraftBody(body: unknown): readonly KeptRecord[] {
  if (!isObject(body) || body['version'] !== version || !Array.isArray(body['records'])) return [];
  return (body['records'] as readonly unknown[]).flatMap((record): KeptRecord[] => {
    if (!isObject(record) || typeof record['id'] !== 'string') return [];
    const kind = parseKind(record['kind']);
    if (!kind) return [];
    const edits = parseEdits(record['edits']);
    const isNew = record['isNew'] === true;
    return isNew || Object.keys(edits).length > 0 ? [{ kind, id: record['id'], isNew, edits }] : [];
  });
}
