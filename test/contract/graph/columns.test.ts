import { expect, test } from '@jest/globals';
import { openGraph, type GraphAnswer } from './graph-fixture.ts';

async function openList(columns: readonly unknown[] = []) {
  const fixture = openGraph();
  const list = await fixture.newList('Liste', columns);
  const add = (body: unknown): Promise<GraphAnswer> => fixture.call('POST', `${list}/columns`, body);
  return { ...fixture, list, add };
}

test.each([
  ['text', {}, { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 }],
  ['text', { allowMultipleLines: true, textType: 'plain' }, { allowMultipleLines: true, textType: 'plain' }],
  ['choice', { choices: ['a', 'b'] }, { allowTextEntry: false, choices: ['a', 'b'], displayAs: 'dropDownMenu' }],
  ['dateTime', { format: 'dateOnly' }, { displayAs: 'default', format: 'dateOnly' }],
  ['number', { decimalPlaces: 'two' }, { decimalPlaces: 'two', displayAs: 'number' }],
  ['boolean', {}, {}],
  ['personOrGroup', {}, { allowMultipleSelection: false, chooseFromType: 'peopleOnly' }],
  ['lookup', { listId: 'x', columnName: 'Title' }, { listId: 'x', allowMultipleValues: false }],
  ['currency', { locale: 'sv-SE' }, { locale: 'sv-SE' }],
])('a column of the facet %s is made and shown: %j', async (facet, given, shown) => {
  const { add, call, list } = await openList();

  const made = await add({ name: 'Field', displayName: 'Fält', [facet]: given });
  const read = await call('GET', `${list}/columns/${made.body.id}`);

  expect(made.status).toBe(201);
  expect(read.body).toMatchObject({
    name: 'Field',
    displayName: 'Fält',
    indexed: false,
    enforceUniqueValues: false,
    hidden: false,
    readOnly: false,
    required: false,
    [facet]: shown,
  });
});

test('a hyperlink column comes back without a facet', async () => {
  const { add, call, list } = await openList();

  const made = await add({ name: 'Link', hyperlinkOrPicture: { isPicture: false } });
  const columns = await call('GET', `${list}/columns`);

  const shown = columns.body.value.find((column) => column.name === 'Link');
  expect(made.status).toBe(201);
  expect(shown).not.toHaveProperty('hyperlinkOrPicture');
});

test.each([{ name: 'A' }, { name: 'A', unknown: {} }, { name: 'A', text: {}, number: {} }])(
  'no facet, or more than one, is refused: %j',
  async (body) => {
    const { add } = await openList();

    const answer = await add(body);

    expect([answer.status, answer.body.error.code, answer.body.error.message]).toEqual([
      400,
      'invalidRequest',
      'Unable to determine type of provided column definition',
    ]);
  },
);

test.each([
  { name: 'A', text: null },
  { name: 'A', text: {}, validation: null },
  { name: 'A', text: {}, defaultValue: null },
])('an explicit null is a 500: %j', async (body) => {
  const { add } = await openList();

  const answer = await add(body);

  expect([answer.status, answer.body.error.code, answer.body.error.message]).toEqual([
    500,
    'generalException',
    'General exception while processing',
  ]);
});

test.each([
  { name: 'A', text: { textType: 'markdown' } },
  { name: 'A', text: { maxLength: 300 } },
  { name: 'A', choice: { choices: 'a' } },
  { name: 'A', choice: { choices: ['a'], displayAs: 'list' } },
  { text: {} },
  { name: 'A', text: {}, indexed: 'yes' },
])('a facet with values that it does not have is refused: %j', async (body) => {
  const { add } = await openList();

  const answer = await add(body);

  expect(answer.status).toBe(400);
});

test.each([
  ['Åtgärd nr 1', '_x00c5_tg_x00e4_rd_x0020_nr_x0020_1'],
  ['a:b', 'a_x003a_b'],
  ['Über', '_x00dc_ber'],
  ['PlainName2', 'PlainName2'],
])('the internal name of "%s" is %s', async (given, name) => {
  const { add } = await openList();

  const made = await add({ name: given, text: {} });

  expect(made.body).toMatchObject({ name, displayName: given });
});

test('a name that a built-in or another column has gets a digit', async () => {
  const { add } = await openList();

  const author = await add({ name: 'Author', text: {} });
  const first = await add({ name: 'Own', text: {} });
  const second = await add({ name: 'Own', text: {} });
  const third = await add({ name: 'own', text: {} });

  const names = [author, first, second, third].map((answer) => answer.body.name);
  expect(names).toEqual(['Author0', 'Own', 'Own0', 'own1']);
});

