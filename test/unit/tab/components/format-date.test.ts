import { expect, test } from '@jest/globals';
import { formatDate, formatInterval, formatNumber } from '../../../../tab/components/format-date.ts';

test('an instant is told as clocks in Stockholm show it', () => {
  expect(formatDate('2026-06-30T22:30:00.000Z', 'sv', 'moment')).toBe('1 juli 2026 00:30');
  expect(formatDate('2026-06-30T22:30:00.000Z', 'en', 'day')).toBe('1 July 2026');
});

test('a day is the same day', () => {
  expect(formatDate('2026-12-31', 'sv')).toBe('31 december 2026');
});

test('what is no date is shown as it stands', () => {
  expect(formatDate('snart', 'sv')).toBe('snart');
});

test.each([
  ['minute', '2026-11-20T20:30:00.000Z', '2026-11-20T20:30:00.000Z', '20 nov. 2026 21:30'],
  ['hour', '2026-11-20T20:00:00.000Z', '2026-11-20T21:00:00.000Z', '20 nov. 2026 21:00–22:00'],
  ['day', '2026-11-19T23:00:00.000Z', '2026-11-20T23:00:00.000Z', '20 november 2026'],
  ['week', '2026-11-15T23:00:00.000Z', '2026-11-22T23:00:00.000Z', '16–22 november 2026'],
  ['month', '2026-10-31T23:00:00.000Z', '2026-11-30T23:00:00.000Z', 'november 2026'],
  ['year', '2025-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z', '2026'],
] as const)('an interval by the %s is no more exact than that', (precision, from, to, text) => {
  expect(formatInterval({ from, to, precision }, 'sv').replaceAll(/[\u2009\u202f]/g, '')).toBe(text);
});

test('numbers are grouped as the language does it', () => {
  expect(formatNumber(12345.5, 'sv').replaceAll(/\s/g, ' ')).toBe('12 345,5');
  expect(formatNumber(12345.5, 'en')).toBe('12,345.5');
});
