import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MyPartAnswer, RecordAnswer, RecordPage } from '../../../shared/api/contract.ts';
import type {
  SelfCheckCalendarAnswer,
  SelfCheckGapsAnswer,
  SelfCheckPreviewAnswer,
  SelfCheckStatisticsAnswer,
} from '../../../shared/api/self-check-contract.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';
import { createWalkBoard, must, systemCaller, unitIds, walkers } from './walk-board.ts';

let service: RunningService;
let now = new Date('2026-11-02T08:00:00Z');
const call = createCaller(() => service.origin);
const [employee, manager, , , coordinator] = walkers;
const as = (walker: (typeof walkers)[number] | undefined) => ({ as: walker?.id ?? '' });
const fieldsOf = (record: RecordAnswer) => record.fields as FieldsOfKind<'selfCheckOccurrence'>;

const questions = [
  { id: 'q1', text: 'Finns handsprit?', answerKind: 'yesNo', failsOn: 'no', required: true },
  { id: 'q2', text: 'Temperatur?', answerKind: 'number', maximum: 8, required: true, requirement: 'Högst 8 grader' },
  { id: 'q3', text: 'Något mer?', answerKind: 'text' },
];

beforeAll(async () => {
  service = await startService({ now: () => now });
  await createWalkBoard(service.records);
}, 30_000);
afterAll(() => service.close());

async function define(part: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { id, revision } = await must(
    service.records.create(systemCaller(), 'selfCheckDefinition', {
      id: randomUUID(),
      fields: {
        name: 'Basal hygien',
        area: 'hygiene',
        units: [unitIds.own],
        frequency: 'monthly',
        startsOn: '2026-11-02',
        deadlineDays: 12,
        performerRole: 'unitManager',
        questions,
        ...part,
      },
    }),
  );
  await must(
    service.records.takeStep(systemCaller(), 'selfCheckDefinition', id, { to: 'active', baseRevision: revision }),
  );
  return id;
}

const occurrencesOf = async (definition: string): Promise<readonly RecordAnswer[]> => {
  const page = await call<RecordPage>(
    'GET',
    `/api/v1/records/selfCheckOccurrence?where.definition=${definition}&limit=200`,
    as(coordinator),
  );
  return page.body.rows.toSorted((one, other) =>
    (fieldsOf(one).period ?? '').localeCompare(fieldsOf(other).period ?? ''),
  );
};

async function openOne(part: Readonly<Record<string, unknown>> = {}): Promise<RecordAnswer> {
  const definition = await define(part);
  await service.selfChecks.run(demoBoard.id);
  const [first] = await occurrencesOf(definition);
  if (first === undefined) throw new Error('no occurrence was made');
  return first;
}

const answer = (id: string, body: unknown, who = manager) =>
  call<RecordAnswer>('POST', `/api/v1/self-checks/${id}/answers`, { ...as(who), body });
const submit = (id: string, body: unknown = {}, who = manager) =>
  call<RecordAnswer>('POST', `/api/v1/self-checks/${id}/submit`, { ...as(who), body });

test('occurrences are made ahead once, however many processes run, and the one that begins is open', async () => {
  const definition = await define({ frequency: 'weekly' });

  await Promise.all([service.selfChecks.run(demoBoard.id), service.selfChecks.run(demoBoard.id)]);
  const made = await occurrencesOf(definition);
  const again = await service.selfChecks.run(demoBoard.id);

  // 2 November and the Mondays of the 60 days after it.
  expect(made.map(({ fields }) => fields['period'])).toEqual([
    '2026-W45',
    '2026-W46',
    '2026-W47',
    '2026-W48',
    '2026-W49',
    '2026-W50',
    '2026-W51',
    '2026-W52',
    '2026-W53',
  ]);
  expect(made.map(({ status }) => status)).toEqual(['open', ...Array.from({ length: 8 }, () => 'scheduled')]);
  expect(fieldsOf(made[0] as RecordAnswer)).toMatchObject({
    dueOn: '2026-11-16',
    performer: { id: manager?.id },
    answers: questions,
  });
  expect(again).toEqual({ created: 0, opened: 0, cancelled: 0 });
});

test('a schedule that changes takes back what is planned and leaves what is open', async () => {
  const definition = await define({ frequency: 'weekly' });
  await service.selfChecks.run(demoBoard.id);
  const current = await must(service.records.get(systemCaller(), 'selfCheckDefinition', definition));

  await must(
    service.records.takeStep(systemCaller(), 'selfCheckDefinition', definition, {
      to: 'retired',
      baseRevision: current.revision,
      reason: 'Görs inte längre',
    }),
  );
  await service.selfChecks.run(demoBoard.id);

  const statuses = (await occurrencesOf(definition)).map(({ status }) => status);
  expect(statuses).toEqual(['open', ...Array.from({ length: 8 }, () => 'cancelled')]);
});

