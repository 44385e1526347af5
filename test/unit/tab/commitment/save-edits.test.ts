import { expect, test } from '@jest/globals';
import type { EditedRecord } from '../../../../tab/pages/commitment/editor-state.ts';
import { saveEdits } from '../../../../tab/pages/commitment/save-edits.ts';
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
