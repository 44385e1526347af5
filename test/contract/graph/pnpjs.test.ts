/**
 * PnPjs over plain HTTP. It needs nothing but the address in `DefaultInit`; its own paging follows our links, and it
 * sends `$top` as `%24top`.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DefaultHeaders, DefaultInit, graphfi, type GraphFI } from '@pnp/graph';
import '@pnp/graph/columns/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { BearerToken, BrowserFetch, DefaultParse } from '@pnp/queryable';
import { startLocalGraph, type LocalGraphProcess } from './local-graph-process.ts';

let running: LocalGraphProcess;
let graph: GraphFI;

beforeAll(async () => {
  running = startLocalGraph('--port', '0');
  const url = `${await running.origin}/v1.0`;
  graph = graphfi().using(DefaultHeaders(), DefaultInit(url), BrowserFetch(), DefaultParse(), BearerToken('any'));
}, 30_000);

afterAll(async () => {
  await running.stop();
});

test('PnPjs makes a list, adds, filters, pages, changes and deletes items', async () => {
  const site = await graph.sites.getByUrl('local.sharepoint.com', '/sites/demo');
  const siteId = (await site()).id ?? '';
  const { lists } = graph.sites.getById(siteId);
  const made = await lists.add({
    displayName: 'PnP',
    columns: [{ name: 'Key', text: {}, indexed: true }],
    list: { template: 'genericList' },
  });
  const list = lists.getById(made.id ?? '');

  for (const key of ['a', 'b', 'c']) await list.items.add({ fields: { Title: `Å ${key}`, Key: key } as object });
  await list.items.getById('1').update({ fields: { Title: 'Ny' } as object });
  const filtered: { fields?: object }[] = await list.items.expand('fields').filter("fields/Key eq 'a'")();
  const pages: number[] = [];
  for await (const page of list.items.top(2)) pages.push(page.length);
  const versions = await list.items.getById('1').versions();
  await list.items.getById('3').delete();
  const rest = await list.items();
  const columns = await list.columns();

  expect((await lists()).map((one) => one.displayName)).toEqual(['PnP']);
  expect(filtered.map((item) => item.fields)).toEqual([expect.objectContaining({ Title: 'Ny' })]);
  expect(pages).toEqual([2, 1]);
  expect(versions).toHaveLength(2);
  expect(rest.map((item) => item.id)).toEqual(['1', '2']);
  expect(columns.map((column) => column.name)).toContain('Key');
});

test('PnPjs rejects with the status of a refusal', async () => {
  const site = await graph.sites.getByUrl('local.sharepoint.com', '/sites/demo');
  const id = (await site()).id ?? '';

  const again = graph.sites.getById(id).lists.add({ displayName: 'PnP', list: { template: 'genericList' } });

  await expect(again).rejects.toMatchObject({ status: 409 });
});