test('answered question by question, with a failed answer that becomes a deviation tied both ways', async () => {
  const { id } = await openOne();

  const half = await answer(id, { questionId: 'q1', yesNo: 'yes' });
  const early = await submit(id);
  await answer(id, { questionId: 'q2', value: 11, remark: 'Anna Karlsson 19900101-9844 såg det' });
  const submitted = await submit(id, { comment: 'Klart' });
  const late = await answer(id, { questionId: 'q1', yesNo: 'no' });

  expect(half.status).toBe(200);
  expect(fieldsOf(half.body).answers?.[0]).toMatchObject({ yesNo: 'yes', answeredBy: { id: manager?.id } });
  expect(early.status).toBe(422);
  expect(early.body.error?.problems).toMatchObject([{ field: 'answers', row: 'q2', problem: 'required' }]);
  expect(submitted.body).toMatchObject({ status: 'submitted', fields: { result: 'notApproved', failed: true } });
  const { answers, deviations } = fieldsOf(submitted.body);
  expect(JSON.stringify(answers)).not.toContain('19900101-9844');
  expect(deviations).toHaveLength(1);
  expect(answers?.[1]).toMatchObject({ failed: true, deviation: deviations?.[0] });
  const deviation = await call<RecordAnswer>('GET', `/api/v1/records/deviation/${deviations?.[0] ?? ''}`, as(manager));
  expect(deviation.body).toMatchObject({
    unitId: unitIds.own,
    status: 'reported',
    fields: { source: 'selfCheck', selfCheck: id, category: 'hygieneInfection' },
  });
  expect(deviation.body.fields['whatHappened']).toContain('Högst 8 grader');
  expect(late.status).toBe(409);
});

test('given back and handed in again opens no second deviation', async () => {
  const { id } = await openOne();
  await answer(id, { questionId: 'q1', yesNo: 'no' });
  await answer(id, { questionId: 'q2', value: 4 });
  const first = await submit(id);
  await call('POST', `/api/v1/records/selfCheckOccurrence/${id}/steps`, {
    ...as(manager),
    body: { to: 'open', baseRevision: first.body.revision, reason: 'Kontrollera en gång till' },
  });

  const second = await submit(id);

  expect(second.body.status).toBe('submitted');
  expect(fieldsOf(second.body).deviations).toEqual(fieldsOf(first.body).deviations);
  expect(fieldsOf(second.body).deviations).toHaveLength(1);
});

test('two people answer different questions at once, and both answers stand', async () => {
  const { id } = await openOne();

  const both = await Promise.all([
    answer(id, { questionId: 'q1', yesNo: 'yes' }),
    answer(id, { questionId: 'q2', value: 5 }),
    answer(id, { questionId: 'q3', answerText: 'Nej' }),
  ]);
  const { body } = await call<RecordAnswer>('GET', `/api/v1/records/selfCheckOccurrence/${id}`, as(manager));

  expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(fieldsOf(body).answers).toMatchObject([{ yesNo: 'yes' }, { value: 5 }, { answerText: 'Nej' }]);
});

test('the review of one without failures closes it; one with failures waits for what it led to', async () => {
  const approved = await openOne();
  await answer(approved.id, { questionId: 'q1', yesNo: 'yes' });
  await answer(approved.id, { questionId: 'q2', value: 5 });
  const one = await submit(approved.id);
  const failed = await openOne();
  await answer(failed.id, { questionId: 'q1', yesNo: 'no' });
  await answer(failed.id, { questionId: 'q2', value: 5 });
  const other = await submit(failed.id);
  const review = (record: RecordAnswer) =>
    call<RecordAnswer>('POST', `/api/v1/self-checks/${record.id}/review`, {
      ...as(manager),
      body: { baseRevision: record.revision, reviewComment: 'Bra' },
    });

  expect((await review(one.body)).body).toMatchObject({ status: 'closed', fields: { result: 'approved' } });
  expect((await review(other.body)).body).toMatchObject({ status: 'reviewed', fields: { reviewComment: 'Bra' } });
});

test('only who carries it out answers; the others are told so', async () => {
  const { id } = await openOne();

  const stranger = await answer(id, { questionId: 'q1', yesNo: 'yes' }, employee);
  const unknown = await answer(id, { questionId: 'q99', yesNo: 'yes' });
  const offScale = await answer(id, { questionId: 'q1', yesNo: 'maybe' });
  const around = await call('PATCH', `/api/v1/records/selfCheckOccurrence/${id}`, {
    ...as(manager),
    body: { baseRevision: 2, fields: { answers: [], result: 'approved' } },
  });

  expect(stranger.status).toBe(403);
  expect(unknown.status).toBe(404);
  expect(offScale.status).toBe(400);
  expect(around.status).toBe(422);
});

