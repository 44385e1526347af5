import { expect, test } from '@jest/globals';
import type { StepRequest } from '../../../../shared/api/contract.ts';
import { createEditorStore } from '../../../../tab/pages/commitment/editor-store.ts';
import type { SaveReport, StoreOutcome } from '../../../../tab/pages/commitment/save-edits.ts';
import { takeStep } from '../../../../tab/pages/commitment/take-step.ts';
import { answer } from '../commitments/plan-records.ts';

const saved = answer('commitment', 'c', { revision: 3, fields: { text: 'a' } });
const adopt = { to: 'adopted', label: { sv: '', en: '' }, needsReason: false, fields: ['decisionDate'] };
const allSaved: SaveReport = { steps: [], problems: [], conflict: false };

function stand(outcome: StoreOutcome, save: (store: ReturnType<typeof createEditorStore>) => SaveReport) {
  const store = createEditorStore();
  store.dispatch({ kind: 'arrived', records: [saved] });
  const sent: StepRequest[] = [];
  const port = {
    save: () => Promise.resolve(save(store)),
    take: (request: StepRequest) => {
      sent.push(request);
      return Promise.resolve(outcome);
    },
  };
  return { store, sent, port };
}

test('What is unsaved is saved first, and the step stands on the revision that gave', async () => {
  const { store, sent, port } = stand(
    { kind: 'stored', record: { ...saved, revision: 5, status: 'adopted' } },
    (own) => {
      own.dispatch({ kind: 'stored', record: { ...saved, revision: 4 }, sent: { text: { from: 'a', to: 'b' } } });
      return allSaved;
    },
  );
  store.dispatch({ kind: 'edited', id: 'c', field: 'text', value: 'b' });

  const outcome = await takeStep(port, store, 'c', adopt, { fields: { decisionDate: '2026-12-10' } });

  expect(sent).toEqual([{ to: 'adopted', baseRevision: 4, fields: { decisionDate: '2026-12-10' } }]);
  expect(outcome.kind).toBe('taken');
  expect(store.state().records[0]?.saved?.status).toBe('adopted');
});

test('What could not be saved keeps the step from being taken', async () => {
  const problem = { field: 'text', problem: 'tooLong', text: 'För lång', recordId: 'c' } as const;
  const { store, sent, port } = stand({ kind: 'stored', record: saved }, () => ({ ...allSaved, problems: [problem] }));
  store.dispatch({ kind: 'edited', id: 'c', field: 'text', value: 'b' });

  const outcome = await takeStep(port, store, 'c', adopt, {});

  expect(outcome).toMatchObject({ kind: 'leave', problems: [problem] });
  expect(sent).toEqual([]);
});

test('Problems of the step’s own fields stay in its dialog, those of the commitment lead to the editor', async () => {
  const own = { field: 'decisionDate', problem: 'required', text: 'Fyll i' } as const;
  const other = { field: 'workingMethod', problem: 'required', text: 'Fyll i' } as const;
  const take = (problems: readonly (typeof own | typeof other)[]) => {
    const { store, port } = stand({ kind: 'invalid', problems, text: '' }, () => allSaved);
    return takeStep(port, store, 'c', adopt, {});
  };

  expect(await take([own])).toEqual({ kind: 'stay', problems: [own] });
  expect(await take([own, other])).toEqual({
    kind: 'leave',
    problems: [{ ...other, recordId: 'c' }],
    changedMeanwhile: false,
  });
});

test('When somebody changed it meanwhile the new version is shown instead of the step taken', async () => {
  const current = { ...saved, revision: 9, fields: { text: 'deras' } };
  const { store, port } = stand({ kind: 'changedBySomebodyElse', current }, () => allSaved);

  const outcome = await takeStep(port, store, 'c', adopt, {});

  expect(outcome).toMatchObject({ kind: 'leave', changedMeanwhile: true });
  expect(store.state().records[0]?.saved?.fields['text']).toBe('deras');
});

test('When the service does not answer the dialog stays with what was written in it', async () => {
  const { store, port } = stand({ kind: 'refused', text: 'Tjänsten svarar inte' }, () => allSaved);

  expect(await takeStep(port, store, 'c', adopt, {})).toEqual({
    kind: 'stay',
    problems: [],
    refusal: 'Tjänsten svarar inte',
  });
});
