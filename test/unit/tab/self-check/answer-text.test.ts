import { expect, test } from '@jest/globals';
import type { SelfCheckAnswer } from '../../../../shared/rules/self-check-answers.ts';
import { answerText, boundsOf, readNumber, withPending } from '../../../../tab/pages/self-check/answer-text.ts';

const row: SelfCheckAnswer = { id: 'q1', text: 'Grader?', answerKind: 'number' };

test.each([
  ['7,5', { kind: 'number', value: 7.5 }],
  [' 1 200 ', { kind: 'number', value: 1200 }],
  ['−3', { kind: 'number', value: -3 }],
  ['', { kind: 'empty' }],
  ['7,', { kind: 'notANumber' }],
  ['sju', { kind: 'notANumber' }],
] as const)('%p is read as people write numbers', (typed, read) => {
  expect(readNumber(typed)).toEqual(read);
});

test('answers are said in the reader’s language', () => {
  expect(answerText({ ...row, answerKind: 'yesNo', yesNo: 'no' }, 'sv')).toBe('Nej');
  expect(answerText({ ...row, value: 7.5 }, 'sv')).toBe('7,5');
  expect(answerText({ ...row, value: 7.5 }, 'en')).toBe('7.5');
  expect(answerText({ ...row, answerKind: 'text', answerText: 'Bra' }, 'sv')).toBe('Bra');
  expect(answerText(row, 'sv')).toBeUndefined();
});

test('an answer on its way takes the place of the stored one, also where it takes something away', () => {
  const stored: SelfCheckAnswer = { ...row, value: 9, remark: 'Dörren stod öppen' };

  expect(withPending(stored, { value: 7, remark: undefined })).toEqual({ ...row, value: 7 });
  expect(withPending(stored, undefined)).toBe(stored);
});

test('the bounds of a question are said in the way that fits', () => {
  expect(boundsOf({ answerKind: 'number', minimum: 2, maximum: 8.5 }, 'sv')).toEqual({
    key: 'between',
    from: '2',
    to: '8,5',
  });
  expect(boundsOf({ answerKind: 'scale', minimum: 3 }, 'sv')?.key).toBe('atLeast');
  expect(boundsOf({ answerKind: 'number', maximum: 0 }, 'sv')?.key).toBe('atMost');
  expect(boundsOf({ answerKind: 'number' }, 'sv')).toBeUndefined();
  expect(boundsOf({ answerKind: 'yesNo', maximum: 1 }, 'sv')).toBeUndefined();
});