test('the employee who is named answers and hands in, and the manager reviews', async () => {
  const { id, revision } = await openOne({ performerRole: 'employee' });
  await call('PATCH', `/api/v1/records/selfCheckOccurrence/${id}`, {
    ...as(manager),
    body: { baseRevision: revision, fields: { performer: { id: employee?.id, name: 'Person' } } },
  });

  const mine = await call<readonly RecordAnswer[]>('GET', '/api/v1/self-checks/mine', as(employee));
  await answer(id, { questionId: 'q1', yesNo: 'yes' }, employee);
  await answer(id, { questionId: 'q2', value: 3 }, employee);
  const submitted = await submit(id, { sampledCount: 12, sampledUnits: 'Rum 1–12' }, employee);

  expect(mine.body.map((record) => record.id)).toEqual([id]);
  expect(submitted.body).toMatchObject({
    status: 'submitted',
    fields: { sampledCount: 12, sampledUnits: 'Rum 1–12' },
  });
});

test('an open self-check waits for whom it is meant for, and for nobody else who may answer it', async () => {
  const employees = await openOne({ performerRole: 'employee' });
  const coordinators = await openOne({ performerRole: 'qualityCoordinator' });
  const waitsFor = async (who: (typeof walkers)[number] | undefined) => {
    const { body } = await call<MyPartAnswer>('GET', '/api/v1/my-part', as(who));
    const ids = new Set(body.waiting.map(({ record }) => record.id));
    return [employees, coordinators].map(({ id }) => ids.has(id));
  };

  const unnamed = [await waitsFor(employee), await waitsFor(manager), await waitsFor(coordinator)];
  await call('PATCH', `/api/v1/records/selfCheckOccurrence/${employees.id}`, {
    ...as(manager),
    body: { baseRevision: employees.revision, fields: { performer: { id: employee?.id, name: 'Person' } } },
  });
  const named = [await waitsFor(employee), await waitsFor(manager), await waitsFor(coordinator)];

  expect(unnamed).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
  expect(named).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
});

test('the year holds what is made and, after that, what is planned, of the units that one reads', async () => {
  const definition = await define({ name: 'Året runt', units: [unitIds.own, unitIds.other], frequency: 'quarterly' });
  await service.selfChecks.run(demoBoard.id);
  const items = async (who: (typeof walkers)[number] | undefined, year: number) => {
    const { body } = await call<SelfCheckCalendarAnswer>(
      'GET',
      `/api/v1/self-checks/calendar?year=${String(year)}`,
      as(who),
    );
    return body.items.filter(({ definitionId }) => definitionId === definition);
  };

  const thisYear = await items(coordinator, 2026);
  const nextYear = await items(coordinator, 2027);
  const ofManager = await items(manager, 2027);

  expect(thisYear.map(({ occurrence, dueOn }) => [occurrence, dueOn])).toEqual([
    [true, '2026-11-16'],
    [true, '2026-11-16'],
  ]);
  expect(nextYear).toHaveLength(8);
  expect(nextYear.every(({ occurrence }) => !occurrence)).toBe(true);
  expect(ofManager.map(({ unitId }) => unitId)).toEqual(Array.from({ length: 4 }, () => unitIds.own));
});

test('a unit lacks the checks of its legal base until one in force covers it', async () => {
  const unit = await must(service.records.get(systemCaller(), 'organisationalUnit', unitIds.own));
  await must(
    service.records.change(systemCaller(), 'organisationalUnit', unitIds.own, {
      baseRevision: unit.revision,
      fields: { legalBase: ['skollag'] },
    }),
  );
  const areas = async () => (await call<SelfCheckGapsAnswer>('GET', '/api/v1/self-checks/gaps', as(manager))).body.gaps;

  const before = await areas();
  await define({ area: 'childSafety' });

  expect(before).toEqual([{ unitId: unitIds.own, area: 'childSafety', legalBases: ['skollag'] }]);
  expect(await areas()).toEqual([]);
});

test('a preview shows the next days of a schedule, and says when a rule is not understood', async () => {
  const preview = async (part: Readonly<Record<string, unknown>>) =>
    (
      await call<SelfCheckPreviewAnswer>('POST', '/api/v1/self-checks/preview', {
        ...as(manager),
        body: { frequency: 'monthly', startsOn: '2026-12-01', deadlineDays: 24, ...part },
      })
    ).body;

  expect((await preview({})).next.slice(0, 2)).toEqual([
    { period: '2026-12', opensOn: '2026-12-01', dueOn: '2026-12-28' },
    { period: '2027-01', opensOn: '2027-01-01', dueOn: '2027-01-25' },
  ]);
  expect(await preview({ frequency: 'custom', rule: 'då och då' })).toEqual({ understood: false, next: [] });
});

test('statistics tell in time from late from missing, by the month they were due', async () => {
  now = new Date('2026-11-25T08:00:00Z');
  const { body } = await call<SelfCheckStatisticsAnswer>('GET', '/api/v1/self-checks/statistics', as(coordinator));

  const [november, ...others] = body.months;
  expect(others).toEqual([]);
  expect(november).toMatchObject({ month: '2026-11', inTime: 5, late: 0, notApproved: 3 });
  expect(november?.due).toBe((november?.inTime ?? 0) + (november?.missing ?? 0));
  expect(november?.missing).toBeGreaterThan(0);
});
