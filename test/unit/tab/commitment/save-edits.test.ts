import { expect, test } from '@jest/globals';
import type { EditedRecord } from '../../../../tab/pages/commitment/editor-state.ts';
import { createEditorStore } from '../../../../tab/pages/commitment/editor-store.ts';
import type { EditorStore } from '../../../../tab/pages/commitment/editor-store.ts';
import { recordsInConflict, unsavedRecords } from '../../../../tab/pages/commitment/editor-state.ts';
import { saveEdits, saveEditor } from '../../../../tab/pages/commitment/save-edits.ts';
import type { StoreOutcome } from '../../../../tab/pages/commitment/save-edits.ts';
import { answer } from '../commitments/plan-records.ts';

const saved = answer('commitment', 'c', { revision: 4 });
const changed: EditedRecord = {
  kind: 'commitment',
  id: 'c',
  saved,
  edits: { text: { from: 'a', to: 'b' }, targetGroup: { from: 'x', to: '' } },
  conflicts: [],
};
const added: EditedRecord = {
  kind: 'expectedResult',
  id: 'r',
  edits: { text: { from: undefined, to: 'Nöjda' }, improvement: { from: undefined, to: '' } },
  conflicts: [],
};

function port(outcome: (id: string) => StoreOutcome) {
  const calls: unknown[] = [];
  return {
    calls,
    create: (kind: string, request: { id: string }) => {
      calls.push(['create', kind, request]);
      return Promise.resolve(outcome(request.id));
    },
    change: (kind: string, id: string, request: unknown) => {
      calls.push(['change', kind, id, request]);
      return Promise.resolve(outcome(id));
    },
  };
}

test('A change carries its base revision and only what changed; a new record goes to the unit', async () => {
  const service = port((id) => ({ kind: 'stored', record: answer('commitment', id) }));

  const report = await saveEdits(service, [changed, added], 'ekliden');

  expect(service.calls).toEqual([
    ['change', 'commitment', 'c', { baseRevision: 4, fields: { text: 'b', targetGroup: null } }],
    ['create', 'expectedResult', { id: 'r', unitId: 'ekliden', fields: { text: 'Nöjda' } }],
  ]);
  expect(report.steps.map((step) => step.kind)).toEqual(['stored', 'stored']);
});

test('A conflict or a problem of one record does not keep the next from being saved', async () => {
  const current = { ...saved, revision: 5 };
  const service = port((id) =>
    id === 'c' ? { kind: 'changedBySomebodyElse', current } : { kind: 'stored', record: answer('expectedResult', id) },
  );

  const report = await saveEdits(service, [changed, added], undefined);

  expect(report).toMatchObject({ conflict: true, problems: [] });
  expect(report.steps.map((step) => [step.kind, step.record.id])).toEqual([
    ['arrived', 'c'],
    ['stored', 'r'],
  ]);
});

test('Problems are told with the record that they belong to', async () => {
  const problem = { field: 'text', problem: 'required', text: 'Skriv något' } as const;
  const service = port(() => ({ kind: 'invalid', problems: [problem], text: '' }));

  const report = await saveEdits(service, [added], undefined);

  expect(report.problems).toEqual([{ ...problem, recordId: 'r' }]);
});

test('When the service does not answer, the rest is not tried', async () => {
  const service = port(() => ({ kind: 'refused', text: 'Tjänsten svarar inte' }));

  const report = await saveEdits(service, [changed, added], undefined);

  expect(report.refusal).toBe('Tjänsten svarar inte');
  expect(service.calls).toHaveLength(1);
});

function storeWith(...records: EditedRecord[]): EditorStore {
  const store = createEditorStore();
  store.dispatch({ kind: 'arrived', records: records.flatMap((one) => (one.saved ? [one.saved] : [])) });
  for (const record of records) {
    for (const [field, edit] of Object.entries(record.edits)) {
      store.dispatch({ kind: 'edited', id: record.id, field, value: edit.to });
    }
  }
  return store;
}

const base = answer('commitment', 'c', { revision: 4, fields: { text: 'a', targetGroup: 'x' } });
const mine: EditedRecord = { ...changed, saved: base, edits: { text: { from: 'a', to: 'mitt' } } };

test('A change by somebody else in another field is joined and saved at once', async () => {
  const store = storeWith(mine);
  const theirs = { ...base, revision: 5, fields: { text: 'a', targetGroup: 'deras' } };
  const answers: StoreOutcome[] = [
    { kind: 'changedBySomebodyElse', current: theirs },
    { kind: 'stored', record: { ...theirs, revision: 6, fields: { text: 'mitt', targetGroup: 'deras' } } },
  ];
  const service = port(() => answers.shift() ?? { kind: 'refused', text: 'för många' });

  const report = await saveEditor(service, store, undefined);

  expect(report).toMatchObject({ conflict: false, problems: [] });
  expect(service.calls[1]).toEqual(['change', 'commitment', 'c', { baseRevision: 5, fields: { text: 'mitt' } }]);
  expect(unsavedRecords(store.state())).toEqual([]);
});

test('Where both changed the same field nothing is sent until somebody has chosen', async () => {
  const store = storeWith(mine);
  const theirs = { ...base, revision: 5, fields: { text: 'deras', targetGroup: 'x' } };
  const service = port(() => ({ kind: 'changedBySomebodyElse', current: theirs }));

  const first = await saveEditor(service, store, undefined);
  const again = await saveEditor(service, store, undefined);

  expect([first.conflict, again.conflict]).toEqual([true, true]);
  expect(service.calls).toHaveLength(1);
  expect(recordsInConflict(store.state())[0]?.conflicts).toEqual([{ field: 'text', mine: 'mitt', theirs: 'deras' }]);
});

test('Somebody who saves all the time does not make us try forever', async () => {
  const store = storeWith(mine);
  let revision = 4;
  const service = port(() => {
    revision += 1;
    return { kind: 'changedBySomebodyElse', current: { ...base, revision } };
  });

  await saveEditor(service, store, undefined);

  expect(service.calls).toHaveLength(4);
  expect(unsavedRecords(store.state())).toHaveLength(1);
});
