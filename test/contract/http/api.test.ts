import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoId } from '../../../bot/demo/demo-id.ts';
import { personOf } from '../../../bot/demo/demo-staff.ts';
import { unitId } from '../../../bot/demo/organisation-scripts.ts';
import type {
  DemoPerson,
  DraftAnswer,
  GoalChainAnswer,
  HistoryAnswer,
  IntakeReadAnswer,
  MeAnswer,
  MyPartAnswer,
  PersonsAnswer,
  RecordAnswer,
  RecordPage,
  StatisticsAnswer,
  StoredAnswer,
  UnitAnswer,
} from '../../../shared/api/contract.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';

let service: RunningService;
const call = createCaller(() => service.origin);
const as = (key: string): string => personOf(key).id;
const ekliden = unitId('ekliden');

beforeAll(async () => {
  service = await startService({ demo: true });
}, 30_000);
afterAll(() => service.close());

const newReport = () => ({ id: randomUUID(), unitId: ekliden, fields: { whatHappened: 'Dörren stod öppen.' } });

describe('who is signed in', () => {
  test('me names the person, the roles, the unit that forms start from and what may be created and read', async () => {
    const { body } = await call<MeAnswer>('GET', '/api/v1/me', { as: as('amina') });

    expect(body).toMatchObject({
      person: { name: 'Amina Yusuf' },
      roles: [{ role: 'employee', unitId: ekliden }],
      homeUnitId: ekliden,
      board: { name: 'Sjövik-Talluddens stadsdelsnämnd' },
      mode: 'local',
    });
    expect(body.mayCreate).toEqual(expect.arrayContaining(['deviation', 'feedback', 'misconductCase', 'commitment']));
    expect(body.mayCreate).not.toContain('organisationalUnit');
    expect(body.mayRead).not.toContain('conversationReference');
  });

  test('the demo persons are listed without sign-in, in local mode only', async () => {
    const { body } = await call<readonly DemoPerson[]>('GET', '/api/v1/demo-persons');

    const roles = new Set(body.flatMap((one) => one.roles.map(({ role }) => role)));
    expect(roles.size).toBe(10);
  });

  test('the persons that a field may name come by name, with nothing but their names', async () => {
    const { body } = await call<PersonsAnswer>('GET', '/api/v1/persons', { as: as('amina') });

    expect(body.length).toBeGreaterThan(40);
    expect(Object.keys(body[0] ?? {})).toEqual(['id', 'name']);
    expect(body.map(({ name }) => name)).toEqual(
      body.map(({ name }) => name).toSorted(new Intl.Collator('sv').compare),
    );
  });
});

describe('overviews', () => {
  test('the organisation has parents before children', async () => {
    const { body } = await call<readonly UnitAnswer[]>('GET', '/api/v1/units', { as: as('amina') });

    const seen = new Set<string>();
    for (const unit of body) {
      if (unit.parentId !== undefined) expect(seen).toContain(unit.parentId);
      seen.add(unit.id);
    }
    expect(body.find(({ id }) => id === ekliden)?.aliases).toEqual(['Ekliden', 'vobo']);
  });

  test('my part shows a manager what waits', async () => {
    const { body } = await call<MyPartAnswer>('GET', '/api/v1/my-part', { as: as('annika') });

    expect(body.waitingTotal).toBeGreaterThan(0);
    expect(body.waiting[0]?.step.label.sv).toMatch(/\S/u);
    expect(body.commitmentsTotal).toBe(3);
  });

  test('the goal chain reaches from the vision to twenty commitments', async () => {
    const { body } = await call<GoalChainAnswer>('GET', '/api/v1/goal-chain', { as: as('amina') });

    expect(body.goals).toHaveLength(18);
    expect(body.commitments).toHaveLength(20);
    expect(body.expectedResults).toHaveLength(20);
    const goals = new Set(body.goals.map(({ id }) => id));
    expect(body.commitments.every(({ fields }) => goals.has(fields['goal'] as string))).toBe(true);
    expect(body.indicators.every(({ unitId: unit }) => unit === ekliden)).toBe(true);
  });

  test('another year’s chain has no commitments of this year', async () => {
    const { body } = await call<GoalChainAnswer>('GET', '/api/v1/goal-chain?year=2001', { as: as('amina') });

    expect(body.year).toBe(2001);
    expect(body.commitments).toEqual([]);
  });

  test('statistics count for the board office, which sees no single case', async () => {
    const path = '/api/v1/statistics/deviation?by=status';

    const { status, body } = await call<StatisticsAnswer>('GET', path, { as: as('larsErik') });

    expect(status).toBe(200);
    expect(body.cells.length).toBeGreaterThan(3);
    expect((await call('GET', path, { as: as('olle') })).status).toBe(403);
  });
});

