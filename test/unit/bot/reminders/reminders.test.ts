import { afterEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { savePreference } from '../../../../bot/reminders/save-preference.ts';
import { boardId, createRemindersFixture, personOf, unitId } from './reminders-fixture.ts';

type Fixture = Awaited<ReturnType<typeof createRemindersFixture>>;
let fixture: Fixture | undefined;
afterEach(() => fixture?.close());

// A Tuesday; what is reported then is to be acknowledged by Thursday, so the manager hears of it on Wednesday.
const reported = '2026-11-24T09:00:00.000Z';
const wednesday = '2026-11-25T06:00:00.000Z';
const monday = '2026-11-30T06:00:00.000Z';
const tuesdayAfter = '2026-12-01T06:00:00.000Z';

/** A deviation at Ekliden, whose manager has written to the bot. */
async function given(options: Parameters<typeof createRemindersFixture>[1] = {}, fields: object = {}) {
  const made = (fixture = await createRemindersFixture(reported, options));
  await made.meet('annika');
  const deviation = await made.report('ekliden', fields);
  return { ...made, deviation };
}

const standing = async ({ rows }: Fixture) =>
  (await rows())
    .filter(({ subject }) => subject === 'deviation')
    .map(({ person_id: personId, step, state, reason }) => ({ personId, step, state, reason }));

test('the manager gets one card in the morning, without a word of what was written, and never a second one', async () => {
  const made = await given();

  await made.engine.run();
  expect(made.cardsOf('annika')).toEqual([]); // The rung of the day before the deadline is tomorrow's.
  made.setNow('2026-11-25T05:59:00.000Z');
  await made.engine.run();
  expect(made.cardsOf('annika')).toEqual([]);
  made.setNow(wednesday);
  await made.engine.run();
  await made.engine.run();

  const [card, ...more] = made.cardsOf('annika');
  expect(more).toEqual([]);
  expect(card).toContain(made.deviation.ref);
  expect(card).toContain('Vård- och omsorgsboendet Ekliden');
  expect(card).toContain('Ta emot');
  expect(card).not.toMatch(/dosett|Amina/u);
  expect(await standing(made)).toEqual([{ personId: personOf('annika').id, step: '-1', state: 'sent', reason: null }]);
});

test('two processes at once, and a third after a restart, send one card', async () => {
  const made = await given();
  made.setNow(wednesday);

  await Promise.all([made.engine.run(), made.another().run(), made.another().run()]);
  await made.another().run();

  expect(made.cardsOf('annika')).toHaveLength(1);
});

test('a process that ended in the middle of sending leaves a row that says so, and no second card', async () => {
  const made = await given();
  made.setNow(wednesday);
  await made.engine.run();
  await made.db
    .updateTable('reminders')
    .set({ state: 'sending', lease_until: wednesday, activity_id: null })
    .where('subject', '=', 'deviation')
    .execute();

  made.setNow('2026-11-25T06:05:00.000Z');
  await made.another().run();

  expect(await standing(made)).toMatchObject([{ state: 'maybeDelivered', reason: 'interrupted' }]);
  expect(made.cardsOf('annika')).toHaveLength(1);
});

test('an answer that was lost counts as maybe delivered: the card is there once, and the row is listed', async () => {
  const made = await given();
  made.faults.fault = ({ kind }) => (kind === 'send' ? { status: 502, delivered: true } : undefined);
  made.setNow(wednesday);

  await made.engine.run();
  await made.engine.run();

  expect(made.cardsOf('annika')).toHaveLength(1);
  expect(await standing(made)).toMatchObject([{ state: 'maybeDelivered', reason: '502' }]);
});

test.each([
  ['429 with Retry-After', { status: 429, retryAfterSeconds: 1 }],
  ['429 without', { status: 429 }],
  ['412', { status: 412 }],
])('%s is tried again until the card is there', async (_name, fault) => {
  const made = await given();
  let refusals = 2;
  made.faults.fault = ({ kind }) => (kind === 'send' && refusals-- > 0 ? fault : undefined);
  made.setNow(wednesday);

  await made.engine.run();

  expect(made.cardsOf('annika')).toHaveLength(1);
  expect(await standing(made)).toMatchObject([{ state: 'sent' }]);
});

test('who has blocked the bot is listed, the head is told, and after writing to the bot they get cards again', async () => {
  const made = await given();
  await made.meet('tomas');
  made.faults.fault = ({ conversationId, kind }) =>
    kind === 'send' && conversationId.endsWith(personOf('annika').id)
      ? { status: 403, code: 'ConversationBlockedByUser' }
      : undefined;
  made.setNow(wednesday);

  await made.engine.run();

  expect(await standing(made)).toEqual(
    expect.arrayContaining([
      { personId: personOf('annika').id, step: '-1', state: 'unreachable', reason: 'blocked' },
      { personId: personOf('tomas').id, step: '-1!', state: 'sent', reason: null },
    ]),
  );
  expect(made.cardsOf('tomas')[0]).toContain('Chefen kunde inte nås');

  const calls = made.connector.calls.length;
  made.setNow('2026-11-26T06:00:00.000Z');
  await made.engine.run();
  // Nothing was tried at the blocked chat; the head has the second card.
  expect(
    made.connector.calls.slice(calls).every(({ conversationId }) => conversationId.endsWith(personOf('tomas').id)),
  ).toBe(true);
  made.faults.fault = undefined;
  await made.meet('annika');
  made.setNow(tuesdayAfter);
  await made.engine.run();
  expect(made.cardsOf('annika')).toHaveLength(1);
});

test('somebody who has never written gets the chat opened; without the app they are listed', async () => {
  const made = await given({ withoutApp: new Set([personOf('daniel').id]) });
  await made.report('hemtjanst');
  await made.report('solrosen');
  made.setNow(wednesday);

  await made.engine.run();

  expect(made.cardsOf('birgitta')).toHaveLength(1);
  expect(await standing(made)).toEqual(
    expect.arrayContaining([
      { personId: personOf('daniel').id, step: '-1', state: 'unreachable', reason: 'notInstalled' },
    ]),
  );
});

test('what is settled in the tab turns the card', async () => {
  const made = await given();
  made.setNow(wednesday);
  await made.engine.run();

  const step = { to: 'acknowledged', baseRevision: made.deviation.revision };
  const taken = await made.records.takeStep(await made.caller('annika'), 'deviation', made.deviation.id, step);
  expect(taken.kind).toBe('ok');
  await made.engine.run();

  const cards = made.cardsOf('annika');
  expect(cards).toHaveLength(1);
  expect(cards[0]).toContain('redan hanterat');
  expect(cards[0]).not.toContain('reminder.step');
});

test('what is not done in time reaches the head and the coordinator', async () => {
  const made = await given();
  await made.meet('tomas');
  await made.meet('karin');
  for (const at of [wednesday, '2026-11-26T06:00:00.000Z', monday, tuesdayAfter]) {
    made.setNow(at);
    await made.engine.run();
  }

  expect(made.cardsOf('annika')).toHaveLength(3);
  expect(made.cardsOf('tomas')).toHaveLength(1);
  expect(made.cardsOf('tomas')[0]).toContain('Inte gjort i tid');
  expect(made.cardsOf('karin')).toHaveLength(1);
});

test('what is acute goes at night to the manager and the head, once', async () => {
  const made = (fixture = await createRemindersFixture('2026-11-28T23:30:00.000Z'));
  await made.meet('annika');
  await made.meet('tomas');
  await made.report('ekliden', { category: 'abuse' });

  await made.engine.run();
  await made.engine.run();

  expect(made.cardsOf('annika')).toHaveLength(1);
  expect(made.cardsOf('annika')[0]).toContain('Behöver dig nu');
  expect(made.cardsOf('tomas')).toHaveLength(1);
});

test('snoozing twice counts once, a later rung takes the place of the snoozed card, and only who may read a matter can take it over', async () => {
  const made = await given();
  await made.report('hemtjanst');
  await made.meet('daniel');
  made.setNow(wednesday);
  await made.engine.run();
  const rowOf = async (name: string) =>
    (await made.rows()).findLast((row) => row.person_id === personOf(name).id && row.state === 'sent')!;

  const first = await made.desk.find((await rowOf('annika')).id);
  expect(await made.desk.snooze(first!, 1)).toBe('2026-11-26T06:00:00.000Z');
  // The same press sent again changes nothing.
  expect(await made.desk.snooze(first!, 1)).toBeUndefined();
  const [colleague] = await made.desk.delegates((await made.desk.find((await rowOf('daniel')).id))!);
  made.setNow('2026-11-26T06:00:00.000Z');
  await made.engine.run();

  // The day of the deadline is a rung of its own, which the snoozed card gives way to.
  expect((await rowOf('annika')).step).toBe('0');
  expect(made.cardsOf('annika')).toHaveLength(2);
  expect(colleague).toBeUndefined(); // Nobody else at the unit may read the deviation.
});

test('after the rows are lost they come back from the records, and nobody is told twice', async () => {
  const made = await given();
  made.setNow(wednesday);
  await made.engine.run();
  const before = await standing(made);

  await made.db.deleteFrom('reminders').execute();
  await made.db.deleteFrom('reminder_runs').execute();
  const engine = made.another();
  await engine.restore();
  await engine.run();

  expect(await standing(made)).toEqual(before);
  expect(made.cardsOf('annika')).toHaveLength(1);
});

test('SharePoint keeps times to the second: after a rebuild the same reminders stand under the same ids, and nobody is told twice', async () => {
  const made = await given();
  made.setNow('2026-11-25T07:00:00.789Z');
  await made.report('ekliden', { category: 'violenceThreat' });
  await made.engine.run();
  const before = await standing(made);
  const ids = (await made.rows()).map(({ id }) => id).toSorted();
  const cards = ['annika', 'daniel', 'tomas'].map((name) => made.cardsOf(name).length);

  await made.db.deleteFrom('reminders').execute();
  await made.db.deleteFrom('reminder_runs').execute();
  await sql`update records set
      created_at = date_trunc('second', created_at), state_changed_at = date_trunc('second', state_changed_at),
      fields = regexp_replace(fields::text, '(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z', '\\1.000Z', 'g')::jsonb`.execute(
    made.db,
  );
  made.setNow('2026-11-25T07:05:00.000Z');
  await made.another().run();

  expect(await standing(made)).toEqual(before);
  expect((await made.rows()).map(({ id }) => id).toSorted()).toEqual(ids);
  expect(['annika', 'daniel', 'tomas'].map((name) => made.cardsOf(name).length)).toEqual(cards);
});

test('in a new database nothing is sent before SharePoint’s lists of reminders and choices have been read', async () => {
  const made = await given();
  made.setNow(wednesday);
  const place = { board_id: boardId, site_id: 's', last_pull_at: null, last_pull_problem: null };
  await made.db
    .insertInto('boards')
    .values({ id: boardId, name: 'Sjövik', site_id: 's', restricted_site_id: 'r' })
    .execute();
  await made.db
    .insertInto('lists')
    .values([
      { ...place, kind: 'reminder', list_id: '1', delta_link: 'x' },
      { ...place, kind: 'reminderPreference', list_id: '2', delta_link: null },
    ])
    .execute();

  const early = await made.engine.run();
  await made.db.updateTable('lists').set({ delta_link: 'y' }).execute();
  const later = await made.engine.run();

  expect(early).toEqual({ planned: 0, sent: 0, failed: 0 });
  expect(later.sent).toBeGreaterThan(0);
});

test('outcomes are recorded while a run still sends', async () => {
  const made = await given();
  await made.meet('daniel');
  await made.report('hemtjanst');
  made.setNow(wednesday);
  const recorded: Promise<number>[] = [];
  made.faults.fault = () => {
    const count = made.db.selectFrom('reminders').select('id').where('recorded_version', '>', 0).execute();
    recorded.push(count.then(({ length }) => length));
    return undefined;
  };

  await made.another({ recordEvery: 1, atOnce: 1 }).run();

  const counts = await Promise.all(recorded);
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.at(-1)).toBeGreaterThan(0);
});

