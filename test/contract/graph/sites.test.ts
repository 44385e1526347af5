import { expect, test } from '@jest/globals';
import { demoSite, graphRoot, hostname, openGraph } from './graph-fixture.ts';

test('a site is found by path, by composite id, as root and by host name', async () => {
  const { call } = openGraph();

  const byPath = await call('GET', `/sites/${hostname}:/sites/demo`);
  const byId = await call('GET', `/sites/${byPath.body.id}`);
  const root = await call('GET', '/sites/root');
  const byHost = await call('GET', `/sites/${hostname}`);
  const byCall = await call('GET', `/sites/${root.body.id}/getByPath(path='/sites/demo')`);

  expect(byPath.status).toBe(200);
  expect(byPath.body.id).toMatch(/^local\.sharepoint\.com,[0-9a-f-]{36},[0-9a-f-]{36}$/);
  expect(byPath.body).toMatchObject({ name: 'demo', webUrl: `https://${hostname}/sites/demo`, displayName: 'Demo' });
  expect(byId.body.id).toBe(byPath.body.id);
  expect(root.body.root).toEqual({});
  expect(byHost.body.id).toBe(root.body.id);
  expect(byCall.body.id).toBe(byPath.body.id);
});

test('a path goes on with a colon and the resource below it', async () => {
  const { call, newList } = openGraph();
  await newList('Avvikelser');

  const lists = await call('GET', `/sites/${hostname}:/sites/demo:/lists`);

  expect(lists.body.value.map((list) => list.displayName)).toEqual(['Avvikelser']);
});

test.each(['/sites/other.sharepoint.com', `/sites/${hostname}:/sites/nothing`, `/sites/${hostname},1,2`])(
  'a site that does not exist is itemNotFound: %s',
  async (path) => {
    const { call } = openGraph();

    const answer = await call('GET', path);

    expect(answer.status).toBe(404);
    expect(answer.body.error).toMatchObject({
      code: 'itemNotFound',
      message: 'Requested site could not be found',
    });
  },
);

test('sites are searched by name', async () => {
  const { call } = openGraph();

  const found = await call('GET', '/sites?search=restr');
  const all = await call('GET', '/sites?search=*');

  expect(found.body.value.map((site) => site.name)).toEqual(['restricted']);
  expect(all.body.value).toHaveLength(3);
});

test('without a token the answer is 401 InvalidAuthenticationToken in the error envelope', async () => {
  const { call } = openGraph();

  const answer = await call('GET', demoSite, undefined, { authorization: '' });

  expect(answer.status).toBe(401);
  expect(answer.body).toEqual({
    error: {
      code: 'InvalidAuthenticationToken',
      message: 'Access token is empty.',
      innerError: {
        date: '2026-03-02T08:00:00',
        'request-id': answer.headers.get('request-id'),
        'client-request-id': answer.headers.get('client-request-id'),
      },
    },
  });
});

test('every answer carries its ids, the date and the diagnostic header', async () => {
  const { call } = openGraph();

  const answer = await call('GET', demoSite, undefined, { 'client-request-id': 'mine' });

  expect(answer.headers.get('client-request-id')).toBe('mine');
  expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get('date')).toBe('Mon, 02 Mar 2026 08:00:00 GMT');
  expect(JSON.parse(answer.headers.get('x-ms-ags-diagnostic') ?? '')).toHaveProperty('ServerInfo');
});

test.each([
  ['https://graph.microsoft.com/beta/sites/root', 400, 'BadRequest'],
  [`${graphRoot}/nothing`, 400, 'BadRequest'],
  [`${graphRoot}/sites/root/drives`, 400, 'BadRequest'],
  [`${graphRoot}/sites/%E0%A4%A/lists`, 400, 'BadRequest'],
])('an address outside is refused: %s', async (url, status, code) => {
  const { call, errors } = openGraph();

  const answer = await call('GET', url);

  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  expect(errors).toEqual([]);
});

test('a method that a resource does not take is 405', async () => {
  const { call } = openGraph();

  const answer = await call('DELETE', demoSite);

  expect(answer.status).toBe(405);
});

test('people are found by id and by principal name, and listed in pages', async () => {
  const users = [
    { id: 'u1', displayName: 'Åsa', mail: 'asa@example.se', userPrincipalName: 'asa@example.se' },
    { id: 'u2', displayName: 'Bo' },
    { id: 'u3', displayName: 'Cia' },
  ];
  const { call } = openGraph({ users });

  const byId = await call('GET', '/users/u2');
  const byName = await call('GET', '/users/ASA@example.se?$select=id');
  const first = await call('GET', '/users?$top=2');
  const second = await call('GET', first.body['@odata.nextLink']);
  const nobody = await call('GET', '/users/u9');

  expect(byId.body.displayName).toBe('Bo');
  expect(byName.body).toMatchObject({ id: 'u1' });
  expect(byName.body).not.toHaveProperty('displayName');
  expect(first.body.value).toHaveLength(2);
  expect(second.body.value.map((user) => user.id)).toEqual(['u3']);
  expect(second.body).not.toHaveProperty(['@odata.nextLink']);
  expect([nobody.status, nobody.body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
});
