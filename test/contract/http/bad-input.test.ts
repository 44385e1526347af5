import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unitId } from '../../../bot/demo/organisation-scripts.ts';
import { personOf } from '../../../bot/demo/demo-staff.ts';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import { largestBody } from '../../../bot/http/create-server.ts';
import type { RecordAnswer, RecordPage, StoredAnswer } from '../../../shared/api/contract.ts';
import { failures } from '../../../shared/errors.ts';
import type { FailureCode } from '../../../shared/errors.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';
import type { Answered } from './call-service.ts';
import { must, systemCaller } from './walk-board.ts';

let service: RunningService;
const call = createCaller(() => service.origin);
const amina = personOf('amina').id;
const deviations = '/api/v1/records/deviation';
const ekliden = unitId('ekliden');

beforeAll(async () => {
  service = await startService({ demo: true });
}, 30_000);
afterAll(() => service.close());

function report(
  whatHappened: unknown,
  extra: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return { id: randomUUID(), unitId: ekliden, fields: { whatHappened }, ...extra };
}

function expectFailure(answer: Answered, code: FailureCode, language: 'sv' | 'en' = 'sv'): void {
  expect({ status: answer.status, code: answer.body.error?.code }).toEqual({ status: failures[code].status, code });
  expect(answer.body.error?.text).toBe(failures[code].text[language]);
  expect(answer.body.error?.requestId).toBe(answer.headers.get('x-request-id'));
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|at Object|SyntaxError|select |insert /u);
}

async function countOf(path: string): Promise<number> {
  return (await call<RecordPage>('GET', `${path}?limit=1`, { as: personOf('karin').id })).body.total;
}

describe('a body that is no call of ours', () => {
  test.each([
    ['cut short', '{"id":"'],
    ['no JSON at all', 'hej'],
    ['a number', '4'],
    ['null', 'null'],
    ['a list', '[]'],
    ['empty', ''],
    ['with a key for the prototype', '{"id":"x","fields":{"__proto__":{"system":true}}}'],
    ['deeper than any form', `{"id":"x","fields":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`],
    ['with an unknown field beside the known', JSON.stringify({ ...report('Något hände'), boardId: 'annan' })],
    ['with an actor of its own', JSON.stringify({ ...report('Något hände'), createdBy: { id: 'x', name: 'y' } })],
    ['with an id that is none', JSON.stringify({ ...report('Något hände'), id: 'AVV-2026-0001' })],
    ['with a unit that is no id', JSON.stringify({ ...report('Något hände'), unitId: "'; drop table records; --" })],
    ['without fields', JSON.stringify({ id: randomUUID() })],
    ['with fields that are a list', JSON.stringify({ id: randomUUID(), fields: [] })],
  ])('%s is answered 400 and stores nothing', async (_name, body) => {
    const before = await countOf(deviations);

    const answer = await call('POST', deviations, { as: amina, body });

    expectFailure(answer, 'malformedRequest');
    expect(await countOf(deviations)).toBe(before);
  });

  test('in another content type is answered 400', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
    ]) {
      const answer = await call('POST', deviations, {
        as: amina,
        body: JSON.stringify(report('Något hände')),
        headers: { 'content-type': type },
      });

      expectFailure(answer, 'malformedRequest');
    }
  });

  test('in a compressed form that is broken is answered 400 and the service lives on', async () => {
    const answer = await call('POST', deviations, {
      as: amina,
      body: 'not gzip',
      headers: { 'content-encoding': 'gzip' },
    });

    expectFailure(answer, 'malformedRequest');
    expect((await call('GET', '/health')).status).toBe(200);
  });

  test('above the size limit is answered 413, in the reader’s language', async () => {
    const body = JSON.stringify(report('x'.repeat(largestBody)));

    expectFailure(await call('POST', deviations, { as: amina, body }), 'tooLarge');
    expectFailure(
      await call('POST', deviations, { as: amina, body, headers: { 'accept-language': 'en-GB' } }),
      'tooLarge',
      'en',
    );
  });
});

describe('a sign-in that proves nothing', () => {
  test.each([
    ['absent', undefined],
    ['of somebody unknown', `Bearer local:${randomUUID()}`],
    ['a foreign token', 'Bearer eyJhbGciOiJub25lIn0.eyJvaWQiOiIxIn0.'],
    ['of the app itself', 'Bearer local:system'],
    ['basic', 'Basic YTpi'],
    ['with SQL in it', "Bearer local:' or 1=1 --"],
    ['endless', `Bearer local:${'a'.repeat(5000)}`],
  ])('%s is answered 401', async (_name, authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };

    for (const path of ['/api/v1/me', '/api/v1/my-part', deviations, '/api/v1/drafts/report.1', '/api/v1/persons']) {
      expectFailure(await call('GET', path, { headers }), 'notSignedIn');
    }
    expectFailure(await call('POST', deviations, { body: report('Något hände'), headers }), 'notSignedIn');
  });
});

