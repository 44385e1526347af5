import { expect, test } from '@jest/globals';
import { readBpmn, writeBpmn } from '../../../../shared/process/bpmn/bpmn-file.ts';
import type { ReadBpmn } from '../../../../shared/process/bpmn/read-model.ts';
import { withLayout } from '../../../../shared/process/layout/fit-in.ts';
import { drawnContent, modelAfterDrawing } from '../../../../shared/process/model-after-drawing.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { after, sampleProcess } from './sample-process.ts';

const before = withLayout(
  after(sampleProcess, { kind: 'setDetails', id: 'investigate', details: { responsible: 'Enhetschef' } }),
);

/** As the drawing would say it: the file of the model, read again. */
function drawn(model: ProcessModel): ReadBpmn {
  const written = writeBpmn(undefined, model);
  const read = readBpmn(written.kind === 'written' ? written.text : '');
  if (read.kind !== 'read') throw new Error('not read');
  return read;
}

const step = (model: ProcessModel, id: string) => model.steps.find((one) => one.id === id);

test('an activity keeps its record and what the drawing does not show', () => {
  const changed = after(before, { kind: 'renameStep', id: 'investigate', name: 'Utreda behov' });

  const model = modelAfterDrawing(before, drawn(changed), []);

  expect(step(model, 'investigate')).toMatchObject({
    name: 'Utreda behov',
    activityId: 'record-investigate',
    details: { responsible: 'Enhetschef' },
  });
  expect(model.arranged).toBe(true);
  expect(model.steps.map(({ id }) => id)).toEqual(changed.steps.map(({ id }) => id));
});

test('a copied activity becomes a record of its own', () => {
  const read = drawn(before);
  const original = read.model.steps.find(({ id }) => id === 'grant');
  const copied = {
    ...read,
    model: { ...read.model, steps: [...read.model.steps, { ...original!, id: 'Activity_copy' }] },
  };

  const model = modelAfterDrawing(before, copied, []);

  expect(original?.activityId).toBe('record-grant');
  expect(step(model, 'Activity_copy')?.activityId).toBeUndefined();
  expect(step(model, 'grant')?.activityId).toBe('record-grant');
});

test('an element that the list does not show is taken out when the drawing no longer has it', () => {
  const note = { id: 'Note_1', bpmnType: 'bpmn:TextAnnotation', why: 'annotation' } as const;
  const other = { ...note, id: 'Note_2' };

  const model = modelAfterDrawing({ ...before, removed: ['Note_0'] }, { ...drawn(before), notShown: [other] }, [
    note,
    other,
  ]);

  expect(model.removed).toEqual(['Note_0', 'Note_1']);
});

test('models draw alike when only what is not drawn differs', () => {
  const details = after(before, { kind: 'setDetails', id: 'grant', details: { description: 'Så gör vi' } });
  const renamed = after(before, { kind: 'renameStep', id: 'grant', name: 'Godkänna' });

  expect(drawnContent(details)).toBe(drawnContent(before));
  expect(drawnContent({ ...before, flows: before.flows.toReversed() })).toBe(drawnContent(before));
  expect(drawnContent(renamed)).not.toBe(drawnContent(before));
});
