import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import type { Caller } from '../../../../bot/records/records-service.ts';
import type { TestBoard } from './board-fixture.ts';
import { createTestBoard, must } from './board-fixture.ts';
import { completeCommitment, seedPlan } from './plan-fixture.ts';
import type { TestPlan } from './plan-fixture.ts';

let board: TestBoard;
let plan: TestPlan;
let staff: Caller;
let colleague: Caller;
let manager: Caller;
let head: Caller;
let office: Caller;
let commitment: RecordAnswer;

beforeAll(async () => {
  board = await createTestBoard();
  plan = await seedPlan(board);
  staff = board.as('employee', board.units.ekliden);
  colleague = board.as('employee', board.units.ekliden);
  manager = board.as('unitManager', board.units.ekliden);
  head = board.as('departmentHead', board.units.care);
  office = board.as('boardOffice');
});

beforeEach(async () => {
  const fields = { ...completeCommitment, goal: plan.boardGoal.id };
  commitment = await board.seed('commitment', fields, { unitId: board.units.ekliden, by: staff });
});

afterAll(async () => {
  await board.close();
});

async function reload(caller: Caller = manager): Promise<RecordAnswer> {
  return must(await board.service.get(caller, 'commitment', commitment.id));
}

async function addResult(caller: Caller = staff) {
  return await board.service.create(caller, 'expectedResult', {
    id: randomUUID(),
    fields: { commitment: commitment.id, resultKind: 'targetValue', text: '95 % har en aktuell plan', target: 95 },
  });
}

async function step(caller: Caller, to: string, more: { reason?: string; fields?: Record<string, unknown> } = {}) {
  const { revision } = await reload();
  return await board.service.takeStep(caller, 'commitment', commitment.id, { to, baseRevision: revision, ...more });
}

test('a commitment is handed in, given back, handed in again, judged and adopted, and its results follow', async () => {
  const result = must(await addResult());

  must(await step(manager, 'submitted'));
  must(await step(head, 'returned', { reason: 'Målvärdet saknar utgångsläge' }));
  must(await step(manager, 'submitted'));
  must(await step(head, 'credibilityReviewed'));
  const adopted = must(await step(office, 'adopted', { fields: { decisionDate: '2026-12-10' } }));

  expect(adopted).toMatchObject({ status: 'adopted', fields: { decisionDate: '2026-12-10' } });
  const followed = must(await board.service.get(manager, 'expectedResult', result.id));
  expect(followed).toMatchObject({ status: 'adopted', revision: 6 });
  const history = must(await board.service.history(staff, 'commitment', commitment.id));
  expect(history.map(({ action, fromStatus, toStatus }) => [action, fromStatus, toStatus])).toEqual([
    ['stepTaken', 'credibilityReviewed', 'adopted'],
    ['stepTaken', 'submitted', 'credibilityReviewed'],
    ['stepTaken', 'returned', 'submitted'],
    ['stepTaken', 'submitted', 'returned'],
    ['stepTaken', 'draft', 'submitted'],
    ['created', undefined, 'draft'],
  ]);
  expect(history[3]).toMatchObject({ reason: 'Målvärdet saknar utgångsläge', by: { id: head.actor.personId } });
  expect(history[0]?.changes).toEqual([{ field: 'decisionDate', to: '2026-12-10' }]);
});

test('adopting without the day of the decision, and giving back without a reason, are refused', async () => {
  must(await addResult());
  must(await step(manager, 'submitted'));

  const noReason = await step(head, 'returned', { reason: '  ' });
  must(await step(head, 'credibilityReviewed'));
  const noDay = await step(office, 'adopted');

  expect(noReason).toMatchObject({ kind: 'invalid', problems: [{ field: 'reason', problem: 'required' }] });
  expect(noDay).toMatchObject({ kind: 'invalid', problems: [{ field: 'decisionDate', problem: 'required' }] });
  expect((await reload()).status).toBe('credibilityReviewed');
});

test('a revised commitment waits for a new decision', async () => {
  must(await addResult());
  must(await step(manager, 'submitted'));
  must(await step(head, 'credibilityReviewed'));
  must(await step(office, 'adopted', { fields: { decisionDate: '2026-12-10' } }));

  const revised = must(await step(office, 'draft', { reason: 'Nytt uppdrag' }));

  expect(revised.status).toBe('draft');
  expect(revised.fields).not.toHaveProperty('decisionDate');
});

