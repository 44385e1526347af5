/** Every button of the reminders, with what Teams and people do to them: old cards, altered data, the same press twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import { reminderId } from '../../../../bot/reminders/reminder-rows.ts';
import { createReminderStore } from '../../../../bot/reminders/reminder-store.ts';
import { createRemindersDesk } from '../../../../bot/reminders/reminders-desk.ts';
import { savePreference } from '../../../../bot/reminders/save-preference.ts';
import type { Caller } from '../../../../bot/records/records-service.ts';
import type { NewReminder } from '../../../../shared/rules/reminders/reminder-row.ts';
import { actionsOf, boardId, cardOf, createChatFixture, inputsOf, personOf, unitId, wordsOf } from './chat-fixture.ts';
import type { Answer, ChatFixture, Chatter } from './chat-fixture.ts';

let chat: ChatFixture;
let annika: Chatter;
let woken = 0;

const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};
// A Monday morning.
const monday = '2026-11-30T08:00:00.000Z';

beforeAll(async () => {
  chat = await createChatFixture(({ db, records, now }) => ({
    reminders: createRemindersDesk({ db, records, boardId, now, wake: () => void (woken += 1) }),
  }));
  annika = chat.person(personOf('annika').id, { name: 'Annika Berglund' });
});
beforeEach(() => chat.setNow(monday));
afterAll(() => chat.close());

/** A reminder of Annika's that has been sent. */
async function sent(part: Partial<NewReminder> = {}): Promise<string> {
  const row: NewReminder = {
    ...{ personId: personOf('annika').id, subject: 'deviation', matterId: randomUUID(), unitId: unitId('ekliden') },
    ...{
      stage: 'reported',
      deadline: '2026-12-01',
      step: '-1',
      dueAt: '2026-11-30T06:00:00.000Z',
      ref: 'AVV-2026-0007',
    },
    ...{ part: 'act', acute: false, snoozes: 0, state: 'sent', ...part },
  };
  await createReminderStore(chat.db, boardId).add(row, new Date(monday));
  return reminderId(boardId, row);
}

async function deviation(): Promise<RecordAnswer> {
  const made = await chat.records.create(system, 'deviation', {
    id: randomUUID(),
    unitId: unitId('ekliden'),
    fields: { whatHappened: 'En dosett var tom', category: 'medication' },
  });
  if (made.kind !== 'ok') throw new Error(made.kind);
  return made.value;
}

async function selfCheck({ opens = true } = {}): Promise<RecordAnswer> {
  const made = await chat.records.create(system, 'selfCheckOccurrence', {
    id: randomUUID(),
    unitId: unitId('ekliden'),
    fields: {
      ...{ name: 'Basal hygien', area: 'hygiene', period: '2026-W48', opensOn: '2026-11-23', dueOn: '2026-12-01' },
      performer: personOf('annika'),
    },
  });
  if (made.kind !== 'ok') throw new Error(JSON.stringify(made));
  if (!opens) return made.value;
  const { id, revision } = made.value;
  const opened = await chat.records.takeStep(system, 'selfCheckOccurrence', id, {
    to: 'open',
    baseRevision: revision,
    fields: { answers: [{ id: 'q1', text: 'Finns handsprit?', answerKind: 'yesNo', failsOn: 'no', required: true }] },
  });
  if (opened.kind !== 'ok') throw new Error(JSON.stringify(opened));
  return opened.value;
}

const rowOf = (id: string) =>
  chat.db.selectFrom('reminders').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const rowsAbout = (matterId: string) =>
  chat.db.selectFrom('reminders').selectAll().where('matter_id', '=', matterId).orderBy('person_id').execute();
const refusalOf = ({ body }: Answer): unknown => (body?.['value'] as { message?: string } | undefined)?.message;

test('Påminn senare puts the card off to the morning of the day that was chosen', async () => {
  const reminderId = await sent();

  const card = cardOf(await annika.press('reminder.snooze', { reminderId, days: '3' }));

  expect(wordsOf(card)).toContain('Jag påminner igen 3 dec.');
  expect(await rowOf(reminderId)).toMatchObject({ state: 'snoozed', snoozed_to: '2026-12-03T06:00:00.000Z' });
});

test.each([['0'], ['400'], ['i morgon'], [{ $gt: 1 }]])('with %j days it is put off by one', async (days) => {
  const reminderId = await sent();

  const card = cardOf(await annika.press('reminder.snooze', { reminderId, days }));

  expect(wordsOf(card)).toContain('Jag påminner igen 1 dec.');
});

