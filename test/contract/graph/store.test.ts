import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  chmodSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
  readFileSync,
  closeSync,
  openSync,
  writeSync,
  statSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalGraphOpenFailure } from '../../../bot/local-graph/database.ts';
import { demoSite, openGraph } from './graph-fixture.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-graph-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

function openProblem(folder: string): unknown {
  try {
    openGraph({ dataDir: folder }).graph.close();
  } catch (cause) {
    return cause instanceof LocalGraphOpenFailure ? cause.problem : cause;
  }
  return 'opened';
}

test('everything is there after a restart: ids, items, versions, tokens, the bin', async () => {
  const first = openGraph({ dataDir });
  const list = await first.newList('Liste', [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }]);
  await first.newItem(list, { Key: 'a' });
  await first.newItem(list, { Key: 'b' });
  await first.call('PATCH', `${list}/items/1/fields`, { Title: 'changed' });
  const delta = await first.call('GET', `${list}/items/delta`);
  await first.call('DELETE', `${list}/items/2`);
  const site = await first.call('GET', demoSite);
  first.graph.close();

  let ids = 1000;
  const second = openGraph({
    dataDir,
    newId: () => `11111111-0000-4000-8000-${(ids += 1).toString(16).padStart(12, '0')}`,
  });
  const siteAgain = await second.call('GET', demoSite);
  const item = await second.call('GET', `${list}/items/1?$expand=fields`);
  const versions = await second.call('GET', `${list}/items/1/versions`);
  const changes = await second.call('GET', delta.body['@odata.deltaLink']);
  const clash = await second.call('POST', `${list}/items`, { fields: { Key: 'a' } });
  const next = await second.newItem(list, { Key: 'b' });
  second.graph.close();

  expect(siteAgain.body.id).toBe(site.body.id);
  expect(item.body.fields).toMatchObject({ Key: 'a', Title: 'changed' });
  expect(item.body.createdBy.user.displayName).toBe('SharePoint App');
  expect(versions.body.value).toHaveLength(2);
  expect(changes.body.value).toEqual([expect.objectContaining({ id: '2', deleted: { state: 'deleted' } })]);
  expect(clash.status).toBe(400);
  expect(next.id).toBe('3');
});

test('a file that is no database is damaged', () => {
  writeFileSync(join(dataDir, 'graph.sqlite'), 'not a database '.repeat(1000));

  expect(openProblem(dataDir)).toBe('damaged');
});

test('a database with overwritten pages is damaged', async () => {
  const fixture = openGraph({ dataDir });
  const list = await fixture.newList('Liste');
  for (let index = 0; index < 200; index += 1) await fixture.newItem(list, { Title: 'x'.repeat(200) });
  fixture.graph.close();
  const file = join(dataDir, 'graph.sqlite');
  const descriptor = openSync(file, 'r+');
  const size = statSync(file).size;
  for (let offset = 8192; offset < size; offset += 8192)
    writeSync(descriptor, Buffer.alloc(2048, 0x5a), 0, 2048, offset);
  closeSync(descriptor);

  expect(openProblem(dataDir)).toBe('damaged');
});

test('a cut-off file is damaged', async () => {
  const fixture = openGraph({ dataDir });
  await fixture.newList('Liste');
  fixture.graph.close();
  const file = join(dataDir, 'graph.sqlite');
  writeFileSync(file, readFileSync(file).subarray(0, 6000));

  expect(openProblem(dataDir)).toBe('damaged');
});

test('a file in use by another is said to be in use', () => {
  const first = openGraph({ dataDir });

  const problem = openProblem(dataDir);
  first.graph.close();

  expect(problem).toBe('inUse');
  expect(openProblem(dataDir)).toBe('opened');
});

test('a file of a newer version is left alone', () => {
  openGraph({ dataDir }).graph.close();
  const database = new DatabaseSync(join(dataDir, 'graph.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();

  expect(openProblem(dataDir)).toBe('newerVersion');
});

test('a folder that cannot be made is not writable', () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');

  expect(openProblem(join(file, 'below'))).toBe('notWritable');
});

test('a folder without permission is not writable', () => {
  chmodSync(dataDir, 0o500);
  // Root may write anywhere, so there the folder opens.
  const expected = process.getuid?.() === 0 ? 'opened' : 'notWritable';

  expect(openProblem(dataDir)).toBe(expected);
});

test('an unexpected error is a 500 without detail, and is told to the owner', async () => {
  const { call, errors, graph } = openGraph();
  graph.close();

  const answer = await call('GET', demoSite);

  expect([answer.status, answer.body.error.message]).toEqual([500, 'General exception while processing']);
  expect(errors).toHaveLength(1);
});
