import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';

let service: RunningService;
const received: unknown[] = [];
beforeAll(async () => {
  service = await startService({ server: { notifications: (body) => void received.push(body) } });
});
afterAll(() => service.close());

const post = (query: string, init: RequestInit) =>
  fetch(`${service.origin}/api/graph-notifications${query}`, { method: 'POST', ...init });
const json = (body: string): RequestInit => ({ headers: { 'content-type': 'application/json' }, body });

test('the handshake repeats the token as plain text, whatever is in it', async () => {
  const token = 'Validation: <script>alert(1)</script> åäö';

  const answer = await post(`?validationToken=${encodeURIComponent(token)}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: '',
  });

  expect([answer.status, await answer.text()]).toEqual([200, token]);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('everything else is taken with 202 and nothing said', async () => {
  const body = { value: [{ subscriptionId: 'a', clientState: 'b' }] };

  const known = await post('', json(JSON.stringify(body)));
  const odd = await post('', json('[]'));

  expect([known.status, await known.text(), odd.status, await odd.text()]).toEqual([202, '', 202, '']);
  expect(received).toEqual([body, []]);
});

test('what is no JSON is refused as anywhere', async () => {
  const answer = await post('', json('{"value":'));

  expect(answer.status).toBe(400);
});
