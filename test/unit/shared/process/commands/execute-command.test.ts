import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCommandStack, execute, redo, undo } from '../../../../../shared/process/commands/command-stack.ts';
import type { ProcessCommand } from '../../../../../shared/process/commands/command.ts';
import { executeCommand } from '../../../../../shared/process/commands/execute-command.ts';
import { newProcessModel } from '../../../../../shared/process/new-model.ts';
import { objectNames, stepOf } from '../../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../../shared/process/process-model.ts';
import { add, after, sampleProcess } from '../sample-process.ts';

const order = (model: ProcessModel): string => model.steps.map(({ id }) => id).join(' ');
const ways = (model: ProcessModel): readonly string[] => model.flows.map(({ from, to }) => `${from} ${to}`).toSorted();
const refusal = (model: ProcessModel, command: ProcessCommand): unknown => {
  const executed = executeCommand(model, command);
  return executed.kind === 'refused' ? executed.why : undefined;
};

test('a step that is added stands in the flow and in the list after the one it was put behind', () => {
  const model = after(newProcessModel('P', 'Roll', '1'), add('a', 'A'), add('c', 'C'), add('b', 'B', 'a'));

  expect(order(model)).toBe('Start_1 a b c End_1');
  expect(ways(model)).toEqual(['Start_1 a', 'a b', 'b c', 'c End_1']);
  expect(stepOf(model, 'b')?.roleId).toBe('Lane_1');
});

test('the branches of a decision are read one after the other, and what they join in after both', () => {
  expect(order(sampleProcess)).toBe('Start_1 investigate choice grant refuse End_1');
  expect(ways(sampleProcess)).toEqual([
    'Start_1 investigate',
    'choice grant',
    'choice refuse',
    'grant End_1',
    'investigate choice',
    'refuse End_1',
  ]);
});

test('deleting a step closes the gap and keeps the label of the branch', () => {
  const model = after(sampleProcess, { kind: 'deleteStep', id: 'grant' });

  expect(model.flows.find(({ id }) => id === 'yes')).toEqual({ id: 'yes', from: 'choice', to: 'End_1', label: 'Ja' });
  expect(stepOf(model, 'grant')).toBeUndefined();
});

test('deleting a decision leaves every branch in the flow', () => {
  const model = after(sampleProcess, { kind: 'deleteStep', id: 'choice' });

  expect(ways(model)).toEqual([
    'Start_1 investigate',
    'grant End_1',
    'investigate grant',
    'investigate refuse',
    'refuse End_1',
  ]);
});

test('an object is taken away with the last step that took or gave it, and no sooner', () => {
  const without = after(sampleProcess, { kind: 'deleteStep', id: 'investigate' });

  expect(without.objects).toEqual([{ id: 'o2', name: 'Underlag' }]);
  expect(after(without, { kind: 'deleteStep', id: 'grant' }).objects).toEqual([]);
});

test('objects are the same under the same name, whatever the case', () => {
  const grant = stepOf(sampleProcess, 'grant');

  expect(grant?.takes).toEqual(['o2']);
  expect(grant && objectNames(sampleProcess, grant, 'in')).toEqual(['Underlag']);
});

test('a step moves along the flow, into a branch, and not past the end', () => {
  const chain = after(newProcessModel('P', 'Roll', '1'), add('a', 'A'), add('b', 'B'), add('c', 'C'));
  const by = (id: string, steps: 1 | -1): ProcessCommand => ({ kind: 'moveStepBy', id, by: steps });

  expect(order(after(chain, by('a', 1)))).toBe('Start_1 b a c End_1');
  expect(ways(after(chain, by('a', 1)))).toEqual(['Start_1 b', 'a c', 'b a', 'c End_1']);
  expect(order(after(chain, by('c', -1)))).toBe('Start_1 a c b End_1');
  expect(refusal(chain, by('c', 1))).toBe('atTheEdge');
  expect(refusal(chain, by('a', -1))).toBe('atTheEdge');
  expect(ways(after(sampleProcess, by('investigate', 1)))).toContain('investigate grant');
});

