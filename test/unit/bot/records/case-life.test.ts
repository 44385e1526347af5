import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../../../bot/records/records-service.ts';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { TestBoard } from './board-fixture.ts';
import { createTestBoard, must } from './board-fixture.ts';

let board: TestBoard;
let reporter: Caller;
let manager: Caller;
let coordinator: Caller;
let investigator: Caller;

beforeAll(async () => {
  board = await createTestBoard();
  reporter = board.as('employee', board.units.ekliden);
  manager = board.as('unitManager', board.units.ekliden);
  coordinator = board.as('qualityCoordinator');
  investigator = board.as('misconductInvestigator');
});

afterAll(async () => {
  await board.close();
});

async function report(kind: KindName, fields: Record<string, unknown>, by = reporter): Promise<RecordAnswer> {
  return await board.seed(kind, fields, { unitId: board.units.ekliden, by });
}

/** Takes steps one after the other, each from what stands. */
async function walk(
  caller: Caller,
  kind: KindName,
  id: string,
  steps: readonly (readonly [to: string, fields?: Record<string, unknown> | undefined, reason?: string])[],
): Promise<RecordAnswer> {
  let last: RecordAnswer | undefined;
  for (const [to, fields, reason] of steps) {
    const { revision } = must(await board.service.get(board.system, kind, id));
    last = must(
      await board.service.takeStep(caller, kind, id, {
        to,
        baseRevision: revision,
        ...(fields && { fields }),
        ...(reason !== undefined && { reason }),
      }),
    );
  }
  if (last === undefined) throw new Error('no step given');
  return last;
}

const assessed = { severity: 3, likelihood: 2, category: 'fall' };

test('a grave deviation is worked through by its manager, closed by the coordinator and opened again', async () => {
  const { id } = await report('deviation', { whatHappened: 'Fall med höftbrott' });
  await walk(manager, 'deviation', id, [
    ['acknowledged', { messageToReporter: 'Tack, vi tittar på det' }],
    ['assessed', assessed],
    ['investigating'],
    ['actionPlanned', { causeAreas: ['routine'], plannedAction: 'Halkskydd i duschen' }],
    ['inProgress'],
    ['effectReview'],
  ]);
  const { revision } = must(await board.service.get(manager, 'deviation', id));
  const close = { to: 'closed', baseRevision: revision, fields: { effectResult: 'reached' } };

  const byManager = await board.service.takeStep(manager, 'deviation', id, close);
  const closed = must(await board.service.takeStep(coordinator, 'deviation', id, close));
  const edited = await board.service.change(manager, 'deviation', id, {
    baseRevision: closed.revision,
    fields: { place: 'Badrummet' },
  });
  const reopened = await walk(coordinator, 'deviation', id, [['reopened', undefined, 'Det hände igen']]);

  expect([byManager.kind, edited.kind]).toEqual(['notAllowed', 'notAllowed']);
  expect(closed).toMatchObject({ status: 'closed', fields: { effectResult: 'reached', severity: 3 } });
  expect(reopened.status).toBe('reopened');
});

test('a deviation is not closed before its result is stated and the reporter has been told', async () => {
  const { id } = await report('deviation', { whatHappened: 'Fall' });
  const { revision } = await walk(manager, 'deviation', id, [
    ['acknowledged'],
    ['assessed', { ...assessed, severity: 1 }],
    ['actionPlanned', { plannedAction: 'Samtal' }],
    ['inProgress'],
    ['effectReview'],
  ]);

  const refused = await board.service.takeStep(manager, 'deviation', id, { to: 'closed', baseRevision: revision });

  expect(refused).toMatchObject({
    kind: 'invalid',
    problems: [
      { field: 'effectResult', problem: 'required' },
      { field: 'messageToReporter', problem: 'required' },
    ],
  });
});

