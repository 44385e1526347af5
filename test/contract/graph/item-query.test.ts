import { expect, test } from '@jest/globals';
import { openGraph, type GraphBody } from './graph-fixture.ts';

const columns = [
  { name: 'Unit', text: {}, indexed: true },
  { name: 'Amount', number: {}, indexed: true },
  { name: 'Flag', boolean: {}, indexed: true },
  { name: 'At', dateTime: {}, indexed: true },
  { name: 'Plain', text: {} },
  { name: 'PlainAmount', number: {} },
  { name: 'Note', text: { allowMultipleLines: true } },
];

const rows = [
  { Title: 'a', Unit: 'Eken', Amount: 1, Flag: true, At: '2026-01-01T00:00:00Z', Plain: 'x', PlainAmount: 3 },
  { Title: 'b', Unit: 'eken', Amount: 10, Flag: false, At: '2026-02-01T00:00:00Z', Plain: 'y', PlainAmount: 2 },
  { Title: 'c', Unit: 'Linden', Amount: 2, Plain: "it's" },
  { Title: 'd', Unit: 'Lönnen', Note: 'n' },
  { Title: 'e' },
];

const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

async function openList() {
  const fixture = openGraph();
  const list = await fixture.newList('Liste', columns);
  for (const row of rows) await fixture.newItem(list, row);
  const query = async (options: string, headers = {}) => {
    const answer = await fixture.call('GET', `${list}/items?$expand=fields&${options}`, undefined, headers);
    const titles = (answer.body as Partial<GraphBody>).value?.map((row) => row.fields.Title);
    return { ...answer, titles: titles?.join('') };
  };
  return { ...fixture, list, query };
}

test.each([
  ["fields/Unit eq 'EKEN'", 'ab'],
  ["fields/Unit ne 'Eken'", 'cde'],
  ["startswith(fields/Unit,'L')", 'cd'],
  ["startswith(fields/Unit, 'lön')", 'd'],
  ['fields/Amount eq 10', 'b'],
  ["fields/Amount eq '10'", 'b'],
  ['fields/Amount gt 1', 'bc'],
  ['fields/Amount ge 2', 'bc'],
  ['fields/Amount lt 10', 'ac'],
  ['fields/Amount le 1', 'a'],
  ['fields/Amount eq null', 'de'],
  ['fields/Amount ne null', 'abc'],
  ['fields/Flag eq 1', 'a'],
  ['fields/Flag eq true', 'a'],
  ['fields/Flag eq false', 'b'],
  ["fields/At ge '2026-01-15T00:00:00Z'", 'b'],
  ['fields/At lt 2026-01-15T00:00:00Z', 'a'],
  ["fields/At eq '2026-01-01T01:00:00+01:00'", 'a'],
  ["fields/Unit eq 'Eken' and fields/Amount gt 5", 'b'],
  ["fields/Unit eq 'Linden' or fields/Amount eq 1", 'ac'],
  ["(fields/Unit eq 'Eken' or fields/Unit eq 'Linden') and fields/Amount lt 5", 'ac'],
  ["fields/Unit eq 'Linden' or fields/Unit eq 'Eken' and fields/Amount gt 5", 'bc'],
  ['fields/id eq 3', 'c'],
  ['fields/ID gt 3', 'de'],
])('the filter %s finds %s', async (filter, expected) => {
  const { query } = await openList();

  const found = await query(`$filter=${encodeURIComponent(filter)}`);

  expect(found.titles).toBe(expected);
});

test.each([
  ["fields/Plain eq 'it''s'", 'c'],
  ['fields/PlainAmount gt 2', 'a'],
  ["fields/Unit eq 'Eken' and fields/Plain eq 'y'", 'b'],
  ["fields/Created ge '2026-03-02T00:00:00Z'", 'abcde'],
  ["fields/Title eq 'e'", 'e'],
])('a column without index needs the Prefer header: %s', async (filter, expected) => {
  const { query } = await openList();

  const without = await query(`$filter=${encodeURIComponent(filter)}`);
  const withHeader = await query(`$filter=${encodeURIComponent(filter)}`, prefer);

  expect(without.status).toBe(400);
  expect(without.body.error.code).toBe('invalidRequest');
  expect(without.body.error.message).toMatch(
    /^Field '\w+' cannot be referenced in filter or orderby as it is not indexed\. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists\.$/,
  );
  expect(withHeader.titles).toBe(expected);
});