test('a column that begins with an encoded letter is not recognised in writes, filters or selections', async () => {
  const { call, list, newItem } = await openList([{ name: 'Ärende', text: {}, indexed: true }]);
  await newItem(list, { Title: 'a' });

  const answers = [
    await call('POST', `${list}/items`, { fields: { _x00c4_rende: 'x' } }),
    await call('GET', `${list}/items?$filter=fields/_x00c4_rende eq 'x'`),
    await call('GET', `${list}/items?$expand=fields($select=_x00c4_rende)`),
  ];

  for (const answer of answers) {
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe("Field '_x00c4_rende' is not recognized");
  }
});

test('unique values need an index', async () => {
  const { add, call, list } = await openList();

  const without = await add({ name: 'Key', text: {}, enforceUniqueValues: true });
  const withIndex = await add({ name: 'Key', text: {}, enforceUniqueValues: true, indexed: true });
  const dropped = await call('PATCH', `${list}/columns/${withIndex.body.id}`, { indexed: false });

  expect(without.status).toBe(400);
  expect(without.body.error.message).toBe('This field must be indexed to enforce unique values');
  expect(withIndex.status).toBe(201);
  expect(dropped.status).toBe(400);
});

test('twenty columns may be indexed, not twenty-one', async () => {
  const columns = Array.from({ length: 20 }, (_, index) => ({ name: `C${String(index)}`, text: {}, indexed: true }));
  const { add, call, list } = await openList(columns);

  const oneMore = await add({ name: 'Last', text: {}, indexed: true });
  const plain = await add({ name: 'Last', text: {} });
  const patched = await call('PATCH', `${list}/columns/${plain.body.id}`, { indexed: true });
  await call('PATCH', `${list}/columns/C0`, { indexed: false });
  const afterRoom = await call('PATCH', `${list}/columns/${plain.body.id}`, { indexed: true });

  expect([oneMore.status, oneMore.body.error.code]).toEqual([400, 'invalidRequest']);
  expect([plain.status, patched.status, afterRoom.status]).toEqual([201, 400, 200]);
});

test.each([
  { text: { allowMultipleLines: true } },
  { choice: { choices: ['a'], displayAs: 'checkBoxes' } },
  { hyperlinkOrPicture: {} },
  { personOrGroup: { allowMultipleSelection: true } },
  { lookup: { listId: 'x', allowMultipleValues: true } },
  { calculated: { formula: '=1' } },
])('a column of this type cannot be indexed: %j', async (facet) => {
  const { add } = await openList();

  const answer = await add({ name: 'A', ...facet, indexed: true });

  expect(answer.status).toBe(400);
});

test('a column is changed, and an index made later knows the items that were there', async () => {
  const { call, list, newItem } = await openList([
    { name: 'Unit', text: {} },
    { name: 'Pick', choice: { choices: ['a'] } },
  ]);
  await newItem(list, { Unit: 'Eken' });
  await newItem(list, { Unit: 'Linden' });

  const choice = await call('PATCH', `${list}/columns/Pick`, { displayName: 'Val', choice: { choices: ['a', 'b'] } });
  const indexed = await call('PATCH', `${list}/columns/Unit`, { indexed: true });
  const title = await call('PATCH', `${list}/columns/Title`, { indexed: true });
  const found = await call('GET', `${list}/items?$filter=fields/Unit eq 'Linden'`);

  expect(choice.body).toMatchObject({ displayName: 'Val', choice: { choices: ['a', 'b'], displayAs: 'dropDownMenu' } });
  expect([indexed.body.indexed, title.body.indexed]).toEqual([true, true]);
  expect(found.body.value.map((item) => item.id)).toEqual(['2']);
});

test('unique values cannot be switched on where values repeat', async () => {
  const { call, list, newItem } = await openList([{ name: 'Unit', text: {}, indexed: true }]);
  await newItem(list, { Unit: 'Eken' });
  await newItem(list, { Unit: 'Eken' });

  const refused = await call('PATCH', `${list}/columns/Unit`, { enforceUniqueValues: true });
  const column = await call('GET', `${list}/columns/Unit`);

  expect(refused.status).toBe(400);
  expect(column.body.enforceUniqueValues).toBe(false);
});

test('the type of a column stays', async () => {
  const { call, list } = await openList([{ name: 'Unit', text: {} }]);

  const answer = await call('PATCH', `${list}/columns/Unit`, { number: {} });

  expect(answer.status).toBe(400);
});

test('a column goes with its values; built-in columns stay', async () => {
  const { call, list, newItem } = await openList([{ name: 'Unit', text: {}, indexed: true }]);
  await newItem(list, { Unit: 'Eken' });

  const removed = await call('DELETE', `${list}/columns/Unit`);
  const item = await call('GET', `${list}/items/1?$expand=fields`);
  const title = await call('DELETE', `${list}/columns/Title`);
  const unknown = await call('DELETE', `${list}/columns/Unit`);

  expect(removed.status).toBe(204);
  expect(item.body.fields).not.toHaveProperty('Unit');
  expect([title.status, unknown.status]).toEqual([400, 404]);
});