test('nothing is handed in without all six points and an expected result', async () => {
  const { revision } = await reload();
  must(
    await board.service.change(manager, 'commitment', commitment.id, {
      baseRevision: revision,
      fields: { qualityChecks: ['clear'], targetGroup: null },
    }),
  );

  const refused = await step(manager, 'submitted');

  expect(refused).toMatchObject({
    kind: 'invalid',
    problems: expect.arrayContaining([
      expect.objectContaining({ field: 'qualityChecks', problem: 'incomplete' }),
      expect.objectContaining({ field: 'expectedResults', problem: 'incomplete' }),
      expect.objectContaining({ field: 'targetGroup', problem: 'required' }),
    ]),
  });
  expect((await reload()).status).toBe('draft');
});

test('who may not take a step is refused, and one that does not exist from here is not possible', async () => {
  must(await addResult());

  expect((await step(staff, 'submitted')).kind).toBe('notAllowed');
  expect((await step(board.as('unitManager', board.units.sjovik), 'submitted')).kind).toBe('notAllowed');
  expect((await step(manager, 'adopted')).kind).toBe('stepNotPossible');
  expect((await step(manager, 'nonsense')).kind).toBe('stepNotPossible');
  expect((await step(manager, 'submitted', { fields: { text: 'Nytt' } })).kind).toBe('invalid');
});

test('whoever decides something that has changed since they read it is asked to look again', async () => {
  must(await addResult());
  must(await step(manager, 'submitted'));
  const read = await reload(head);
  must(
    await board.service.comment(staff, 'commitment', commitment.id, {
      id: randomUUID(),
      kind: 'comment',
      text: 'Bra',
    }),
  );
  must(
    await board.service.change(manager, 'commitment', commitment.id, {
      baseRevision: read.revision + 1,
      fields: { text: 'Något helt annat' },
    }),
  );

  const outcome = await board.service.takeStep(head, 'commitment', commitment.id, {
    to: 'credibilityReviewed',
    baseRevision: read.revision,
  });

  expect(outcome).toMatchObject({ kind: 'conflict', current: { fields: { text: 'Något helt annat' } } });
});

test('a comment in between does not stop a decision', async () => {
  must(await addResult());
  must(await step(manager, 'submitted'));
  const read = await reload(head);
  must(await board.service.comment(staff, 'commitment', commitment.id, { id: 'k1', kind: 'comment', text: 'Bra' }));

  const outcome = await board.service.takeStep(head, 'commitment', commitment.id, {
    to: 'credibilityReviewed',
    baseRevision: read.revision,
  });

  expect(outcome.kind).toBe('ok');
});

test('two who change different fields both succeed; the same field is a conflict with what stands now', async () => {
  const { revision } = commitment;

  const first = must(
    await board.service.change(staff, 'commitment', commitment.id, {
      baseRevision: revision,
      fields: { targetGroup: 'Boende och anhöriga' },
    }),
  );
  const second = must(
    await board.service.change(colleague, 'commitment', commitment.id, {
      baseRevision: revision,
      fields: { workingMethod: 'Samtal varje vecka' },
    }),
  );
  const third = await board.service.change(manager, 'commitment', commitment.id, {
    baseRevision: revision,
    fields: { targetGroup: 'Alla', text: 'Nytt' },
  });

  expect(first.revision).toBe(revision + 1);
  expect(second).toMatchObject({
    revision: revision + 2,
    fields: { targetGroup: 'Boende och anhöriga', workingMethod: 'Samtal varje vecka' },
  });
  expect(third).toMatchObject({
    kind: 'conflict',
    current: { revision: revision + 2, fields: { targetGroup: 'Boende och anhöriga', text: completeCommitment.text } },
  });
});

test('many changes at once to one record are all kept, one revision each', async () => {
  const fields = [
    'targetGroup',
    'targetGroupNeed',
    'workingMethod',
    'followUpMethod',
    'feedbackSystem',
    'userParticipation',
  ];

  const outcomes = await Promise.all(
    fields.map((field) =>
      board.service.change(manager, 'commitment', commitment.id, {
        baseRevision: commitment.revision,
        fields: { [field]: `Ny ${field}` },
      }),
    ),
  );

  expect(outcomes.map(({ kind }) => kind)).toEqual(fields.map(() => 'ok'));
  const after = await reload();
  expect(after.revision).toBe(commitment.revision + fields.length);
  expect(after.fields).toMatchObject(Object.fromEntries(fields.map((field) => [field, `Ny ${field}`])));
});

