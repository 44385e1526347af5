import { expect, test } from '@jest/globals';
import type { ProcessAnswer, SaveProcessAnswer, SaveProcessRequest } from '../../../../shared/api/process-contract.ts';
import { mergeModels } from '../../../../shared/process/merge-models.ts';
import { stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { settleConflicts } from '../../../../shared/process/settle-conflicts.ts';
import { createProcessEditorStore } from '../../../../tab/pages/process/editor/process-editor-store.ts';
import type { SendProcess } from '../../../../tab/pages/process/editor/save-process.ts';
import { saveProcess, stepOfProblem } from '../../../../tab/pages/process/editor/save-process.ts';
import { after, sampleProcess } from '../../shared/process/sample-process.ts';

/** Only what a save looks at. */
const answered = (version: number, model: ProcessModel): ProcessAnswer => ({ version, model }) as ProcessAnswer;
const rename = (id: string, name: string) => ({ kind: 'renameStep', id, name }) as const;

/** A service that has one version more than the editor knows, and merges as the real one. */
function serviceWith(theirs: ProcessModel): SendProcess {
  return ({ baseVersion, model }): Promise<SaveProcessAnswer> => {
    if (baseVersion === 4) return Promise.resolve({ kind: 'saved', process: answered(5, model) });
    const { model: merged, conflicts } = mergeModels(sampleProcess, model, theirs);
    return Promise.resolve(
      conflicts.length > 0
        ? { kind: 'conflict', current: answered(4, theirs), merged, conflicts }
        : { kind: 'merged', process: answered(5, merged) },
    );
  };
}

test('a save sends what the editor holds, and from which version it was made', async () => {
  const store = createProcessEditorStore({ version: 3, model: sampleProcess });
  store.dispatch(rename('grant', 'Annat'));
  const sent: SaveProcessRequest[] = [];

  const outcome = await saveProcess(
    store,
    (request) => {
      sent.push(request);
      return Promise.resolve({ kind: 'saved', process: answered(4, request.model) });
    },
    12,
  );

  expect(sent).toEqual([{ baseVersion: 3, baseRevision: 12, fields: {}, model: store.state().model }]);
  expect(outcome).toEqual({ kind: 'saved', version: 4 });
  expect(store.state()).toMatchObject({ isChanged: false, saved: { version: 4 } });
});

test('what others saved comes along', async () => {
  const store = createProcessEditorStore({ version: 3, model: sampleProcess });
  store.dispatch(rename('grant', 'Mitt'));

  const outcome = await saveProcess(store, serviceWith(after(sampleProcess, rename('refuse', 'Deras'))), 1);

  expect(outcome).toEqual({ kind: 'merged', version: 5 });
  expect(stepOf(store.state().model, 'refuse')?.name).toBe('Deras');
});

test('a conflict stores nothing, and what is chosen is saved on top of theirs', async () => {
  const store = createProcessEditorStore({ version: 3, model: sampleProcess });
  store.dispatch(rename('grant', 'Mitt'));
  const service = serviceWith(after(sampleProcess, rename('grant', 'Deras'), rename('refuse', 'Också deras')));

  const outcome = await saveProcess(store, service, 1);
  if (outcome.kind !== 'conflict') throw new Error(`The save was ${outcome.kind}.`);
  expect(store.state()).toMatchObject({ isChanged: true, saved: { version: 3 } });
  // Written while the two stood side by side.
  store.dispatch(rename('investigate', 'Senare'));
  const { conflict } = outcome;
  store.rebase({ version: conflict.version, model: settleConflicts(conflict, () => 'ours') }, conflict.sent);

  expect(await saveProcess(store, service, 1)).toEqual({ kind: 'saved', version: 5 });
  const name = (id: string): string | undefined => stepOf(store.state().model, id)?.name;
  expect([name('grant'), name('refuse'), name('investigate')]).toEqual(['Mitt', 'Också deras', 'Senare']);
});

test('a problem of an activity names its step', () => {
  const problem = { field: 'activities.name', row: 'grant', problem: 'required', text: 'Fyll i namnet.' } as const;

  expect(stepOfProblem(problem)).toBe('grant');
  expect(stepOfProblem({ ...problem, field: 'stakeholders.name' })).toBeUndefined();
});
