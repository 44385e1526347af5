import { expect, test } from '@jest/globals';
import { activitiesOf } from '../../../../shared/process/compare-models.ts';
import { mergeModels } from '../../../../shared/process/merge-models.ts';
import { stepOf } from '../../../../shared/process/process-model.ts';
import { add, after, sampleProcess } from './sample-process.ts';

const base = sampleProcess;

test('what each of two people did stands, when they did not touch the same', () => {
  const ours = after(base, { kind: 'renameStep', id: 'grant', name: 'Godkänna' }, add('tell', 'Meddela'));
  const theirs = after(base, { kind: 'setDetails', id: 'refuse', details: { responsible: 'Chefen' } });

  const { model, conflicts } = mergeModels(base, ours, theirs);

  expect(conflicts).toEqual([]);
  expect(activitiesOf(model).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Utreda', 'Godkänna', 'Avslå', 'Meddela']),
  );
  expect(stepOf(model, 'refuse')?.details).toEqual({ responsible: 'Chefen' });
});

test('two parts of one activity are no conflict; the same part is, and theirs stands until it is settled', () => {
  const ours = after(base, {
    kind: 'setDetails',
    id: 'grant',
    details: { responsible: 'Anna', description: 'Så här' },
  });
  const theirs = after(base, { kind: 'setDetails', id: 'grant', details: { responsible: 'Bo', consulted: ['MAS'] } });

  const { model, conflicts } = mergeModels(base, ours, theirs);

  expect(conflicts).toEqual([
    {
      element: 'step',
      id: 'grant',
      name: 'Bevilja',
      part: 'details.responsible',
      base: undefined,
      ours: 'Anna',
      theirs: 'Bo',
    },
  ]);
  expect(stepOf(model, 'grant')?.details).toEqual({ responsible: 'Bo', description: 'Så här', consulted: ['MAS'] });
});

test.each([
  ['we', true],
  ['they', false],
])('where %s took away what the other changed, a person is asked', (_, weDeleted) => {
  const changed = after(base, { kind: 'renameStep', id: 'grant', name: 'Godkänna' });
  const deleted = after(base, { kind: 'deleteStep', id: 'grant' });

  const { model, conflicts } = weDeleted ? mergeModels(base, deleted, changed) : mergeModels(base, changed, deleted);

  expect(conflicts).toContainEqual(expect.objectContaining({ element: 'step', id: 'grant', part: 'all' }));
  expect(stepOf(model, 'grant')?.name).toBe(weDeleted ? 'Godkänna' : undefined);
});

test('what both left alone but one took away is gone, and no flow is left without an end', () => {
  const { model, conflicts } = mergeModels(base, after(base, { kind: 'deleteStep', id: 'refuse' }), base);
  const ids = new Set(model.steps.map(({ id }) => id));

  expect(conflicts).toEqual([]);
  expect(ids.has('refuse')).toBe(false);
  expect(model.flows.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
});

test('two arrangements of the drawing are no conflict', () => {
  const move = (x: number) => ({
    ...base,
    steps: base.steps.map((step) => ({ ...step, bounds: { x, y: 0, width: 100, height: 80 } })),
  });

  const { model, conflicts } = mergeModels(base, move(10), move(20));

  expect(conflicts).toEqual([]);
  expect(stepOf(model, 'grant')?.bounds?.x).toBe(20);
});
