import { expect, test } from '@jest/globals';
import { draftBodyOf, parseDraftBody } from '../../../../tab/pages/commitment/draft-body.ts';
import {
  emptyEditorState,
  fieldsOf,
  recordsInConflict,
  reduceEditor,
  unsavedRecords,
} from '../../../../tab/pages/commitment/editor-state.ts';
import type { EditorEvent, EditorState } from '../../../../tab/pages/commitment/editor-state.ts';
import { answer } from '../commitments/plan-records.ts';

const first = answer('commitment', 'c', { revision: 1, fields: { text: 'Gammalt', workingMethod: 'Rond' } });

function after(...events: EditorEvent[]): EditorState {
  return events.reduce(reduceEditor, emptyEditorState);
}

function seen(state: EditorState, id: string, field: string): unknown {
  const record = state.records.find((one) => one.id === id);
  return record && fieldsOf(record)[field];
}

const edit = (field: string, value: string, id = 'c'): EditorEvent => ({ kind: 'edited', id, field, value });

test('An answer that is older than what we have is passed over', () => {
  const newer = { ...first, revision: 2, fields: { text: 'Nytt' } };

  const state = after({ kind: 'arrived', records: [newer] }, { kind: 'arrived', records: [first] });

  expect(seen(state, 'c', 'text')).toBe('Nytt');
});

test('A version by somebody else shows at once where I have not written', () => {
  const theirs = { ...first, revision: 2, fields: { text: 'Gammalt', workingMethod: 'Deras' } };

  const state = after({ kind: 'arrived', records: [first] }, edit('text', 'Mitt'), {
    kind: 'arrived',
    records: [theirs],
  });

  expect([seen(state, 'c', 'text'), seen(state, 'c', 'workingMethod')]).toEqual(['Mitt', 'Deras']);
  expect(recordsInConflict(state)).toEqual([]);
});

test('The same field changed by both waits for a choice, and what I wrote stays on the screen meanwhile', () => {
  const theirs = { ...first, revision: 2, fields: { text: 'Deras' } };
  const state = after({ kind: 'arrived', records: [first] }, edit('text', 'Mitt'), {
    kind: 'arrived',
    records: [theirs],
  });

  const settled = reduceEditor(state, { kind: 'settled', id: 'c', choices: { text: 'theirs' } });

  expect(recordsInConflict(state)[0]?.conflicts).toEqual([{ field: 'text', mine: 'Mitt', theirs: 'Deras' }]);
  expect(seen(state, 'c', 'text')).toBe('Mitt');
  expect(seen(settled, 'c', 'text')).toBe('Deras');
  expect(unsavedRecords(settled)).toEqual([]);
});

test('Words written while a save was on its way are still unsaved after it', () => {
  const sending = after({ kind: 'arrived', records: [first] }, edit('text', 'Ett'));
  const sent = sending.records[0]?.edits ?? {};
  const typing = reduceEditor(sending, edit('text', 'Ett två'));

  const stored = { ...first, revision: 2, fields: { text: 'Ett' } };
  const state = reduceEditor(typing, { kind: 'stored', record: stored, sent });

  expect(seen(state, 'c', 'text')).toBe('Ett två');
  expect(unsavedRecords(state)[0]?.edits).toEqual({ text: { from: 'Ett', to: 'Ett två' } });
});

test('A text that the service masked while storing is shown as it was stored', () => {
  const sending = after({ kind: 'arrived', records: [first] }, edit('text', 'Anna 19900101-9844'));
  const sent = sending.records[0]?.edits ?? {};

  const stored = { ...first, revision: 2, fields: { text: 'Anna [personnummer]' } };
  const state = reduceEditor(sending, { kind: 'stored', record: stored, sent });

  expect(seen(state, 'c', 'text')).toBe('Anna [personnummer]');
  expect(unsavedRecords(state)).toEqual([]);
});

