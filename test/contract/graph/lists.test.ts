import { expect, test } from '@jest/globals';
import { demoSite, hostname, openGraph } from './graph-fixture.ts';

test('a list is made with its columns and found by id and by title', async () => {
  const { call } = openGraph();

  const made = await call('POST', `${demoSite}/lists`, {
    displayName: 'Åtgärder och mål',
    description: 'Vad vi gör',
    columns: [{ name: 'Owner', text: {} }],
    list: { template: 'genericList' },
  });
  const byId = await call('GET', `${demoSite}/lists/${made.body.id}?$expand=columns`);
  const byTitle = await call('GET', `${demoSite}/lists/${encodeURIComponent('åtgärder och mål')}`);

  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    displayName: 'Åtgärder och mål',
    name: 'Åtgärder och mål',
    description: 'Vad vi gör',
    createdDateTime: '2026-03-02T08:00:00Z',
    webUrl: `https://${hostname}/sites/demo/Lists/${encodeURIComponent('Åtgärder och mål')}`,
    list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
  });
  const names = byId.body.columns.map((column) => column.name);
  expect(names).toEqual(expect.arrayContaining(['Title', 'Owner', 'Created', 'Author']));
  expect(byTitle.body.id).toBe(made.body.id);
});

test('a name is refused: the server gives it', async () => {
  const { call } = openGraph();

  const answer = await call('POST', `${demoSite}/lists`, { name: 'X', displayName: 'X' });

  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatchObject({
    code: 'invalidRequest',
    message: "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
  });
});

test('the same title again is 409 nameAlreadyExists, whatever its case, but free in another site', async () => {
  const { call, newList } = openGraph();
  await newList('Avvikelser');

  const again = await call('POST', `${demoSite}/lists`, { displayName: 'AVVIKELSER' });
  const elsewhere = await call('POST', `/sites/${hostname}:/sites/restricted:/lists`, { displayName: 'Avvikelser' });

  expect([again.status, again.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  expect(elsewhere.status).toBe(201);
});

test('a list whose columns are wrong is not made at all', async () => {
  const { call } = openGraph();

  const answer = await call('POST', `${demoSite}/lists`, {
    displayName: 'Half',
    columns: [{ name: 'A', text: {} }, { name: 'B' }],
  });
  const lists = await call('GET', `${demoSite}/lists`);
  const again = await call('POST', `${demoSite}/lists`, { displayName: 'Half', columns: [{ name: 'A', text: {} }] });

  expect(answer.status).toBe(400);
  expect(lists.body.value).toEqual([]);
  expect(again.status).toBe(201);
});

test('a list that came to nothing leaves no trace in the next one', async () => {
  const { call, newList } = openGraph();
  const columns = Array.from({ length: 21 }, (_, index) => ({ name: `C${String(index)}`, text: {}, indexed: true }));

  const answer = await call('POST', `${demoSite}/lists`, { displayName: 'Half', columns });
  const list = await newList('Whole', [{ name: 'Only', text: {} }]);
  const names = (await call('GET', `${list}/columns`)).body.value.map((column) => column.name);

  expect(answer.status).toBe(400);
  expect(names).toContain('Only');
  expect(names).not.toContain('C0');
});

test.each([{ displayName: 'X', list: { template: 'generic' } }, { displayName: '' }, {}, 'text'])(
  'an unknown template or a missing title is refused: %j',
  async (body) => {
    const { call } = openGraph();

    const answer = await call('POST', `${demoSite}/lists`, body);

    expect(answer.body.error).toMatchObject({
      code: 'invalidRequest',
      message: 'One of the provided arguments is not acceptable.',
    });
  },
);

test.each(['documentLibrary', 'task', 'survey', 'announcements', 'contacts', 'links'])(
  'the template %s is known',
  async (template) => {
    const { call } = openGraph();

    const made = await call('POST', `${demoSite}/lists`, { displayName: 'X', list: { template } });

    expect(made.body.list.template).toBe(template);
  },
);

test('system lists are hidden unless system is selected', async () => {
  const { call, newList, newItem } = openGraph();
  await newItem(await newList('Visible'), { Title: 'makes the hidden list of people' });

  const usual = await call('GET', `${demoSite}/lists`);
  const selected = await call('GET', `${demoSite}/lists?$select=displayName,system`);

  expect(usual.body.value.map((list) => list.displayName)).toEqual(['Visible']);
  expect(selected.body.value).toContainEqual(
    expect.objectContaining({ displayName: 'User Information List', system: {} }),
  );
});

test('lists are filtered on their title alone', async () => {
  const { call, newList } = openGraph();
  await newList('One');
  await newList("Two's");

  const found = await call('GET', `${demoSite}/lists?$filter=displayName eq 'Two''s'`);
  const refused = await call('GET', `${demoSite}/lists?$filter=name eq 'One'`);

  expect(found.body.value.map((list) => list.displayName)).toEqual(["Two's"]);
  expect(refused.body.error).toMatchObject({
    code: 'invalidRequest',
    message: 'The provided filter statement is not supported',
  });
});

test('a list is renamed, keeps its address, and goes with everything in it', async () => {
  const { call, newList, newItem } = openGraph();
  const list = await newList('Before', [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }]);
  await newItem(list, { Key: 'a' });

  const renamed = await call('PATCH', list, { displayName: 'After' });
  const removed = await call('DELETE', list);
  const gone = await call('GET', list);
  const again = await newList('After', [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }]);
  const item = await newItem(again, { Key: 'a' });

  expect(renamed.body).toMatchObject({ displayName: 'After', name: 'Before' });
  expect([removed.status, gone.status, gone.body.error.code]).toEqual([204, 404, 'itemNotFound']);
  expect(item.id).toBe('1');
});