test('a change that changes nothing makes no revision', async () => {
  board.accepted.length = 0;

  const same = must(
    await board.service.change(manager, 'commitment', commitment.id, {
      baseRevision: commitment.revision,
      fields: { text: ` ${completeCommitment.text}\r\n`.trimStart() },
    }),
  );

  expect(same.revision).toBe(commitment.revision);
  expect(board.accepted).toEqual([]);
});

test('what must always be there cannot be emptied, and references must lead somewhere sensible', async () => {
  const change = async (fields: Record<string, unknown>) =>
    await board.service.change(manager, 'commitment', commitment.id, { baseRevision: commitment.revision, fields });

  expect(await change({ text: null })).toMatchObject({ kind: 'invalid', problems: [{ problem: 'required' }] });
  expect(await change({ goal: randomUUID() })).toMatchObject({
    problems: [{ field: 'goal', problem: 'noSuchRecord' }],
  });
  expect(await change({ goal: plan.vision.id })).toMatchObject({
    problems: [{ field: 'goal', problem: 'notAChoice' }],
  });
});

test('who wrote or commented has taken part, once each; the app and those who decide have not', async () => {
  must(
    await board.service.change(colleague, 'commitment', commitment.id, {
      baseRevision: commitment.revision,
      fields: { targetGroup: 'Boende' },
    }),
  );
  must(await addResult(manager));
  must(await board.service.comment(head, 'commitment', commitment.id, { id: 'c1', kind: 'comment', text: 'Fint' }));
  must(await board.service.comment(head, 'commitment', commitment.id, { id: 'c2', kind: 'comment', text: 'Mer' }));
  must(await step(manager, 'submitted'));
  must(await step(office, 'credibilityReviewed'));

  const { fields } = await reload();

  const participants = fields['participants'] as readonly { id: string }[];
  expect(participants.map(({ id }) => id)).toEqual(
    [staff, colleague, manager, head].map(({ actor }) => actor.personId),
  );
});

test('staff edit drafts of their unit only, and suggest on what is handed in; who may edit answers', async () => {
  must(await addResult());
  must(await step(manager, 'submitted'));
  const suggestion = { id: randomUUID(), kind: 'suggestion', field: 'text', text: 'Skriv NAME i stället' } as const;

  const edit = await board.service.change(staff, 'commitment', commitment.id, {
    baseRevision: (await reload()).revision,
    fields: { text: 'Nytt' },
  });
  const stored = must(await board.service.comment(staff, 'commitment', commitment.id, suggestion));
  const again = must(await board.service.comment(staff, 'commitment', commitment.id, suggestion));
  const byStranger = await board.service.comment(
    board.as('employee', board.units.sjovik),
    'commitment',
    commitment.id,
    { ...suggestion, id: randomUUID() },
  );
  const answeredByStaff = await board.service.answerComment(staff, 'commitment', commitment.id, suggestion.id, 'taken');
  const answered = must(
    await board.service.answerComment(manager, 'commitment', commitment.id, suggestion.id, 'taken'),
  );
  const otherAnswer = await board.service.answerComment(
    manager,
    'commitment',
    commitment.id,
    suggestion.id,
    'declined',
  );

  expect(edit.kind).toBe('notAllowed');
  expect(stored).toMatchObject({
    masked: { names: true },
    comments: [{ text: 'Skriv [namn] i stället', field: 'text' }],
  });
  expect(again.revision).toBe(stored.revision);
  expect(byStranger.kind).toBe('notAllowed');
  expect(answeredByStaff.kind).toBe('notAllowed');
  expect(answered.comments?.[0]?.answer).toMatchObject({ outcome: 'taken', by: { id: manager.actor.personId } });
  expect(otherAnswer.kind).toBe('stepNotPossible');
});

test('comments are checked like anything else', async () => {
  const comment = async (input: { id?: string; text?: string; field?: string }) =>
    await board.service.comment(staff, 'commitment', commitment.id, {
      id: randomUUID(),
      kind: 'comment',
      text: 'Bra',
      ...input,
    });

  expect(await comment({ text: ' \n ' })).toMatchObject({ problems: [{ field: 'text', problem: 'required' }] });
  expect(await comment({ text: 'x'.repeat(4001) })).toMatchObject({ problems: [{ problem: 'tooLong' }] });
  expect(await comment({ field: 'constructor' })).toMatchObject({ problems: [{ problem: 'unknownField' }] });
  expect(await comment({ id: 'a b' })).toMatchObject({ problems: [{ field: 'id' }] });
  must(await comment({ id: 'mine' }));
  expect(
    await board.service.comment(colleague, 'commitment', commitment.id, { id: 'mine', kind: 'comment', text: 'Min' }),
  ).toEqual({ kind: 'idTaken' });
});

