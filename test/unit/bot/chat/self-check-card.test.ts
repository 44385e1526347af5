import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import { largestCard, sizeOf } from '../../../../bot/chat/cards/card-elements.ts';
import type { Caller } from '../../../../bot/records/records-service.ts';
import {
  actionsOf,
  boardId,
  cardOf,
  createChatFixture,
  inputsOf,
  personOf,
  textOf,
  unitId,
  wordsOf,
} from './chat-fixture.ts';
import type { ChatFixture, Chatter } from './chat-fixture.ts';

let chat: ChatFixture;
let annika: Chatter;

const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};
const questions = [
  { id: 'q1', text: 'Finns handsprit vid varje dörr?', answerKind: 'yesNo', failsOn: 'no', required: true },
  { id: 'q2', text: 'Hur många grader är kylen?', answerKind: 'number', maximum: 8, required: true },
  { id: 'q3', text: 'Hur väl följs rutinen?', answerKind: 'scale', minimum: 3, required: true },
  { id: 'q4', text: 'Vad såg ni?', answerKind: 'text' },
];

beforeAll(async () => {
  chat = await createChatFixture();
  annika = chat.person(personOf('annika').id, { name: 'Annika Berglund' });
});
afterAll(() => chat.close());

/** One open self-check of Ekliden, whose manager is Annika. */
async function openOne(part: Readonly<Record<string, unknown>> = {}): Promise<RecordAnswer> {
  const definition = await chat.records.create(system, 'selfCheckDefinition', {
    id: randomUUID(),
    fields: {
      name: 'Basal hygien',
      area: 'hygiene',
      units: [unitId('ekliden')],
      frequency: 'year',
      startsOn: '2026-11-22',
      deadlineDays: 8,
      performerRole: 'unitManager',
      questions,
      ...part,
    },
  });
  if (definition.kind !== 'ok') throw new Error(JSON.stringify(definition));
  const { id, revision } = definition.value;
  await chat.records.takeStep(system, 'selfCheckDefinition', id, { to: 'active', baseRevision: revision });
  await chat.selfChecks.run(boardId);
  const page = await chat.records.list(system, 'selfCheckOccurrence', { where: { definition: id } });
  const [row] = page.kind === 'ok' ? page.value.rows : [];
  if (row === undefined) throw new Error('no occurrence was made');
  return row;
}

const answers = async (id: string) =>
  (await chat.stored('selfCheckOccurrence')).find((row) => row.id === id)?.fields as { answers: object[] };

test('answered on the card question by question: one fails, a deviation is opened, the card becomes a receipt', async () => {
  const { id } = await openOne();

  const first = cardOf(await annika.press('selfCheck.open', { id }));
  const second = cardOf(
    await annika.press('selfCheck.answer', { id, questionId: 'q1', answer: 'no', remark: 'Slut vid köket' }),
  );
  const third = cardOf(await annika.press('selfCheck.answer', { id, questionId: 'q2', answer: '7,5' }));
  const fourth = cardOf(await annika.press('selfCheck.answer', { id, questionId: 'q3', answer: '4' }));
  const summary = cardOf(await annika.press('selfCheck.skip', { id, questionId: 'q4' }));
  const receipt = cardOf(await annika.press('selfCheck.submit', { id }));

  expect(inputsOf(first)['answer']).toMatchObject({ label: 'Finns handsprit vid varje dörr?', style: 'expanded' });
  expect(wordsOf(second)).toContain('Fråga 2 av 4');
  expect(inputsOf(third)['answer']?.['choices']).toHaveLength(5);
  expect(Object.keys(actionsOf(fourth))).toContain('selfCheck.skip');
  expect(wordsOf(summary)).toContain('Nej (underkänt)');
  expect(wordsOf(summary)).toContain('en avvikelse');
  expect(wordsOf(summary)).not.toContain('Slut vid köket');
  expect(wordsOf(receipt)).toContain('Egenkontrollen är inskickad');
  expect(wordsOf(receipt)).toContain('En avvikelse är öppnad.');
  const deviations = await chat.stored('deviation');
  expect(deviations.at(-1)?.fields).toMatchObject({ source: 'selfCheck', selfCheck: id });
  expect(receipt.actions?.every(({ type }) => type === 'Action.OpenUrl')).toBe(true);
});

test('half-done answers are kept: the card that is opened again goes on where it was left', async () => {
  const { id } = await openOne();
  await annika.press('selfCheck.answer', { id, questionId: 'q1', answer: 'yes' });

  const later = cardOf(await annika.press('selfCheck.open', { id }));

  expect(wordsOf(later)).toContain('Fråga 2 av 4');
  expect((await answers(id)).answers[0]).toMatchObject({ yesNo: 'yes' });
});

test('an answer can be changed before it is handed in', async () => {
  const { id } = await openOne();
  await annika.press('selfCheck.answer', { id, questionId: 'q1', answer: 'no' });

  const back = cardOf(await annika.press('selfCheck.question', { id, questionId: 'q1' }));
  await annika.press('selfCheck.answer', { id, questionId: 'q1', answer: 'yes' });

  expect(inputsOf(back)['answer']?.['value']).toBe('no');
  expect((await answers(id)).answers[0]).not.toHaveProperty('failed');
});

