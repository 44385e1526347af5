import { expect, test } from '@jest/globals';
import { dueAt, occurredMonth } from '../../../../shared/rules/deadlines.ts';

const dates = { createdAt: '2026-11-18T09:00:00.000Z', stateChangedAt: '2026-11-25T09:00:00.000Z' };

test.each([
  ['deviation', 'reported', '2026-11-20T22:59:59.999Z'],
  ['deviation', 'acknowledged', '2026-11-25T22:59:59.999Z'],
  ['deviation', 'investigating', '2026-12-25T22:59:59.999Z'],
  ['deviation', 'effectReview', '2027-01-24T22:59:59.999Z'],
  ['misconductCase', 'received', '2026-11-18T22:59:59.999Z'],
  ['misconductCase', 'investigating', '2026-12-18T22:59:59.999Z'],
  ['feedback', 'received', '2026-11-20T22:59:59.999Z'],
  ['feedback', 'investigating', '2026-12-02T22:59:59.999Z'],
] as const)('a %s that is %s should move on before %s', (kind, status, expected) => {
  expect(dueAt({ kind, status, ...dates })).toBe(expected);
});

test('what nobody waits for has no deadline', () => {
  expect(dueAt({ kind: 'deviation', status: 'closed', ...dates })).toBeUndefined();
  expect(dueAt({ kind: 'commitment', status: 'submitted', ...dates })).toBeUndefined();
});

test('an event belongs to its month in Stockholm, and to that of the report when nobody said when', () => {
  expect(occurredMonth('2026-10-31T23:30:00.000Z', dates.createdAt)).toBe('2026-11');
  expect(occurredMonth(undefined, '2026-12-31T23:30:00.000Z')).toBe('2027-01');
});
