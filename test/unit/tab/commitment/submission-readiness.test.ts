import { expect, test } from '@jest/globals';
import { qualityPoints, tickedPoints, whatIsMissing } from '../../../../tab/pages/commitment/submission-readiness.ts';

const complete = {
  goal: 'n2',
  year: 2026,
  text: 'Den boende väljer själv när dagen börjar',
  targetGroup: 'Boende på Ekliden',
  targetGroupNeed: 'Egen rytm',
  workingMethod: 'Genomförandeplan',
  followUpMethod: 'Journalgranskning',
  developmentPlan: 'Fler i planeringen',
  qualityChecks: qualityPoints,
};
const result = { id: 'r', fields: { resultKind: 'targetValue', text: 'Aktuell plan', target: 95 } };

test('A commitment with all its parts lacks nothing', () => {
  expect(whatIsMissing(complete, [result])).toEqual([]);
});

test('What is missing is told field by field, then results, then points of the checklist', () => {
  const missing = whatIsMissing({ ...complete, targetGroup: ' ', qualityChecks: qualityPoints.slice(1) }, []);

  expect(missing).toEqual([
    { kind: 'field', field: 'targetGroup' },
    { kind: 'expectedResult' },
    { kind: 'point', point: 'towardsUsersAndBoard' },
  ]);
});

test('A target value needs its number, a target picture does not', () => {
  const noNumber = { id: 'a', fields: { resultKind: 'targetValue', text: 'Nöjda' } };
  const picture = { id: 'b', fields: { resultKind: 'targetPicture', text: 'Barnen återberättar' } };

  expect(whatIsMissing(complete, [noNumber, picture])).toEqual([{ kind: 'unfinishedResult', id: 'a' }]);
});

test('There are six points, and only those count as ticked', () => {
  expect(qualityPoints).toHaveLength(6);
  expect(tickedPoints({ qualityChecks: ['clear', 'annat'] })).toEqual(['clear']);
});
