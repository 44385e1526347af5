import { expect, test } from '@jest/globals';
import { selfCheckOccurrence } from '../../../../shared/records/self-check-occurrence.ts';
import { maskValue } from '../../../../shared/rules/mask-value.ts';

const { answers, comment, name } = selfCheckOccurrence.fields;
const mask = (text: string) => text.replaceAll('Anna', '[namn]');

test('masked texts of a row are masked, and everything else in it passes', () => {
  const rows = [{ id: 'q1', text: 'Anna?', remark: 'Anna glömde', value: 3 }, 'no row', null];

  expect(maskValue(answers, rows, mask)).toEqual([
    { id: 'q1', text: 'Anna?', remark: '[namn] glömde', value: 3 },
    'no row',
    null,
  ]);
});

test('a field is masked where its definition says so', () => {
  expect(maskValue(comment, 'Anna var här', mask)).toBe('[namn] var här');
  expect(maskValue(name, 'Anna', mask)).toBe('Anna');
  expect(maskValue(comment, 7, mask)).toBe(7);
});
