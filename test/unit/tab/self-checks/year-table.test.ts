import { expect, test } from '@jest/globals';
import type { SelfCheckCalendarItem } from '../../../../shared/api/self-check-contract.ts';
import { addUp, inTimeShare } from '../../../../tab/pages/self-checks/statistics-sums.ts';
import { standingOf, yearRows } from '../../../../tab/pages/self-checks/year-table.ts';

const today = '2026-11-25';

function item(dueOn: string, status: string, part: Partial<SelfCheckCalendarItem> = {}): SelfCheckCalendarItem {
  return {
    id: `${dueOn} ${status}`,
    occurrence: true,
    definitionId: 'd1',
    name: 'Hygien',
    opensOn: dueOn,
    dueOn,
    status,
    ...part,
  };
}

test('a year has a row for each self-check, counted by the month in which it is due', () => {
  const rows = yearRows(
    [
      item('2026-01-15', 'closed'),
      item('2026-01-20', 'submitted'),
      item('2026-11-20', 'open'),
      item('2026-11-30', 'open'),
      item('2026-12-15', 'scheduled', { name: 'Basal hygien' }),
      item('2026-12-16', 'cancelled', { definitionId: 'd2', name: 'Inställd' }),
      item('2026-03-01', 'reviewed', { definitionId: 'd3', name: 'Attest' }),
    ],
    today,
  );

  expect(rows.map(({ name }) => name)).toEqual(['Attest', 'Basal hygien']);
  expect(rows[1]?.months[0]).toEqual({ done: 2 });
  expect(rows[1]?.months[10]).toEqual({ late: 1, open: 1 });
  expect(rows[1]?.months[11]).toEqual({ planned: 1 });
  expect(rows[1]?.months[5]).toEqual({});
});

test('what was cancelled has no standing', () => {
  expect(standingOf({ status: 'cancelled', dueOn: '2026-01-01' }, today)).toBeUndefined();
});

test('the months add up, and a year without any has no share', () => {
  const months = [
    { month: '2026-01', due: 3, inTime: 2, late: 1, missing: 0, notApproved: 1 },
    { month: '2026-02', due: 3, inTime: 2, late: 0, missing: 1, notApproved: 0 },
  ];

  expect(addUp(months)).toEqual({ due: 6, inTime: 4, late: 1, missing: 1, notApproved: 1 });
  expect(inTimeShare(addUp(months))).toBe(67);
  expect(inTimeShare(addUp([]))).toBeUndefined();
});
