import { expect, test } from '@jest/globals';
import type { Matter } from '../../../../../shared/rules/reminders/matter.ts';
import { planReminders } from '../../../../../shared/rules/reminders/plan-reminders.ts';
import type { PlanInput } from '../../../../../shared/rules/reminders/plan-reminders.ts';
import type { KnownReminder, NewReminder } from '../../../../../shared/rules/reminders/reminder-row.ts';
import { defaultReminderRules, rulesOn } from '../../../../../shared/rules/reminders/reminder-rules.ts';

const selfCheck = (id = 'check', more: Partial<Matter> = {}): Matter => ({
  subject: 'selfCheck',
  id,
  unitId: 'ekliden',
  stage: 'open',
  deadline: '2026-11-18', // a Wednesday
  since: '2026-10-01T08:00:00.000Z',
  responsible: ['annika'],
  ...more,
});

const directory = { headsOf: () => ['tomas'], coordinators: ['karin'] };

function plan(now: string, more: Partial<PlanInput> = {}) {
  return planReminders({
    matters: [selfCheck()],
    known: [],
    rules: defaultReminderRules,
    directory,
    choices: new Map(),
    now: new Date(now),
    lastRunAt: now,
    ...more,
  });
}

const asKnown = (row: NewReminder, more: Partial<KnownReminder> = {}): KnownReminder => ({
  id: `${row.personId}-${row.step}`,
  ...row,
  ...more,
});
const said = (rows: readonly NewReminder[]) => rows.map(({ personId, step, state }) => `${personId} ${step} ${state}`);

test('a self-check goes to the manager 14 and 3 days before, on the day and 3 days after, then to head and coordinator', () => {
  let known: readonly KnownReminder[] = [];
  const days: string[] = [];
  for (
    let day = new Date('2026-11-01T06:00:00.000Z');
    day < new Date('2026-12-05');
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    const { rows } = plan(day.toISOString(), { known });
    for (const row of rows) days.push(`${day.toISOString().slice(0, 10)} ${row.personId} ${row.step}`);
    known = [...known, ...rows.map((row) => asKnown(row, { state: 'sent' }))];
  }

  expect(days).toEqual([
    '2026-11-04 annika -14',
    '2026-11-16 annika -3', // from Sunday to Monday
    '2026-11-18 annika 0',
    '2026-11-23 annika +3', // from Saturday to Monday
    '2026-11-30 tomas +10', // from Saturday to Monday
    '2026-11-30 karin +10',
  ]);
});

test('missed rungs give way to the newest, and nothing is planned twice', () => {
  const first = plan('2026-11-24T06:00:00.000Z');

  const again = plan('2026-11-24T07:00:00.000Z', { known: first.rows.map((row) => asKnown(row)) });

  expect(said(first.rows).toSorted()).toEqual([
    'annika +3 planned',
    'annika -14 superseded',
    'annika -3 superseded',
    'annika 0 superseded',
  ]);
  expect(again).toEqual({ rows: [], changes: [] });
});

test('a ladder has no rung from before the matter was there', () => {
  const { rows } = plan('2026-11-16T06:00:00.000Z', {
    matters: [selfCheck('check', { since: '2026-11-10T08:00:00.000Z' })],
  });

  expect(said(rows)).toEqual(['annika -3 planned']);
});

test('what is settled elsewhere ends the rows about it', () => {
  const known = plan('2026-11-18T06:00:00.000Z').rows.map((row) => asKnown(row, { state: 'sent' }));

  const { changes } = plan('2026-11-18T09:00:00.000Z', { matters: [], known });

  expect(new Set(changes.map(({ state, reason }) => `${state} ${reason}`))).toEqual(
    new Set(['settled settledElsewhere']),
  );
  expect(changes).toHaveLength(3);
});

test('with nobody in the role the row says so, and the head of department is told', () => {
  const { rows } = plan('2026-11-04T06:00:00.000Z', { matters: [selfCheck('check', { responsible: [] })] });

  expect(rows.map(({ personId, state, reason, part }) => ({ personId, state, reason, part }))).toEqual([
    { personId: '', state: 'unreachable', reason: 'nobodyInRole', part: 'act' },
    { personId: 'tomas', state: 'planned', reason: undefined, part: 'escalation' },
  ]);
});

