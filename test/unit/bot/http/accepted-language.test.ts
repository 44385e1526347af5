import { expect, test } from '@jest/globals';
import { acceptedLanguage } from '../../../../bot/http/accepted-language.ts';

test.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
  ['en;q=0.3,sv;q=0.7', 'sv'],
  ['de,fr;q=0.9', 'sv'],
  ['de,en;q=0.5', 'en'],
  ['en;q=0,sv', 'sv'],
  ['sv;q=0,en;q=0.1', 'en'],
  ['*', 'sv'],
  [';;;,,q=', 'sv'],
  ['EN-us', 'en'],
])('%s asks for %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});

test('a header without end is read in no time', () => {
  expect(acceptedLanguage('en,'.repeat(1_000_000))).toBe('en');
});
