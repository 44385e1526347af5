import { expect, test } from '@jest/globals';
import { routeOfSubPage } from '../../../../tab/host/sub-page.ts';
import { pages } from '../../../../tab/pages/index.ts';

const paths = pages.map((page) => page.path);

test.each([
  '/',
  '/arenden',
  '/arenden/deviation/11111111-1111-4111-8111-111111111111',
  '/rapportera/lex-sarah',
  '/ataganden/11111111-1111-4111-8111-111111111111',
])('a deep link to %s is followed', (subPageId) => {
  expect(routeOfSubPage(subPageId, paths)).toBe(subPageId);
});

test.each([
  undefined,
  '',
  'https://example.org/',
  '//example.org',
  'javascript:alert(1)',
  '/arenden/../../api',
  '/arenden?kind=deviation',
  '/okand',
  `/arenden/deviation/${'a'.repeat(300)}`,
])('a deep link to %s leads nowhere', (subPageId) => {
  expect(routeOfSubPage(subPageId, paths)).toBeUndefined();
});
