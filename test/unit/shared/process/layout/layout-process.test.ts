import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layOutProcess } from '../../../../../shared/process/layout/layout-process.ts';
import type { ProcessModel, ProcessStep, StepKind } from '../../../../../shared/process/process-model.ts';
import { sampleProcess } from '../sample-process.ts';
import { faultsOf } from './tidiness.ts';

test('a process with two roles and a decision is drawn from left to right, each role in its lane', () => {
  const { model, associations } = layOutProcess(sampleProcess);
  const x = (id: string): number => model.steps.find((step) => step.id === id)?.bounds?.x ?? 0;

  expect(faultsOf(model, associations)).toEqual([]);
  expect(['Start_1', 'investigate', 'choice', 'grant', 'End_1'].map(x)).toEqual(
    ['Start_1', 'investigate', 'choice', 'grant', 'End_1'].map(x).toSorted((one, other) => one - other),
  );
  expect(model.roles.map(({ bounds }) => bounds?.width)).toEqual([
    model.roles[0]?.bounds?.width,
    model.roles[0]?.bounds?.width,
  ]);
});

test('the same process is drawn the same way again', () => {
  expect(layOutProcess(layOutProcess(sampleProcess).model)).toEqual(layOutProcess(sampleProcess));
});

/** Up to twelve steps in up to three roles, with flows in any direction and objects between any two. */
const anyModel: fc.Arbitrary<ProcessModel> = fc
  .record({
    roles: fc.integer({ min: 0, max: 3 }),
    steps: fc.array(fc.tuple(fc.constantFrom<StepKind>('activity', 'decision', 'event', 'subProcess'), fc.nat(3)), {
      minLength: 1,
      maxLength: 12,
    }),
    flows: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 }),
    objects: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 8 }),
  })
  .map(({ roles, steps, flows, objects }) => {
    const at = (index: number): string => `s${index % steps.length}`;
    const made: readonly ProcessStep[] = steps.map(([kind, role], index) => ({
      id: `s${index}`,
      kind,
      name: '',
      ...(roles > 0 && { roleId: `r${role % roles}` }),
      takes: objects.flatMap(([, taker], number) => (at(taker) === `s${index}` ? [`o${number}`] : [])),
      gives: objects.flatMap(([giver], number) => (at(giver) === `s${index}` ? [`o${number}`] : [])),
    }));
    return {
      id: 'p',
      name: '',
      roles: Array.from({ length: roles }, (_, index) => ({ id: `r${index}`, name: '' })),
      steps: made,
      flows: flows
        .map(([from, to], index) => ({ id: `f${index}`, from: at(from), to: at(to) }))
        .filter(({ from, to }) => from !== to),
      objects: objects.map((_, index) => ({ id: `o${index}`, name: '' })),
    };
  });

test('whatever the process, nothing overlaps, all is in its lane, and lines run at right angles and through nothing', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const laidOut = layOutProcess(model);
      expect(faultsOf(laidOut.model, laidOut.associations)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