describe('a record’s life', () => {
  test('created once however often it is sent, then changed, decided and told', async () => {
    const report = newReport();
    const path = `/api/v1/records/deviation/${report.id}`;

    const first = await call<StoredAnswer>('POST', '/api/v1/records/deviation', { as: as('amina'), body: report });
    const again = await call<StoredAnswer>('POST', '/api/v1/records/deviation', { as: as('amina'), body: report });
    const changed = await call<StoredAnswer>('PATCH', path, {
      as: as('annika'),
      body: { baseRevision: 1, fields: { place: 'Entrén' } },
    });
    const stepped = await call<StoredAnswer>('POST', `${path}/steps`, {
      as: as('annika'),
      body: { to: 'acknowledged', baseRevision: changed.body.revision, fields: { messageToReporter: 'Tack!' } },
    });
    const history = await call<HistoryAnswer>('GET', `${path}/history`, { as: as('annika') });

    expect([first.status, again.status, changed.status, stepped.status]).toEqual([201, 200, 200, 200]);
    expect(again.body.ref).toBe(first.body.ref);
    expect(first.body.ref).toMatch(/^AVV-\d{4}-\d{4}$/u);
    expect(first.body).not.toHaveProperty('created');
    expect(history.body.map(({ action, by }) => [action, by.name])).toEqual([
      ['stepTaken', 'Annika Berglund'],
      ['changed', 'Annika Berglund'],
      ['created', 'Amina Yusuf'],
    ]);
    expect(history.body.every(({ via }) => via === 'tab')).toBe(true);
  });

  test('the same place changed by two is a conflict with the record as it stands', async () => {
    const report = newReport();
    const path = `/api/v1/records/deviation/${report.id}`;
    await call('POST', '/api/v1/records/deviation', { as: as('amina'), body: report });
    await call('PATCH', path, { as: as('annika'), body: { baseRevision: 1, fields: { place: 'Entrén' } } });

    const late = await call('PATCH', path, { as: as('annika'), body: { baseRevision: 1, fields: { place: 'Köket' } } });

    expect(late.status).toBe(409);
    expect(late.body.error?.code).toBe('changedBySomebodyElse');
    expect(late.body.error?.current?.fields['place']).toBe('Entrén');
  });

  test('a personnummer is masked on the way in, and the answer says so', async () => {
    const report = { ...newReport(), fields: { whatHappened: 'Kund 520312-9837 ramlade.' } };

    const { body } = await call<StoredAnswer>('POST', '/api/v1/records/deviation', { as: as('amina'), body: report });

    expect(body.masked.personnummer).toBe(true);
    expect(JSON.stringify(body)).not.toContain('9837');
  });

  test('a step that is not possible from here is told apart from one that is not allowed', async () => {
    const report = newReport();
    const path = `/api/v1/records/deviation/${report.id}/steps`;
    await call('POST', '/api/v1/records/deviation', { as: as('amina'), body: report });

    const notPossible = await call('POST', path, { as: as('annika'), body: { to: 'closed', baseRevision: 1 } });
    const notAllowed = await call('POST', path, { as: as('amina'), body: { to: 'acknowledged', baseRevision: 1 } });

    expect(notPossible.body.error?.code).toBe('stepNotPossible');
    expect(notAllowed.body.error?.code).toBe('notAllowed');
  });

  test('staff comment and suggest on a submitted commitment, and the manager answers', async () => {
    const path = `/api/v1/records/commitment/${demoId('commitment', 'c9')}`;
    const suggestion = {
      id: randomUUID(),
      kind: 'suggestion',
      field: 'workingMethod',
      text: 'Ring också vid byte av dag.',
    };

    const commented = await call<StoredAnswer>('POST', `${path}/comments`, { as: as('viktor'), body: suggestion });
    const answered = await call<StoredAnswer>('POST', `${path}/comments/${suggestion.id}/answer`, {
      as: as('daniel'),
      body: { outcome: 'taken' },
    });
    const refused = await call('POST', `${path}/comments`, {
      as: as('amina'),
      body: { ...suggestion, id: randomUUID() },
    });

    expect(commented.status).toBe(201);
    expect(answered.body.comments?.find(({ id }) => id === suggestion.id)?.answer?.outcome).toBe('taken');
    expect(refused.status).toBe(403);
  });
});