test('what could not be brought to the manager goes to the head, then to the coordinator, and there it ends', () => {
  const [first] = plan('2026-11-04T06:00:00.000Z').rows;
  const unreached = asKnown(first!, { state: 'unreachable' });

  const second = plan('2026-11-04T06:05:00.000Z', { known: [unreached] }).rows;
  const third = plan('2026-11-04T06:10:00.000Z', {
    known: [unreached, ...second.map((row) => asKnown(row, { state: 'unreachable' }))],
  }).rows;
  const fourth = plan('2026-11-04T06:15:00.000Z', {
    known: [...[unreached], ...[...second, ...third].map((row) => asKnown(row, { state: 'unreachable' }))],
  }).rows;

  expect(said(second)).toEqual(['tomas -14! planned']);
  expect(said(third)).toEqual(['karin -14!! planned']);
  expect(fourth).toEqual([]);
});

test('a deputy gets what comes while somebody is away; without one it waits until they are back', () => {
  const away = { personId: 'annika', muted: [], absentFrom: '2026-11-01', absentTo: '2026-11-16' };

  const withDeputy = plan('2026-11-04T06:00:00.000Z', {
    choices: new Map([['annika', { ...away, deputyId: 'daniel' }]]),
  });
  const without = plan('2026-11-16T06:00:00.000Z', { choices: new Map([['annika', away]]) });
  const back = plan('2026-11-17T06:00:00.000Z', { choices: new Map([['annika', away]]) });

  expect(said(withDeputy.rows)).toEqual(['annika -14 deputised', 'daniel -14 planned']);
  expect(without.rows).toEqual([]);
  expect(said(back.rows)).toEqual(['annika -14 superseded', 'annika -3 planned']);
});

test('who has paused gets nothing but what is acute', () => {
  const choices = new Map([['annika', { personId: 'annika', muted: [], pausedUntil: '2026-12-31' }]]);
  const acute: Matter = {
    ...selfCheck('fall'),
    subject: 'deviation',
    stage: 'reported',
    since: '2026-11-07T22:00:00.000Z', // Saturday night
    alerts: [{ name: 'acute', to: ['responsible', 'departmentHead'] }],
  };

  const { rows } = plan('2026-11-07T22:01:00.000Z', { choices, matters: [selfCheck(), acute] });

  expect(said(rows)).toEqual(['annika -14 paused', 'annika acute planned', 'tomas acute planned']);
});

test('who is named in the matter is never told, whatever their role', () => {
  const matters = [selfCheck('case', { responsible: ['annika', 'ulrika'], never: ['annika', 'tomas'] })];

  const { rows } = plan('2026-11-30T06:00:00.000Z', { matters });

  expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set(['ulrika', 'karin']));
});

test('delegated rungs go to who took over', () => {
  const known = [asKnown(plan('2026-11-04T06:00:00.000Z').rows[0]!, { state: 'delegated', delegateId: 'daniel' })];

  const { rows } = plan('2026-11-16T06:00:00.000Z', { known });

  expect(said(rows)).toEqual(['daniel -14 superseded', 'daniel -3 planned']);
});

test('a snoozed card comes back once, and not when a later rung has come', () => {
  const [row] = plan('2026-11-04T06:00:00.000Z').rows;
  const snoozed = asKnown(row!, { state: 'snoozed', snoozedTo: '2026-11-06T06:00:00.000Z' });

  const early = plan('2026-11-05T06:00:00.000Z', { known: [snoozed] });
  const back = plan('2026-11-06T06:00:00.000Z', { known: [snoozed] });
  const again = plan('2026-11-06T07:00:00.000Z', { known: [snoozed, asKnown(back.rows[0]!, { state: 'sent' })] });
  const late = plan('2026-11-16T06:00:00.000Z', { known: [snoozed] });

  expect(early.rows).toEqual([]);
  expect(back.rows.map(({ step, dueAt, snoozes }) => ({ step, dueAt, snoozes }))).toEqual([
    { step: '-14', dueAt: '2026-11-06T06:00:00.000Z', snoozes: 1 },
  ]);
  expect(again.rows).toEqual([]);
  expect(said(late.rows)).toEqual(['annika -3 planned']);
});

