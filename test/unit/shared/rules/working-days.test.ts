import { expect, test } from '@jest/globals';
import { addWorkingDays, dayInStockholm, endOfDay, isWorkingDay } from '../../../../shared/rules/working-days.ts';

test.each([
  ['2026-11-18', true, 'an ordinary Wednesday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-01-06', false, 'Epiphany'],
  ['2026-04-03', false, 'Good Friday'],
  ['2026-04-06', false, 'Easter Monday'],
  ['2026-05-14', false, 'Ascension'],
  ['2027-05-06', false, 'Ascension a year later'],
  ['2026-06-19', false, 'Midsummer Eve'],
  ['2027-06-25', false, 'the latest Midsummer Eve'],
  ['2026-06-26', true, 'the Friday after Midsummer'],
  ['2026-12-24', false, 'Christmas Eve'],
  ['2024-03-29', false, 'Good Friday of another year'],
])('%s is a working day: %s (%s)', (day, expected) => {
  expect(isWorkingDay(day)).toBe(expected);
});

test('working days are counted from the day after, over weekends and holidays', () => {
  const friday = '2026-11-20';
  const maundyThursday = '2026-04-02';

  expect(addWorkingDays(friday, 2)).toBe('2026-11-24');
  expect(addWorkingDays(maundyThursday, 2)).toBe('2026-04-08');
});

test('a day ends at midnight in Stockholm, in winter, in summer and when the clocks turn', () => {
  expect(endOfDay('2026-11-24')).toBe('2026-11-24T22:59:59.999Z');
  expect(endOfDay('2026-07-01')).toBe('2026-07-01T21:59:59.999Z');
  expect(endOfDay('2026-10-25')).toBe('2026-10-25T22:59:59.999Z');
  expect(endOfDay('2026-10-24')).toBe('2026-10-24T21:59:59.999Z');
});

test('a report late in the evening belongs to its day in Stockholm, not in Greenwich', () => {
  expect(dayInStockholm('2026-11-18T22:59:59.999Z')).toBe('2026-11-18');
  expect(dayInStockholm('2026-11-18T23:00:00.000Z')).toBe('2026-11-19');
  expect(dayInStockholm(new Date('2026-12-31T23:30:00.000Z'))).toBe('2027-01-01');
  expect(dayInStockholm('2026-07-01T21:59:00.000Z')).toBe('2026-07-01');
});
