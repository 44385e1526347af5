import { describe, expect, test } from '@jest/globals';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import type { SelfCheckCalendarItem } from '../../../../shared/api/self-check-contract.ts';
import { groupChecks, isLate, yearsAround } from '../../../../tab/pages/self-checks/check-lines.ts';
import { aRecord } from '../render-tab.tsx';

const today = '2026-11-25';

function item(id: string, part: Partial<SelfCheckCalendarItem> = {}): SelfCheckCalendarItem {
  return {
    id,
    occurrence: true,
    name: id,
    opensOn: '2026-11-01',
    dueOn: '2026-11-30',
    status: 'open',
    unitId: 'ekliden',
    ...part,
  };
}

function record(id: string, status: string, steps: readonly string[], fields: object = {}): RecordAnswer {
  return aRecord({
    id,
    kind: 'selfCheckOccurrence',
    status,
    fields: { name: id, dueOn: '2026-11-20', opensOn: '2026-11-01', ...fields },
    allowed: {
      edit: true,
      comment: false,
      steps: steps.map((to) => ({ to, label: { sv: to, en: to }, needsReason: false, fields: [] })),
    },
  });
}

describe('the list of self-checks', () => {
  test('puts what waits for the reader first, and nothing twice', () => {
    const mine = record('mine', 'open', ['submitted'], { answers: [] });
    const toReview = record('review', 'submitted', ['reviewed', 'open'], { dueOn: '2026-11-10' });
    const others = record('theirs', 'submitted', []);

    const groups = groupChecks(
      [item('mine'), item('review', { status: 'submitted' }), item('theirs', { status: 'submitted' }), item('other')],
      [mine],
      [toReview, others],
      today,
    );

    expect(groups.waiting.map(({ id, next }) => [id, next])).toEqual([
      ['review', 'review'],
      ['mine', 'answer'],
    ]);
    expect(groups.others.map(({ id }) => id)).toEqual(['other']);
    expect(groups.done.map(({ id }) => id)).toEqual(['theirs']);
  });

  test('says how far somebody has come', () => {
    const answers = [
      { id: 'q1', text: 'Ett', answerKind: 'yesNo', yesNo: 'yes' },
      { id: 'q2', text: 'Två', answerKind: 'number' },
    ];

    const { waiting } = groupChecks([], [record('half', 'open', ['submitted'], { answers })], [], today);

    expect(waiting[0]).toMatchObject({ next: 'continue', answered: { done: 1, count: 2 } });
  });

  test('orders the late before the rest, the coming by the day they open, and the done with the last one first', () => {
    const groups = groupChecks(
      [
        item('later'),
        item('late', { dueOn: '2026-11-20' }),
        item('january', { status: 'scheduled', opensOn: '2027-01-01', dueOn: '2027-01-15' }),
        item('december', { status: 'scheduled', opensOn: '2026-12-01', dueOn: '2027-01-30' }),
        item('planned', { status: 'scheduled', occurrence: false }),
        item('closed', { status: 'closed', dueOn: '2026-10-15' }),
        item('reviewed', { status: 'reviewed', dueOn: '2026-11-15' }),
        item('long ago', { status: 'closed', dueOn: '2026-08-01' }),
        item('cancelled', { status: 'cancelled' }),
      ],
      [],
      [],
      today,
    );

    expect(groups.others.map(({ id }) => id)).toEqual(['late', 'later']);
    expect(groups.coming.map(({ id }) => id)).toEqual(['december', 'january']);
    expect(groups.done.map(({ id }) => id)).toEqual(['reviewed', 'closed']);
  });
});

test('late is what is open after its last day', () => {
  expect(isLate({ status: 'open', dueOn: '2026-11-24' }, today)).toBe(true);
  expect(isLate({ status: 'open', dueOn: today }, today)).toBe(false);
  expect(isLate({ status: 'submitted', dueOn: '2026-11-24' }, today)).toBe(false);
});

test('around new year two years are asked for', () => {
  expect(yearsAround('2026-06-15')).toEqual([2026, 2026]);
  expect(yearsAround('2026-11-25')).toEqual([2026, 2027]);
  expect(yearsAround('2027-01-10')).toEqual([2026, 2027]);
});