test('with four open a person gets one digest on the first working day of the week, and single cards with fewer', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => selfCheck(id));
  const wednesday = '2026-11-18T06:00:00.000Z';

  const held = plan(wednesday, { matters: four, lastRunAt: '2026-11-17T06:00:00.000Z' });
  const known = held.rows.filter(({ state }) => state === 'held').map((row) => asKnown(row, { id: row.matterId }));
  const monday = plan('2026-11-23T06:00:00.000Z', { matters: four, known, lastRunAt: '2026-11-20T16:00:00.000Z' });
  const fewer = plan('2026-11-19T06:00:00.000Z', { matters: four.slice(1), known, lastRunAt: wednesday });

  expect(known).toHaveLength(4);
  expect(monday.rows.filter(({ subject }) => subject === 'digest')).toMatchObject([
    { personId: 'annika', dueAt: '2026-11-23T06:00:00.000Z', state: 'planned' },
  ]);
  expect(monday.changes.map(({ state }) => state)).toEqual(Array(4).fill('superseded'));
  expect(
    monday.rows.filter(({ step, subject }) => subject !== 'digest' && step === '+3').map(({ state }) => state),
  ).toEqual(Array(4).fill('inDigest'));
  expect(fewer.changes.toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([
    { id: 'a', state: 'settled', reason: 'settledElsewhere' },
    { id: 'b', state: 'planned' },
    { id: 'c', state: 'planned' },
    { id: 'd', state: 'planned' },
  ]);
});

test('a digest that no run was made for is made up for; after Easter Monday it comes on Tuesday', () => {
  const matters = ['a', 'b', 'c', 'd'].map((id) => selfCheck(id, { deadline: '2026-04-01' }));
  const digests = (now: string, lastRunAt: string) =>
    plan(now, { matters, lastRunAt }).rows.filter(({ subject }) => subject === 'digest').length;

  expect(digests('2026-04-06T09:00:00.000Z', '2026-04-02T09:00:00.000Z')).toBe(0);
  expect(digests('2026-04-07T05:00:00.000Z', '2026-04-02T09:00:00.000Z')).toBe(0); // nothing waits yet: see since
  const begun = matters.map((matter) => ({ ...matter, since: '2026-03-01T08:00:00.000Z' }));
  const late = (now: string, lastRunAt: string) =>
    plan(now, { matters: begun, lastRunAt }).rows.filter(
      ({ personId, subject }) => subject === 'digest' && personId === 'annika',
    );
  expect(late('2026-04-06T09:00:00.000Z', '2026-04-02T09:00:00.000Z')).toEqual([]);
  expect(late('2026-04-07T05:00:00.000Z', '2026-04-02T09:00:00.000Z')).toHaveLength(1);
  expect(late('2026-04-09T08:00:00.000Z', '2026-04-02T09:00:00.000Z')).toHaveLength(1);
  expect(late('2026-04-09T08:00:00.000Z', '2026-04-08T09:00:00.000Z')).toEqual([]);
});

test('rules count from their first day; before any there are the defaults', () => {
  const later = { ...defaultReminderRules, validFrom: '2027-01-01', opensAt: 8 };

  expect(rulesOn('2026-12-31', [later])).toBe(defaultReminderRules);
  expect(rulesOn('2027-01-01', [later]).opensAt).toBe(8);
});

test('what was planned is kept for who goes away and ended for who pauses or no longer has the matter', () => {
  const rows = plan('2026-11-03T06:00:00.000Z', { matters: [selfCheck('check', { deadline: '2026-11-17' })] }).rows;
  const known = rows.map((row) => asKnown(row, { id: 'a' }));
  const later = (more: Partial<PlanInput>) =>
    plan('2026-11-03T08:00:00.000Z', { matters: [selfCheck('check', { deadline: '2026-11-17' })], known, ...more })
      .changes;
  const choice = { personId: 'annika', muted: [] };

  expect(later({ choices: new Map([['annika', { ...choice, absentFrom: '2026-11-03' }]]) })).toEqual([
    { id: 'a', state: 'held' },
  ]);
  expect(later({ choices: new Map([['annika', { ...choice, pausedUntil: '2026-11-30' }]]) })).toEqual([
    { id: 'a', state: 'paused', reason: 'byRecipient' },
  ]);
  expect(later({ matters: [selfCheck('check', { deadline: '2026-11-17', responsible: ['daniel'] })] })).toEqual([
    { id: 'a', state: 'superseded', reason: 'notTheirsAnyMore' },
  ]);
});