test('an expected result takes the unit of its commitment and is locked with it', async () => {
  const result = must(await addResult());
  expect(result).toMatchObject({ unitId: board.units.ekliden, status: 'draft', allowed: { edit: true, steps: [] } });
  must(await step(manager, 'submitted'));

  const byStaff = await board.service.change(staff, 'expectedResult', result.id, {
    baseRevision: result.revision + 1,
    fields: { target: 90 },
  });
  const newByStaff = await addResult();
  const newByManager = await addResult(manager);
  const moved = await board.service.change(manager, 'expectedResult', result.id, {
    baseRevision: result.revision + 1,
    fields: { commitment: randomUUID() },
  });
  const ownStep = await board.service.takeStep(head, 'expectedResult', result.id, {
    to: 'credibilityReviewed',
    baseRevision: result.revision + 1,
  });

  expect([byStaff.kind, newByStaff.kind, newByManager.kind, moved.kind, ownStep.kind]).toEqual([
    'notAllowed',
    'notAllowed',
    'ok',
    'invalid',
    'stepNotPossible',
  ]);
  expect(must(newByManager).status).toBe('submitted');
});

test('an expected result belongs to exactly one thing that exists', async () => {
  const create = async (owner: Record<string, string>) =>
    await board.service.create(staff, 'expectedResult', {
      id: randomUUID(),
      fields: { resultKind: 'state', text: 'Veckoschema beslutas i gästråd', ...owner },
    });

  expect(await create({})).toMatchObject({ problems: [{ field: 'commitment', problem: 'required' }] });
  expect(await create({ commitment: randomUUID() })).toMatchObject({ problems: [{ problem: 'noSuchRecord' }] });
  expect(await create({ commitment: commitment.id, goal: plan.boardGoal.id })).toMatchObject({ kind: 'invalid' });
  expect(await create({ goal: plan.boardGoal.id })).toEqual({ kind: 'notAllowed' });
});

test('units write unit goals under a board goal; the levels above are the coordinator’s', async () => {
  const create = async (caller: Caller, level: string, parent: string, unitId?: string) =>
    await board.service.create(caller, 'goal', {
      id: randomUUID(),
      ...(unitId !== undefined && { unitId }),
      fields: { level, period: 'year', text: 'Mål', parent },
    });

  const unitGoal = await create(staff, 'unitGoal', plan.boardGoal.id, board.units.ekliden);
  const boardGoal = await create(staff, 'boardGoal', plan.boardGoal.id, board.units.ekliden);
  const withoutUnit = await create(board.as('qualityCoordinator'), 'unitGoal', plan.boardGoal.id);

  expect(unitGoal.kind).toBe('ok');
  expect(boardGoal).toMatchObject({ problems: [{ field: 'level', problem: 'notYours' }, { field: 'parent' }] });
  expect(withoutUnit).toMatchObject({ problems: [{ field: 'unitId', problem: 'required' }] });
});

test('the goal chain of a year holds the goals of the term, the year’s commitments and their results', async () => {
  const indicator = await board.seed('indicator', { name: 'Andel med aktuell plan' }, { unitId: board.units.ekliden });
  const result = must(
    await board.service.create(staff, 'expectedResult', {
      id: randomUUID(),
      fields: { commitment: commitment.id, resultKind: 'targetValue', text: '95 %', indicator: indicator.id },
    }),
  );

  const chain = await board.service.goalChain(staff, 2026);
  const nextYear = await board.service.goalChain(staff, 2027);
  const elsewhere = await board.service.goalChain(board.as('employee', board.units.sjovik), 2026);
  const stranger = await board.service.goalChain(board.as(undefined), 2026);

  expect(chain.goals.map(({ id }) => id)).toEqual(expect.arrayContaining([plan.vision.id, plan.boardGoal.id]));
  expect(chain.commitments.map(({ id }) => id)).toContain(commitment.id);
  expect(chain.expectedResults.map(({ id }) => id)).toContain(result.id);
  expect(chain.indicators.map(({ id }) => id)).toEqual([indicator.id]);
  expect(nextYear.commitments).toEqual([]);
  expect(nextYear.goals.map(({ fields }) => fields['level'])).not.toContain('boardGoal');
  expect(elsewhere.indicators).toEqual([]);
  expect([stranger.goals, stranger.commitments]).toEqual([[], []]);
});