test.each([
  ["Unit eq 'Eken'", 'Invalid filter clause'],
  ["createdDateTime ge '2026-01-01'", 'Invalid filter clause'],
  ['fields/Unit', 'Invalid filter clause'],
  ["fields/Unit eq 'Eken", 'Invalid filter clause'],
  ["fields/Unit eq 'Eken' and", 'Invalid filter clause'],
  ["(fields/Unit eq 'Eken'", 'Invalid filter clause'],
  ["fields/Unit eq 'Eken' fields/Amount eq 1", 'Invalid filter clause'],
  ["fields/Amount eq 'many'", 'Invalid filter clause'],
  ["fields/At eq 'yesterday'", 'Invalid filter clause'],
  ["fields/Unit like 'x'", 'Invalid filter clause'],
  ['', 'Invalid filter clause'],
  ["contains(fields/Unit,'k')", 'The provided filter statement is not supported'],
  ["not startswith(fields/Unit,'k')", 'The provided filter statement is not supported'],
  ["fields/Unit in ('a','b')", 'The provided filter statement is not supported'],
  ["fields/Nothing eq 'x'", "Field 'Nothing' is not recognized"],
  ["fields/Note eq 'n'", "The field 'Note' cannot be used in the query filter expression."],
])('the filter "%s" is refused: %s', async (filter, message) => {
  const { query, errors } = await openList();

  const refused = await query(`$filter=${encodeURIComponent(filter)}`, prefer);

  expect([refused.status, refused.body.error.message]).toEqual([400, message]);
  expect(errors).toEqual([]);
});

test.each(['$skip=5', '$count=true', '$search=x', '$top=0', '$top=many', '$orderby=createdDateTime', '$top=1&top=2'])(
  'the option %s is refused',
  async (option) => {
    const { query } = await openList();

    const refused = await query(option);

    expect(refused.status).toBe(400);
  },
);

test.each([
  ['$orderby=fields/Amount', 'deacb'],
  ['$orderby=fields/Amount desc', 'bcaed'],
  ['$orderby=fields/Unit', 'eabcd'],
  ['$filter=fields/Amount gt 0&$orderby=fields/Unit desc', 'cba'],
  ['$orderby=fields/ID desc', 'edcba'],
])('%s gives %s', async (options, expected) => {
  const { query } = await openList();

  const found = await query(options);

  expect(found.titles).toBe(expected);
});

test('ordering needs an index too', async () => {
  const { query } = await openList();

  const without = await query('$orderby=fields/PlainAmount desc');
  const withHeader = await query('$orderby=fields/PlainAmount desc', prefer);

  expect(without.status).toBe(400);
  expect(withHeader.titles).toBe('abedc');
});

test.each([
  '',
  '$orderby=fields/Amount desc',
  '$orderby=fields/Unit',
  '$filter=fields/ID ge 1',
  '$orderby=fields/ID desc',
])('pages of two together give the whole, each item once: %s', async (options) => {
  const { call, query } = await openList();
  const whole = await query(options);

  const titles: string[] = [];
  let page = await query(`${options}&$top=2`);
  const first = page.body['@odata.nextLink'];
  for (;;) {
    titles.push(...page.body.value.map((item) => item.fields.Title));
    const next = page.body['@odata.nextLink'] as string | undefined;
    if (next === undefined) break;
    page = { ...(await call('GET', next)), titles: '' };
  }

  expect(titles.join('')).toBe(whole.titles);
  expect(titles).toHaveLength(5);
  const token = new URL(first).searchParams.get('$skiptoken') ?? '';
  expect(Buffer.from(token, 'base64url').toString()).toMatch(/^Paged=TRUE&p_ID=\d+/);
});

test.each([
  'nonsense',
  Buffer.from('Paged=TRUE&p_ID=x').toString('base64url'),
  Buffer.from('p_ID=2').toString('base64url'),
])('a token that the service did not give is refused: %s', async (token) => {
  const { query } = await openList();

  const refused = await query(`$skiptoken=${token}`);

  expect(refused.status).toBe(400);
  expect(refused.body.error).toMatchObject({
    code: 'invalidRequest',
    message: 'One of the provided arguments is not acceptable.',
    innerError: { code: 'badArgument' },
  });
});

test('the links go back to the address that the client used', async () => {
  const { graph, list } = await openList();

  const response = await graph.handle(
    new Request(`http://127.0.0.1:4010/local-graph/v1.0${list}/items?$top=2`, {
      headers: { authorization: 'Bearer x' },
    }),
  );
  const body = (await response.json()) as Record<string, string>;

  expect(body['@odata.nextLink']).toMatch(/^http:\/\/127\.0\.0\.1:4010\/local-graph\/v1\.0\/sites\//);
});
