import { expect, test } from '@jest/globals';
import { demoSite, openGraph } from './graph-fixture.ts';
import type { GraphBody } from './graph-fixture.ts';

const unit = 327_680;

async function openLibrary() {
  const fixture = openGraph();
  const { body: list } = await fixture.call('POST', `${demoSite}/lists`, {
    displayName: 'Filer',
    list: { template: 'documentLibrary' },
  });
  const { body: drive } = await fixture.call('GET', `${demoSite}/lists/${list.id}/drive`);
  const send = async (method: string, address: string, content?: string | Uint8Array, headers = {}) => {
    const url = address.startsWith('http') ? address : `https://graph.microsoft.com/v1.0/drives/${drive.id}${address}`;
    const isOpen = url.includes('/local-');
    const response = await fixture.graph.handle(
      new Request(url, {
        method,
        headers: { ...(isOpen ? {} : { authorization: 'Bearer app' }), ...headers },
        ...(content === undefined ? {} : { body: typeof content === 'string' ? content : new Uint8Array(content) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : {}) as GraphBody,
    };
  };
  const download = async (address: string) =>
    (await send('GET', (await send('GET', address)).headers.get('location') ?? '')).text;
  const session = async (name: string, behavior = 'replace') => {
    const item = { item: { '@microsoft.graph.conflictBehavior': behavior, name } };
    const made = await send('POST', `/root:/${name}:/createUploadSession`, JSON.stringify(item));
    return String(made.body['uploadUrl']);
  };
  return { ...fixture, send, download, session, drive, list };
}

const range = (from: number, to: number, total: number) => ({
  'content-range': `bytes ${String(from)}-${String(to)}/${String(total)}`,
});

test('a file is put by name, read by id and by name, and its content comes without a token', async () => {
  const { send, download } = await openLibrary();

  const made = await send('PUT', '/root:/plan.bpmn:/content', 'åäö');
  const byName = await send('GET', '/root:/plan.bpmn');

  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: 'plan.bpmn',
    size: 6,
    eTag: expect.stringMatching(/^"\{[0-9A-F-]{36}\},1"$/),
  });
  expect(byName.body.id).toBe(made.body.id);
  expect((await send('GET', `/items/${made.body.id}/content`)).status).toBe(302);
  expect(await download(`/items/${made.body.id}/content`)).toBe('åäö');
});

test('what is put again is a new version, and every version keeps its content', async () => {
  const { send, download } = await openLibrary();
  const made = await send('PUT', '/root:/plan.bpmn:/content', 'ett');

  const again = await send('PUT', `/items/${made.body.id}/content`, 'två');
  await send('PUT', '/root:/plan.bpmn:/content', 'tre');
  const versions = await send('GET', `/items/${made.body.id}/versions`);

  expect(again.status).toBe(200);
  expect(versions.body.value.map(({ id }) => id)).toEqual(['3.0', '2.0', '1.0']);
  expect(await download(`/items/${made.body.id}/versions/1.0/content`)).toBe('ett');
  expect(await download(`/items/${made.body.id}/content`)).toBe('tre');
});

test.each([
  ['fail', 409, ['plan.bpmn']],
  ['replace', 200, ['plan.bpmn']],
  ['rename', 201, ['plan.bpmn', 'plan 1.bpmn']],
])('a name that is taken: %s answers %i', async (behavior, status, names) => {
  const { send } = await openLibrary();
  await send('PUT', '/root:/plan.bpmn:/content', 'ett');

  const answer = await send('PUT', `/root:/plan.bpmn:/content?@microsoft.graph.conflictBehavior=${behavior}`, 'två');
  const { body } = await send('GET', '/root/children');

  expect([answer.status, body.value.map(({ name }) => name)]).toEqual([status, names]);
});

test('another version than the one named is not overwritten', async () => {
  const { send } = await openLibrary();
  const made = await send('PUT', '/root:/plan.bpmn:/content', 'ett');
  const etag = made.body.eTag;

  const first = await send('PUT', `/items/${made.body.id}/content`, 'två', { 'if-match': etag });
  const second = await send('PUT', `/items/${made.body.id}/content`, 'tre', { 'if-match': etag });

  expect([first.status, second.status]).toEqual([200, 412]);
});

test('children come by pages, and a deleted file is gone', async () => {
  const { send } = await openLibrary();
  for (const name of ['a', 'b', 'c']) await send('PUT', `/root:/${name}.bpmn:/content`, name);

  const first = await send('GET', '/root/children?$top=2');
  const second = await send('GET', first.body['@odata.nextLink']);
  const deleted = await send('DELETE', `/items/${first.body.value[0]?.id ?? ''}`);

  expect(first.body.value.map(({ name }) => name)).toEqual(['a.bpmn', 'b.bpmn']);
  expect(second.body.value.map(({ name }) => name)).toEqual(['c.bpmn']);
  expect(second.body).not.toHaveProperty('@odata.nextLink');
  expect(deleted.status).toBe(204);
  expect((await send('GET', '/root:/a.bpmn')).status).toBe(404);
});

test('a large file comes in fragments; its session tells what is next, and is gone when all is there', async () => {
  const { send, download, session } = await openLibrary();
  const content = Buffer.alloc(unit + 100, 'x');
  const url = await session('stor.bpmn');

  const first = await send('PUT', url, content.subarray(0, unit), range(0, unit - 1, content.length));
  const told = await send('GET', url);
  const last = await send('PUT', url, content.subarray(unit), range(unit, content.length - 1, content.length));

  expect([first.status, first.body['nextExpectedRanges']]).toEqual([202, [`${String(unit)}-`]]);
  expect(told.body['nextExpectedRanges']).toEqual([`${String(unit)}-`]);
  expect([last.status, last.body['size']]).toEqual([201, content.length]);
  expect((await send('GET', url)).status).toBe(404);
  expect(await download(`/items/${last.body.id}/content`)).toBe(content.toString());
});

test('a session refuses what does not fit it', async () => {
  const { send, session, clock } = await openLibrary();
  await send('PUT', '/root:/finns.bpmn:/content', 'x');
  const content = Buffer.alloc(unit + 100, 'x');
  const part = content.subarray(0, unit);
  const url = await session('stor.bpmn');
  const taken = await session('finns.bpmn', 'fail');

  const withToken = await send('PUT', url, part, { ...range(0, unit - 1, unit + 100), authorization: 'Bearer app' });
  const crooked = await send('PUT', url, part.subarray(1), range(0, unit - 2, unit + 100));
  const early = await send('PUT', url, part, range(unit, 2 * unit - 1, 3 * unit));
  const clash = await send('PUT', taken, 'y', range(0, 0, 1));
  clock.now = new Date(clock.now.getTime() + 25 * 3_600_000);
  const late = await send('PUT', url, part, range(0, unit - 1, unit + 100));

  expect([withToken, crooked, early, clash, late].map(({ status }) => status)).toEqual([401, 400, 416, 409, 404]);
});

test('a name that SharePoint does not take, a list that is no library and a grant that is too small are refused', async () => {
  const { send, call, drive, newList } = await openLibrary();
  const list = await newList('Ingen');

  const bad = await send('PUT', '/root:/a%3Cb.bpmn:/content', 'x');
  const drives = await call('GET', `${list}/drive`);
  const reader = await send('PUT', '/root:/plan.bpmn:/content', 'x', { authorization: 'Bearer local.read' });

  expect(drive['driveType']).toBe('documentLibrary');
  expect([bad.status, drives.status, reader.status]).toEqual([400, 404, 403]);
});
