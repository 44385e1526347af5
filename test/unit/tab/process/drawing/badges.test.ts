import { expect, test } from '@jest/globals';
import type { ActivityAnswer } from '../../../../../shared/api/process-contract.ts';
import { badgesOf } from '../../../../../tab/pages/process/drawing/badges.ts';
import { sampleProcess } from '../../../shared/process/sample-process.ts';

const words = {
  deviations: (count: number) => `${count} avvikelser`,
  checks: (count: number) => `${count} sena kontroller`,
};

function activity(id: string, counts: Omit<ActivityAnswer, 'record'>): ActivityAnswer {
  return { record: { id } as ActivityAnswer['record'], ...counts };
}

test('what is open at an activity stands at its place in the drawing', () => {
  const activities = [
    activity('record-investigate', { openDeviations: 2, overdueSelfChecks: 1 }),
    activity('record-grant', { openDeviations: 0, overdueSelfChecks: 3 }),
  ];

  expect(badgesOf({ model: sampleProcess, activities }, words)).toEqual([
    { elementId: 'investigate', lines: ['2 avvikelser', '1 sena kontroller'] },
    { elementId: 'grant', lines: ['3 sena kontroller'] },
  ]);
});

test('nothing stands where nothing is open, where nobody may know, or where the activity is not drawn', () => {
  const activities = [
    activity('record-investigate', { openDeviations: 0, overdueSelfChecks: 0 }),
    activity('record-grant', {}),
    activity('record-elsewhere', { openDeviations: 4 }),
  ];

  expect(badgesOf({ model: sampleProcess, activities }, words)).toEqual([]);
});