describe('an address that names nothing', () => {
  test.each([
    ['GET', '/api/v1/records/deviation/not-an-id'],
    ['GET', '/api/v1/records/deviation/00000000-0000-4000-8000-000000000000'],
    ['GET', '/api/v1/records/nosuchkind'],
    ['GET', '/api/v1/records/__proto__'],
    ['GET', '/api/v1/records/conversationReference'],
    ['GET', '/api/v1/statistics/nosuchkind?by=status'],
    ['GET', '/api/v1/nothing'],
    ['GET', '/api/v2/me'],
    ['GET', '/nothing'],
    ['GET', '/api/v1/records/deviation/%00'],
    ['GET', '/api/v1/records/deviation/%ff'],
    ['GET', '/api/v1/drafts/commitment.%2e%2e%2f'],
    ['GET', '/api/v1/drafts/other.1'],
    ['GET', '//evil.example/tab/'],
  ])('%s %s is answered 404', async (method, path) => {
    expectFailure(await call(method, path, { as: amina }), 'notFound');
  });

  test('with a method that is not its own is answered 405, with those that are', async () => {
    const answer = await call('DELETE', deviations, { as: amina });

    expectFailure(answer, 'methodNotAllowed');
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  test('with a query of its own invention is answered 400', async () => {
    for (const query of ['limit=0', 'limit=5000', 'sort=drop', 'surprise=1', 'limit=1&limit=2', 'from=igår']) {
      expectFailure(await call('GET', `${deviations}?${query}`, { as: amina }), 'malformedRequest');
    }
  });

  test('with a filter on a field that is not indexed or not there says so, and does not break', async () => {
    for (const where of ['whatHappened=x', 'nothing=x', '__proto__=x', "category'--=x"]) {
      const answer = await call('GET', `${deviations}?where.${encodeURIComponent(where)}`.replace('%3D', '='), {
        as: amina,
      });

      expect([400, 422]).toContain(answer.status);
    }
  });
});

describe('a text as people write them', () => {
  test.each([
    ['emoji', 'Larmet tjöt 👍🏽👨‍👩‍👧 hela natten'],
    ['HTML', '<script>alert(1)</script> & <b onclick="x">fet</b>'],
    ['right to left', 'דלת נעולה – dörren var låst ‏مرحبا'],
    ['5,000 characters', 'Dörren gick inte att stänga. '.repeat(173).trim()],
    ['line breaks', 'rad ett\nrad två\n\nrad fyra'],
    ['quotes and SQL', `'; drop table records; -- "citat" \\`],
    ['template braces', '{{constructor}} ${7*7} #{7*7} %s %d'],
  ])('%s is stored and comes back as it was', async (_name, text) => {
    const body = report(text);

    const created = await call<StoredAnswer>('POST', deviations, { as: amina, body });
    const read = await call<RecordAnswer>('GET', `${deviations}/${String(body['id'])}`, { as: amina });

    expect(created.status).toBe(201);
    expect(read.body.fields['whatHappened']).toBe(text);
  });

  test('NUL and half characters are taken out, the rest stands', async () => {
    const body = JSON.stringify(report('PLATS')).replace('PLATS', 'dörr\\u0000en \\ud83d låst');

    const created = await call<StoredAnswer>('POST', deviations, { as: amina, body });

    expect(created.status).toBe(201);
    expect(created.body.fields['whatHappened']).toBe('dörren \ufffd låst');
  });

  test('longer than the field is answered 422 with the field, and is not cut', async () => {
    const answer = await call('POST', deviations, { as: amina, body: report('x'.repeat(10_001)) });

    expectFailure(answer, 'invalidFields');
    expect(answer.body.error?.problems).toMatchObject([{ field: 'whatHappened', problem: 'tooLong' }]);
  });

  test.each([
    ['a field that the kind has not', { nothing: 1 }, 'nothing'],
    ['a field named like a method', { toString: 'x' }, 'toString'],
    ['a field named constructor', { constructor: { prototype: { system: true } } }, 'constructor'],
    ['a field that the system sets', { source: 'chat' }, 'source'],
    ['a choice that is none', { category: 'drop' }, 'category'],
    ['a number in words', { reporterSeverity: 'tre' }, 'reporterSeverity'],
    ['an object where a text belongs', { place: { $ne: null } }, 'place'],
    ['a time that is none', { occurredAt: { from: 'igår', to: 'idag', precision: 'day' } }, 'occurredAt'],
  ])('%s is answered 422 with the field', async (_name, extra, field) => {
    const body = report('Något hände');

    const answer = await call('POST', deviations, {
      as: amina,
      body: { ...body, fields: { ...(body['fields'] as object), ...extra } },
    });

    expectFailure(answer, 'invalidFields');
    expect(answer.body.error?.problems?.map((problem) => problem.field)).toEqual([field]);
    expect(answer.body.error?.problems?.[0]?.text).toMatch(/\S/u);
  });
});

describe('a record that is not there for the caller', () => {
  test('an unknown unit and a closed unit are told apart', async () => {
    const closed = randomUUID();
    const system = systemCaller();
    await must(
      service.records.create(system, 'organisationalUnit', {
        id: closed,
        status: 'closed',
        fields: { name: 'Dagverksamheten Linden', unitKind: 'unit', parent: unitId('elderlyCare') },
      }),
    );

    const toClosed = await call('POST', deviations, { as: amina, body: report('Något hände', { unitId: closed }) });
    const toNone = await call('POST', deviations, { as: amina, body: report('Något hände', { unitId: randomUUID() }) });

    expectFailure(toClosed, 'unitClosed');
    expectFailure(toNone, 'invalidFields');
    expect(toNone.body.error?.problems).toMatchObject([{ field: 'unitId', problem: 'noSuchRecord' }]);
  });

  test('a goal that does not exist is answered with the field', async () => {
    const answer = await call('POST', '/api/v1/records/commitment', {
      as: amina,
      body: { id: randomUUID(), unitId: ekliden, fields: { goal: randomUUID(), year: 2026, text: 'Ett löfte' } },
    });

    expectFailure(answer, 'invalidFields');
    expect(answer.body.error?.problems).toMatchObject([{ field: 'goal', problem: 'noSuchRecord' }]);
  });

  test('the id of somebody else’s report answers as if it did not exist, and cannot be taken over', async () => {
    const body = report('Något hände');
    await call('POST', deviations, { as: personOf('elif').id, body: { ...body, unitId: unitId('hemtjanst') } });
    const path = `${deviations}/${String(body['id'])}`;

    expectFailure(await call('GET', path, { as: amina }), 'notFound');
    expectFailure(
      await call('PATCH', path, { as: amina, body: { baseRevision: 1, fields: { place: 'x' } } }),
      'notFound',
    );
    expectFailure(
      await call('POST', `${path}/steps`, { as: amina, body: { to: 'acknowledged', baseRevision: 1 } }),
      'notFound',
    );
    expectFailure(await call('GET', `${path}/history`, { as: amina }), 'notFound');
    expectFailure(await call('POST', deviations, { as: amina, body }), 'idTaken');
  });

  test('a revision from the future does not overwrite', async () => {
    const body = report('Något hände');
    await call('POST', deviations, { as: amina, body });

    const answer = await call('POST', `${deviations}/${String(body['id'])}/steps`, {
      as: personOf('annika').id,
      body: { to: 'acknowledged', baseRevision: 99 },
    });

    expect([200, 409]).toContain(answer.status);
    expect(
      (
        await call('POST', `${deviations}/${String(body['id'])}/steps`, {
          as: personOf('annika').id,
          body: { to: 'acknowledged', baseRevision: 1.5 },
        })
      ).status,
    ).toBe(400);
  });
});

describe('a request that was bent by hand', () => {
  test.each([
    ['a Host with a space', 'GET /health HTTP/1.1\r\nHost: a b\r\n\r\n', 421],
    ['no Host', 'GET /health HTTP/1.0\r\n\r\n', 421],
    ['an address without a slash', 'GET health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
    ['the whole server as address', 'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400],
  ])('%s is answered and the service lives on', async (_name, raw, status) => {
    const first = await sendRaw(raw);

    expect(first).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `, 'u'));
    expect((await call('GET', '/health')).status).toBe(200);
  });

  test('a body cut off in the middle does not hurt anybody', async () => {
    await new Promise<void>((resolve) => {
      const cut = request(`${service.origin}${deviations}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer local:${amina}`,
          'content-type': 'application/json',
          'content-length': '500',
        },
      });
      cut.on('error', () => resolve());
      cut.write('{"id":');
      setTimeout(() => cut.destroy(), 50);
    });

    expect((await call('GET', '/health')).status).toBe(200);
  });
});

async function sendRaw(text: string): Promise<string> {
  const { connect } = await import('node:net');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(service.origin).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('a fault of ours is answered with a number and without a word of what was thrown', async () => {
  const lines: string[] = [];
  const faulty = await startService({
    server: {
      health: () => Promise.reject(new Error('password=secret at /work/bot/x.ts:1')),
      log: {
        error: (event, fields) => lines.push(JSON.stringify({ event, ...fields })),
        info: () => undefined,
        debug: () => undefined,
      },
    },
  });
  try {
    const callFaulty = createCaller(() => faulty.origin);

    const answer = await callFaulty('GET', '/health', { headers: { 'accept-language': 'en' } });

    expectFailure(answer, 'unexpected', 'en');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(answer.body.error?.requestId ?? 'no number');
    expect(lines[0]).not.toContain('secret');
  } finally {
    await faulty.close();
  }
});

test('the demo board is the board of every caller, whatever they say', async () => {
  const body = report('Något hände', {});

  await call('POST', deviations, { as: amina, body, headers: { 'x-board-id': 'annan' } });

  const row = await service.db
    .selectFrom('records')
    .select('board_id')
    .where('id', '=', String(body['id']))
    .executeTakeFirst();
  expect(row?.board_id).toBe(demoBoard.id);
});
