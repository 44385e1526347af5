import { expect, test } from '@jest/globals';
import {
  changedFields,
  filledFields,
  problemText,
  problemsOfRow,
} from '../../../../tab/components/record-form/form-values.ts';

test('only what differs is sent, and an emptied field as null', () => {
  const base = { place: 'Köket', category: 'fall', causeAreas: ['routine'], learned: 'a' };
  const values = { place: '', category: 'fall', causeAreas: ['routine'], learned: 'b', causeText: 'ny' };

  expect(changedFields(base, values)).toEqual({ place: null, learned: 'b', causeText: 'ny' });
});

test('empty in different ways is no change', () => {
  expect(changedFields({ place: undefined, causeAreas: [] }, { place: '', causeAreas: undefined })).toEqual({});
});

test('no and zero are values', () => {
  expect(filledFields({ wantsReply: false, employeeCount: 0, text: '', topic: undefined })).toEqual({
    wantsReply: false,
    employeeCount: 0,
  });
});

test('problems of a row are told in that row, not at the field', () => {
  const problems = [
    { field: 'resourceUse', problem: 'tooLong', text: 'För många.' },
    { field: 'resourceUse.plan', row: 'r1', problem: 'tooLong', text: 'För lång.' },
    { field: 'resourceUse.plan', row: 'r2', problem: 'required', text: 'Fyll i.' },
  ] as const;

  expect(problemText(problems, 'resourceUse')).toBe('För många.');
  expect(problemsOfRow(problems, 'resourceUse', 'r1')).toEqual([
    { field: 'plan', problem: 'tooLong', text: 'För lång.' },
  ]);
});
