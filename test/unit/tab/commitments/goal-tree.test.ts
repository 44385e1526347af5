import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  boardGoals,
  buildGoalTree,
  chainTo,
  goalIdsIn,
  goalName,
  pruneGoalTree,
} from '../../../../tab/pages/commitments/goal-tree.ts';
import { answer } from './plan-records.ts';

const vision = answer('goal', 'vision', { fields: { level: 'vision', text: 'En stad för alla' } });
const area = answer('goal', 'area', {
  fields: { level: 'councilArea', parent: 'vision', code: 'I1.2', text: 'Äldre' },
});
const n10 = answer('goal', 'n10', { fields: { level: 'boardGoal', parent: 'area', code: 'N10', text: 'Tio' } });
const n2 = answer('goal', 'n2', { fields: { level: 'boardGoal', parent: 'area', code: 'N2', text: 'Två' } });
const morning = answer('commitment', 'morning', { fields: { goal: 'n2', text: 'Den boende väljer', order: 2 } });
const visits = answer('commitment', 'visits', { fields: { goal: 'n2', text: 'Besöken utförs', order: 1 } });

test('The tree follows the chain from the vision, with board goals in the order of their codes', () => {
  const tree = buildGoalTree({ goals: [n10, n2, area, vision], commitments: [morning, visits] });

  expect(goalIdsIn(tree.roots)).toEqual(['vision', 'area', 'n2', 'n10']);
  expect(tree.roots[0]?.goals[0]?.goals[0]?.commitments.map((one) => one.id)).toEqual(['visits', 'morning']);
});

test('A goal counts the commitments on itself and on all goals below it', () => {
  const tree = buildGoalTree({ goals: [vision, area, n2, n10], commitments: [morning, visits] });

  expect(tree.roots[0]?.commitmentCount).toBe(2);
  expect(tree.roots[0]?.goals[0]?.goals.map((node) => node.commitmentCount)).toEqual([2, 0]);
});

test('A commitment whose goal is missing is shown by itself instead of disappearing', () => {
  const lost = answer('commitment', 'lost', { fields: { goal: 'gone', text: 'Utan mål' } });

  const tree = buildGoalTree({ goals: [vision], commitments: [lost] });

  expect(tree.withoutGoal).toEqual([lost]);
});

test('Whatever parents say, every goal is shown exactly once', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids, 'gone'), { minLength: 5, maxLength: 5 }), (parents) => {
      const goals = ids.map((id, index) => answer('goal', id, { fields: { parent: parents[index] ?? 'gone' } }));

      const shown = goalIdsIn(buildGoalTree({ goals, commitments: [] }).roots);

      expect([...shown].sort()).toEqual(ids);
    }),
  );
});

test('A pruned tree keeps only the goals on the way to what was sought', () => {
  const tree = buildGoalTree({ goals: [vision, area, n2, n10], commitments: [morning, visits] });

  const pruned = pruneGoalTree(tree, (one) => one.id === 'visits');

  expect(goalIdsIn(pruned.roots)).toEqual(['vision', 'area', 'n2']);
  expect(pruned.roots[0]?.commitmentCount).toBe(1);
});

test('The red thread runs from the vision to the goal, and a circle does not hang it', () => {
  const left = answer('goal', 'left', { fields: { parent: 'right' } });
  const right = answer('goal', 'right', { fields: { parent: 'left' } });

  expect(chainTo([n2, vision, area], 'n2').map((goal) => goal.id)).toEqual(['vision', 'area', 'n2']);
  expect(chainTo([left, right], 'left').map((goal) => goal.id)).toEqual(['right', 'left']);
  expect(chainTo([vision], 'gone')).toEqual([]);
});

test('Commitments are made to board goals, named with their code', () => {
  expect(boardGoals([vision, n10, area, n2]).map(goalName)).toEqual(['N2 Två', 'N10 Tio']);
  expect(goalName({ ...vision, fields: { ...vision.fields, code: 'Vision' } })).toBe('En stad för alla');
});