test('a card is put off twice at most: then the choice is gone, and an old button says why', async () => {
  const reminderId = await sent({ snoozes: 2 });

  const shown = cardOf(await annika.press('reminder.show', { reminderId }));
  const refused = await annika.press('reminder.snooze', { reminderId, days: '1' });

  expect(inputsOf(shown)).toEqual({});
  expect(Object.keys(actionsOf(shown))).not.toContain('reminder.snooze');
  expect(refusalOf(refused)).toBe('Det går inte att skjuta upp fler gånger.');
  expect(await rowOf(reminderId)).toMatchObject({ state: 'sent' });
});

test.each([
  ['what is acute', { acute: true }],
  ['what has gone upwards', { part: 'escalation' }],
] as const)(
  '%s is neither put off nor handed over, also by a button that was added to the card',
  async (_what, part) => {
    const reminderId = await sent(part);
    const data = { reminderId, days: '1', to: personOf('tomas').id };

    const cards = [
      cardOf(await annika.press('reminder.snooze', data)),
      cardOf(await annika.press('reminder.delegate', data)),
      cardOf(await annika.press('reminder.delegateTo', data)),
    ];

    for (const card of cards) {
      expect(wordsOf(card)).toContain('AVV-2026-0007');
      expect(Object.keys(actionsOf(card))).not.toContain('reminder.delegate');
    }
    expect(await rowOf(reminderId)).toMatchObject({ state: 'sent' });
  },
);

test('Lämna över asks who, and the chosen one becomes performer and gets the reminder at once', async () => {
  const { id: matterId } = await selfCheck();
  const reminderId = await sent({ subject: 'selfCheck', matterId, stage: 'open', ref: 'Basal hygien' });
  const before = woken;

  const asked = cardOf(await annika.press('reminder.delegate', { reminderId }));
  const choices = inputsOf(asked)['to']?.['choices'] as { title: string; value: string }[];
  const card = cardOf(await annika.press('reminder.delegateTo', { reminderId, to: personOf('amina').id }));

  expect(choices.map(({ title }) => title)).toContain('Amina Yusuf');
  expect(choices.map(({ title }) => title)).not.toContain('Annika Berglund');
  expect(wordsOf(card)).toContain('Jag har lämnat över det till Amina Yusuf.');
  expect(await rowsAbout(matterId)).toMatchObject([
    { person_id: personOf('annika').id, state: 'delegated', delegate_id: personOf('amina').id },
    { person_id: personOf('amina').id, state: 'planned', snoozes: 0 },
  ]);
  const [check] = (await chat.stored('selfCheckOccurrence')).filter(({ id }) => id === matterId);
  expect(check?.fields).toMatchObject({ performer: { id: personOf('amina').id } });
  expect(woken).toBe(before + 1);
});

test.each([
  ['nobody', undefined],
  ['somebody of another unit', personOf('viktor').id],
  ['somebody who does not exist', randomUUID()],
  ['the presser', personOf('annika').id],
])('it is not handed over to %s: the question comes again', async (_who, to) => {
  const { id: matterId } = await selfCheck();
  const reminderId = await sent({ subject: 'selfCheck', matterId, stage: 'open' });

  const card = cardOf(await annika.press('reminder.delegateTo', { reminderId, to }));

  expect(wordsOf(card)).toContain('Lämna över till');
  expect(await rowsAbout(matterId)).toMatchObject([{ state: 'sent' }]);
});

test('Tillbaka from the question shows the card as it was', async () => {
  const reminderId = await sent();

  const card = cardOf(await annika.press('reminder.show', { reminderId }));

  expect(Object.keys(actionsOf(card))).toEqual(['reminder.step', 'Öppna', 'reminder.snooze', 'reminder.delegate']);
});

test('the step is taken on the card, through the rules that hold in the tab', async () => {
  const { id: matterId } = await deviation();
  const reminderId = await sent({ matterId });

  const card = cardOf(await annika.press('reminder.step', { reminderId }));

  expect(wordsOf(card)).toContain('Tack, steget är taget: Ta emot.');
  const [record] = (await chat.stored('deviation')).filter(({ id }) => id === matterId);
  expect(record).toMatchObject({ status: 'acknowledged' });
  expect(await rowOf(reminderId)).toMatchObject({ state: 'answered', reason: 'acknowledged' });
});

