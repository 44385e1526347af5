import { expect, test } from '@jest/globals';
import { endOfWorkingDay, inStockholm, isWorkingDay } from '../../../../shared/rules/working-days.ts';

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
  expect(isWorkingDay(inStockholm(`${day}T10:00:00Z`))).toBe(expected);
});

test('working days are counted from the day after, over weekends and holidays', () => {
  const friday = inStockholm('2026-11-20T15:00:00Z');
  const maundyThursday = inStockholm('2026-04-02T08:00:00Z');

  expect(endOfWorkingDay(friday, 2).toISO()).toBe('2026-11-24T23:59:59.999+01:00');
  expect(endOfWorkingDay(maundyThursday, 2).toISO()).toBe('2026-04-08T23:59:59.999+02:00');
});

test('a report late in the evening belongs to its day in Stockholm, not in Greenwich', () => {
  const wednesdayNight = inStockholm('2026-11-18T23:30:00Z');

  expect(endOfWorkingDay(wednesdayNight, 1).toISODate()).toBe('2026-11-20');
});
