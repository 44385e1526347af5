import { expect, test } from '@jest/globals';
import { isEmptyValue, isSameValue } from '../../../../tab/pages/commitment/field-value.ts';
import { mergeField } from '../../../../tab/pages/commitment/merge-field.ts';

test('Line ends, trailing space and order of keys are no difference, words are', () => {
  expect(isSameValue('Vi läser \r\nvarje dag', 'Vi läser\nvarje dag  ')).toBe(true);
  expect(isSameValue(undefined, '')).toBe(true);
  expect(isSameValue([{ id: 'a', plan: 'x' }], [{ plan: 'x', id: 'a', measure: '' }])).toBe(true);
  expect(isSameValue('Vi läser', 'vi läser')).toBe(false);
  expect(isSameValue(0, undefined)).toBe(false);
  expect(isEmptyValue('  \n')).toBe(true);
  expect(isEmptyValue(0)).toBe(false);
});

test('A text that only one of us changed is joined, one that both changed is not', () => {
  expect(mergeField({ type: 'longText' }, 'a', 'b', 'a')).toEqual({ kind: 'merged', value: 'b' });
  expect(mergeField({ type: 'longText' }, 'a', 'b', 'b ')).toEqual({ kind: 'merged', value: 'b' });
  expect(mergeField({ type: 'longText' }, 'a', 'b', 'c')).toEqual({ kind: 'conflict' });
});

test('Ticks by two people are joined: what either added stays, what either took away goes', () => {
  const merged = mergeField({ type: 'choices' }, ['clear', 'economy'], ['clear', 'mission'], ['economy', 'followUp']);

  expect(merged).toEqual({ kind: 'merged', value: ['followUp', 'mission'] });
});

test('Rows are joined one by one, in my order', () => {
  const from = [
    { id: '1', plan: 'a' },
    { id: '2', plan: 'b' },
  ];

  const merged = mergeField(
    { type: 'rows' },
    from,
    [
      { id: '2', plan: 'b' },
      { id: '1', plan: 'mitt' },
    ],
    [
      { id: '1', plan: 'a' },
      { id: '2', plan: 'deras' },
      { id: '3', plan: 'ny' },
    ],
  );

  expect(merged).toEqual({
    kind: 'merged',
    value: [
      { id: '2', plan: 'deras' },
      { id: '1', plan: 'mitt' },
      { id: '3', plan: 'ny' },
    ],
  });
});

test('A row that one changed and the other removed is a matter for a person', () => {
  const from = [{ id: '1', plan: 'a' }];

  expect(mergeField({ type: 'rows' }, from, [{ id: '1', plan: 'b' }], [])).toEqual({ kind: 'conflict' });
  expect(mergeField({ type: 'rows' }, from, [], [{ id: '1', plan: 'b' }])).toEqual({ kind: 'conflict' });
});