test('a step that somebody took in the tab is not taken again: the card says that it is settled', async () => {
  const { id: matterId, revision } = await deviation();
  const reminderId = await sent({ matterId });
  await chat.records.takeStep(system, 'deviation', matterId, { to: 'acknowledged', baseRevision: revision });

  const card = cardOf(await annika.press('reminder.step', { reminderId }));

  expect(wordsOf(card)).toContain('redan hanterat');
});

test('who is manager no more takes no step with an old card', async () => {
  const { id: matterId } = await deviation();
  const former = await chat.employee();
  const reminderId = await sent({ matterId, personId: former.personId });

  const card = cardOf(await former.press('reminder.step', { reminderId }));

  expect(wordsOf(card)).toMatch(/redan hanterat|gäller inte längre/u);
  const [record] = (await chat.stored('deviation')).filter(({ id }) => id === matterId);
  expect(record).toMatchObject({ status: 'reported' });
});

test('Stämmer det? is answered, and the unit is asked again when as long has gone by', async () => {
  const reminderId = await sent({ subject: 'silentUnit', matterId: unitId('ekliden'), stage: 'silent', step: '0' });

  const shown = cardOf(await annika.press('reminder.show', { reminderId }));
  const card = cardOf(await annika.press('reminder.confirm', { reminderId }));

  expect(Object.keys(actionsOf(shown))).toEqual(['reminder.confirm', 'reminder.atMeeting', 'Rapportera en avvikelse']);
  expect(wordsOf(card)).toContain('Jag frågar igen om 30 dagar');
  expect(await rowOf(reminderId)).toMatchObject({ state: 'answered', reason: 'confirmed' });
});

test('Påminn på APT takes the question along to the next meeting, with its day where one is known', async () => {
  const question = { subject: 'silentUnit', matterId: unitId('ekliden'), stage: 'silent' } as const;
  const without = await sent({ ...question, step: 'a' });
  const withDay = await sent({ ...question, step: 'b' });

  const first = cardOf(await annika.press('reminder.atMeeting', { reminderId: without }));
  await savePreference({ db: chat.db, records: chat.records, boardId }, personOf('annika'), {
    ...{ meetingOn: '2026-11-25', meetingEveryWeeks: 2 },
  });
  const second = cardOf(await annika.press('reminder.atMeeting', { reminderId: withDay }));

  expect(wordsOf(first)).toContain('underlaget till ert APT.');
  expect(wordsOf(second)).toContain('underlaget till ert APT 9 dec.');
  expect(await rowOf(withDay)).toMatchObject({ state: 'answered', reason: 'atMeeting' });
});

test.each([['reminder.confirm'], ['reminder.atMeeting']])(
  '%s does not end a reminder of another kind',
  async (verb) => {
    const reminderId = await sent();

    const card = cardOf(await annika.press(verb, { reminderId }));

    expect(wordsOf(card)).toContain('AVV-2026-0007');
    expect(await rowOf(reminderId)).toMatchObject({ state: 'sent' });
  },
);

test('Svara här opens the self-check on the card, and the name tells which it is', async () => {
  const { id: matterId } = await selfCheck();
  const reminderId = await sent({ subject: 'selfCheck', matterId, stage: 'open', ref: 'Basal hygien' });

  const reminder = cardOf(await annika.press('reminder.show', { reminderId }));
  const button = actionsOf(reminder)['selfCheck.open'];
  const answer = await annika.press('selfCheck.open', button?.['data'] as object, 'the-reminder');

  expect(wordsOf(reminder)).toContain('Basal hygien');
  expect(button).toMatchObject({ title: 'Svara här', data: { id: matterId } });
  expect(wordsOf(cardOf(answer))).toContain('Finns handsprit?');
  // The message in the chat becomes the question too, for other clients and for later.
  expect(answer.updated).toMatchObject([{ activityId: 'the-reminder' }]);
});

test('Svara här before the self-check has opened tells when it does, and leaves the reminder as it is', async () => {
  const { id } = await selfCheck({ opens: false });

  const answer = await annika.press('selfCheck.open', { id }, 'the-reminder');

  expect(refusalOf(answer)).toBe('Egenkontrollen har inte öppnat än. Den öppnar 2026-11-23.');
  expect(answer.updated).toEqual([]);
});

