import { expect, test } from '@jest/globals';
import { openGraph } from './graph-fixture.ts';

const columns = [
  { name: 'Line', text: {} },
  { name: 'Note', text: { allowMultipleLines: true } },
  { name: 'Pick', choice: { choices: ['a', 'b'] } },
  { name: 'Picks', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
  { name: 'Amount', number: { minimum: 0, maximum: 10 } },
  { name: 'Flag', boolean: {} },
  { name: 'At', dateTime: { format: 'dateTime' } },
  { name: 'Day', dateTime: { format: 'dateOnly' } },
  { name: 'Link', hyperlinkOrPicture: {} },
  { name: 'Sum', calculated: { formula: '=1+1' } },
];

async function openList(more: readonly unknown[] = []) {
  const fixture = openGraph();
  const list = await fixture.newList('Liste', [...columns, ...more]);
  const create = (fields: unknown, headers = {}) => fixture.call('POST', `${list}/items`, { fields }, headers);
  return { ...fixture, list, create };
}

test('values of every simple type come back as they were written', async () => {
  const { call, list, create } = await openList();
  const fields = {
    Line: 'en rad 😀 <b> \u202Ertl',
    Note: 'flera\nrader',
    Pick: 'a',
    'Picks@odata.type': 'Collection(Edm.String)',
    Picks: ['a', 'b'],
    Amount: 2.5,
    Flag: false,
    At: '2026-03-02T10:00:00.123+01:00',
  };

  const made = await create(fields);
  const read = await call('GET', `${list}/items/1?$expand=fields`);

  expect(made.status).toBe(201);
  expect(read.body.fields).toMatchObject({
    Line: fields.Line,
    Note: fields.Note,
    Pick: 'a',
    Picks: ['a', 'b'],
    Amount: 2.5,
    Flag: false,
    At: '2026-03-02T09:00:00Z',
  });
});

test.each([
  ['2026-01-15', '2026-01-14T23:00:00Z'],
  ['2026-07-15', '2026-07-14T22:00:00Z'],
])('the day %s is midnight in Stockholm: %s', async (day, stored) => {
  const { create } = await openList();

  const made = await create({ Day: day });

  expect(made.body.fields.Day).toBe(stored);
});

test('null clears a value in PATCH, empty text too, and null is refused in POST', async () => {
  const { call, list, create } = await openList();
  await create({ Line: 'x', Amount: 1, Flag: true, Note: 'n' });

  const cleared = await call('PATCH', `${list}/items/1/fields`, { Line: '', Amount: null, Flag: null });
  const refused = await create({ Line: null });

  expect(cleared.body).toMatchObject({ Note: 'n' });
  for (const name of ['Line', 'Amount', 'Flag']) expect(cleared.body).not.toHaveProperty(name);
  expect([refused.status, refused.body.error.code]).toEqual([500, 'generalException']);
});

test.each([
  [{ Picks: ['a'] }, 500],
  [{ 'Picks@odata.type': 'Collection(Edm.String)', Picks: 'a' }, 500],
  [{ 'Picks@odata.type': 'Collection(Edm.Int32)', Picks: ['a'] }, 500],
  [{ Line: 'x'.repeat(256) }, 400],
  [{ Line: 'two\nlines' }, 400],
  [{ Amount: 'many' }, 400],
  [{ Amount: 11 }, 400],
  [{ Amount: -1 }, 400],
  [{ At: 'yesterday' }, 400],
  [{ Day: '2026-02-30' }, 400],
  [{ Flag: 'yes' }, 500],
  [{ Note: 5 }, 500],
  [{ Sum: '2' }, 400],
  [{ Created: '2026-01-01T00:00:00Z' }, 400],
  [{ _UIVersionString: '9.0' }, 400],
  [{ Link: { Url: 'https://example.se' } }, 400],
])('a value of the wrong kind is refused: %j', async (fields, status) => {
  const { call, list, create } = await openList();

  const answer = await create(fields);
  const items = await call('GET', `${list}/items`);

  expect(answer.status).toBe(status);
  expect(items.body.value).toEqual([]);
});

test('a hyperlink is written with the header of apiversion 2.1', async () => {
  const { create } = await openList();

  const made = await create(
    { Link: { Url: 'https://example.se', Description: 'Exempel' } },
    { prefer: 'apiversion=2.1' },
  );

  expect(made.body.fields.Link).toEqual({ Url: 'https://example.se', Description: 'Exempel' });
});

test('255 characters fit in a line, emoji and all', async () => {
  const { create } = await openList();

  const made = await create({ Line: 'å'.repeat(255) });

  expect(made.body.fields.Line).toHaveLength(255);
});

test('a long note survives', async () => {
  const { create } = await openList();

  const made = await create({ Note: 'ö'.repeat(100_000) });

  expect(made.body.fields.Note).toHaveLength(100_000);
});

test('a default fills what is left out', async () => {
  const { create } = await openList([
    { name: 'State', text: {}, defaultValue: { value: 'new' } },
    { name: 'Open', boolean: {}, defaultValue: { value: '1' } },
  ]);

  const plain = await create({});
  const given = await create({ State: 'old', Open: false });

  expect(plain.body.fields).toMatchObject({ State: 'new', Open: true });
  expect(given.body.fields).toMatchObject({ State: 'old', Open: false });
});

test('a lookup is written by its id as text, and its value is read only when selected', async () => {
  const fixture = openGraph();
  const units = await fixture.newList('Enheter');
  await fixture.newItem(units, { Title: 'Eken' });
  await fixture.newItem(units, { Title: 'Linden' });
  const listId = units.split('/').at(-1);
  const list = await fixture.newList('Liste', [
    { name: 'Unit', lookup: { listId, columnName: 'Title' } },
    { name: 'Units', lookup: { listId, columnName: 'Title', allowMultipleValues: true } },
  ]);

  const made = await fixture.newItem(list, {
    UnitLookupId: '2',
    'UnitsLookupId@odata.type': 'Collection(Edm.Int32)',
    UnitsLookupId: [1, 2],
  });
  const selected = await fixture.call('GET', `${list}/items/1?$expand=fields($select=Unit,UnitLookupId)`);
  const asNumber = await fixture.call('POST', `${list}/items`, { fields: { UnitLookupId: 2 } });
  const untyped = await fixture.call('POST', `${list}/items`, { fields: { UnitsLookupId: [1] } });
  const found = await fixture.call('GET', `${list}/items?$filter=fields/UnitLookupId eq '2'`, undefined, {
    prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
  });
  const byValue = await fixture.call('GET', `${list}/items?$filter=fields/Unit eq 'Nowhere'`);

  expect(made.fields.UnitLookupId).toBe('2');
  expect(made.fields).not.toHaveProperty('Unit');
  expect(made.fields.Units).toEqual([
    { LookupId: 1, LookupValue: 'Eken' },
    { LookupId: 2, LookupValue: 'Linden' },
  ]);
  expect(selected.body.fields).toMatchObject({ Unit: 'Linden', UnitLookupId: '2' });
  expect([asNumber.status, untyped.status]).toEqual([500, 500]);
  expect(found.body.value).toHaveLength(1);
  // Filtering on a lookup's value filters nothing, without a word.
  expect(byValue.body.value).toHaveLength(1);
});

test('several persons come back with their e-mail', async () => {
  const fixture = openGraph({ users: [{ id: 'u1', displayName: 'Åsa', mail: 'asa@example.se' }] });
  const list = await fixture.newList('Liste', [{ name: 'Team', personOrGroup: { allowMultipleSelection: true } }]);
  const byPerson = await fixture.call('POST', `${list}/items`, { fields: {} }, { authorization: 'Bearer user:u1' });

  const made = await fixture.newItem(list, {
    'TeamLookupId@odata.type': 'Collection(Edm.Int32)',
    TeamLookupId: [Number(byPerson.body.fields.AuthorLookupId)],
  });

  expect(made.fields.Team).toEqual([
    { LookupId: Number(byPerson.body.fields.AuthorLookupId), LookupValue: 'Åsa', Email: 'asa@example.se' },
  ]);
});

test('more than twelve lookups in one query are refused', async () => {
  const fixture = openGraph();
  const persons = Array.from({ length: 13 }, (_, index) => ({ name: `P${String(index)}`, personOrGroup: {} }));
  const list = await fixture.newList('Liste', persons);
  await fixture.call('POST', `${list}/items`, { fields: { Title: 'a' } });
  const names = persons.map((person) => `${person.name}LookupId`);

  const twelve = await fixture.call('GET', `${list}/items?$expand=fields($select=${names.slice(0, 12).join(',')})`);
  const thirteen = await fixture.call('GET', `${list}/items?$expand=fields($select=${names.join(',')})`);

  expect([twelve.status, thirteen.status]).toEqual([200, 400]);
});
