import { expect, test } from '@jest/globals';
import { IANAZone } from 'luxon';
import { stockholmZone } from '../../../../../shared/intake/time/stockholm-zone.ts';

const asked = IANAZone.create('Europe/Stockholm');
const hourMs = 3_600_000;

test('the offset is that of Europe/Stockholm through every change of the clocks, asked for twice', () => {
  const wrong: string[] = [];
  for (let year = 1970; year <= 2040; year += 1) {
    // Both changes have always fallen on a Sunday at 01:00 UTC within these days, or did not exist.
    for (let at = Date.UTC(year, 2, 24); at < Date.UTC(year, 3, 8); at += hourMs) check(at);
    for (let at = Date.UTC(year, 8, 22); at < Date.UTC(year, 9, 1); at += hourMs) check(at);
    for (let at = Date.UTC(year, 9, 24); at < Date.UTC(year, 10, 1); at += hourMs) check(at);
  }

  expect(wrong).toEqual([]);

  function check(start: number): void {
    for (const at of [start - 1, start]) {
      if (stockholmZone.offset(at) !== asked.offset(at)) wrong.push(new Date(at).toISOString());
    }
  }
});

test.each(['1950-06-01T00:00:00Z', '1879-01-01T00:00:00Z', '1700-03-01T00:00:00Z'])(
  'before the cache begins, at %s, the offset is the same too',
  (instant) => {
    const at = Date.parse(instant);

    expect(stockholmZone.offset(at)).toBe(asked.offset(at));
  },
);

test('it is the zone itself to everybody who compares', () => {
  expect(stockholmZone.equals(asked)).toBe(true);
  expect(stockholmZone.offset(Number.NaN)).toBeNaN();
});
