import { expect, test } from '@jest/globals';
import { readQuery } from '../../../../bot/http/read-query.ts';
import { listQuery } from '../../../../bot/http/request-schemas.ts';

const read = (query: string) => readQuery(new URLSearchParams(query));

test('a filter on a field is gathered under where', () => {
  const query = read('status=reported,acknowledged&where.category=fall&where.severity=3&limit=20');

  expect(query).toEqual({
    status: 'reported,acknowledged',
    limit: '20',
    where: { category: 'fall', severity: '3' },
  });
  expect(listQuery.parse(query)).toMatchObject({ limit: 20, where: { category: 'fall', severity: '3' } });
});

test('the same name twice is no query', () => {
  expect(read('limit=1&limit=2')).toBeUndefined();
  expect(read('where.a=1&where.a=2')).toBeUndefined();
  expect(read('where.__proto__=1')).toBeUndefined();
});

test.each([
  'limit=0',
  'limit=201',
  'limit=-1',
  'limit=1e2',
  'offset=x',
  'sort=fields',
  'from=2026-13-01',
  'open=yes',
  'unit=abc',
  'surprise=1',
  '__proto__=1',
  `text=${'x'.repeat(201)}`,
])('%s is refused', (query) => {
  expect(listQuery.safeParse(read(query)).success).toBe(false);
});

test('NUL is taken out of what is sought', () => {
  expect(read('text=a%00b')).toEqual({ text: 'ab' });
});
