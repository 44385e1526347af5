import { expect, test } from '@jest/globals';
import { defaultApp } from '../../../bot/local-graph/local-graph.ts';
import { openGraph } from './graph-fixture.ts';

const columns = [
  { name: 'ClientKey', text: {}, indexed: true, enforceUniqueValues: true },
  { name: 'Amount', number: {} },
  { name: 'Secret', text: {}, hidden: true },
];

async function openList() {
  const fixture = openGraph({ users: [{ id: 'u1', displayName: 'Åsa Öberg', mail: 'asa@example.se' }] });
  return { ...fixture, list: await fixture.newList('Liste', columns) };
}

test('a created item is answered with 201, its eTag, its place and its fields', async () => {
  const { call, list } = await openList();

  const made = await call('POST', `${list}/items`, { fields: { Title: 'Ett', ClientKey: 'k1' } });

  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    id: '1',
    createdDateTime: '2026-03-02T08:00:00Z',
    lastModifiedDateTime: '2026-03-02T08:00:00Z',
    webUrl: 'https://local.sharepoint.com/sites/demo/Lists/Liste/1_.000',
    parentReference: { id: list.split('/').at(-1), siteId: list.split('/')[2] },
    contentType: { name: 'Item' },
    fields: { Title: 'Ett', LinkTitle: 'Ett', LinkTitleNoMenu: 'Ett', ClientKey: 'k1', id: '1' },
  });
  expect(made.body.eTag).toMatch(/^"[0-9a-f]{8}-[0-9a-f-]{27},1"$/);
  expect(made.body['@odata.etag']).toBe(made.body.eTag);
  expect(made.body.fields['@odata.etag']).toBe(made.body.eTag);
});

test('fields that every item has are there, and unset ones are absent', async () => {
  const { call, list, newItem } = await openList();
  await newItem(list, {});

  const { body } = await call('GET', `${list}/items/1?$expand=fields`);

  expect(Object.keys(body.fields)).toEqual(
    expect.arrayContaining([
      '@odata.etag',
      'id',
      'ContentType',
      'Created',
      'Modified',
      'AuthorLookupId',
      'EditorLookupId',
      'AppAuthorLookupId',
      'AppEditorLookupId',
      '_UIVersionString',
      'Attachments',
      'Edit',
      'ItemChildCount',
      'FolderChildCount',
      '_ComplianceFlags',
    ]),
  );
  for (const name of ['Title', 'LinkTitle', 'ClientKey', 'Amount', 'Secret']) {
    expect(body.fields).not.toHaveProperty(name);
  }
});

test('fields come only when they are expanded, and hidden ones only when named', async () => {
  const { call, list, newItem } = await openList();
  await newItem(list, { Title: 'Ett', Amount: 2, Secret: 's' });

  const plain = await call('GET', `${list}/items/1`);
  const expanded = await call('GET', `${list}/items/1?expand=fields`);
  const selected = await call('GET', `${list}/items?$expand=fields($select=Amount,Secret)`);
  const alone = await call('GET', `${list}/items/1/fields?$select=Title`);

  expect(plain.body).not.toHaveProperty('fields');
  expect(expanded.body.fields).toMatchObject({ Title: 'Ett', Amount: 2 });
  expect(expanded.body.fields).not.toHaveProperty('Secret');
  expect(selected.body.value[0]?.fields).toEqual({ '@odata.etag': plain.body.eTag, Amount: 2, Secret: 's' });
  expect(alone.body).toMatchObject({ Title: 'Ett' });
  expect(alone.body).not.toHaveProperty('Amount');
});

test('$select keeps what it names of the item', async () => {
  const { call, list, newItem } = await openList();
  await newItem(list, { Title: 'Ett' });

  const { body } = await call('GET', `${list}/items/1?$select=id,webUrl`);

  expect(Object.keys(body).sort()).toEqual(['@odata.context', '@odata.etag', 'id', 'webUrl']);
});

