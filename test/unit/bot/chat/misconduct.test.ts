import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cardOf, createChatFixture, inputsOf, personOf, saveData, unitId, wordsOf } from './chat-fixture.ts';
import type { Answer, ChatFixture } from './chat-fixture.ts';

let chat: ChatFixture;

beforeAll(async () => {
  chat = await createChatFixture();
});
afterAll(async () => {
  await chat.close();
});

const secret = 'Brukare inlåst på sitt rum av nattpersonal';

/** What the form's button sends with its fields filled in. */
function formData(opened: Answer, change: object) {
  const card = cardOf(opened);
  const button = (card.actions ?? [])[0] as { data: object };
  return { ...button.data, unit: String(inputsOf(card)['unit']?.['value'] ?? ''), ...change };
}

test('suspected misconduct is not taken in the chat: the card opens the protected form', async () => {
  const answer = await chat.amina.say(secret);

  const card = cardOf(answer);
  expect(wordsOf(card)).not.toContain('inlåst');
  expect(wordsOf(card)).toContain('/tab/#/rapportera/lex-sarah');
  expect((card.actions ?? [])[0]).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
  expect(JSON.stringify(await chat.drafts())).not.toContain('inlåst');
  expect(await chat.stored('deviation')).toEqual([]);
});

test('the form stores a case in the restricted site only and leaves a receipt without text', async () => {
  const opened = await chat.amina.openDialog({ dialog: 'misconduct' });
  const johan = personOf('johan').id;

  const sent = await chat.amina.submitDialog(formData(opened, { what: secret, when: 'igår', implicated: johan }));

  expect(inputsOf(cardOf(opened))['unit']?.['value']).toBe(unitId('ekliden'));
  const [stored] = await chat.stored('misconductCase');
  expect(stored).toMatchObject({
    ref: 'LSA-2026-0001',
    status: 'received',
    fields: { whatHappened: secret, whenText: 'igår', implicatedPersons: [personOf('johan')] },
  });
  expect(sent.body?.['task']).toMatchObject({ type: 'message', value: expect.stringContaining('LSA-2026-0001') });
  expect(JSON.stringify(sent.sent)).toContain('LSA-2026-0001');
  expect(JSON.stringify(sent)).not.toContain('inlåst');
  expect(await chat.stored('deviation')).toEqual([]);
  expect(JSON.stringify(await chat.drafts())).not.toContain('inlåst');
});

test('the form sent twice stores one case, and the form opened again another', async () => {
  const before = (await chat.stored('misconductCase')).length;
  const opened = await chat.amina.openDialog({ dialog: 'misconduct' });
  const data = formData(opened, { what: secret });

  const answers = await Promise.all([chat.amina.submitDialog(data), chat.amina.submitDialog(data)]);
  await chat.amina.submitDialog(formData(await chat.amina.openDialog({ dialog: 'misconduct' }), { what: secret }));

  expect(await chat.stored('misconductCase')).toHaveLength(before + 2);
  expect(answers.flatMap(({ sent }) => sent)).toHaveLength(1);
});

test('a form that cannot be saved comes back filled in', async () => {
  const opened = await chat.amina.openDialog({ dialog: 'misconduct' });

  const answer = await chat.amina.submitDialog(formData(opened, { what: secret, unit: 'nowhere' }));

  expect(wordsOf(cardOf(answer))).toContain('Jag hittar inte den enheten');
  expect(inputsOf(cardOf(answer))['what']?.['value']).toBe(secret);
});

test('a card edited into suspected misconduct stores nothing of it and opens the form', async () => {
  const card = cardOf(await chat.amina.say('fall på Ekliden igår'));

  const answer = await chat.amina.press('intake.save', saveData(card, { text: secret }));

  expect(wordsOf(cardOf(answer))).toContain('lex Sarah');
  expect(wordsOf(cardOf(answer))).not.toContain('inlåst');
  expect(await chat.stored('deviation')).toEqual([]);
  expect(JSON.stringify(await chat.drafts())).not.toContain('inlåst');
});

test('a command word before suspected misconduct changes nothing', async () => {
  const answer = await chat.amina.say(`synpunkt: ${secret}`);

  expect(wordsOf(cardOf(answer))).toContain('skyddat formulär');
  expect(JSON.stringify(await chat.drafts())).not.toContain('inlåst');
});

test('lex sarah as a command opens the form without a word', async () => {
  expect(wordsOf(cardOf(await chat.amina.say('lex sarah')))).toContain('Öppna formuläret');
});

test('the id of somebody else’s case is refused', async () => {
  const [stored] = await chat.stored('misconductCase');
  const other = chat.person('00000000-0000-4000-8000-000000000047');

  const answer = await other.submitDialog({
    dialog: 'misconduct',
    caseId: stored?.id,
    what: 'x',
    unit: unitId('ekliden'),
  });

  expect(JSON.stringify(answer)).not.toContain(stored?.ref);
  expect(answer.body?.['task']).toMatchObject({
    type: 'message',
    value: expect.stringContaining('gäller inte längre'),
  });
});

test('a client without dialogs gets the form as a card, and what was typed never stands in the chat', async () => {
  const opened = await chat.amina.submit('', { dialog: 'misconduct', msteams: { type: 'task/fetch' } });
  const form = cardOf(opened);
  const { data } = (form.actions ?? [])[0] as { data: object };
  const before = (await chat.stored('misconductCase')).length;

  const wrong = await chat.amina.press('misconduct.send', { ...data, what: secret, unit: 'nowhere' });
  const sent = await chat.amina.press('misconduct.send', { ...data, what: secret, unit: unitId('ekliden') });

  expect(inputsOf(cardOf(wrong))['what']?.['value']).toBe(secret);
  expect(wrong.updated).toEqual([]);
  expect(wrong.sent).toEqual([]);
  expect(wordsOf(cardOf(sent))).toMatch(/LSA-2026-\d{4}/u);
  expect(JSON.stringify(sent)).not.toContain('inlåst');
  expect(await chat.stored('misconductCase')).toHaveLength(before + 1);
});

test('what may be a report and tells of misconduct is not even kept while the person chooses', async () => {
  const answer = await chat.amina.say('det brinner och en boende är inlåst på sitt rum av nattpersonal');

  const words = wordsOf(cardOf(answer));
  expect(words.indexOf('Ring 112 först')).toBeGreaterThan(-1);
  expect(words).toContain('Öppna formuläret');
  expect(JSON.stringify(await chat.drafts())).not.toContain('inlåst');
});
