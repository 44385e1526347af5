import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../../../bot/records/records-service.ts';
import type { TestBoard } from './board-fixture.ts';
import { createTestBoard, must } from './board-fixture.ts';
import { completeCommitment, seedPlan } from './plan-fixture.ts';

let board: TestBoard;
let goalId: string;

beforeAll(async () => {
  board = await createTestBoard();
  goalId = (await seedPlan(board)).boardGoal.id;
});

afterAll(async () => {
  await board.close();
});

async function deviation(unitId: string, by: Caller, at = '2026-11-18T09:00:00.000Z') {
  board.setNow(at);
  const created = await board.seed('deviation', { whatHappened: 'Fall' }, { unitId, by });
  board.setNow('2026-11-18T09:00:00.000Z');
  return created;
}

test('what waits for a manager is what they can do now, the most urgent first and what is late marked', async () => {
  const { sjovik, ekliden } = board.units;
  const manager = board.as('unitManager', sjovik);
  const staff = board.as('employee', sjovik);
  const fresh = await deviation(sjovik, staff);
  const late = await deviation(sjovik, staff, '2026-11-12T09:00:00.000Z');
  await deviation(ekliden, staff);
  const rejected = await deviation(sjovik, staff);
  must(
    await board.service.takeStep(manager, 'deviation', rejected.id, { to: 'rejected', baseRevision: 1, reason: 'Nej' }),
  );
  const fields = { ...completeCommitment, goal: goalId };
  const draft = await board.seed('commitment', fields, { unitId: sjovik, by: staff });

  const part = await board.service.myPart(manager);

  expect(part.waiting.map(({ record, step, overdue, dueAt }) => [record.id, step.to, overdue, dueAt])).toEqual([
    [late.id, 'acknowledged', true, '2026-11-16T22:59:59.999Z'],
    [fresh.id, 'acknowledged', false, '2026-11-20T22:59:59.999Z'],
    [draft.id, 'submitted', false, undefined],
  ]);
  expect(part.waitingTotal).toBe(3);
  expect(part.commitments.map(({ id }) => id)).toEqual([draft.id]);
  expect((await board.service.myPart(staff)).waiting).toEqual([]);
});

test('a grave deviation waits for the coordinator when it can be closed, not for its manager', async () => {
  const unitId = board.units.blasippan;
  const manager = board.as('unitManager', unitId);
  const coordinator = board.as('qualityCoordinator');
  const grave = await board.seed(
    'deviation',
    { whatHappened: 'Fall', category: 'fall', severity: 3, likelihood: 1, plannedAction: 'Räcke' },
    { unitId, status: 'effectReview' },
  );
  const mild = await board.seed(
    'deviation',
    { whatHappened: 'Fall', category: 'fall', severity: 2, likelihood: 1, plannedAction: 'Räcke' },
    { unitId, status: 'effectReview' },
  );
  // Opening this again is possible, but nobody's task.
  await board.seed(
    'deviation',
    {
      whatHappened: 'Fall',
      category: 'fall',
      severity: 3,
      likelihood: 1,
      plannedAction: 'Räcke',
      effectResult: 'reached',
      messageToReporter: 'Tack',
    },
    { unitId, status: 'closed' },
  );

  const ofManager = await board.service.myPart(manager);
  const ofCoordinator = await board.service.myPart(coordinator);

  expect(ofManager.waiting.map(({ record }) => record.id)).toEqual([mild.id]);
  expect(ofCoordinator.waiting.map(({ record, step }) => [record.id, step.to])).toEqual([[grave.id, 'closed']]);
  expect([ofManager.waitingTotal, ofCoordinator.waitingTotal]).toEqual([1, 1]);
});

test('my cases are what I handed in, each as I may see it, newest first, and reading them is noted', async () => {
  const unitId = board.units.ekliden;
  const me = board.as('employee', unitId);
  const first = await deviation(unitId, me, '2026-11-16T09:00:00.000Z');
  const misconduct = await board.seed('misconductCase', { whatHappened: 'Inlåst' }, { unitId, by: me });
  await deviation(unitId, board.as('employee', unitId));

  const part = await board.service.myPart(me);

  expect(part.myCases.map(({ id, view }) => [id, view])).toEqual([
    [misconduct.id, 'status'],
    [first.id, 'full'],
  ]);
  expect(part.myCasesTotal).toBe(2);
  const log = await board.db.selectFrom('access_log').selectAll().where('record_id', '=', misconduct.id).execute();
  expect(log).toMatchObject([{ person_id: me.actor.personId, view: 'status' }]);
});

test('a case waits for its investigator today, but never for one whom it names', async () => {
  const named = board.as('misconductInvestigator');
  const other = board.as('misconductInvestigator');
  const { id } = await board.seed('misconductCase', {
    whatHappened: 'Hot',
    implicatedPersons: [{ id: named.actor.personId, name: 'Namngiven' }],
  });

  const ofOther = await board.service.myPart(other);
  const ofNamed = await board.service.myPart(named);

  expect(ofOther.waiting.find(({ record }) => record.id === id)).toMatchObject({
    dueAt: '2026-11-18T22:59:59.999Z',
    step: { to: 'preliminaryAssessment' },
  });
  expect(ofNamed.waiting.some(({ record }) => record.id === id)).toBe(false);
  expect(ofNamed.waitingTotal).toBe(ofOther.waitingTotal - 1);
});

test('somebody without a role, and on a board with nothing, gets an empty start page', async () => {
  const empty = {
    waiting: [],
    waitingTotal: 0,
    myCases: [],
    myCasesTotal: 0,
    commitments: [],
    commitmentsTotal: 0,
  };

  expect(await board.service.myPart(board.as(undefined))).toEqual(empty);
  expect(await board.service.myPart({ ...board.as('qualityCoordinator'), boardId: 'another' })).toEqual(empty);
});

test('only what is due first is shown when very much waits, and the total tells the rest', async () => {
  const unitId = board.units.contractor;
  const staff = board.as('employee', unitId);
  for (let hour = 0; hour < 23; hour += 1) {
    await deviation(unitId, staff, `2026-11-${String(10 - (hour % 5)).padStart(2, '0')}T08:00:00.000Z`);
  }

  const part = await board.service.myPart(board.as('unitManager', unitId));

  expect(part.waiting).toHaveLength(20);
  expect(part.waitingTotal).toBe(23);
  const due = part.waiting.map(({ dueAt }) => dueAt ?? '');
  expect(due).toEqual(due.toSorted());
  expect(part.waiting[0]?.record.createdAt).toBe('2026-11-06T08:00:00.000Z');
});

test('a case of somebody else is none of my cases, whatever I claim', async () => {
  const me = board.as('unitManager', board.units.sjovik, randomUUID());

  expect((await board.service.myPart(me)).myCases).toEqual([]);
});
