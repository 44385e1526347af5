import { expect, test } from '@jest/globals';
import { cleanJson, cleanText } from '../../../../bot/http/clean-json.ts';

test('NUL and half surrogate pairs are taken out of texts and keys, everything else stands', () => {
  const cleaned = cleanJson(JSON.parse('{"a\\u0000":["x\\u0000y",1,null,true,{"b":"\\ud83d"}],"c":"👍 שלום"}'));

  expect(cleaned).toEqual({ kind: 'clean', value: { a: ['xy', 1, null, true, { b: '\ufffd' }], c: '👍 שלום' } });
});

test('a key that reaches the prototype refuses the whole, however deep it lies', () => {
  const hidden: unknown = JSON.parse('{"fields":{"rows":[{"__proto__":{"isAdmin":true}}]}}');

  expect(cleanJson(hidden)).toEqual({ kind: 'refused', reason: 'forbiddenKey' });
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test('a body deeper than any form is refused without running out of stack', () => {
  const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));

  expect(cleanJson(deep)).toEqual({ kind: 'refused', reason: 'tooDeep' });
});

test('what is no text is left alone', () => {
  expect(cleanJson(undefined)).toEqual({ kind: 'clean', value: undefined });
  expect(cleanJson(4)).toEqual({ kind: 'clean', value: 4 });
  expect(cleanText('rad ett\nrad två\t')).toBe('rad ett\nrad två\t');
});
