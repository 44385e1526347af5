import { expect, test } from '@jest/globals';
import { withheldCells } from '../../../../shared/rules/small-cells.ts';

const hidden = (counts: Readonly<Record<string, number>>) =>
  [...withheldCells(Object.entries(counts).map(([value, count]) => ({ value, count })))].toSorted();

test('numbers from five on are shown', () => {
  expect(hidden({ fall: 5, medication: 12 })).toEqual([]);
});

test('what is below five is withheld', () => {
  expect(hidden({ fall: 4, medication: 1, other: 30 })).toEqual(['fall', 'medication']);
});

test('a single small one takes the next along, since it would be the difference to the total', () => {
  expect(hidden({ abuse: 1, fall: 6, medication: 7 })).toEqual(['abuse', 'fall']);
});

test('one small cell alone is withheld', () => {
  expect(hidden({ abuse: 2 })).toEqual(['abuse']);
  expect(hidden({})).toEqual([]);
});
