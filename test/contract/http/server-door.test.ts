import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';

let tabDir: string;
let service: RunningService;
let healthy = true;
const chatBodies: unknown[] = [];
const call = createCaller(() => service.origin);
const script = 'export const greeting = "hej";'.repeat(50);

beforeAll(async () => {
  tabDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-tab-'));
  await mkdir(join(tabDir, 'assets'));
  await writeFile(join(tabDir, 'index.html'), '<!doctype html><title>Kvalitetsnavet</title>');
  await writeFile(join(tabDir, '.env'), 'SECRET=1');
  await writeFile(join(tabDir, 'assets/main-a1b2.js'), script);
  await writeFile(join(tabDir, 'assets/main-a1b2.js.br'), brotliCompressSync(script));
  await writeFile(join(tabDir, 'assets/main-a1b2.js.gz'), gzipSync(script));
  await writeFile(join(tabDir, '..', 'kvalitetsnavet-outside.txt'), 'outside');
  service = await startService({
    server: {
      tabDir,
      chat: (chatRequest, response) => {
        chatBodies.push(chatRequest.body);
        if ((chatRequest.body as { fail?: boolean }).fail === true) throw new AppError('unavailable');
        response.writeHead(200);
        response.end();
        return Promise.resolve();
      },
      localGraph: async (graphRequest, response) => {
        let length = 0;
        for await (const chunk of graphRequest) length += (chunk as Buffer).length;
        response.writeHead(207, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ url: graphRequest.url, length }));
      },
      health: () =>
        Promise.resolve({
          status: healthy ? 'ready' : 'failing',
          reasons: healthy ? [] : ['databaseNotAnswering'],
          mode: 'local',
          parts: { database: healthy ? 'ok' : 'failing' },
        }),
    },
  });
}, 30_000);
afterAll(async () => {
  await service.close();
  await rm(tabDir, { recursive: true });
  await rm(join(tabDir, '..', 'kvalitetsnavet-outside.txt'), { force: true });
});

/** fetch chooses Host and Accept-Encoding by itself; this does not, and leaves dots in the path alone. */
function rawGet(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(service.origin);
    request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the tab’s files', () => {
  test('the root leads to the tab', async () => {
    for (const path of ['/', '/tab']) {
      const answer = await call('GET', path);

      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/tab/']);
    }
  });

  test('the page is asked for anew each time and may be framed by Teams and SharePoint', async () => {
    const answer = await rawGet('/tab/');
    const policy = String(answer.headers['content-security-policy']);

    expect(answer.body.toString()).toContain('Kvalitetsnavet');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(policy).toContain("script-src 'self';");
    for (const host of [
      "'self'",
      'https://teams.microsoft.com',
      'https://*.cloud.microsoft',
      'https://*.sharepoint.com',
    ]) {
      expect(policy.split('frame-ancestors')[1]).toContain(host);
    }
    expect(answer.headers).not.toHaveProperty('x-frame-options');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers).not.toHaveProperty('server');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  test('a page asked for again is not sent twice', async () => {
    const { headers } = await rawGet('/tab/');

    const again = await rawGet('/tab/', { 'if-none-match': String(headers['etag']) });

    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('a hashed file never changes, and comes in the smallest form that is taken', async () => {
    const path = '/tab/assets/main-a1b2.js';

    const brotli = await rawGet(path, { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await rawGet(path, { 'accept-encoding': 'gzip, br;q=0' });
    const plain = await rawGet(path);
    const head = await rawGet(path, {}, 'HEAD');

    expect(brotli.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(brotli.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(brotli.headers['vary']).toBe('Accept-Encoding');
    expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).toString()]).toEqual(['br', script]);
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', script]);
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script]);
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(script.length), 0]);
  });

  test.each([
    '/tab/../package.json',
    '/tab/..%2fpackage.json',
    '/tab/%2e%2e/kvalitetsnavet-outside.txt',
    '/tab/..%5ckvalitetsnavet-outside.txt',
    '/tab/.env',
    '/tab/assets/.%2e/.env',
    '/tab/assets/missing.js',
    '/tab/assets/main-a1b2.js.br',
    '/tab/%00.js',
    '/tab/%ff.js',
    `/tab/${'a'.repeat(300)}.js`,
  ])('%s shows nothing', async (path) => {
    const answer = await rawGet(path);

    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toMatch(/SECRET|outside|dependencies/u);
  });

  test('a path of the tab without an extension is the page, one outside is not', async () => {
    expect((await rawGet('/tab/arenden/deviation')).body.toString()).toContain('Kvalitetsnavet');
    expect((await rawGet('/arenden')).status).toBe(404);
  });

  test('a tab that nobody has built yet is said to be unavailable', async () => {
    const empty = await startService({ server: { tabDir: join(tabDir, 'nowhere') } });
    try {
      const answer = await createCaller(() => empty.origin)('GET', '/tab/');

      expect([answer.status, answer.body.error?.code]).toEqual([503, 'unavailable']);
    } finally {
      await empty.close();
    }
  });
});

describe('the other doors', () => {
  test('the embedded Graph gets the raw body, of any size', async () => {
    const body = 'x'.repeat(1_000_000);

    const answer = await call('PUT', '/local-graph/v1.0/sites/a?b=c', {
      body,
      headers: { 'content-type': 'text/plain' },
    });

    expect([answer.status, answer.body]).toEqual([207, { url: '/local-graph/v1.0/sites/a?b=c', length: 1_000_000 }]);
  });

  test('chat gets the parsed activity', async () => {
    const answer = await call('POST', '/api/messages', { body: { type: 'message', text: 'hej' } });

    expect(answer.status).toBe(200);
    expect(chatBodies.at(-1)).toEqual({ type: 'message', text: 'hej' });
  });

  test('a turn that cannot be answered now says when to come again', async () => {
    const answer = await call('POST', '/api/messages', { body: { fail: true } });

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });

  test('health tells which part fails', async () => {
    healthy = false;
    const failing = await call('GET', '/health');
    healthy = true;
    const well = await call('GET', '/health');

    expect([failing.status, well.status]).toEqual([503, 200]);
    expect(failing.body).toEqual({
      status: 'failing',
      reasons: ['databaseNotAnswering'],
      mode: 'local',
      parts: { database: 'failing' },
    });
  });

  test('answers of the API are kept by nobody and framed by nobody', async () => {
    const { headers } = await call('GET', '/api/v1/me');

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });
});

describe('local mode', () => {
  test.each(['/health', '/tab/', '/api/v1/demo-persons', '/local-graph/v1.0/sites'])(
    'answers %s to this machine only',
    async (path) => {
      const { port } = new URL(service.origin);

      const rebound = await rawGet(path, { host: `evil.example:${port}` });
      const foreignPage = await rawGet(path, { host: `127.0.0.1:${port}`, origin: 'https://evil.example' });
      const ownPage = await rawGet(path, { host: `localhost:${port}`, origin: `http://localhost:${port}` });

      expect([rebound.status, foreignPage.status]).toEqual([421, 421]);
      expect(ownPage.status).toBeLessThan(300);
    },
  );

  test('with a tenant, demo persons are not there and other hosts are', async () => {
    const tenant = await startService({ server: { mode: 'tenant' } });
    try {
      const callTenant = createCaller(() => tenant.origin);

      const persons = await callTenant('GET', '/api/v1/demo-persons');
      const health = await callTenant('GET', '/health');

      expect(persons.status).toBe(404);
      expect(health.headers.get('strict-transport-security')).toBe('max-age=31536000');
    } finally {
      await tenant.close();
    }
  });
});