test('What others refer to is saved first', () => {
  const state = after(
    { kind: 'arrived', records: [first] },
    { kind: 'added', record: { kind: 'expectedResult', id: 'r', edits: {}, conflicts: [] } },
    edit('text', 'Mitt'),
    { kind: 'added', record: { kind: 'indicator', id: 'i', edits: {}, conflicts: [] } },
  );

  expect(unsavedRecords(state).map((record) => record.kind)).toEqual(['indicator', 'commitment', 'expectedResult']);
});

test('A kept draft comes back on top of a newer version, new records with it', () => {
  const written = after(
    { kind: 'arrived', records: [first] },
    edit('text', 'Mitt'),
    { kind: 'added', record: { kind: 'expectedResult', id: 'r', edits: {}, conflicts: [] } },
    edit('text', 'Resultat', 'r'),
  );
  const body: unknown = JSON.parse(JSON.stringify(draftBodyOf(written)));
  const newer = { ...first, revision: 5, fields: { text: 'Gammalt', workingMethod: 'Deras' } };

  const restored = after({ kind: 'arrived', records: [newer] }, { kind: 'restored', records: parseDraftBody(body) });

  expect(seen(restored, 'c', 'text')).toBe('Mitt');
  expect(seen(restored, 'c', 'workingMethod')).toBe('Deras');
  expect(seen(restored, 'r', 'text')).toBe('Resultat');
});

test('A kept draft that clashes with a newer version shows the two side by side', () => {
  const body: unknown = draftBodyOf(after({ kind: 'arrived', records: [first] }, edit('text', 'Mitt')));
  const newer = { ...first, revision: 5, fields: { text: 'Deras' } };

  const restored = after({ kind: 'arrived', records: [newer] }, { kind: 'restored', records: parseDraftBody(body) });

  expect(recordsInConflict(restored)).toHaveLength(1);
});

test('Discarding leaves what the service has, and nothing to keep', () => {
  const state = after(
    { kind: 'arrived', records: [first] },
    edit('text', 'Mitt'),
    { kind: 'added', record: { kind: 'expectedResult', id: 'r', edits: {}, conflicts: [] } },
    { kind: 'discarded' },
  );

  expect(seen(state, 'c', 'text')).toBe('Gammalt');
  expect(state.records).toHaveLength(1);
  expect(draftBodyOf(state)).toBeUndefined();
});

test.each([undefined, 'text', { version: 2, records: [] }, { version: 1, records: [{ kind: 'deviation', id: 'x' }] }])(
  'A draft that cannot be read (%j) restores nothing',
  (body) => {
    expect(parseDraftBody(body)).toEqual([]);
  },
);

test('A record that was never saved can be taken away, a saved one cannot', () => {
  const state = after(
    { kind: 'arrived', records: [first] },
    { kind: 'added', record: { kind: 'expectedResult', id: 'r', edits: {}, conflicts: [] } },
    { kind: 'removed', id: 'r' },
    { kind: 'removed', id: 'c' },
  );

  expect(state.records.map((record) => record.id)).toEqual(['c']);
});

test('Writing on in a field that somebody else has changed does not make the difference disappear', () => {
  const theirs = { ...first, revision: 2, fields: { text: 'Deras' } };
  const state = after(
    { kind: 'arrived', records: [first] },
    edit('text', 'Mitt'),
    { kind: 'arrived', records: [theirs] },
    edit('text', 'Mitt och mer'),
    { kind: 'arrived', records: [{ ...theirs, revision: 3 }] },
  );

  expect(recordsInConflict(state)[0]?.conflicts).toEqual([{ field: 'text', mine: 'Mitt och mer', theirs: 'Deras' }]);
});

test('Kept edits of a result that is gone are left out instead of becoming a new result', () => {
  const kept = { kind: 'expectedResult', id: 'gone', isNew: false, edits: { text: { from: 'a', to: 'b' } } } as const;

  const state = after({ kind: 'arrived', records: [first] }, { kind: 'restored', records: [kept] });

  expect(state.records.map((record) => record.id)).toEqual(['c']);
});
