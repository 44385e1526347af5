import { expect, test } from '@jest/globals';
import {
  fitsQuestion,
  isAnswered,
  isFailing,
  missingAnswers,
  nextUnanswered,
  resultOf,
  withAnswer,
} from '../../../../shared/rules/self-check-answers.ts';
import { demandedAreas } from '../../../../shared/rules/self-check-demands.ts';

const me = { id: 'me', name: 'Jag' };
const at = '2026-11-25T08:00:00.000Z';
const yesNo = { id: 'q1', text: 'Handsprit?', answerKind: 'yesNo', failsOn: 'no', required: true } as const;
const number = { id: 'q2', text: 'Grader?', answerKind: 'number', maximum: 8 } as const;

test('an answer fails outside what the question approves, and only there', () => {
  expect(isFailing({ ...yesNo, yesNo: 'no' })).toBe(true);
  expect(isFailing({ ...yesNo, yesNo: 'yes' })).toBe(false);
  expect(isFailing({ ...number, value: 8 })).toBe(false);
  expect(isFailing({ ...number, value: 8.1 })).toBe(true);
  expect(isFailing({ answerKind: 'scale', minimum: 3, value: 2 })).toBe(true);
  expect(isFailing({ answerKind: 'text', answerText: 'nej' })).toBe(false);
  expect(isFailing(yesNo)).toBe(false);
});

test('a new answer replaces the old one with its remark and its failure', () => {
  const failed = withAnswer(yesNo, { yesNo: 'no', remark: 'Tomt' }, me, at);
  const mended = withAnswer(failed, { yesNo: 'yes' }, me, at);

  expect(failed).toMatchObject({ yesNo: 'no', remark: 'Tomt', failed: true, answeredBy: me });
  expect(mended).toEqual({ ...yesNo, yesNo: 'yes', answeredBy: me, answeredAt: at });
  expect(isAnswered(withAnswer(mended, {}, me, at))).toBe(false);
});

test('a value of another kind than the question asks for is not taken', () => {
  expect(withAnswer(yesNo, { value: 3, answerText: 'ja' }, me, at)).toEqual({
    ...yesNo,
    answeredBy: me,
    answeredAt: at,
  });
  expect(fitsQuestion({ answerKind: 'scale' }, { value: 6 })).toBe(false);
  expect(fitsQuestion({ answerKind: 'scale' }, { value: 5 })).toBe(true);
});

test('what is required is missing until it is answered, and the next question is the first empty one', () => {
  expect(missingAnswers([yesNo, number])).toEqual([yesNo]);
  expect(nextUnanswered([{ ...yesNo, yesNo: 'yes' }, number])?.id).toBe('q2');
  expect(nextUnanswered([{ ...yesNo, yesNo: 'yes' }])).toBeUndefined();
});

test('one failure decides the result; a remark alone only marks it', () => {
  expect(
    resultOf([
      { ...yesNo, yesNo: 'no' },
      { ...number, value: 1 },
    ]),
  ).toBe('notApproved');
  expect(resultOf([{ ...yesNo, yesNo: 'yes', remark: 'Snart slut' }])).toBe('approvedWithRemarks');
  expect(resultOf([{ ...yesNo, yesNo: 'yes' }])).toBe('approved');
});

test('a demand counts from its first day to its last, for the legal bases of the unit', () => {
  const demands = [
    { legalBase: 'HSL', area: 'hygiene', validFrom: '2020-01-01', validTo: '2026-06-30' },
    { legalBase: 'SoL', area: 'hygiene', validFrom: '2026-01-01' },
    { legalBase: 'skollag', area: 'childSafety', validFrom: '2011-07-01' },
  ] as const;

  expect([...demandedAreas(['HSL', 'SoL'], '2026-06-30', demands)]).toEqual([['hygiene', ['HSL', 'SoL']]]);
  expect([...demandedAreas(['HSL', 'SoL'], '2026-07-01', demands)]).toEqual([['hygiene', ['SoL']]]);
  expect([...demandedAreas(['HSL'], '2026-07-01', demands)]).toEqual([]);
});
