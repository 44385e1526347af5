/**
 * The official client (3.0.7) against the embedded Graph, in-process and over plain HTTP. Its addresses stay
 * `https://graph.microsoft.com`, since it sends its token nowhere else and mangles other links (`graph.md` 5.3); the
 * last handler of its chain rewrites them, and the links of the answers back.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphError } from '@microsoft/microsoft-graph-client';
import {
  AuthenticationHandler,
  Client,
  PageIterator,
  RetryHandler,
  RetryHandlerOptions,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import { createGraphFetch, FetchHandler } from '../../../bot/graph/origin-handler.ts';
import { openGraph, type GraphBody } from './graph-fixture.ts';
import { startLocalGraph, type LocalGraphProcess } from './local-graph-process.ts';

type Send = (request: Request) => Promise<Response>;

function createClient(send: Send): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: () => Promise.resolve('any') });
  const retry = new RetryHandler(new RetryHandlerOptions(0, 1));
  authentication.setNext(retry);
  retry.setNext(new FetchHandler(send, 20_000));
  return Client.initWithMiddleware({ middleware: authentication });
}

let running: LocalGraphProcess;

beforeAll(async () => {
  running = startLocalGraph('--port', '0');
  await running.origin;
}, 30_000);

afterAll(async () => {
  await running.stop();
});

const ways: readonly [name: string, connect: () => Promise<Send>][] = [
  [
    'in-process',
    () => {
      const { graph } = openGraph();
      return Promise.resolve((request) => graph.handle(request));
    },
  ],
  ['over HTTP, through our origin-rewriting handler', async () => createGraphFetch({ origin: await running.origin })],
];

describe.each(ways)('the official client %s', (name, connect) => {
  test('makes a list and items, pages through them, follows delta and meets failures as errors', async () => {
    const client = createClient(await connect());

    const site = (await client.api('/sites/local.sharepoint.com:/sites/demo').get()) as GraphBody;
    const list = (await client.api(`/sites/${site.id}/lists`).post({
      displayName: `SDK ${name}`,
      columns: [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }],
      list: { template: 'genericList' },
    })) as GraphBody;
    const items = `/sites/${site.id}/lists/${list.id}/items`;
    for (const key of ['a', 'b', 'c']) await client.api(items).post({ fields: { Title: `Å ${key}`, Key: key } });

    const found = (await client.api(items).filter("fields/Key eq 'b'").expand('fields').get()) as GraphBody;
    expect(found.value.map((item) => item.fields.Title)).toEqual(['Å b']);

    const ids: string[] = [];
    const firstPage = (await client.api(items).top(2).get()) as PageCollection;
    const iterator = new PageIterator(client, firstPage, (item: { id: string }) => {
      ids.push(item.id);
      return true;
    });
    await iterator.iterate();
    expect(ids).toEqual(['1', '2', '3']);

    const delta = (await client.api(`${items}/delta`).get()) as GraphBody;
    const eTag = found.value[0]?.eTag ?? '';
    await client.api(`${items}/2/fields`).header('If-Match', eTag).patch({ Title: 'Ny' });
    await client.api(`${items}/3`).delete();
    const changes = (await client.api(delta['@odata.deltaLink']).get()) as GraphBody;
    expect(changes.value.map((item) => item.id).sort()).toEqual(['2', '3']);

    const stale = await client.api(`${items}/2/fields`).header('If-Match', eTag).patch({ Title: 'X' }).catch(asError);
    const clash = await client
      .api(items)
      .post({ fields: { Key: 'a' } })
      .catch(asError);
    expect(stale).toMatchObject({ statusCode: 412 });
    expect(clash).toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: 'One or more fields with unique constraints already has the provided value.',
    });
    expect((clash as GraphError).requestId).toMatch(/^[0-9a-f-]{36}$/);

    const batch = (await client
      .api('/$batch')
      .post({ requests: [{ id: '1', method: 'GET', url: `${items}/1` }] })) as GraphBody;
    expect(batch.responses).toEqual([expect.objectContaining({ id: '1', status: 200 })]);
  });
});

test('the client waits out a 429 and a 503, and reads an expired delta link with its way back', async () => {
  const fixture = openGraph();
  const client = createClient((request) => fixture.graph.handle(request));
  const list = await fixture.newList('Liste');
  const delta = (await client.api(`${list}/items/delta`).get()) as GraphBody;

  fixture.graph.plan.set({ next: ['throttled'], retryAfterSeconds: 0 });
  const waited = (await client.api(`${list}/items`).get()) as GraphBody;
  fixture.graph.plan.expireDeltaTokens();
  const gone = (await client.api(delta['@odata.deltaLink']).get().catch(asError)) as GraphError;

  expect(waited.value).toEqual([]);
  expect(gone).toMatchObject({ statusCode: 410, code: 'resyncRequired' });
  expect(gone.headers?.get('location')).toContain('/items/delta');
});

function asError(cause: unknown): unknown {
  return cause;
}
