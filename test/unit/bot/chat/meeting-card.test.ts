/** The card for the unit's workplace meeting: five lines of numbers, on request and on the working day before. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemindersDesk } from '../../../../bot/reminders/reminders-desk.ts';
import type { Caller } from '../../../../bot/records/records-service.ts';
import { boardId, cardOf, createChatFixture, personOf, textOf, unitId, wordsOf } from './chat-fixture.ts';
import type { ChatFixture, Chatter } from './chat-fixture.ts';

let chat: ChatFixture;
let annika: Chatter;

const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};

beforeAll(async () => {
  chat = await createChatFixture(({ db, records, now }) => ({
    reminders: createRemindersDesk({ db, records, boardId, now, wake: () => undefined }),
  }));
  annika = chat.person(personOf('annika').id, { name: 'Annika Berglund' });
});
afterAll(() => chat.close());

async function happened(
  kind: 'deviation' | 'feedback',
  count: number,
  fields: Readonly<Record<string, unknown>>,
  unit = 'ekliden',
): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) {
    const made = await chat.records.create(system, kind, { id: randomUUID(), unitId: unitId(unit), fields });
    if (made.kind !== 'ok') throw new Error(JSON.stringify(made));
  }
}
const deviations = (category: string, count: number, unit?: string) =>
  happened('deviation', count, { whatHappened: 'Fru Ek ramlade i duschen', category }, unit);
const feedback = (feedbackKind: string, count: number, unit?: string) =>
  happened('feedback', count, { text: 'Greta var så snäll', feedbackKind, topic: 'treatment' }, unit);
const linesOf = (words: string) => [...words.matchAll(/"text":"([^"]*)"/gu)].map(([, text]) => text);

test('apt gives five lines about the last month, and nothing that anybody wrote', async () => {
  // Long ago, and so no part of it.
  chat.setNow('2026-10-01T08:00:00.000Z');
  await deviations('abuse', 6);
  chat.setNow('2026-11-22T08:00:00.000Z');
  await deviations('medication', 8);
  await deviations('fall', 6);
  await feedback('praise', 5);
  await feedback('complaint', 5);

  const words = wordsOf(cardOf(await annika.say('apt')));

  expect(linesOf(words)).toEqual([
    'APT: Vård- och omsorgsboendet Ekliden, 22 nov. 2026',
    'Avvikelser: 14 rapporterade, 0 avslutade',
    'Vanligast: Läkemedel, Fall',
    'Synpunkter: 10 inkomna, varav 5 beröm',
    'Egenkontroller: 0 gjorda, 0 med brister',
    expect.stringMatching(/^Väntar på nästa steg: 30, varav \d+ försenade$/u),
  ]);
  expect(words).not.toMatch(/Ek ramlade|Greta/u);
});

test('what is too little to tell without pointing at somebody is left out', async () => {
  await deviations('medication', 4, 'tallkotten');
  await deviations('fall', 7, 'tallkotten');
  await deviations('abuse', 1, 'tallkotten');
  await feedback('praise', 2, 'tallkotten');
  await feedback('complaint', 9, 'tallkotten');
  await deviations('abuse', 3, 'blasippan');
  const ingrid = chat.person(personOf('ingrid').id);

  const some = linesOf(wordsOf(cardOf(await ingrid.say('apt'))));
  const none = linesOf(wordsOf(cardOf(await chat.person(personOf('maria').id).say('apt'))));

  expect(some[2]).toBe('Vanligast: Fall');
  expect(some[3]).toBe('Synpunkter: 11 inkomna');
  expect(none[2]).toBe('Vanligast: för få av varje slag för att berätta');
});

test('who works in the unit gets it, also in English; who works elsewhere does not', async () => {
  const employee = await chat.employee();

  const theirs = linesOf(wordsOf(cardOf(await employee.say('apt'))));
  const english = linesOf(wordsOf(cardOf(await employee.say('workplace meeting'))));
  const elsewhere = textOf(await annika.say('apt Tallkotten'));
  const head = linesOf(wordsOf(cardOf(await chat.person(personOf('tomas').id).say('apt Ekliden'))));

  expect(theirs[0]).toContain('Ekliden');
  expect(english[3]).toBe('Feedback: 10 received, 5 of them praise');
  expect(elsewhere).toContain('kan den se som arbetar i enheten');
  expect(head[0]).toContain('Ekliden');
});

test('without a unit of their own the bot asks for its name', async () => {
  expect(textOf(await chat.person(randomUUID()).say('apt'))).toContain('Skriv **apt** och enhetens namn');
});

test('a unit that has not reported for thirty days, or never, has that to talk about', async () => {
  chat.setNow('2027-01-10T09:00:00.000Z');

  const lately = linesOf(wordsOf(cardOf(await annika.say('apt'))));
  const never = linesOf(wordsOf(cardOf(await chat.person(personOf('lena').id).say('apt'))));

  expect(lately.at(-1)).toBe('Att prata om: ingen avvikelse på 49 dagar. Stämmer det?');
  expect(never.at(-1)).toMatch(/^Att prata om: ingen avvikelse på \d+ dagar/u);
});