test('an assessment needs its numbers, and severity decides which way is open', async () => {
  const { id } = await report('deviation', { whatHappened: 'Fall' });
  const { revision } = await walk(manager, 'deviation', id, [['acknowledged']]);

  const refused = await board.service.takeStep(manager, 'deviation', id, {
    to: 'assessed',
    baseRevision: revision,
    fields: { severity: 7 },
  });
  const grave = await walk(manager, 'deviation', id, [['assessed', assessed]]);
  const shortcut = await board.service.takeStep(manager, 'deviation', id, {
    to: 'actionPlanned',
    baseRevision: grave.revision,
    fields: { plannedAction: 'Samtal' },
  });

  expect(refused).toMatchObject({
    problems: [{ field: 'severity', problem: 'tooLarge' }, { field: 'category' }, { field: 'likelihood' }],
  });
  expect(shortcut.kind).toBe('stepNotPossible');
});

test('who reported something that was not a deviation reads why', async () => {
  const { id } = await report('deviation', { whatHappened: 'Kaffet var slut' });

  await walk(manager, 'deviation', id, [['rejected', undefined, 'NAME har fyllt på. Det här är inget vi utreder.']]);

  const seen = must(await board.service.get(reporter, 'deviation', id));
  const why = '[namn] har fyllt på. Det här är inget vi utreder.';
  expect(seen).toMatchObject({ status: 'rejected', fields: { rejectionReason: why, messageToReporter: why } });
});

test('feedback is confirmed, assigned and answered, and closed only with what came of it', async () => {
  const officer = board.as('feedbackOfficer');
  const { id } = await report('feedback', { feedbackKind: 'complaint', text: 'Maten är kall', topic: 'food' });
  board.setNow('2026-11-19T10:00:00.000Z');
  const confirmed = await walk(officer, 'feedback', id, [['confirmed']]);
  const { revision } = await walk(officer, 'feedback', id, [
    ['assigned', { responsible: { id: manager.actor.personId, name: 'Chef' } }],
    ['investigating'],
    ['answered', { answerSummary: 'Vi mäter temperaturen' }],
  ]);

  const refused = await board.service.takeStep(manager, 'feedback', id, { to: 'closed', baseRevision: revision });
  const closed = await walk(manager, 'feedback', id, [
    ['closed', { consequence: 'Mätte 14 kvällar', change: 'Värmevagn' }],
  ]);

  expect(confirmed.fields['confirmedAt']).toBe('2026-11-19T10:00:00.000Z');
  expect(refused).toMatchObject({ problems: [{ field: 'consequence' }, { field: 'change' }] });
  expect(closed.status).toBe('closed');
  const peer = must(await board.service.get(board.as('employee', board.units.ekliden), 'feedback', id));
  expect(peer).toMatchObject({ view: 'anonymised', fields: { consequence: 'Mätte 14 kvällar', change: 'Värmevagn' } });
  board.setNow('2026-11-18T09:00:00.000Z');
});

test('suspected misconduct: the reporter follows its status, the manager knows that it exists, the named see nothing', async () => {
  const named = board.as('unitManager', board.units.ekliden);
  const namedInvestigator = board.as('misconductInvestigator');
  const { id, ...receipt } = await report('misconductCase', {
    whatHappened: 'Brukare inlåst på sitt rum',
    implicatedPersons: [
      { id: named.actor.personId, name: 'Namngiven' },
      { id: namedInvestigator.actor.personId, name: 'Utredaren själv' },
    ],
  });
  await walk(investigator, 'misconductCase', id, [['preliminaryAssessment', { messageToReporter: 'Vi utreder' }]]);

  const seen = async (caller: Caller) => {
    const outcome = await board.service.get(caller, 'misconductCase', id);
    return outcome.kind === 'ok' ? outcome.value.view : outcome.kind;
  };
  expect(receipt).toMatchObject({ view: 'status', ref: 'LSA-2026-0001', fields: {} });
  expect(await seen(reporter)).toBe('status');
  expect(await seen(manager)).toBe('existence');
  expect(await seen(board.as('departmentHead', board.units.care))).toBe('existence');
  expect(await seen(investigator)).toBe('full');
  for (const caller of [named, namedInvestigator, coordinator, board.as('admin'), board.as('boardOffice')]) {
    expect(await seen(caller)).toBe('notFound');
    const listed = await board.service.list(caller, 'misconductCase', {});
    expect(listed.kind === 'ok' ? listed.value.total : 0).toBe(0);
  }
  expect(must(await board.service.get(reporter, 'misconductCase', id)).fields).toEqual({
    messageToReporter: 'Vi utreder',
  });
  expect((await board.service.history(reporter, 'misconductCase', id)).kind).toBe('notAllowed');
  expect((await board.service.history(named, 'misconductCase', id)).kind).toBe('notFound');
});

