import { expect, test } from '@jest/globals';
import {
  intervalOf,
  stockholmDayAndTime,
  stockholmInstant,
} from '../../../../tab/components/record-form/stockholm-time.ts';

test.each([
  ['2026-01-15', '08:30', '2026-01-15T07:30:00.000Z'],
  ['2026-07-15', '08:30', '2026-07-15T06:30:00.000Z'],
  // Summer time begins on 29 March 2026 at 02:00 and ends on 25 October at 03:00.
  ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '12:00', '2026-10-25T11:00:00.000Z'],
])('%s at %s in Stockholm is %s', (day, time, instant) => {
  expect(stockholmInstant(day, time)).toBe(instant);
  expect(stockholmDayAndTime(instant)).toEqual({ day, time });
});

test('what is no day is no instant', () => {
  expect(stockholmInstant('', '')).toBeUndefined();
  expect(stockholmInstant('2026-13-40', '08:00')).toBeUndefined();
  expect(intervalOf('igår', '')).toBeUndefined();
});

test('a day and a time are that minute', () => {
  const at = '2026-11-20T20:30:00.000Z';

  expect(intervalOf('2026-11-20', '21:30')).toEqual({ from: at, to: at, precision: 'minute' });
});

test('a day without time is the whole day, also when the clock changes', () => {
  expect(intervalOf('2026-10-25', '')).toEqual({
    from: '2026-10-24T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
    precision: 'day',
  });
});