test('an outcome that cannot be recorded holds up none of the others', async () => {
  const made = await given();
  const other = await made.report('ekliden');
  made.setNow(wednesday);
  await made.engine.run();
  // A rung longer than a record takes.
  await made.db
    .updateTable('reminders')
    .set({ step: 'x'.repeat(30), version: 9, changed_at: reported })
    .where('matter_id', '=', made.deviation.id)
    .execute();
  await made.db.updateTable('reminders').set({ version: 9 }).where('matter_id', '=', other.id).execute();

  await made.engine.run();

  const recorded = new Map((await made.rows()).map((row) => [row.matter_id, row.recorded_version]));
  expect(recorded.get(other.id)).toBe(9);
  expect(recorded.get(made.deviation.id)).toBeLessThan(9);
});

test('with nobody as manager the coordinator finds the unit in the list, and the head is told', async () => {
  const made = await given();
  await made.meet('tomas');
  const [assignment] = await made.db
    .selectFrom('records')
    .selectAll()
    .where('kind', '=', 'roleAssignment')
    .where('unit_id', '=', unitId('ekliden'))
    .where('status', '=', 'active')
    .where((one) => one.eb(one.ref('fields', '->>').key('role' as never), '=', 'unitManager'))
    .execute();
  await made.records.takeStep(made.system, 'roleAssignment', assignment!.id, {
    to: 'ended',
    baseRevision: assignment!.revision,
  });
  made.setNow(wednesday);

  await made.engine.run();

  expect(await standing(made)).toEqual(
    expect.arrayContaining([
      { personId: '', step: '-1', state: 'unreachable', reason: 'nobodyInRole' },
      { personId: personOf('tomas').id, step: '-1', state: 'sent', reason: null },
    ]),
  );
});