describe('a list', () => {
  test('is paged, filtered, sorted and searched', async () => {
    const get = async (query: string) =>
      (await call<RecordPage>('GET', `/api/v1/records/deviation?${query}`, { as: as('karin') })).body;

    const all = await get('limit=200&sort=ref');
    const page = await get('limit=5&offset=5&sort=ref');
    const falls = await get('where.category=fall,medication&status=reported,closed');
    const under = await get(`under=${unitId('elderlyCare')}&limit=200`);
    const found = await get(`text=${encodeURIComponent('larmmattan')}`);

    expect(page.total).toBe(all.total);
    expect(page.rows.map(({ ref }) => ref)).toEqual(all.rows.slice(5, 10).map(({ ref }) => ref));
    expect(falls.rows.length).toBeGreaterThan(0);
    expect(falls.rows.every(({ fields }) => ['fall', 'medication'].includes(fields['category'] as string))).toBe(true);
    expect(under.total).toBeLessThan(all.total);
    expect(found.rows.map(({ id }) => id)).toEqual([demoId('deviation', 'fallBadrum')]);
  });

  test('shows who sees a part of it that part only', async () => {
    const { body } = await call<RecordPage>('GET', '/api/v1/records/deviation?limit=200', { as: as('johan') });

    const foreign = body.rows.filter(({ reportedByMe }) => !reportedByMe);
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.every(({ view, createdBy }) => view === 'anonymised' && createdBy === undefined)).toBe(true);
    expect(foreign.every(({ fields }) => fields['whatHappened'] === undefined)).toBe(true);
  });
});

describe('a draft', () => {
  test('is kept for its owner only, and gone when removed', async () => {
    const path = '/api/v1/drafts/report.1';
    const body = { body: { whatHappened: 'Halvfärdigt 👍' } };

    const missing = await call('GET', path, { as: as('amina') });
    const kept = await call<DraftAnswer>('PUT', path, { as: as('amina'), body });
    const mine = await call<DraftAnswer>('GET', path, { as: as('amina') });
    const foreign = await call('GET', path, { as: as('johan') });
    const removed = await call('DELETE', path, { as: as('amina') });

    expect(missing.status).toBe(204);
    expect(kept.status).toBe(200);
    expect(mine.body.body).toEqual(body.body);
    expect(foreign.status).toBe(204);
    expect(removed.status).toBe(204);
    expect((await call('GET', path, { as: as('amina') })).status).toBe(204);
  });
});

test('a long answer is compressed for whoever takes gzip, a short one is not', async () => {
  const raw = async (path: string, encoding: string) => {
    const headers = { authorization: `Bearer local:${as('karin')}`, 'accept-encoding': encoding };
    const answer = await fetch(`${service.origin}${path}`, { headers });
    return { encoding: answer.headers.get('content-encoding'), body: await answer.json() };
  };

  const zipped = await raw('/api/v1/goal-chain?year=2026', 'gzip, br');
  const plain = await raw('/api/v1/goal-chain?year=2026', 'gzip;q=0, identity');
  const short = await raw('/health', 'gzip');

  expect([zipped.encoding, plain.encoding, short.encoding]).toEqual(['gzip', null, null]);
  expect(zipped.body).toEqual(plain.body);
});

test('a sentence is read with the board’s units, and nothing is stored', async () => {
  const before = await call<RecordPage>('GET', '/api/v1/records/deviation', { as: as('karin') });

  const { status, body } = await call<IntakeReadAnswer>('POST', '/api/v1/intake/read', {
    as: as('amina'),
    body: { text: 'fall på Ekliden igår kväll ca 21.30, ingen skada' },
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({ kind: 'deviation', unit: ekliden, category: 'fall', severity: 1 });
  const after = await call<RecordPage>('GET', '/api/v1/records/deviation', { as: as('karin') });
  expect(after.body.total).toBe(before.body.total);
});

test('texts of failures follow the language of the reader', async () => {
  const path = '/api/v1/records/deviation/not-there';

  const sv = await call('GET', path, { as: as('amina') });
  const en = await call('GET', path, { as: as('amina'), headers: { 'accept-language': 'en' } });

  expect(sv.body.error?.text).toContain('finns inte');
  expect(en.body.error?.text).toContain('does not exist');
});

test('the status of a reported case of suspected misconduct reaches its reporter, the text does not', async () => {
  const path = `/api/v1/records/misconductCase/${demoId('misconductCase', 'inlast')}`;

  const { body } = await call<RecordAnswer>('GET', path, { as: as('maja') });

  expect(body).toMatchObject({ view: 'status', status: 'investigating' });
  expect(JSON.stringify(body)).not.toContain('dörren');
});
