import { expect, test } from '@jest/globals';
import { qualityCheckPoints } from '../../../../shared/records/commitment.ts';
import type { AnyFields } from '../../../../shared/records/record-kind.ts';
import { commitmentGoalProblems, goalProblems } from '../../../../shared/rules/goal-levels.ts';
import { stepProblems } from '../../../../shared/rules/step-demands.ts';
import { createUnitTree } from '../../../../shared/rules/unit-tree.ts';

test.each([
  ['councilDirection', 'vision', []],
  ['councilArea', 'councilDirection', []],
  ['boardGoal', 'councilArea', []],
  ['unitGoal', 'boardGoal', []],
  ['boardGoal', 'vision', ['notAChoice']],
  ['unitGoal', 'councilArea', ['notAChoice']],
  ['unitGoal', 'unitGoal', ['notAChoice']],
  ['vision', 'boardGoal', ['notAChoice']],
])('a %s under a %s: %j', (level, parentLevel, expected) => {
  const problems = goalProblems({ level, parent: 'p' }, { level: parentLevel }, 'sv');

  expect(problems.map(({ problem }) => problem)).toEqual(expected);
});

test('every goal but the vision needs a parent', () => {
  expect(goalProblems({ level: 'vision' }, undefined, 'sv')).toEqual([]);
  expect(goalProblems({ level: 'boardGoal' }, undefined, 'sv')).toMatchObject([
    { field: 'parent', problem: 'required' },
  ]);
});

test('a commitment answers a board goal or a unit goal', () => {
  expect(commitmentGoalProblems({ level: 'boardGoal' }, 'sv')).toEqual([]);
  expect(commitmentGoalProblems({ level: 'unitGoal' }, 'sv')).toEqual([]);
  expect(commitmentGoalProblems({ level: 'vision' }, 'sv')).toMatchObject([{ field: 'goal', problem: 'notAChoice' }]);
});

const allChecks = Object.keys(qualityCheckPoints);

test.each<[string, readonly string[], number, readonly string[]]>([
  ['everything', allChecks, 1, []],
  ['five of six points', allChecks.slice(1), 1, ['qualityChecks']],
  ['no expected result', allChecks, 0, ['expectedResults']],
  ['nothing', [], 0, ['qualityChecks', 'expectedResults']],
])('a commitment submitted with %s', (_, qualityChecks, expectedResultCount, expected) => {
  const problems = stepProblems({
    kind: 'commitment',
    from: 'draft',
    to: 'submitted',
    fields: { qualityChecks },
    followers: Array.from({ length: expectedResultCount }, () => ({ fields: {} })),
    language: 'sv',
  });

  expect(problems.map(({ field, problem }) => [field, problem])).toEqual(
    expected.map((field) => [field, 'incomplete']),
  );
});

test('a process is sent for review when every activity says what goes in and out, and who is responsible', () => {
  const complete = {
    process: 'id',
    name: 'Utreda',
    objectIn: 'Ansökan',
    objectOut: 'Underlag',
    responsible: 'Enhetschef',
  };
  const problems = (followers: readonly AnyFields[]) =>
    stepProblems({
      kind: 'process',
      from: 'draft',
      to: 'inReview',
      fields: {},
      followers: followers.map((fields) => ({ fields })),
      language: 'sv',
    });

  expect(problems([complete])).toEqual([]);
  expect(problems([])).toMatchObject([{ field: 'activities', text: 'Lägg till minst en aktivitet först.' }]);
  expect(problems([complete, { process: 'id', name: 'Besluta' }])).toMatchObject([
    { field: 'activities', text: 'Objekt in, objekt ut eller ansvarig saknas för 1 av aktiviteterna.' },
  ]);
});

test('feedback is closed with consequence and change, praise and shared feedback without', () => {
  const close = (from: string, fields: AnyFields) =>
    stepProblems({ kind: 'feedback', from, to: 'closed', fields, followers: [], language: 'sv' }).map(
      ({ field }) => field,
    );

  expect(close('answered', { feedbackKind: 'complaint' })).toEqual(['consequence', 'change']);
  expect(close('answered', { feedbackKind: 'complaint', consequence: 'Mätning' })).toEqual(['change']);
  expect(close('answered', { feedbackKind: 'complaint', consequence: 'Mätning', change: 'Vagn' })).toEqual([]);
  expect(close('answered', { feedbackKind: 'praise' })).toEqual([]);
  expect(close('shared', { feedbackKind: 'praise' })).toEqual([]);
});

test('a ring of parents, made by hand, does not hang the organisation', () => {
  const tree = createUnitTree([
    { id: 'root', unitKind: 'board' },
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'root' },
  ]);

  expect(tree.within('a')).toEqual(['a', 'b']);
  expect(tree.within('root')).toEqual(['root', 'c']);
  expect([tree.rootId, tree.isWithin('c', 'root'), tree.isWithin('root', 'c')]).toEqual(['root', true, false]);
});
