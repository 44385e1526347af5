/** The client for files against the embedded Graph, with and without faults. */
import { expect, test } from '@jest/globals';
import { createGraphFiles } from '../../../bot/graph/graph-files.ts';
import { createGraphSites } from '../../../bot/graph/graph-sites.ts';
import type { GraphFetch } from '../../../bot/graph/graph-port.ts';
import { openGraph } from './graph-fixture.ts';

async function openLibrary() {
  const { graph } = openGraph();
  const requests: string[] = [];
  const fetch: GraphFetch = (request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname.split('/')[2] ?? ''}`);
    return graph.handle(request);
  };
  const connection = { fetch, token: () => Promise.resolve('app'), retry: { sleep: () => Promise.resolve() } };
  const sites = createGraphSites(connection);
  const site = await sites.findSite('https://local.sharepoint.com/sites/demo');
  const siteId = site.kind === 'ok' ? site.value.id : '';
  const library = await sites.createLibrary(siteId, 'Filer');
  const drive = await sites.findDrive({ siteId, listId: library.kind === 'ok' ? library.value.id : '' });
  return { graph, files: createGraphFiles(connection), drive: drive.kind === 'ok' ? drive.value.id : '', requests };
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const textOf = (outcome: { readonly kind: string; readonly value?: unknown }): string =>
  outcome.value instanceof Uint8Array ? Buffer.from(outcome.value).toString() : outcome.kind;

test('a file is stored, replaced and read back, version by version', async () => {
  const { files, drive } = await openLibrary();

  const first = await files.upload(drive, 'ö & ö.bpmn', bytes('ett å'));
  const second = await files.upload(drive, 'ö & ö.bpmn', bytes('två'));
  const all = await files.list(drive);
  const id = first.kind === 'done' ? first.value.id : '';
  const versions = await files.versions(drive, id);

  expect(second).toMatchObject({ kind: 'done', value: { id } });
  expect(all).toEqual({ kind: 'done', value: [second.kind === 'done' ? second.value : undefined] });
  expect(versions.kind === 'done' && versions.value.map((version) => version.id)).toEqual(['2.0', '1.0']);
  expect(textOf(await files.download(drive, id))).toBe('två');
  expect(textOf(await files.download(drive, id, '1.0'))).toBe('ett å');
});

test('a view into larger memory is sent alone, not with what lies around it', async () => {
  const { files, drive } = await openLibrary();

  const stored = await files.upload(drive, 'del.bpmn', bytes('abcdef').subarray(2, 4));

  expect(textOf(await files.download(drive, stored.kind === 'done' ? stored.value.id : ''))).toBe('cd');
});

test('9 MB go in fragments, and through lost answers, cuts and throttling on from where they were', async () => {
  const { graph, files, drive, requests } = await openLibrary();
  const content = Buffer.alloc(9_000_000);
  for (let at = 0; at < content.length; at += 1000) content.writeUInt32LE(at, at);
  graph.plan.set({
    seed: 1,
    next: ['cutAfterCommit', 'cutBeforeCommit', 'throttled', 'serverError'],
    match: { methods: ['PUT'] },
  });

  const stored = await files.upload(drive, 'stor.bpmn', content);
  const read = await files.download(drive, stored.kind === 'done' ? stored.value.id : '');

  expect(stored.kind).toBe('done');
  expect(read.kind === 'done' && Buffer.compare(Buffer.from(read.value), content)).toBe(0);
  // Three fragments; the one whose answer was lost is not sent again.
  expect(requests.filter((request) => request === 'PUT local-upload')).toHaveLength(6);
});

test('what lasts is told apart from what passes', async () => {
  const { graph, files, drive } = await openLibrary();
  const refused = await files.upload(drive, 'a:b.bpmn', bytes('x'));
  const elsewhere = await files.list('b!00000000-0000-4000-8000-ffffffffffff');
  graph.plan.set({ next: ['throttled'], retryAfterSeconds: 7 });
  const throttled = await files.upload(drive, 'a.bpmn', bytes('x'));
  graph.plan.set({ next: ['cutBeforeCommit'] });
  const cut = await files.upload(drive, 'a.bpmn', bytes('x'));

  expect(refused).toMatchObject({ kind: 'refused', status: 400 });
  expect(elsewhere).toMatchObject({ kind: 'refused', status: 404 });
  expect(throttled).toEqual({ kind: 'tryLater', status: 429, retryAfterMs: 7000 });
  expect(cut).toEqual({ kind: 'tryLater', status: 0 });
});
