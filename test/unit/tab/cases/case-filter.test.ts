import { expect, test } from '@jest/globals';
import {
  caseFilterParameters,
  caseQuery,
  isFiltered,
  parseCaseFilter,
  withoutFilters,
} from '../../../../tab/pages/cases/case-filter.ts';

const parse = (search: string) => parseCaseFilter(new URLSearchParams(search), 'deviation', 'list');

test('an empty address is the newest of the first kind', () => {
  expect(caseQuery(parse(''))).toEqual({ sort: '-createdAt', offset: 0, limit: 50 });
});

test('an address and its filter say the same', () => {
  const address =
    'kind=feedback&q=maten+%C3%A4r+kall&unit=u1&status=open&subject=food&from=2026-01-01&to=2026-02-01&mine=1&sort=ref&page=3';

  expect(caseFilterParameters(parse(address)).toString()).toBe(address);
});

test('the service is asked by the subject field of the kind, for the unit with all below', () => {
  const query = caseQuery(parse('kind=feedback&unit=u1&subject=food&status=open&page=3&sort=unit'));

  expect(query).toEqual({ under: 'u1', open: true, where: { topic: 'food' }, sort: 'unit', offset: 100, limit: 50 });
});

test('what is no filter of ours is left out', () => {
  const filter = parse('kind=goal&unit=<script>&status=a,b&from=igår&page=-2&sort=-secret&view=all');

  expect(filter).toEqual(parse(''));
});

test('clearing keeps kind, view and order', () => {
  const filter = parse('kind=feedback&q=x&mine=1&sort=ref&page=2');

  expect(isFiltered(filter)).toBe(true);
  expect(caseFilterParameters(withoutFilters(filter)).toString()).toBe('kind=feedback&sort=ref');
  expect(isFiltered(withoutFilters(filter))).toBe(false);
});

test('a page further on is no filter', () => {
  expect(isFiltered(parse('page=4'))).toBe(false);
});