test('PATCH of fields merges, answers 200 with the fields alone, and raises the eTag even when nothing changes', async () => {
  const { call, clock, list, newItem } = await openList();
  const made = await newItem(list, { Title: 'Ett', Amount: 1 });
  clock.now = new Date('2026-03-02T09:00:00Z');

  const changed = await call('PATCH', `${list}/items/1/fields`, { Amount: 2 });
  const same = await call('PATCH', `${list}/items/1/fields`, { Amount: 2 });
  const read = await call('GET', `${list}/items/1?$expand=fields`);

  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({ Title: 'Ett', Amount: 2, Modified: '2026-03-02T09:00:00Z' });
  expect(changed.body).not.toHaveProperty('createdBy');
  expect(changed.body).not.toHaveProperty('webUrl');
  expect(changed.body['@odata.etag']).toBe(made.eTag.replace(',1"', ',2"'));
  expect(same.body['@odata.etag']).toBe(made.eTag.replace(',1"', ',3"'));
  expect(read.body.fields).toMatchObject({ Amount: 2, _UIVersionString: '3.0', Created: '2026-03-02T08:00:00Z' });
});

test('PATCH of an item takes its fields too', async () => {
  const { call, list, newItem } = await openList();
  await newItem(list, { Title: 'Ett' });

  const changed = await call('PATCH', `${list}/items/1`, { fields: { Title: 'Två' } });

  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({ id: '1', fields: { Title: 'Två' } });
});

test('a change with the eTag of another version is 412 and changes nothing', async () => {
  const { call, list, newItem } = await openList();
  const made = await newItem(list, { Title: 'Ett' });
  await call('PATCH', `${list}/items/1/fields`, { Title: 'Två' }, { 'if-match': made.eTag });

  const stale = { 'if-match': made.eTag };
  const changed = await call('PATCH', `${list}/items/1/fields`, { Title: 'Tre' }, stale);
  const removed = await call('DELETE', `${list}/items/1`, undefined, stale);
  const read = await call('GET', `${list}/items/1?$expand=fields`);

  expect(changed.status).toBe(412);
  expect(changed.body.error).toMatchObject({
    message: "ETag does not match current item's value",
    innerError: { code: 'entityTagDoesNotMatch' },
  });
  expect(removed.status).toBe(412);
  expect(read.body.fields).toMatchObject({ Title: 'Två', _UIVersionString: '2.0' });
});

test('an eTag without its quotes is malformed; a star matches anything', async () => {
  const { call, list, newItem } = await openList();
  const made = await newItem(list, { Title: 'Ett' });

  const bare = await call('PATCH', `${list}/items/1/fields`, {}, { 'if-match': made.eTag.replaceAll('"', '') });
  const star = await call('PATCH', `${list}/items/1/fields`, {}, { 'if-match': '*' });

  expect(bare.status).toBe(400);
  expect(bare.body.error.message).toBe('ETags must be quoted strings');
  expect(star.status).toBe(200);
});

test('a deleted item is gone, its id is not used again, and its unique value is free', async () => {
  const { call, list, newItem } = await openList();
  await newItem(list, { ClientKey: 'k1' });

  const removed = await call('DELETE', `${list}/items/1`);
  const read = await call('GET', `${list}/items/1`);
  const again = await call('DELETE', `${list}/items/1`);
  const all = await call('GET', `${list}/items`);
  const next = await newItem(list, { ClientKey: 'k1' });

  expect(removed.status).toBe(204);
  expect([read.status, read.body.error.code, again.status]).toEqual([404, 'itemNotFound', 404]);
  expect(all.body.value).toEqual([]);
  expect(next.id).toBe('2');
});

test('a unique value is refused a second time, in POST and in PATCH, whatever its case', async () => {
  const { call, list, newItem } = await openList();
  await newItem(list, { ClientKey: 'k1' });
  await newItem(list, { ClientKey: 'k2' });
  const other = await call('POST', `${list}/items`, { fields: { Title: 'no key' } });
  await newItem(list, { Title: 'no key either' });

  const posted = await call('POST', `${list}/items`, { fields: { ClientKey: 'K1' } });
  const patched = await call('PATCH', `${list}/items/2/fields`, { ClientKey: 'k1' });
  const kept = await call('PATCH', `${list}/items/2/fields`, { ClientKey: 'k2' });
  const all = await call('GET', `${list}/items`);

  for (const answer of [posted, patched]) {
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: 'invalidRequest',
      message: 'One or more fields with unique constraints already has the provided value.',
    });
  }
  expect([other.status, kept.status]).toEqual([201, 200]);
  expect(all.body.value).toHaveLength(4);
});

