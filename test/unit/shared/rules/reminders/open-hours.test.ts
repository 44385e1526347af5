import { expect, test } from '@jest/globals';
import { isOpen, nextOpening, openingOn } from '../../../../../shared/rules/reminders/open-hours.ts';

const hours = { opensAt: 7, closesAt: 18 };

test.each([
  ['2026-11-25', '2026-11-25T06:00:00.000Z', 'a Wednesday in winter'],
  ['2026-06-24', '2026-06-24T05:00:00.000Z', 'a Wednesday in summer'],
  ['2026-03-28', '2026-03-30T05:00:00.000Z', 'the Saturday before the clocks go forward'],
  ['2026-10-24', '2026-10-26T06:00:00.000Z', 'the Saturday before they go back'],
  ['2026-12-24', '2026-12-28T06:00:00.000Z', 'Christmas Eve of a year with a weekend after it'],
  ['2026-06-19', '2026-06-22T05:00:00.000Z', 'Midsummer Eve'],
  ['2026-04-03', '2026-04-07T05:00:00.000Z', 'Good Friday'],
])('what is meant for %s goes at %s: %s', (day, expected) => {
  expect(openingOn(day, hours)).toBe(expected);
});

test.each([
  ['2026-11-25T05:59:59.000Z', false, 'a second before seven'],
  ['2026-11-25T06:00:00.000Z', true, 'seven'],
  ['2026-11-25T16:59:59.000Z', true, 'a second before six in the evening'],
  ['2026-11-25T17:00:00.000Z', false, 'six'],
  ['2026-11-28T10:00:00.000Z', false, 'a Saturday'],
  ['2026-12-24T10:00:00.000Z', false, 'Christmas Eve'],
])('at %s people may be reminded: %s (%s)', (at, expected) => {
  expect(isOpen(new Date(at), hours)).toBe(expected);
});

test('what waits for the hours goes as they open next', () => {
  expect(nextOpening(new Date('2026-11-25T04:00:00.000Z'), hours)).toBe('2026-11-25T06:00:00.000Z');
  expect(nextOpening(new Date('2026-11-27T17:30:00.000Z'), hours)).toBe('2026-11-30T06:00:00.000Z');
  expect(nextOpening(new Date('2026-11-25T09:30:00.000Z'), hours)).toBe('2026-11-25T09:30:00.000Z');
});
