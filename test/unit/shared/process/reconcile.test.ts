import { expect, test } from '@jest/globals';
import { activitiesOf } from '../../../../shared/process/compare-models.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { reconcile } from '../../../../shared/process/reconcile.ts';
import { add, after, sampleProcess } from './sample-process.ts';
import { newProcessModel } from '../../../../shared/process/new-model.ts';

const existing = activitiesOf(sampleProcess).map(({ id, name, activityId = '' }) => ({
  id: activityId,
  name,
  elementId: id,
}));

/** The same process as a tool gives it back that knows no records and has ids of its own. */
function imported(names: readonly string[]): ProcessModel {
  const steps = names.map((name, index) => add(`x${String(index)}`, name));
  const model = after(newProcessModel('Utreda och besluta', 'Handläggare', '2'), ...steps);
  return { ...model, steps: model.steps.map(({ activityId: _, ...step }) => step) };
}

const byOf = (names: readonly string[], answers = {}) =>
  Object.fromEntries(
    reconcile(imported(names), existing, answers).matches.map(({ activityId, by }) => [activityId, by]),
  );

test('the record that the file names is the record, whatever the activity is called', () => {
  const renamed = after(sampleProcess, { kind: 'renameStep', id: 'grant', name: 'Godkänna' });

  const found = reconcile(renamed, existing);

  expect(found.matches.find(({ stepId }) => stepId === 'grant')).toEqual({
    stepId: 'grant',
    activityId: 'record-grant',
    by: 'id',
  });
  expect(found.missing).toEqual([]);
});

test('a record of another process is not taken over', () => {
  const foreign = imported(['Helt ny aktivitet']);
  const model = { ...foreign, steps: foreign.steps.map((step) => ({ ...step, activityId: 'of-another-board' })) };

  const found = reconcile(model, existing);

  expect(activitiesOf(found.model).map(({ activityId }) => activityId)).toEqual([undefined]);
  expect(found.missing).toHaveLength(3);
});

test('without records the names decide, in whatever case and space they come', () => {
  expect(byOf(['UTREDA', '  Bevilja ', 'Avslå'])).toEqual({
    'record-investigate': 'name',
    'record-grant': 'name',
    'record-refuse': 'name',
  });
});

test('the same element under a name that resembles the old one is the same activity', () => {
  const model = after(sampleProcess, { kind: 'renameStep', id: 'investigate', name: 'Utreda ansökan' });
  const bare = { ...model, steps: model.steps.map(({ activityId: _, ...step }) => step) };

  expect(reconcile(bare, existing).matches).toContainEqual({
    stepId: 'investigate',
    activityId: 'record-investigate',
    by: 'element',
  });
});

test('of two with one name, the neighbours tell which is which', () => {
  const twice = [
    { id: 'first', name: 'Dokumentera' },
    { id: 'between', name: 'Besöka' },
    { id: 'second', name: 'Dokumentera' },
  ];

  const found = reconcile(imported(['Dokumentera', 'Besöka', 'Dokumentera']), twice);

  expect(found.matches).toEqual([
    { stepId: 'x1', activityId: 'between', by: 'name' },
    { stepId: 'x0', activityId: 'first', by: 'neighbours' },
    { stepId: 'x2', activityId: 'second', by: 'neighbours' },
  ]);
});

test('a name that only resembles one is asked about, and the answer holds', () => {
  const names = ['Utreda och bedöma', 'Bevilja', 'Avslå'];
  const asked = reconcile(imported(names), existing);

  expect(asked.questions).toEqual([
    {
      stepId: 'x0',
      stepName: 'Utreda och bedöma',
      candidates: [{ activityId: 'record-investigate', name: 'Utreda' }],
    },
  ]);
  expect(byOf(names, { x0: 'record-investigate' })['record-investigate']).toBe('answer');
  const asNew = reconcile(imported(names), existing, { x0: 'new' });
  expect([asNew.questions, asNew.missing]).toEqual([[], ['record-investigate']]);
});

test('an answer that names an activity of nobody is as no answer', () => {
  expect(reconcile(imported(['Utreda och bedöma']), existing, { x0: 'nobody' }).questions).toHaveLength(1);
});

test('what the file does not hold is listed', () => {
  expect(reconcile(imported(['Bevilja']), existing).missing).toEqual(['record-investigate', 'record-refuse']);
});

test('details that a file of another tool lacks are kept; a file with our ids says all that there is', () => {
  const details = { responsible: 'Enhetschef', routine: 'routine-1', description: 'Som förut' };
  const detailed = [{ id: 'record-grant', name: 'Bevilja', details }];
  const [bare, described, ours] = [{}, { details: { description: 'Ny' } }, { activityId: 'record-grant' }].map(
    (more) => {
      const model = imported(['Bevilja']);
      const found = reconcile({ ...model, steps: model.steps.map((step) => ({ ...step, ...more })) }, detailed);
      return found.model.steps.find(({ activityId }) => activityId === 'record-grant')?.details;
    },
  );

  expect(bare).toEqual(details);
  expect(described).toEqual({ ...details, description: 'Ny' });
  expect(ours).toBeUndefined();
});
