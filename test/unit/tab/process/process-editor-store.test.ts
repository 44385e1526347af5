import { expect, test } from '@jest/globals';
import { newProcessModel } from '../../../../shared/process/new-model.ts';
import { stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { createProcessEditorStore } from '../../../../tab/pages/process/editor/process-editor-store.ts';
import type { ProcessEditorStore } from '../../../../tab/pages/process/editor/process-editor-store.ts';
import { add, after, sampleProcess } from '../../shared/process/sample-process.ts';

const opened = (model: ProcessModel = sampleProcess): ProcessEditorStore =>
  createProcessEditorStore({ version: 3, model });
const nameOf = (store: ProcessEditorStore, id: string): string | undefined => stepOf(store.state().model, id)?.name;
const rename = (id: string, name: string) => ({ kind: 'renameStep', id, name }) as const;

/** As the service answers: the same model, with a record for each activity. */
function stored(model: ProcessModel): ProcessModel {
  return { ...model, steps: model.steps.map((step) => ({ ...step, activityId: `stored-${step.id}` })) };
}

test('what is written into one field is undone as one, and what is written after leaving it by itself', () => {
  const store = opened();

  for (const name of ['U', 'Ut', 'Utr']) store.dispatch(rename('investigate', name), 'investigate name');
  store.endTyping();
  store.dispatch(rename('investigate', 'Utreda behov'), 'investigate name');

  store.undo();
  expect(nameOf(store, 'investigate')).toBe('Utr');
  store.undo();
  expect(nameOf(store, 'investigate')).toBe('Utreda');
  expect(store.state()).toMatchObject({ isChanged: false, canUndo: false, canRedo: true });
});

test('writing in another field does not take back the first', () => {
  const store = opened();

  store.dispatch(rename('investigate', 'A'), 'investigate name');
  store.dispatch(rename('grant', 'B'), 'grant name');
  store.dispatch(rename('grant', 'Be'), 'grant name');

  expect([nameOf(store, 'investigate'), nameOf(store, 'grant')]).toEqual(['A', 'Be']);
});

test('a text written back to what it was amends nothing that came before it', () => {
  const store = opened();
  store.dispatch(rename('grant', 'Bevilja insats'));

  store.dispatch(rename('investigate', 'Utredas'), 'investigate name');
  store.dispatch(rename('investigate', 'Utreda'), 'investigate name');
  store.dispatch(rename('investigate', 'Utredning'), 'investigate name');

  expect([nameOf(store, 'grant'), nameOf(store, 'investigate')]).toEqual(['Bevilja insats', 'Utredning']);
});

test('a refused command says why and tells nobody', () => {
  const store = opened();
  let told = 0;
  store.subscribe(() => (told += 1));
  const before = store.state();

  expect(store.dispatch({ kind: 'moveStepBy', id: 'Start_1', by: -1 })).toBe('atTheEdge');

  expect([told, store.state()]).toEqual([0, before]);
});

test('the marked step is nobody once it is gone, and comes back with it', () => {
  const store = opened();
  store.select('grant');

  store.dispatch({ kind: 'deleteStep', id: 'grant' });
  expect(store.state().selectedId).toBeUndefined();

  store.undo();
  expect(store.state().selectedId).toBe('grant');
});

test('a kept draft can be undone back to what is saved', () => {
  const store = createProcessEditorStore(
    { version: 3, model: sampleProcess },
    after(sampleProcess, rename('grant', 'Annat')),
  );

  expect(store.state()).toMatchObject({ isChanged: true, canUndo: true });
  store.undo();

  expect(store.state()).toMatchObject({ isChanged: false, model: sampleProcess });
});

test('undoing goes back past a save and keeps the records that the save made', () => {
  const store = opened(newProcessModel('P', 'Roll', '1'));
  store.dispatch(add('a', 'A'));
  store.dispatch(rename('a', 'B'));
  const sent = store.state().model;

  store.settle({ version: 4, model: stored(sent) }, sent, false);
  expect(store.state()).toMatchObject({ isChanged: false, canUndo: true, saved: { version: 4 } });
  store.undo();

  expect(stepOf(store.state().model, 'a')).toMatchObject({ name: 'A', activityId: 'stored-a' });
  store.redo();
  expect(store.state().isChanged).toBe(false);
});

test('what is written while a save is on its way stays unsaved on top of it', () => {
  const store = opened();
  store.dispatch(rename('grant', 'Sänt'));
  const sent = store.state().model;
  store.dispatch(rename('refuse', 'Senare'));

  store.settle({ version: 4, model: stored(sent) }, sent, false);

  const { model, isChanged } = store.state();
  expect(isChanged).toBe(true);
  expect(stepOf(model, 'grant')).toMatchObject({ name: 'Sänt', activityId: 'stored-grant' });
  expect(stepOf(model, 'refuse')).toMatchObject({ name: 'Senare', activityId: 'stored-refuse' });
});

test('what others did and a save brought along is not undone by a step back', () => {
  const store = opened();
  store.dispatch(rename('grant', 'Mitt'));
  const sent = store.state().model;
  const joined = after(sent, rename('refuse', 'Deras'));

  store.settle({ version: 5, model: joined }, sent, true);
  store.undo();

  expect([nameOf(store, 'grant'), nameOf(store, 'refuse')]).toEqual(['Mitt', 'Deras']);
});
