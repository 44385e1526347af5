import { expect, test } from '@jest/globals';
import type { ApiFailure } from '../../../../tab/api/api-failure.ts';
import { createApiClient } from '../../../../tab/api/client.ts';
import type { ApiClient } from '../../../../tab/api/client.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function answering(status: number, body: unknown): { client: ApiClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, init });
    const json = (): Promise<unknown> =>
      body === undefined ? Promise.reject(new SyntaxError('no JSON')) : Promise.resolve(body);
    return Promise.resolve({ ok: status < 300, status, json });
  }) as unknown as typeof globalThis.fetch;
  const client = createApiClient({
    fetch,
    baseUrl: 'https://tab.test/api/v1/',
    authorization: () => Promise.resolve('Bearer local:p1'),
    language: () => 'en',
  });
  return { client, sent };
}

async function failureOf(promise: Promise<unknown>): Promise<ApiFailure> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (thrown: unknown) => thrown as ApiFailure,
  );
}

test('a read says who asks and in which language, and leaves out empty filters', async () => {
  const { client, sent } = answering(200, { rows: [] });

  const answer = await client.read('records/deviation', { text: 'fall ö', unit: '', status: undefined, offset: 0 });

  expect(answer).toEqual({ rows: [] });
  expect(sent[0]?.url).toBe('https://tab.test/api/v1/records/deviation?text=fall+%C3%B6&offset=0');
  expect(sent[0]?.init.headers).toEqual({ 'Accept-Language': 'en', Authorization: 'Bearer local:p1' });
});

test('a write carries its body as JSON', async () => {
  const { client, sent } = answering(201, { id: 'x' });

  await client.send('POST', 'records/deviation', { id: 'x' });

  expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{"id":"x"}' });
  expect(sent[0]?.init.headers).toMatchObject({ 'Content-Type': 'application/json' });
});

test('an answer without content is no failure', async () => {
  const { client } = answering(204, undefined);

  expect(await client.send('DELETE', 'drafts/report.x')).toBeUndefined();
});

test('a failure keeps its code, text, problems and the record as it stands', async () => {
  const problems = [{ field: 'place', problem: 'tooLong', text: 'För långt.' }];
  const { client } = answering(409, {
    error: { code: 'changedBySomebodyElse', text: 'Jämför.', requestId: 'r1', problems, current: { id: 'x' } },
  });

  const failure = await failureOf(client.read('me'));

  expect(failure).toMatchObject({
    code: 'changedBySomebodyElse',
    text: 'Jämför.',
    requestId: 'r1',
    problems,
    current: { id: 'x' },
    retryable: false,
  });
});

test.each([
  [401, 'notSignedIn'],
  [404, 'notFound'],
  [413, 'tooLarge'],
  [502, 'unavailable'],
  [418, 'unexpected'],
])('status %i from something before the service becomes %s', async (status, code) => {
  const { client } = answering(status, undefined);

  expect((await failureOf(client.read('me'))).code).toBe(code);
});

test('an unknown failure code is not trusted', async () => {
  const { client } = answering(500, { error: { code: 'toString', text: 'x', requestId: 'r' } });

  expect((await failureOf(client.read('me'))).code).toBe('unavailable');
});

test('a page that is no JSON, though 200, is unexpected', async () => {
  const { client } = answering(200, undefined);

  expect((await failureOf(client.read('me'))).code).toBe('unexpected');
});

test('a network that carries nothing can be tried again', async () => {
  const client = createApiClient({
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    baseUrl: '/',
    authorization: () => Promise.resolve(undefined),
    language: () => 'sv',
  });

  const failure = await failureOf(client.read('me'));

  expect(failure).toMatchObject({ code: 'unavailable', retryable: true });
});