test('the numbers for the workplace meeting come on the working day before it, each time it is', async () => {
  const made = await given();
  await savePreference({ db: made.db, records: made.records, boardId }, personOf('annika'), {
    ...{ meetingOn: '2026-11-30', meetingEveryWeeks: 1 },
  });

  const when: string[] = [];
  for (let day = 25; day < 25 + 14; day += 1) {
    made.setNow(new Date(Date.UTC(2026, 10, day, 7)).toISOString());
    const before = made.cardsOf('annika').filter((card) => card.includes('APT: ')).length;
    await made.engine.run();
    if (made.cardsOf('annika').filter((card) => card.includes('APT: ')).length > before)
      when.push(made.now().toISOString().slice(0, 10));
  }

  // Mondays, so the Fridays before; the card of the first is there to be read after its meeting too.
  expect(when).toEqual(['2026-11-27', '2026-12-04']);
  expect(made.cardsOf('annika').find((card) => card.includes('APT: '))).toContain('Avvikelser: 1 rapporterade');
});

test('a unit that is silent for thirty days is asked, and again after thirty more', async () => {
  const made = (fixture = await createRemindersFixture('2026-09-01T08:00:00.000Z'));
  await made.meet('annika');

  const asked: string[] = [];
  for (let day = 0; day < 75; day += 1) {
    const at = new Date(Date.UTC(2026, 8, 1 + day, 9));
    made.setNow(at.toISOString());
    const before = made.cardsOf('annika').length;
    await made.engine.run();
    if (made.cardsOf('annika').length > before) asked.push(at.toISOString().slice(0, 10));
  }

  // 1 October is a Thursday; 31 October All Saints' Saturday, so it is the Monday after.
  expect(asked).toEqual(['2026-10-01', '2026-11-02']);
  expect(made.cardsOf('annika').at(-1)).toContain('Stämmer det?');
});
