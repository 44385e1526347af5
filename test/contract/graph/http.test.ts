import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeHandler } from '../../../bot/local-graph/node-handler.ts';
import { openGraph, type GraphBody } from './graph-fixture.ts';
import { startLocalGraph, type LocalGraphProcess } from './local-graph-process.ts';

let folder: string;
let running: LocalGraphProcess;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-graph-http-'));
  running = startLocalGraph('--port', '0', '--data', join(folder, 'main'));
  origin = await running.origin;
}, 30_000);

beforeEach(async () => {
  await fetch(`${origin}/local-graph-control/faults`, { method: 'DELETE' });
});

afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const authorization = 'Bearer any';

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(path.startsWith('http') ? path : `${origin}/v1.0${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { response, status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as GraphBody };
}

async function newList(): Promise<string> {
  const site = await call('GET', '/sites/local.sharepoint.com:/sites/demo');
  const displayName = `Liste ${String(Math.round(performance.now() * 1000))}`;
  const list = await call('POST', `/sites/${site.body.id}/lists`, { displayName });
  return `/sites/${site.body.id}/lists/${list.body.id}`;
}

test('items are made, changed and followed over plain HTTP, with links to the same server', async () => {
  const list = await newList();

  const made = await call('POST', `${list}/items`, { fields: { Title: 'Åtgärd' } });
  await call('POST', `${list}/items`, { fields: {} });
  const page = await call('GET', `${list}/items?$top=1`);
  const next = await call('GET', page.body['@odata.nextLink']);
  const delta = await call('GET', `${list}/items/delta`);
  const removed = await call('DELETE', `${list}/items/1`);
  const changes = await call('GET', delta.body['@odata.deltaLink']);

  expect(made.body.fields.Title).toBe('Åtgärd');
  expect(page.body['@odata.nextLink'].startsWith(`${origin}/v1.0/sites/`)).toBe(true);
  expect(next.body.value[0]?.id).toBe('2');
  expect(removed.status).toBe(204);
  expect(changes.body.value).toEqual([expect.objectContaining({ id: '1', deleted: { state: 'deleted' } })]);
});

test('the default sites are root, demo and demo-restricted', async () => {
  const { body } = await call('GET', '/sites?search=*');

  const names = body.value.map((site) => site.name);
  expect(names).toEqual(['', 'demo', 'demo-restricted']);
});

test('a cut connection is a network error to the client; after the commit the item is there', async () => {
  const list = await newList();
  const control = `${origin}/local-graph-control/faults`;

  await call('PUT', control, { next: ['cutBeforeCommit', 'cutAfterCommit'], match: { methods: ['POST'] } });
  await expect(call('POST', `${list}/items`, { fields: { Title: 'before' } })).rejects.toThrow('fetch failed');
  await expect(call('POST', `${list}/items`, { fields: { Title: 'after' } })).rejects.toThrow('fetch failed');
  const { body } = await call('GET', `${list}/items?$expand=fields`);

  const titles = body.value.map((item) => item.fields.Title);
  expect(titles).toEqual(['after']);
});

test('a body beyond 4 MB is 413, one of 3 MB is taken', async () => {
  const list = await newList();
  await call('POST', `${list}/columns`, { name: 'Note', text: { allowMultipleLines: true } });

  const tooLarge = await call('POST', `${list}/items`, { fields: { Note: 'x'.repeat(5_000_000) } });
  const large = await call('POST', `${list}/items`, { fields: { Note: 'x'.repeat(3_000_000) } });

  expect([tooLarge.status, large.status]).toEqual([413, 201]);
});

test('a taken port is one sentence and a failure', async () => {
  const port = new URL(origin).port;

  const end = await startLocalGraph('--port', port).finished;

  expect(end.code).toBe(1);
  expect(end.stderr).toBe(`Port ${port} is taken by another program; choose another with --port.\n`);
});

test('a data folder in use, damaged or not writable is one sentence and a failure', async () => {
  writeFileSync(join(folder, 'file'), 'x');
  const damaged = mkdtempSync(join(folder, 'damaged-'));
  writeFileSync(join(damaged, 'graph.sqlite'), 'no database '.repeat(1000));

  const inUse = await startLocalGraph('--port', '0', '--data', join(folder, 'main')).finished;
  const broken = await startLocalGraph('--port', '0', '--data', damaged).finished;
  const notWritable = await startLocalGraph('--port', '0', '--data', join(folder, 'file', 'below')).finished;

  expect([inUse.code, broken.code, notWritable.code]).toEqual([1, 1, 1]);
  expect(inUse.stderr).toMatch(/^The local Graph store .* is in use by another process\.\n$/);
  expect(broken.stderr).toMatch(/^The local Graph store .* is damaged; .*\n$/);
  expect(notWritable.stderr).toMatch(/^The local Graph store .* cannot be written\.\n$/);
});

test.each([
  [['--port', 'many'], /^The port many is not a number between 0 and 65535\.\n$/],
  [['--colour', 'red'], /^Unknown option '--colour'.*Usage: /],
  [['--site', 'demo'], /^The site demo must look like \/sites\/name\.\n$/],
  [['--faults', '/nowhere.json'], /^The fault plan \/nowhere\.json cannot be read\.\n$/],
])('a wrong argument is one sentence and a failure: %j', async (args, message) => {
  const end = await startLocalGraph(...args).finished;

  expect(end.code).toBe(1);
  expect(end.stderr).toMatch(message);
});

test('sites and faults come from the command line; a signal ends it well and the data stays', async () => {
  const faults = join(folder, 'faults.json');
  const data = join(folder, 'second');
  writeFileSync(faults, JSON.stringify({ next: ['expiredToken'] }));
  const args = ['--port', '0', '--data', data, '--site', '/sites/a', '--site', '/sites/b'];

  const first = startLocalGraph(...args, '--faults', faults);
  const address = `${await first.origin}/v1.0/sites?search=*`;
  const expired = await call('GET', address);
  const before = await call('GET', address);
  const end = await first.stop('SIGINT');
  const second = startLocalGraph(...args);
  const after = await call('GET', `${await second.origin}/v1.0/sites?search=*`);
  const secondEnd = await second.stop('SIGTERM');

  expect(expired.status).toBe(401);
  expect(before.body.value.map((site) => site.name)).toEqual(['', 'a', 'b']);
  expect([end.code, secondEnd.code]).toEqual([0, 0]);
  expect(end.stdout).toMatch(/^Local Graph at http:\/\/127\.0\.0\.1:\d+\/v1\.0\n$/);
  expect(after.body.value).toEqual(before.body.value);
});

test('the data survives a process that is killed', async () => {
  const data = join(folder, 'killed');
  const first = startLocalGraph('--port', '0', '--data', data);
  const made = await call('POST', `${await first.origin}/v1.0/sites/root/lists`, { displayName: 'Kvar' });
  await first.stop('SIGKILL');

  const second = startLocalGraph('--port', '0', '--data', data);
  const read = await call('GET', `${await second.origin}/v1.0/sites/root/lists/Kvar`);
  await second.stop();

  expect(read.body.id).toBe(made.body.id);
});

test.each([false, true])('mounted in another server, even behind a body parser (%s)', async (isParsed) => {
  const { graph } = openGraph();
  const handler = createNodeHandler(graph, '/local-graph');
  const server = createServer((req, res) => {
    void (async () => {
      if (isParsed) {
        const chunks: Buffer[] = [];
        for await (const chunk of req) chunks.push(chunk as Buffer);
        Object.assign(req, { body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as unknown });
      }
      await handler(req, res);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const made = await call('POST', `${base}/local-graph/v1.0/sites/root/lists`, { displayName: 'Monterad' });
  await call('POST', `${base}/local-graph/v1.0/sites/root/lists/Monterad/items`, { fields: {} });
  const delta = await call('GET', `${base}/local-graph/v1.0/sites/root/lists/Monterad/items/delta`);
  const outside = await call('GET', `${base}/other/v1.0/sites/root`);
  await new Promise((resolve) => server.close(resolve).closeAllConnections());

  expect(made.status).toBe(201);
  expect(delta.body['@odata.deltaLink'].startsWith(`${base}/local-graph/v1.0/`)).toBe(true);
  expect(outside.status).toBe(404);
});
