import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runProvisioning } from '../../../../bot/graph/provision-main.ts';
import { createLocalGraph } from '../../../../bot/local-graph/local-graph.ts';

async function run(argv: readonly string[], env: Record<string, string> = {}) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const code = await runProvisioning(
    argv,
    env,
    (line) => printed.push(line),
    (line) => complaints.push(line),
  );
  return { code, printed, complaints };
}

const complete = [
  ...['--board', 'Kungsholmen'],
  ...['--site', 'https://stad.sharepoint.com/sites/kvalitet'],
  ...['--restricted-site', 'https://stad.sharepoint.com/sites/skyddad'],
];

test('what is missing or misspelt in the command is told in one sentence with an example', async () => {
  const missing = await run(['--board', 'Kungsholmen']);
  const unknown = await run(['--bord', 'x']);
  const noGraph = await run(complete);

  expect(missing).toMatchObject({ code: 2, printed: [] });
  expect(missing.complaints).toEqual([
    expect.stringContaining('Det saknas: --site, --restricted-site. Så här: npm run'),
  ]);
  expect(unknown).toMatchObject({ code: 2, complaints: [expect.stringContaining('Så här: npm run provision')] });
  expect(noGraph).toMatchObject({ code: 2, complaints: [expect.stringContaining('GRAPH_ORIGIN')] });
});

test('a Graph that does not answer is told in one sentence', async () => {
  const closed = await run(complete, { GRAPH_ORIGIN: 'http://127.0.0.1:9' });

  expect(closed).toMatchObject({ code: 1, complaints: [expect.stringContaining('SharePoint svarar inte')] });
}, 60_000);

test('over HTTP it makes every list and says what it did; the second time that all was there', async () => {
  const sites = ['kvalitet', 'skyddad'].map((name) => ({
    hostname: 'stad.sharepoint.com',
    path: `/sites/${name}`,
    displayName: name,
  }));
  const local = createLocalGraph({ now: () => new Date(), newId: randomUUID, sites });
  const server = createServer((request, response) => {
    const body: Buffer[] = [];
    request.on('data', (chunk: Buffer) => body.push(chunk));
    request.on('end', () => {
      const method = request.method ?? 'GET';
      const init = {
        method,
        headers: request.headers as Record<string, string>,
        body: method === 'GET' ? null : Buffer.concat(body),
      };
      void local
        .handle(new Request(`http://${request.headers.host ?? ''}${request.url ?? ''}`, init))
        .then(async (answer) => {
          response.writeHead(answer.status, Object.fromEntries(answer.headers));
          response.end(await answer.text());
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = { GRAPH_ORIGIN: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };

  const first = await run(complete, env);
  const second = await run(complete, env);
  server.closeAllConnections();
  server.close();
  local.close();

  expect(first).toMatchObject({ code: 0, complaints: [] });
  expect(first.printed).toContainEqual(expect.stringMatching(/^Skapade listan Avvikelser med \d+ kolumner$/));
  expect(second.printed.at(-1)).toBe('Allt fanns redan på plats.');
});