test('every reading of a restricted case is noted, also in lists and histories, and nothing else is', async () => {
  const { id } = await report('misconductCase', { whatHappened: 'Pengar saknas' });
  const deviation = await report('deviation', { whatHappened: 'Fall' });
  const reader = board.as('misconductInvestigator');

  must(await board.service.get(reader, 'misconductCase', id));
  must(await board.service.history(reader, 'misconductCase', id));
  const page = must(await board.service.list(reader, 'misconductCase', { limit: 1 }));
  must(await board.service.findByRef(manager, 'lsa 2026 2'));
  must(await board.service.get(manager, 'deviation', deviation.id));

  const log = await board.db.selectFrom('access_log').selectAll().orderBy('id').execute();
  const mine = log.filter(({ person_id: person }) => person === reader.actor.personId);
  expect(mine.map(({ record_id: record, view, via }) => [record, view, via])).toEqual([
    [id, 'full', 'tab'],
    [id, 'full', 'tab'],
    [page.rows[0]?.id, 'full', 'tab'],
  ]);
  expect(log.at(-1)).toMatchObject({ person_id: manager.actor.personId, record_id: id, view: 'existence' });
});

test('what turns out not to be lex Sarah says why to the reporter', async () => {
  const { id } = await report('misconductCase', { whatHappened: 'Sen frukost' });

  await walk(investigator, 'misconductCase', id, [
    ['preliminaryAssessment'],
    ['backToDeviation', undefined, 'Det här följs upp som en avvikelse.'],
  ]);

  expect(must(await board.service.get(reporter, 'misconductCase', id))).toMatchObject({
    status: 'backToDeviation',
    fields: { messageToReporter: 'Det här följs upp som en avvikelse.' },
  });
});

test('a reference is found however it is typed, and only by those who may see it', async () => {
  const { ref = '', id } = await report('deviation', { whatHappened: 'Fall' });

  const found = must(await board.service.findByRef(manager, ref.toLowerCase().replaceAll('-', ' ')));

  expect(found.id).toBe(id);
  expect((await board.service.findByRef(board.as('employee', board.units.sjovik), ref)).kind).toBe('notFound');
  expect((await board.service.findByRef(manager, 'AVV-2026-9999')).kind).toBe('notFound');
  expect((await board.service.findByRef(manager, 'vad som helst')).kind).toBe('notFound');
});

test('ids that are no ids, kinds that do not fit and other boards’ records are not found', async () => {
  const { id } = await report('deviation', { whatHappened: 'Fall' });
  const elsewhere: Caller = { ...coordinator, boardId: 'another-board' };

  expect((await board.service.get(manager, 'deviation', "x'; drop table records")).kind).toBe('notFound');
  expect((await board.service.get(manager, 'feedback', id)).kind).toBe('notFound');
  expect((await board.service.get(elsewhere, 'deviation', id)).kind).toBe('notFound');
  expect(must(await board.service.list(elsewhere, 'deviation', {})).total).toBe(0);
  expect((await board.service.change(manager, 'deviation', randomUUID(), { baseRevision: 1, fields: {} })).kind).toBe(
    'notFound',
  );
});

test('a series that the database has forgotten goes on after the references that exist', async () => {
  const { ref: before = '' } = await report('deviation', { whatHappened: 'Fall' });
  await board.db.deleteFrom('number_series').execute();

  const { ref: after = '' } = await report('deviation', { whatHappened: 'Fall' });

  expect(Number(after.slice(-4))).toBe(Number(before.slice(-4)) + 1);
});
