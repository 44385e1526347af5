import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatReference, parseReference } from '../../../../shared/rules/numbering.ts';

test('a reference has four digits or more', () => {
  expect(formatReference('AVV', 2026, 1)).toBe('AVV-2026-0001');
  expect(formatReference('SYN', 2026, 12_345)).toBe('SYN-2026-12345');
});

test.each(['AVV-2026-0001', 'avv-2026-1', ' Avv 2026 0001 ', 'avv2026-1', 'AVV–2026–0001', 'avv/2026/01'])(
  '"%s" is read as AVV-2026-0001',
  (text) => {
    expect(parseReference(text)).toEqual({ prefix: 'AVV', year: 2026, number: 1 });
  },
);

test.each(['', 'AVV', 'AVV-2026', 'AVV-2026-0', '2026-0001', 'AVV-1926-0001', 'AVV-2026-1 och mer', 'AVV-20261'])(
  '"%s" is no reference',
  (text) => {
    expect(parseReference(text)).toBeUndefined();
  },
);

test('what is written can be read', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('AVV', 'SYN', 'LSA'),
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 9_999_999 }),
      (prefix, year, number) => {
        expect(parseReference(formatReference(prefix, year, number))).toEqual({ prefix, year, number });
      },
    ),
  );
});