test.each([
  ['q1', '', 'Svara på frågan först.'],
  ['q1', 'kanske', 'Svara på frågan först.'],
  ['q2', 'varmt', 'Svara på frågan först.'],
  ['q3', '9', 'Välj ett av alternativen.'],
])('%s answered with %j is asked again, with the reason', async (questionId, answer, reason) => {
  const { id } = await openOne();

  const card = cardOf(await annika.press('selfCheck.answer', { id, questionId, answer }));

  expect(wordsOf(card)).toContain(reason);
  expect(actionsOf(card)['selfCheck.answer']?.['data']).toMatchObject({ questionId });
});

test('handing in before everything required is answered leads to the question that is missing', async () => {
  const { id } = await openOne();
  await annika.press('selfCheck.answer', { id, questionId: 'q1', answer: 'yes' });

  const card = cardOf(await annika.press('selfCheck.submit', { id }));

  expect(wordsOf(card)).toContain('måste besvaras');
  expect(actionsOf(card)['selfCheck.answer']?.['data']).toMatchObject({ questionId: 'q2' });
});

test('settled in the tab, the card says so when it is pressed and when the client refreshes it', async () => {
  const { id } = await openOne();
  const actor = await chat.records.actorOf(boardId, annika.personId);
  const caller: Caller = { boardId, actor, via: 'tab', language: 'sv' };
  const card = cardOf(await annika.press('selfCheck.open', { id }));
  await chat.selfChecks.answer(caller, id, 'q1', { yesNo: 'yes' });
  await chat.selfChecks.answer(caller, id, 'q2', { value: 5 });
  await chat.selfChecks.answer(caller, id, 'q3', { value: 5 });
  await chat.selfChecks.submit(caller, id, {});

  const pressed = await annika.press('selfCheck.answer', { id, questionId: 'q1', answer: 'no' });
  const refreshed = await annika.press('selfCheck.refresh', { id });

  expect(card['refresh']).toMatchObject({
    action: { verb: 'selfCheck.refresh', data: { id } },
    userIds: [annika.personId],
  });
  expect(wordsOf(cardOf(pressed))).toContain('Egenkontrollen är inskickad');
  expect(wordsOf(cardOf(refreshed))).toContain('Egenkontrollen är inskickad');
  expect(refreshed.updated).toEqual([]);
  expect((await answers(id)).answers[0]).toMatchObject({ yesNo: 'yes' });
});

test('every refusal is a clear text: not yours, gone, not a self-check', async () => {
  const { id } = await openOne();
  const stranger = chat.person(randomUUID());

  const notYours = cardOf(await chat.amina.press('selfCheck.answer', { id, questionId: 'q1', answer: 'yes' }));
  const hidden = cardOf(await stranger.press('selfCheck.open', { id }));
  const gone = cardOf(await annika.press('selfCheck.open', { id: randomUUID() }));
  const broken = cardOf(await annika.press('selfCheck.answer', { id: 'x' }));

  expect(wordsOf(notYours)).toContain('inte din att svara på');
  expect(wordsOf(hidden)).toContain('finns inte längre');
  expect(wordsOf(gone)).toContain('finns inte längre');
  expect(wordsOf(broken)).toContain('gäller inte längre');
});

test('egenkontroll lists what is open and mine, and says so when nothing is', async () => {
  await openOne({ name: 'Narkotikaräkning' });

  const mine = cardOf(await annika.say('egenkontroll'));
  const english = cardOf(await annika.say('self-checks'));
  const none = await chat.person(randomUUID()).say('egenkontroller');

  expect(wordsOf(mine)).toContain('Dina öppna egenkontroller');
  expect(Object.values(actionsOf(mine)).length).toBeGreaterThan(0);
  expect(wordsOf(english)).toContain('Your open self-checks');
  expect(textOf(none)).toContain('Du har inga öppna egenkontroller');
});

test('asked when the self-check of an area is due, the bot names the day and the unit', async () => {
  await openOne({ name: 'Läkemedelssignering', area: 'medication' });

  const answer = textOf(await annika.say('När ska egenkontrollen för läkemedel vara klar?'));
  const none = textOf(await annika.say('När ska egenkontrollen för livsmedel vara klar?'));

  expect(answer).toContain('Läkemedelssignering');
  expect(answer).toContain('2026-11-30');
  expect(answer).not.toContain('Basal hygien');
  expect(none).toContain('ingen kommande egenkontroll');
});

test('a card with the longest question stays below what every client takes', async () => {
  const long = { id: 'q1', text: 'å'.repeat(500), requirement: 'å'.repeat(500), answerKind: 'text', required: true };
  const open = await openOne({
    questions: Array.from({ length: 30 }, (_, index) => ({ ...long, id: `q${String(index)}` })),
  });
  const { id } = open;
  const asked = (await answers(id)).answers;
  const changed = await chat.records.change(system, 'selfCheckOccurrence', id, {
    baseRevision: open.revision,
    fields: { answers: asked.map((row) => ({ ...row, answerText: 'Ja' })) },
  });

  const card = cardOf(await annika.press('selfCheck.question', { id, questionId: 'summary' }));

  expect(changed.kind).toBe('ok');
  expect(wordsOf(card)).not.toContain('Inte besvarad');
  expect(sizeOf({ kind: 'card', card, summary: '' })).toBeLessThan(largestCard);
});
