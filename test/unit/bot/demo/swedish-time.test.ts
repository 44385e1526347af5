import { expect, test } from '@jest/globals';
import { swedishDay, swedishInstant } from '../../../../bot/demo/swedish-time.ts';

test.each([
  ['2026-11-22T15:00:00Z', 0, '09:30', '2026-11-22T08:30:00.000Z'],
  ['2026-11-22T15:00:00Z', 96, '21:30', '2026-08-18T19:30:00.000Z'],
  ['2026-06-30T23:30:00Z', 0, '02:00', '2026-07-01T00:00:00.000Z'],
  ['2026-01-01T12:00:00Z', 1, '00:15', '2025-12-30T23:15:00.000Z'],
])('at %s, %i days ago at %s is %s', (now, daysAgo, time, instant) => {
  expect(swedishInstant(new Date(now), daysAgo, time).toISOString()).toBe(instant);
});

test('a day is a day in Stockholm', () => {
  expect(swedishDay(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
});