test('a split step keeps its record and what goes in; the new one gives what it gave', () => {
  const model = after(sampleProcess, {
    kind: 'splitStep',
    id: 'investigate',
    newId: 'judge',
    newActivityId: 'record-judge',
    names: ['Hämta in', 'Bedöma'],
    flowId: 'to-judge',
    object: { id: 'o3', name: 'Uppgifter' },
  });

  expect(stepOf(model, 'investigate')).toMatchObject({
    name: 'Hämta in',
    activityId: 'record-investigate',
    takes: ['o1'],
    gives: ['o3'],
  });
  expect(stepOf(model, 'judge')).toMatchObject({ name: 'Bedöma', takes: ['o3'], gives: ['o2'] });
  expect(ways(model)).toContain('judge choice');
});

test('a role that is deleted hands its steps over', () => {
  const model = after(sampleProcess, { kind: 'deleteRole', id: 'boss' });

  expect(stepOf(model, 'refuse')?.roleId).toBe('Lane_1');
  expect(model.roles.map(({ name }) => name)).toEqual(['Handläggare']);
});

test('details are filled and emptied one by one', () => {
  const filled = after(
    sampleProcess,
    { kind: 'setDetails', id: 'grant', details: { responsible: 'Chef', consulted: ['MAS'] } },
    { kind: 'setDetails', id: 'grant', details: { consulted: null } },
  );

  expect(stepOf(filled, 'grant')?.details).toEqual({ responsible: 'Chef' });
});

test.each<[string, ProcessCommand, string]>([
  ['a step after one that is not there', add('x', 'X', 'nowhere'), 'noSuchStep'],
  ['an id twice', add('grant', 'X'), 'idTaken'],
  ['a flow to itself', { kind: 'connect', flowId: 'f', from: 'grant', to: 'grant' }, 'toItself'],
  ['a flow twice', { kind: 'connect', flowId: 'f', from: 'grant', to: 'End_1' }, 'alreadyConnected'],
  ['a flow out of the end', { kind: 'connect', flowId: 'f', from: 'End_1', to: 'grant' }, 'wrongDirection'],
  [
    'a branch of an activity',
    { kind: 'addBranch', decisionId: 'grant', flowId: 'f', label: '', to: 'End_1' },
    'notADecision',
  ],
  ['a role that is not there', { kind: 'setRole', id: 'grant', roleId: 'x' }, 'noSuchRole'],
  ['an end that becomes an activity', { kind: 'setStepKind', id: 'End_1', stepKind: 'activity' }, 'notAnActivity'],
])('%s is refused', (_, command, why) => {
  expect(refusal(sampleProcess, command)).toBe(why);
});

test('undo goes back to exactly what was, redo to what was undone, and a new command ends what could be redone', () => {
  const start = createCommandStack(sampleProcess);
  const renamed = execute(start, { kind: 'renameStep', id: 'grant', name: 'Godkänna' }).stack;
  const deleted = execute(renamed, { kind: 'deleteStep', id: 'refuse' }).stack;

  expect(undo(deleted).model).toBe(renamed.model);
  expect(undo(undo(deleted)).model).toBe(sampleProcess);
  expect(redo(undo(deleted)).model).toBe(deleted.model);
  expect(redo(execute(undo(deleted), { kind: 'deleteStep', id: 'grant' }).stack).model).not.toBe(deleted.model);
  expect(undo(undo(undo(deleted)))).toEqual(undo(undo(deleted)));
});

