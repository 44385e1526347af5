import { expect, test } from '@jest/globals';
import { stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import {
  addActivity,
  addBranch,
  addDecision,
  appendStep,
  leadOn,
  linkSubProcess,
  setObjects,
  splitActivity,
} from '../../../../tab/pages/process/editor/list-actions.ts';
import type { ListAction, NewId } from '../../../../tab/pages/process/editor/list-actions.ts';
import { AppError } from '../../../../shared/errors.ts';
import { after, sampleProcess } from '../../shared/process/sample-process.ts';

/** The sample has a `Flow_1` of its own, so what makes a flow first counts on from elsewhere. */
function ids(before = 0): NewId {
  let made = before;
  return (kind) => `${kind}_${String((made += 1))}`;
}

function step(model: ProcessModel, id: string) {
  const found = stepOf(model, id);
  if (found === undefined) throw new AppError('unexpected', { id });
  return found;
}

const order = (model: ProcessModel): string => model.steps.map(({ id }) => id).join(' ');
const done = (action: ListAction | undefined): ProcessModel =>
  action === undefined ? sampleProcess : after(sampleProcess, action.command);

test('a new activity takes what the one before it gives, and its row is the one to go on in', () => {
  const action = addActivity(sampleProcess, 'investigate', ids());

  const model = done(action);

  expect(order(model)).toBe('Start_1 investigate Activity_1 choice grant refuse End_1');
  expect(step(model, action.rowId)).toMatchObject({ name: '', takes: ['o2'], gives: [] });
});

test('from an answer an activity comes first in its branch', () => {
  const model = done(addActivity(sampleProcess, 'no', ids()));

  expect(order(model)).toBe('Start_1 investigate choice grant Activity_1 refuse End_1');
});

test('from the end, and without a row, an activity comes where all branches have met', () => {
  for (const rowId of ['End_1', undefined]) {
    const model = done(addActivity(sampleProcess, rowId, ids()));

    expect(order(model)).toBe('Start_1 investigate choice grant refuse Activity_1 End_1');
    expect(model.flows.filter(({ to }) => to === 'Activity_1')).toHaveLength(2);
  }
});

test('a decision comes with its answers, and one more leads to where the last one leads', () => {
  const model = done(addDecision(sampleProcess, 'grant', ['Ja', 'Nej'], ids()));
  expect(model.flows.filter(({ from }) => from === 'Decision_1').map(({ label, to }) => [label, to])).toEqual([
    ['Ja', 'End_1'],
    ['Nej', 'End_1'],
  ]);

  const more = done(addBranch(sampleProcess, 'choice', 'Delvis', ids(1)));

  expect(more.flows.find(({ label }) => label === 'Delvis')).toMatchObject({ from: 'choice', to: 'refuse' });
});

test('after a decision in the drawing something new gets an answer of its own; elsewhere it goes into the flow', () => {
  const branched = done(appendStep(sampleProcess, 'choice', 'activity', [], ids(1)));
  const along = done(appendStep(sampleProcess, 'grant', 'decision', ['Ja', 'Nej'], ids()));

  expect(branched.flows.filter(({ from }) => from === 'choice').map(({ to }) => to)).toEqual([
    'grant',
    'refuse',
    'Activity_3',
  ]);
  expect(branched.flows.find(({ from }) => from === 'Activity_3')?.to).toBe('refuse');
  expect(along.flows.filter(({ from }) => from === 'grant').map(({ to }) => to)).toEqual(['Decision_1']);
});

test('splitting at the cursor divides the name', () => {
  const longer = after(sampleProcess, { kind: 'renameStep', id: 'investigate', name: 'Utreda och föreslå' });
  const action = splitActivity(step(longer, 'investigate'), 'Utreda '.length, ids());

  const model = after(longer, action.command);

  expect([step(model, 'investigate').name, step(model, action.rowId).name]).toEqual(['Utreda', 'och föreslå']);
});

test('objects are read from one text, by semicolon', () => {
  const command = setObjects(step(sampleProcess, 'grant'), 'out', ' Beslut;; underlag ; ', ids());

  const model = after(sampleProcess, command);

  expect(step(model, 'grant').gives).toEqual(['Object_1', 'o2']);
});

test('the way on from a step is led elsewhere, taken away, and made again', () => {
  const elsewhere = leadOn(sampleProcess, 'grant', 'investigate', ids());
  const away = leadOn(sampleProcess, 'grant', '', ids());
  if (elsewhere === undefined || away === undefined) throw new AppError('unexpected');

  const without = after(sampleProcess, away);
  const again = leadOn(without, 'grant', 'End_1', ids(1));

  expect(after(sampleProcess, elsewhere).flows).toContainEqual({ id: 'to-grant', from: 'grant', to: 'investigate' });
  expect(without.flows.some(({ from }) => from === 'grant')).toBe(false);
  expect(again).toEqual({ kind: 'connect', flowId: 'Flow_2', from: 'grant', to: 'End_1' });
  expect(leadOn(without, 'grant', '', ids())).toBeUndefined();
});

test('an activity that is linked to a process is a sub-process, until the link is taken away', () => {
  const linked = after(sampleProcess, linkSubProcess(step(sampleProcess, 'grant'), 'p1'));
  expect(step(linked, 'grant')).toMatchObject({ kind: 'subProcess', details: { subProcess: 'p1' } });

  const alone = after(linked, linkSubProcess(step(linked, 'grant'), undefined));

  expect(step(alone, 'grant').kind).toBe('activity');
  expect(step(alone, 'grant').details?.subProcess).toBeUndefined();
});
