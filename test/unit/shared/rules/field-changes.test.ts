import { expect, test } from '@jest/globals';
import { definitionOf } from '../../../../shared/records/index.ts';
import type { FieldChange, HistoryEntry } from '../../../../shared/records/stored-record.ts';
import { applyFields, entriesSince, isSameValue, overlaps } from '../../../../shared/rules/field-changes.ts';

function entry(revision: number | undefined, ...changes: FieldChange[]): HistoryEntry {
  return {
    id: String(revision),
    at: '2026-11-18T09:00:00.000Z',
    by: { id: 'a', name: 'A' },
    via: 'tab',
    action: 'changed',
    changes,
    ...(revision !== undefined && { revision }),
  };
}

test('values are the same whatever the order of keys, and rows are not', () => {
  expect(isSameValue({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect(isSameValue([1, 2], [2, 1])).toBe(false);
  expect(isSameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(isSameValue([], {})).toBe(false);
  expect(isSameValue(undefined, null)).toBe(true);
  expect(isSameValue('1', 1)).toBe(false);
});

test('a change says from what to what, and only where something changed', () => {
  const before = { text: 'Gammal', order: 1, goal: 'g' };

  const { fields, changes } = applyFields(before, { text: 'Ny', order: 1, goal: null, targetGroup: 'Boende' });

  expect(fields).toEqual({ text: 'Ny', order: 1, targetGroup: 'Boende' });
  expect(changes).toEqual([
    { field: 'text', from: 'Gammal', to: 'Ny' },
    { field: 'goal', from: 'g' },
    { field: 'targetGroup', to: 'Boende' },
  ]);
});

test('the history tells what happened since a revision only when it holds every revision since', () => {
  const whole = [entry(1), entry(2), entry(3)];

  expect(entriesSince(whole, 1, 3)?.map(({ revision }) => revision)).toEqual([2, 3]);
  expect(entriesSince(whole, 3, 3)).toEqual([]);
  expect(entriesSince([entry(1), entry(3)], 1, 3)).toBeUndefined();
  expect(entriesSince([entry(undefined), entry(undefined)], 1, 2)).toBeUndefined();
  expect(entriesSince(whole, 4, 3)).toBeUndefined();
});

test('fields overlap when both sides changed them, or one that merges with them, to different values', () => {
  const deviation = definitionOf('deviation');
  const others = [entry(2, { field: 'severity', from: 1, to: 2 })];

  expect(overlaps(deviation, { place: 'rum 4' }, { severity: 2 }, others)).toBe(false);
  expect(overlaps(deviation, { severity: 3 }, { severity: 2 }, others)).toBe(true);
  expect(overlaps(deviation, { severity: 2 }, { severity: 2 }, others)).toBe(false);
  expect(overlaps(deviation, { likelihood: 3 }, { severity: 2 }, others)).toBe(true);
  expect(overlaps(deviation, { severity: null }, { severity: 2 }, others)).toBe(true);
});
