import { expect, test } from '@jest/globals';
import { demoSite, openGraph } from './graph-fixture.ts';

const as = (role: string) => ({ authorization: `Bearer local.${role}` });

test.each([
  ['none', 403, 403, 403, 403],
  ['read', 200, 403, 403, 403],
  ['write', 200, 201, 403, 403],
  ['manage', 200, 201, 201, 403],
])('the role %s: read %d, item %d, column and list %d, grants %d', async (role, read, item, column, grants) => {
  const { call, newList } = openGraph();
  const list = await newList('Liste');

  const answers = [
    await call('GET', `${list}/items`, undefined, as(role)),
    await call('POST', `${list}/items`, { fields: { Title: 'a' } }, as(role)),
    await call('POST', `${list}/columns`, { name: 'A', text: {} }, as(role)),
    await call('POST', `${demoSite}/lists`, { displayName: 'Ny' }, as(role)),
    await call('GET', `${demoSite}/permissions`, undefined, as(role)),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([read, item, column, column, grants]);
  for (const answer of answers.filter((one) => one.status === 403)) {
    expect(answer.body.error.code).toBe('accessDenied');
  }
});

test('a writer changes and deletes items and restores versions, but changes no column', async () => {
  const { call, newList, newItem } = openGraph();
  const list = await newList('Liste', [{ name: 'A', text: {} }]);
  await newItem(list, { Title: 'a' });

  const answers = [
    await call('PATCH', `${list}/items/1/fields`, { Title: 'b' }, as('write')),
    await call('POST', `${list}/items/1/versions/1.0/restoreVersion`, undefined, as('write')),
    await call('DELETE', `${list}/items/1`, undefined, as('write')),
    await call('PATCH', `${list}/columns/A`, { indexed: true }, as('write')),
    await call('DELETE', `${list}/columns/A`, undefined, as('write')),
    await call('DELETE', list, undefined, as('write')),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([200, 204, 204, 403, 403, 403]);
});

test('a reader changes nothing', async () => {
  const { call, newList, newItem } = openGraph();
  const list = await newList('Liste');
  await newItem(list, { Title: 'a' });

  const answers = [
    await call('PATCH', `${list}/items/1/fields`, { Title: 'b' }, as('read')),
    await call('DELETE', `${list}/items/1`, undefined, as('read')),
    await call('GET', `${list}/items/1?$expand=fields`, undefined, as('read')),
    await call('GET', `${list}/items/delta`, undefined, as('read')),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([403, 403, 200, 200]);
  expect(answers[2]?.body.fields.Title).toBe('a');
});

test('a grant is given, listed, changed and taken back', async () => {
  const { call } = openGraph();
  const application = { id: 'client-id', displayName: 'Kvalitetsnavet' };

  const made = await call('POST', `${demoSite}/permissions`, {
    roles: ['write'],
    grantedToIdentities: [{ application }],
  });
  const path = `${demoSite}/permissions/${made.body.id}`;
  const changed = await call('PATCH', path, { roles: ['read'] });
  const listed = await call('GET', `${demoSite}/permissions`);
  const removed = await call('DELETE', path);
  const gone = await call('GET', path);

  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    roles: ['write'],
    grantedToIdentitiesV2: [{ application }],
    grantedToIdentities: [{ application }],
  });
  expect([changed.status, changed.body.roles]).toEqual([200, ['read']]);
  expect(listed.body.value).toEqual([expect.objectContaining({ id: made.body.id, roles: ['read'] })]);
  expect([removed.status, gone.status]).toEqual([204, 404]);
});

test('a role that does not exist is refused', async () => {
  const { call } = openGraph();

  const answer = await call('POST', `${demoSite}/permissions`, {
    roles: ['king'],
    grantedToIdentities: [{ application: { id: 'x' } }],
  });

  expect([answer.status, answer.body.error.message]).toEqual([400, 'Invalid value for role']);
});
