import { expect, test } from '@jest/globals';
import { failureOfError, failureOfRefusal } from '../../../../bot/http/failure-answer.ts';
import { AppError } from '../../../../shared/errors.ts';

test.each([
  [new AppError('unavailable'), 'unavailable'],
  [Object.assign(new Error('x'), { statusCode: 400 }), 'malformedRequest'],
  [Object.assign(new Error('x'), { statusCode: 404 }), 'notFound'],
  [Object.assign(new Error('x'), { statusCode: 405 }), 'methodNotAllowed'],
  [Object.assign(new Error('x'), { statusCode: 413 }), 'tooLarge'],
  [Object.assign(new Error('x'), { statusCode: 415 }), 'malformedRequest'],
  [new Error('select * from secrets'), 'unexpected'],
  ['a thrown word', 'unexpected'],
  [undefined, 'unexpected'],
])('%s becomes %s', (thrown, code) => {
  expect(failureOfError(thrown)).toEqual({ code });
});

test('a refusal carries what the tab needs to go on', () => {
  const problems = [{ field: 'text', problem: 'required', text: 'Fyll i.' }] as const;

  expect(failureOfRefusal({ kind: 'invalid', problems })).toEqual({ code: 'invalidFields', problems });
  expect(failureOfRefusal({ kind: 'unitClosed' })).toEqual({ code: 'unitClosed' });
  expect(failureOfRefusal({ kind: 'idTaken' })).toEqual({ code: 'idTaken' });
});
