/** Changes of a document library: as the embedded Graph tells them, and as the client reads them. */
import { expect, test } from '@jest/globals';
import { createGraphFiles } from '../../../bot/graph/graph-files.ts';
import { createGraphSites } from '../../../bot/graph/graph-sites.ts';
import type { DeltaOutcome, FileDeltaPage, GraphFetch } from '../../../bot/graph/graph-port.ts';
import { openGraph } from './graph-fixture.ts';

async function openLibrary() {
  const { graph } = openGraph();
  const texts: string[] = [];
  const fetch: GraphFetch = async (request) => {
    const answer = await graph.handle(request);
    if (request.url.includes('/root/delta') && answer.ok) texts.push(await answer.clone().text());
    return answer;
  };
  const as = (token: string) => ({
    fetch,
    token: () => Promise.resolve(token),
    retry: { sleep: () => Promise.resolve() },
  });
  const sites = createGraphSites(as('app'));
  const site = await sites.findSite('https://local.sharepoint.com/sites/demo');
  const siteId = site.kind === 'ok' ? site.value.id : '';
  const library = await sites.createLibrary(siteId, 'Filer');
  const drive = await sites.findDrive({ siteId, listId: library.kind === 'ok' ? library.value.id : '' });
  const driveId = drive.kind === 'ok' ? drive.value.id : '';
  const ask = (method: string, path: string, body?: unknown) =>
    graph.handle(
      new Request(`https://graph.microsoft.com/v1.0/drives/${driveId}${path}`, {
        method,
        headers: { authorization: 'Bearer user:Karin%20Ek', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const files = createGraphFiles(as('app'));
  const karin = createGraphFiles(as('user:Karin%20Ek'));
  const bodyOf = (index: number) =>
    JSON.parse(texts[index] ?? '') as { readonly value: readonly { readonly id: string }[] };
  return { graph, bodyOf, files, karin, driveId, ask };
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

function pageOf(outcome: DeltaOutcome<FileDeltaPage>): FileDeltaPage {
  if (outcome.kind !== 'page') throw new Error(`no page: ${outcome.kind}`);
  return outcome.page;
}

test('a whole walk tells every file after the root folder, and the next one what changed since, by whom', async () => {
  const { files, karin, driveId, bodyOf } = await openLibrary();
  const one = await files.upload(driveId, 'a.bpmn', bytes('ett'));
  await files.upload(driveId, 'b.bpmn', bytes('två'));

  const first = pageOf(await files.changes(driveId, undefined));
  const changed = await karin.upload(driveId, 'a.bpmn', bytes('ändrad'));
  const second = pageOf(await files.changes(driveId, first.deltaLink));
  const third = pageOf(await files.changes(driveId, second.deltaLink));

  expect(bodyOf(0).value[0]).toMatchObject({ name: 'root' });
  expect(first.files.map(({ name }) => name)).toEqual(['a.bpmn', 'b.bpmn']);
  expect(first.rootId).toBe(first.files[0]?.parentId);
  expect(first.files[0]).toEqual(one.kind === 'done' ? one.value : undefined);
  expect(first.files[0]?.lastModifiedByApp).toBeDefined();
  expect(second.files).toEqual([changed.kind === 'done' ? changed.value : undefined]);
  expect(second.files[0]).toMatchObject({ lastModifiedBy: { name: 'Karin Ek' }, size: 7 });
  expect(third.files).toEqual([]);
});

test('a deleted file is a tombstone without a name, a renamed one keeps its id and its content tag', async () => {
  const { files, driveId, ask, bodyOf } = await openLibrary();
  const [one, two] = [
    await files.upload(driveId, 'a.bpmn', bytes('ett')),
    await files.upload(driveId, 'b.bpmn', bytes('två')),
  ];
  if (one.kind !== 'done' || two.kind !== 'done') throw new Error('not stored');
  const first = pageOf(await files.changes(driveId, undefined));

  await ask('DELETE', `/items/${one.value.id}`);
  await ask('PATCH', `/items/${two.value.id}`, { name: 'c.bpmn' });
  const second = pageOf(await files.changes(driveId, first.deltaLink));
  const whole = pageOf(await files.changes(driveId, undefined));

  expect(bodyOf(1).value[0]).toMatchObject({ id: one.value.id, size: 0, deleted: { state: 'deleted' } });
  expect(bodyOf(1).value[0]).not.toHaveProperty('name');
  expect(second.removedIds).toEqual([one.value.id]);
  expect(second.files).toMatchObject([{ id: two.value.id, name: 'c.bpmn', contentTag: two.value.contentTag }]);
  expect([whole.files.length, whole.removedIds]).toEqual([1, []]);
});

test('many files come in pages, each with the link that follows it', async () => {
  const { files, driveId } = await openLibrary();
  for (let index = 0; index < 203; index += 1) await files.upload(driveId, `${String(index)}.bpmn`, bytes('x'));

  const first = pageOf(await files.changes(driveId, undefined));
  const second = pageOf(await files.changes(driveId, first.nextLink));

  expect([first.files.length, second.files.length]).toEqual([200, 3]);
  expect([first.deltaLink, second.nextLink]).toEqual([undefined, undefined]);
  expect(second.deltaLink).toBeDefined();
});

test('an old token and a malformed one ask for a new walk; a broken page and a refusal are tried later', async () => {
  const { graph, files, driveId } = await openLibrary();
  await files.upload(driveId, 'a.bpmn', bytes('ett'));
  const { deltaLink = '' } = pageOf(await files.changes(driveId, undefined));

  graph.plan.set({ next: ['brokenDelta'] });
  const broken = await files.changes(driveId, deltaLink);
  graph.plan.set({ rates: { throttled: 1 }, retryAfterSeconds: 7 });
  const throttled = await files.changes(driveId, deltaLink);
  graph.plan.clear();
  const malformed = await files.changes(driveId, `${deltaLink}x`);
  graph.plan.expireDeltaTokens();
  const expired = await files.changes(driveId, deltaLink);

  expect(broken).toEqual({ kind: 'tryLater', status: 200 });
  expect(throttled).toEqual({ kind: 'tryLater', status: 429, retryAfterMs: 7000 });
  expect([malformed.kind, expired.kind]).toEqual(['resync', 'resync']);
});

test.each([
  ['at once', 3],
  ['in fragments', 4_500_000],
])('an upload %s that must meet a version, or none, meets it or stores nothing', async (_, size) => {
  const { files, driveId } = await openLibrary();
  const content = new Uint8Array(size).fill(65);
  const first = await files.upload(driveId, 'a.bpmn', content, 'isNew');
  if (first.kind !== 'done') throw new Error('not stored');
  const { etag } = first.value;

  const taken = await files.upload(driveId, 'a.bpmn', content, 'isNew');
  const next = await files.upload(driveId, 'a.bpmn', content, { etag });
  const late = await files.upload(driveId, 'a.bpmn', content, { etag });
  const found = await files.find(driveId, 'a.bpmn');

  expect([taken.kind, next.kind, late.kind]).toEqual(['changed', 'done', 'changed']);
  expect(found).toEqual(next);
  expect(await files.find(driveId, 'saknas.bpmn')).toEqual({ kind: 'done', value: undefined });
});