test.each([
  ['POST', '/items', { fields: { Titel: 'x' } }],
  ['PATCH', '/items/1/fields', { Titel: 'x' }],
])('an unknown field is refused: %s %s', async (method, path, body) => {
  const { call, list, newItem } = await openList();
  await newItem(list, {});

  const answer = await call(method, `${list}${path}`, body);

  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatchObject({ code: 'invalidRequest', message: "Field 'Titel' is not recognized" });
});

test('what an app makes appears as the app, what a person changes as the person', async () => {
  const { call, list, newItem } = await openList();
  const made = await newItem(list, { Title: 'Ett' });

  await call(
    'PATCH',
    `${list}/items/1/fields`,
    { Title: 'Två' },
    { authorization: 'Bearer user:%C3%85sa%20%C3%96berg' },
  );
  const read = await call('GET', `${list}/items/1?$expand=fields`);
  const people = await call('GET', `${list.split('/lists/')[0]}/lists/User%20Information%20List/items?$expand=fields`);

  expect(made.createdBy).toEqual({ application: defaultApp, user: { email: '', displayName: 'SharePoint App' } });
  expect(read.body.createdBy.application.id).toBe(defaultApp.id);
  expect(read.body.lastModifiedBy).toEqual({
    user: { email: 'asa@example.se', id: 'u1', displayName: 'Åsa Öberg' },
  });
  expect(read.body.fields).not.toHaveProperty('AppEditorLookupId');
  expect(read.body.fields.AppAuthorLookupId).toBe(made.fields.AppAuthorLookupId);
  const editor = people.body.value.find((row: { id: string }) => row.id === read.body.fields.EditorLookupId);
  expect(editor?.fields).toMatchObject({ Title: 'Åsa Öberg', EMail: 'asa@example.se' });
});

test('a writer whose first request is refused is still known at the next', async () => {
  const { call, list, newItem } = await openList();

  const refused = await call('POST', `${list}/items`, { fields: { Titel: 'x' } }, { authorization: 'Bearer user:Kim' });
  const made = await call('POST', `${list}/items`, { fields: {} }, { authorization: 'Bearer user:Kim' });
  const byApp = await newItem(list, {});

  expect(refused.status).toBe(400);
  expect(made.body.createdBy.user.displayName).toBe('Kim');
  expect(byApp.createdBy.application.id).toBe(defaultApp.id);
});

test('another app and an unknown person appear by what their token says', async () => {
  const { call, list } = await openList();

  const byApp = await call('POST', `${list}/items`, { fields: {} }, { authorization: 'Bearer app:other-app' });
  const byPerson = await call('POST', `${list}/items`, { fields: {} }, { authorization: 'Bearer user:Kim' });

  expect(byApp.body.createdBy.application.id).toBe('other-app');
  expect(byPerson.body.createdBy.user.displayName).toBe('Kim');
  expect(byPerson.body.createdBy).not.toHaveProperty('application');
});

test('a body that is not JSON is refused', async () => {
  const { graph, list } = await openList();

  const response = await graph.handle(
    new Request(`https://graph.microsoft.com/v1.0${list}/items`, {
      method: 'POST',
      headers: { authorization: 'Bearer app' },
      body: '{"fields":',
    }),
  );

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 'BadRequest' } });
});

test.each(['/items/0', '/items/x', '/items/999', '/items/1e3', '/items/99999999999999999999'])(
  'an item that does not exist is itemNotFound: %s',
  async (path) => {
    const { call, list, errors } = await openList();

    const answer = await call('GET', `${list}${path}`);

    expect([answer.status, answer.body.error.code]).toEqual([404, 'itemNotFound']);
    expect(errors).toEqual([]);
  },
);