test('Svara här is on no card of somebody who is told because it was not done', async () => {
  const { id: matterId } = await selfCheck();
  const head = await sent({ subject: 'selfCheck', matterId, stage: 'open', part: 'escalation' });

  const card = cardOf(await annika.press('reminder.show', { reminderId: head }));

  expect(Object.keys(actionsOf(card))).not.toContain('selfCheck.open');
});

const everyVerb: readonly (readonly [string, Partial<NewReminder>, object])[] = [
  ['reminder.snooze', {}, { days: '1' }],
  ['reminder.delegate', {}, {}],
  ['reminder.delegateTo', {}, { to: personOf('amina').id }],
  ['reminder.show', {}, {}],
  ['reminder.step', {}, {}],
  ['reminder.confirm', { subject: 'silentUnit', stage: 'silent' }, {}],
  ['reminder.atMeeting', { subject: 'silentUnit', stage: 'silent' }, {}],
];

test.each(everyVerb)('%s refuses data that is no reminder, or not of the presser', async (verb, part, data) => {
  const reminderId = await sent(part);
  const digest = await sent({ subject: 'digest', part: 'digest', step: '2026-W49' });

  for (const wrong of [{}, { reminderId: 'x' }, { reminderId: [reminderId] }, { reminderId: randomUUID() }])
    expect(wordsOf(cardOf(await annika.press(verb, { ...data, ...wrong })))).toContain('gäller inte längre');
  expect(wordsOf(cardOf(await annika.press(verb, { ...data, reminderId: digest })))).toContain('gäller inte längre');
  const others = await chat.amina.press(verb, { ...data, reminderId });
  expect(refusalOf(others)).toBe('Den här påminnelsen är inte din.');
  expect(await rowOf(reminderId)).toMatchObject({ state: 'sent', version: 1 });
});

test.each(everyVerb)(
  '%s pressed twice, one after the other or at once, is done once and answered the same',
  async (verb, part, data) => {
    const made = part.subject === undefined ? await deviation() : undefined;
    const own = made === undefined ? {} : { matterId: made.id };
    const one = await sent({ ...part, ...own, step: 'one' });
    const other = await sent({ ...part, step: 'other' });

    const first = cardOf(await annika.press(verb, { ...data, reminderId: one }));
    const { version } = await rowOf(one);
    const second = cardOf(await annika.press(verb, { ...data, reminderId: one }));
    await Promise.all([1, 2, 3].map(() => annika.press(verb, { ...data, reminderId: other })));

    expect(second).toEqual(first);
    expect((await rowOf(one)).version).toBe(version);
    expect((await rowOf(other)).version).toBeLessThanOrEqual(2);
  },
);

test('a card whose matter was settled says so whatever is pressed', async () => {
  const reminderId = await sent({ state: 'settled', reason: 'settledElsewhere' });

  for (const verb of ['reminder.snooze', 'reminder.delegate', 'reminder.step', 'reminder.show'])
    expect(wordsOf(cardOf(await annika.press(verb, { reminderId })))).toContain('redan hanterat');
});

test('a card that perhaps arrived has arrived when it is pressed', async () => {
  const reminderId = await sent({ state: 'maybeDelivered', reason: '502' });

  const card = cardOf(await annika.press('reminder.snooze', { reminderId, days: '1' }));

  expect(wordsOf(card)).toContain('Uppskjuten');
});

test('påminnelser shows what the bot sends, pauses it for a week and turns it on again', async () => {
  const shown = cardOf(await annika.say('påminnelser'));
  const paused = cardOf(await annika.press('reminders.pause', {}));
  const again = cardOf(await annika.press('reminders.pause', {}));
  const while_ = cardOf(await annika.say('mina påminnelser'));
  const resumed = cardOf(await annika.press('reminders.resume', {}));

  expect(wordsOf(shown)).toContain('mellan kl. 7 och 18');
  expect(wordsOf(paused)).toContain('Pausat till och med 7 dec.');
  expect(again).toEqual(paused);
  expect(Object.keys(actionsOf(while_))).toContain('reminders.resume');
  expect(wordsOf(resumed)).toContain('på igen');
  const [stored, ...more] = (await chat.stored('reminderPreference')).filter(
    ({ fields }) => (fields as { personId: string }).personId === annika.personId,
  );
  expect(more).toEqual([]);
  expect(stored?.fields).not.toHaveProperty('pausedUntil');
});
