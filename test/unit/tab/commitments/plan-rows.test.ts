import { expect, test } from '@jest/globals';
import { planRows, sortPlanRows, wordsOfRow } from '../../../../tab/pages/commitments/plan-rows.ts';
import { summariseExpectedResult } from '../../../../tab/pages/commitments/expected-result-summary.ts';
import { answer, unit } from './plan-records.ts';

const share = answer('indicator', 'share', { fields: { measureUnit: '%' } });
const target = answer('expectedResult', 'r1', {
  fields: {
    commitment: 'c1',
    resultKind: 'targetValue',
    text: 'Nöjda',
    target: 92.5,
    baseline: 88,
    indicator: 'share',
  },
});

test('A target value is told with where it starts, its unit, and the decimal sign of the language', () => {
  expect(summariseExpectedResult(target, [share], 'sv').figures).toEqual({ baseline: '88', target: '92,5\u00a0%' });
  expect(summariseExpectedResult(target, [share], 'en').figures).toEqual({ baseline: '88', target: '92.5%' });
});

test('A target picture has no figures, even where a number was left behind', () => {
  const picture = answer('expectedResult', 'r2', {
    fields: { resultKind: 'targetPicture', text: 'Barnen', target: 3 },
  });

  expect(summariseExpectedResult(picture, [share], 'sv')).toEqual({
    id: 'r2',
    resultKind: 'targetPicture',
    text: 'Barnen',
  });
});

const chain = {
  year: 2026,
  goals: [answer('goal', 'n2', { fields: { code: 'N2', text: 'Inflytande' } })],
  commitments: [
    answer('commitment', 'c1', { unitId: 'ekliden', fields: { goal: 'n2', text: 'Dagen börjar' } }),
    answer('commitment', 'c2', { unitId: 'solrosen', status: 'adopted', fields: { text: 'Åter igen' } }),
    answer('commitment', 'c3', { unitId: 'ekliden', status: 'submitted', fields: { goal: 'n2', text: 'Älska' } }),
  ],
  expectedResults: [target, answer('expectedResult', 'old', { status: 'archived', fields: { commitment: 'c1' } })],
  indicators: [share],
};

test('A row has the names of unit and goal and its results; a removed result is not among them', () => {
  const [first] = planRows(chain, [unit('ekliden', undefined, { name: 'Ekliden' })], 'sv');

  expect(first).toMatchObject({ unitName: 'Ekliden', goalName: 'N2 Inflytande', text: 'Dagen börjar' });
  expect(first?.results.map((result) => result.id)).toEqual(['r1']);
  expect(first && wordsOfRow(first)).toContain('92,5');
});

test('Columns sort as Swedish does, states by their course, and what is empty comes last both ways', () => {
  const rows = planRows(chain, [unit('ekliden'), unit('solrosen')], 'sv');
  const order = (column: 'goal' | 'text' | 'status', descending = false): string[] =>
    sortPlanRows(rows, { column, descending }).map((row) => row.record.id);

  expect(order('text')).toEqual(['c1', 'c2', 'c3']);
  expect(order('text', true)).toEqual(['c3', 'c2', 'c1']);
  expect(order('status')).toEqual(['c1', 'c3', 'c2']);
  expect(order('goal')).toEqual(['c1', 'c3', 'c2']);
  expect(order('goal', true).at(-1)).toBe('c2');
});