/** Commands with ids that are now and then wrong. */
function anyCommand(index: number): fc.Arbitrary<ProcessCommand> {
  const step = fc.constantFrom(
    'Start_1',
    'End_1',
    'investigate',
    'choice',
    'grant',
    'refuse',
    's0',
    's1',
    's2',
    'none',
  );
  const flow = fc.constantFrom('yes', 'no', 'to-choice', 'f0', 'f1', 'f2', 'none');
  const by = fc.constantFrom<1 | -1>(1, -1);
  const place = fc.oneof(
    fc.constant({ kind: 'last' } as const),
    step.map((stepId) => ({ kind: 'after', stepId }) as const),
    flow.map((flowId) => ({ kind: 'onFlow', flowId }) as const),
  );
  return fc.oneof(
    place.map(
      (at): ProcessCommand => ({ ...add(`s${index}`, 'Ny'), place: at, flowId: `f${index}` }) as ProcessCommand,
    ),
    step.map((id): ProcessCommand => ({ kind: 'deleteStep', id })),
    fc.tuple(step, place).map(([id, at]): ProcessCommand => ({ kind: 'moveStep', id, place: at, flowId: `m${index}` })),
    fc.tuple(step, by).map(([id, one]): ProcessCommand => ({ kind: 'moveStepBy', id, by: one })),
    fc.tuple(step, step).map(([from, to]): ProcessCommand => ({ kind: 'connect', flowId: `c${index}`, from, to })),
    flow.map((flowId): ProcessCommand => ({ kind: 'disconnect', flowId })),
    step.map((id): ProcessCommand => ({
      kind: 'splitStep',
      id,
      newId: `n${index}`,
      newActivityId: `r${index}`,
      names: ['Ett', 'Två'],
      flowId: `nf${index}`,
      object: { id: `o${index}x`, name: `Objekt ${index}` },
    })),
    fc.constant<ProcessCommand>({ kind: 'deleteRole', id: 'boss' }),
  );
}

test('whatever is done, ids stay unique, flows join steps that exist, no step is lost, and undo finds the way back', () => {
  fc.assert(
    fc.property(fc.tuple(...Array.from({ length: 12 }, (_, index) => anyCommand(index))), (commands) => {
      let stack = createCommandStack(sampleProcess);
      for (const command of commands) {
        const before = stack.model;
        stack = execute(stack, command).stack;
        const { steps, flows, roles, objects } = stack.model;
        const ids = [...steps, ...flows, ...roles, ...objects].map(({ id }) => id);
        const known = new Set(steps.map(({ id }) => id));
        const lost = before.steps.filter(({ id }) => !known.has(id)).map(({ id }) => id);

        expect(new Set(ids).size).toBe(ids.length);
        expect(flows.filter(({ from, to }) => !known.has(from) || !known.has(to) || from === to)).toEqual([]);
        expect(lost).toEqual(command.kind === 'deleteStep' && lost.length > 0 ? [command.id] : []);
      }
      const back = commands.reduce((at) => undo(at), stack);
      expect(back.model).toBe(sampleProcess);
      expect(commands.reduce((at) => redo(at), back).model).toEqual(stack.model);
    }),
    { numRuns: 300 },
  );
});

test('what is put before a step stands where all the ways to it meet', () => {
  const model = after(sampleProcess, {
    ...add('tell', 'Meddela'),
    place: { kind: 'before', stepId: 'End_1' },
  } as ProcessCommand);

  expect(order(model)).toBe('Start_1 investigate choice grant refuse tell End_1');
  expect(ways(model).filter((way) => way.includes('tell'))).toEqual(['grant tell', 'refuse tell', 'tell End_1']);
});

test('a flow that is led elsewhere keeps its label, and leads neither to itself nor into a start', () => {
  const lead = (flowId: string, to: string): ProcessCommand => ({ kind: 'leadFlow', flowId, to });

  const model = after(sampleProcess, lead('no', 'investigate'));

  expect(model.flows.find(({ id }) => id === 'no')).toEqual({
    id: 'no',
    from: 'choice',
    to: 'investigate',
    label: 'Nej',
  });
  expect(refusal(sampleProcess, lead('no', 'choice'))).toBe('toItself');
  expect(refusal(sampleProcess, lead('no', 'Start_1'))).toBe('wrongDirection');
  expect(refusal(sampleProcess, lead('nowhere', 'grant'))).toBe('noSuchFlow');
});

test('several commands are one thing to undo, and one that is refused leaves all undone', () => {
  const both: ProcessCommand = {
    kind: 'several',
    commands: [
      { kind: 'addRole', id: 'nurse', name: 'Sjuksköterska' },
      { kind: 'setRole', id: 'grant', roleId: 'nurse' },
    ],
  };
  const stack = createCommandStack(sampleProcess);

  const done = execute(stack, both).stack;

  expect(stepOf(done.model, 'grant')?.roleId).toBe('nurse');
  expect(undo(done).model).toBe(sampleProcess);
  const half: ProcessCommand = { kind: 'several', commands: [...both.commands, { kind: 'deleteStep', id: 'none' }] };
  expect(execute(stack, half)).toEqual({ stack, refused: 'noSuchStep' });
});
