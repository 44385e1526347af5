import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  actionsOf,
  cardOf,
  createChatFixture,
  draftIdOf,
  inputsOf,
  saveData,
  unitId,
  wordsOf,
} from './chat-fixture.ts';
import type { ChatFixture } from './chat-fixture.ts';

let chat: ChatFixture;

beforeAll(async () => {
  chat = await createChatFixture();
});
afterAll(async () => {
  await chat.close();
});

const sentence = 'fall på Ekliden igår kväll ca 21.30, ingen skada';

test('a sentence becomes one card with what was read, each field correctable', async () => {
  const answer = await chat.amina.say(sentence);

  expect(answer.sent).toHaveLength(1);
  const card = cardOf(answer);
  expect(card.version).toBe('1.5');
  expect(Object.keys(inputsOf(card))).toEqual(['kind', 'unit', 'when', 'category', 'severity', 'text']);
  expect(saveData(card)).toMatchObject({
    kind: 'deviation',
    unit: unitId('ekliden'),
    when: 'igår kväll ca 21.30',
    category: 'fall',
    severity: '1',
    text: sentence,
  });
  expect(Object.keys(actionsOf(card))).toEqual(['intake.save', 'intake.cancel', 'intake.form']);
  expect(await chat.stored('deviation')).toHaveLength(0);
});

test('every button has a fallback that carries the same for older clients', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  for (const action of Object.values(actionsOf(card))) {
    expect(action['fallback']).toMatchObject({
      type: 'Action.Submit',
      data: { ...action['data'], verb: action['verb'] },
      associatedInputs: action['associatedInputs'],
    });
  }
});

test('Spara stores the record and the card becomes a receipt without the text', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answer = await chat.amina.press('intake.save', saveData(card));

  expect(answer.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  const [stored] = await chat.stored('deviation');
  expect(stored).toMatchObject({
    id: draftIdOf(card),
    ref: 'AVV-2026-0001',
    unit_id: unitId('ekliden'),
    status: 'reported',
    fields: {
      whatHappened: sentence,
      whenText: 'igår kväll ca 21.30',
      category: 'fall',
      reporterSeverity: 1,
      source: 'chat',
    },
    created_by: { id: chat.amina.personId },
  });
  expect(stored?.fields).toHaveProperty('occurredAt');
  const receipt = cardOf(answer);
  const words = wordsOf(receipt);
  expect(words).toContain('AVV-2026-0001');
  expect(words).toContain('Vård- och omsorgsboendet Ekliden');
  expect(words).toContain('Rapporterad');
  expect(words).toContain('24 nov. 2026');
  expect(words).toContain(`http://127.0.0.1:3978/tab/#/arenden/deviation/${draftIdOf(card)}`);
  expect(words).not.toContain('ingen skada');
  expect(words).not.toContain('Amina');
});

test('the message itself is updated, so that the text is gone from the chat on every client', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answer = await chat.amina.press('intake.save', saveData(card), 'activity-7');

  expect(answer.updated).toHaveLength(1);
  expect(answer.updated[0]?.activityId).toBe('activity-7');
  expect(JSON.stringify(answer.updated[0]?.message)).not.toContain('ingen skada');
});

test('pressing Spara twice, or the invoke sent again at the same moment, stores one record', async () => {
  const card = cardOf(await chat.amina.say(sentence));
  const before = (await chat.stored('deviation')).length;

  const answers = await Promise.all([1, 2, 3].map(() => chat.amina.press('intake.save', saveData(card))));
  const later = await chat.amina.press('intake.save', saveData(card, { text: 'ändrat i efterhand' }));

  expect(await chat.stored('deviation')).toHaveLength(before + 1);
  const refs = [...answers, later].map((answer) => /AVV-2026-\d{4}/u.exec(wordsOf(cardOf(answer)))?.[0]);
  expect(new Set(refs).size).toBe(1);
  expect(refs[0]).toBeDefined();
});

test('a second press with another kind still gives the first record', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answers = await Promise.all([
    chat.amina.press('intake.save', saveData(card)),
    chat.amina.press('intake.save', saveData(card, { kind: 'complaint', category: 'none' })),
  ]);

  const id = draftIdOf(card);
  const stored = [...(await chat.stored('deviation')), ...(await chat.stored('feedback'))].filter(
    (row) => row.id === id,
  );
  expect(stored).toHaveLength(1);
  for (const answer of answers) expect(wordsOf(cardOf(answer))).toContain(stored[0]!.ref);
});

test('the fallback of an older client saves too, and the message becomes the receipt', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answer = await chat.amina.submit('intake.save', saveData(card), 'activity-8');

  expect(answer.sent).toHaveLength(0);
  expect(answer.updated[0]?.activityId).toBe('activity-8');
  expect(JSON.stringify(answer.updated[0]?.message)).toMatch(/AVV-2026-\d{4}/u);
});

test('Avbryt stores nothing, and Spara afterwards says why', async () => {
  const card = cardOf(await chat.amina.say(sentence));
  const before = (await chat.stored('deviation')).length;

  const cancelled = await chat.amina.press('intake.cancel', { draftId: draftIdOf(card) });
  const late = await chat.amina.press('intake.save', saveData(card));

  expect(wordsOf(cardOf(cancelled))).toContain('Inget är sparat');
  expect(wordsOf(cardOf(late))).toContain('Du avbröt');
  expect(await chat.stored('deviation')).toHaveLength(before);
  const drafts = await chat.drafts();
  expect(JSON.stringify(drafts.find(({ key }) => key.includes(draftIdOf(card)))?.body)).not.toContain('fall');
});

test('Avbryt after Spara shows the receipt of what is stored', async () => {
  const card = cardOf(await chat.amina.say(sentence));
  await chat.amina.press('intake.save', saveData(card));

  const answer = await chat.amina.press('intake.cancel', { draftId: draftIdOf(card) });

  expect(wordsOf(cardOf(answer))).toMatch(/AVV-2026-\d{4}/u);
});

test('a validation error returns the same card, refilled, with the message', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answer = await chat.amina.press('intake.save', saveData(card, { text: '  ', unit: '', severity: '3' }));

  const again = cardOf(answer);
  expect(wordsOf(again)).toContain('Beskriv vad som har hänt.');
  expect(wordsOf(again)).toContain('Välj en enhet');
  expect(draftIdOf(again)).toBe(draftIdOf(card));
  expect(saveData(again)).toMatchObject({ severity: '3', category: 'fall', when: 'igår kväll ca 21.30' });
  const corrected = await chat.amina.press('intake.save', {
    ...saveData(again),
    text: sentence,
    unit: unitId('vinkeln'),
  });
  expect(wordsOf(cardOf(corrected))).toMatch(/AVV-2026-\d{4}/u);
  const stored = (await chat.stored('deviation')).find(({ id }) => id === draftIdOf(card));
  expect(stored).toMatchObject({ unit_id: unitId('vinkeln'), fields: { reporterSeverity: 3 } });
});

test('a new kind with a category that does not fit returns the card with the right choices', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answer = await chat.amina.press('intake.save', saveData(card, { kind: 'complaint' }));

  const again = cardOf(answer);
  expect(wordsOf(again)).toContain('passar inte klagomål');
  expect(inputsOf(again)['category']?.['choices']).toContainEqual({ title: 'Mat', value: 'food' });
  expect(inputsOf(again)['kind']?.['value']).toBe('complaint');
  const saved = await chat.amina.press('intake.save', saveData(again, { category: 'food' }));
  expect(wordsOf(cardOf(saved))).toMatch(/SYN-2026-\d{4}/u);
  const feedback = (await chat.stored('feedback')).find(({ id }) => id === draftIdOf(card));
  expect(feedback?.fields).toMatchObject({ feedbackKind: 'complaint', topic: 'food', text: sentence });
  expect(feedback?.fields).not.toHaveProperty('reporterSeverity');
});

test.each([
  ['klagomål: maten är kall på Ekliden', 'complaint'],
  ['synpunkt: skylten syns inte på Ekliden', 'viewpoint'],
  ['beröm till Ekliden', 'praise'],
  ['förslag: sätt upp en bänk på Ekliden', 'suggestion'],
])('%s becomes a SYN record', async (text, feedbackKind) => {
  const card = cardOf(await chat.amina.say(text));

  const answer = await chat.amina.press('intake.save', saveData(card));

  expect(wordsOf(cardOf(answer))).toMatch(/SYN-2026-\d{4}/u);
  const stored = (await chat.stored('feedback')).find(({ id }) => id === draftIdOf(card));
  expect(stored?.fields).toMatchObject({ feedbackKind });
});

test('new words about time are read when the card is saved', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  await chat.amina.press('intake.save', saveData(card, { when: 'idag' }));

  const stored = (await chat.stored('deviation')).find(({ id }) => id === draftIdOf(card));
  expect(stored?.fields).toMatchObject({
    whenText: 'idag',
    occurredAt: expect.objectContaining({ from: expect.any(String) }),
  });
});

test('personnummer and names are masked before anything is kept, with a kind explanation', async () => {
  const answer = await chat.amina.say('Avvikelse: Anna Karlsson 19900101-9844 på rum 12 fick inte sin insulin i morse');

  const words = wordsOf(cardOf(answer));
  expect(words).not.toContain('9844');
  expect(words).not.toContain('Karlsson');
  expect(words).toContain('Jag har dolt uppgifter om personer');
  expect(words).toContain('Ditt meddelande finns kvar');
  expect(JSON.stringify(await chat.drafts())).not.toContain('9844');
  expect(JSON.stringify(chat.log)).not.toContain('Karlsson');
  const receipt = wordsOf(cardOf(await chat.amina.press('intake.save', saveData(cardOf(answer)))));
  expect(receipt).toContain('doldes innan texten sparades');
});

test('what is masked only when the card is saved is said on the receipt', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answer = await chat.amina.press('intake.save', saveData(card, { text: 'fall, kund 520312-9837' }));

  const stored = (await chat.stored('deviation')).find(({ id }) => id === draftIdOf(card));
  expect(JSON.stringify(stored?.fields)).not.toContain('9837');
  expect(wordsOf(cardOf(answer))).toContain('doldes innan texten sparades');
});

test('a card refilled after an error carries no personnummer either', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const answer = await chat.amina.press('intake.save', saveData(card, { text: 'fall, kund 520312-9837', unit: '' }));

  expect(wordsOf(cardOf(answer))).not.toContain('9837');
  expect(wordsOf(cardOf(answer))).toContain('Jag har dolt uppgifter om personer');
});

test('somebody else’s draft is not found', async () => {
  const card = cardOf(await chat.amina.say(sentence));
  const before = (await chat.stored('deviation')).length;
  const other = chat.person('00000000-0000-4000-8000-000000000046');

  const answer = await other.press('intake.save', saveData(card));

  expect(wordsOf(cardOf(answer))).toContain('Utkastet finns inte kvar');
  expect(await chat.stored('deviation')).toHaveLength(before);
});

test('a draft older than 30 days has expired, which the card says', async () => {
  const card = cardOf(await chat.amina.say(sentence));
  chat.setNow('2026-12-24T08:00:00.000Z');

  const answer = await chat.amina.press('intake.save', saveData(card));
  chat.setNow('2026-11-22T18:00:00.000Z');

  expect(wordsOf(cardOf(answer))).toContain('Osparade utkast tas bort efter 30 dagar');
});

test('a person without any role may still report', async () => {
  const stranger = chat.person('11111111-1111-4111-8111-111111111111', { name: 'Ny Person' });

  const card = cardOf(await stranger.say(sentence));
  const answer = await stranger.press('intake.save', saveData(card));

  expect(wordsOf(cardOf(answer))).toMatch(/AVV-2026-\d{4}/u);
});

test('a report that names no unit starts from the unit where the person works', async () => {
  const card = cardOf(await chat.amina.say('En boende ramlade igår'));

  expect(inputsOf(card)['unit']?.['value']).toBe(unitId('ekliden'));
});

test.each([
  ['an unknown unit', { unit: '11111111-1111-4111-8111-111111111112' }, 'Jag hittar inte den enheten'],
  ['a severity outside the scale', { severity: '9' }, 'Välj en allvarlighetsgrad'],
  ['an unknown kind', { kind: 'misconductCase' }, 'Välj vad det gäller'],
  ['a category of nowhere', { category: '__proto__' }, 'passar inte'],
  ['a text beyond the limit', { text: 'a'.repeat(10_001) }, 'Jag hittar|längre än 10 000|för lång för ett kort'],
  ['a time beyond the limit', { when: 'i'.repeat(300) }, 'längre än 255'],
  ['values of other types', { text: '', unit: { $ne: 1 }, when: 7 }, 'Beskriv vad som har hänt'],
])('%s gives a clear answer and stores nothing', async (_name, change, said) => {
  const card = cardOf(await chat.amina.say(sentence));
  const before = (await chat.stored('deviation')).length;

  const answer = await chat.amina.press('intake.save', { ...saveData(card), ...change });

  expect(wordsOf(cardOf(answer))).toMatch(new RegExp(said, 'u'));
  expect(await chat.stored('deviation')).toHaveLength(before);
});

test.each([
  ['no draft', 'intake.save', {}],
  ['a draft that is no id', 'intake.save', { draftId: "'; drop table records" }],
  ['a verb of nobody', 'intake.explode', { draftId: 'x' }],
  ['a verb of the prototype', 'toString', {}],
])('a press with %s becomes a card that says so', async (_name, verb, data) => {
  const answer = await chat.amina.press(verb, data);

  expect(wordsOf(cardOf(answer))).toContain('Knappen fungerar inte längre');
});

test('the form takes along what stands in the card, and leads back', async () => {
  const card = cardOf(await chat.amina.say(sentence));

  const form = await chat.amina.press('intake.form', saveData(card, { text: 'fall i duschen, ingen skada' }));
  const back = await chat.amina.press('intake.start', { draftId: draftIdOf(card) });

  expect(wordsOf(cardOf(form))).toContain('/tab/#/rapportera?utkast=');
  expect(inputsOf(cardOf(back))['text']?.['value']).toBe('fall i duschen, ingen skada');
  const handed = (await chat.drafts()).find(({ key }) => key === `report.${draftIdOf(card)}`);
  expect(handed?.body).toMatchObject({ kind: 'deviation', unitId: unitId('ekliden') });
});

test('the dialog form saves the same draft, and the card in the chat becomes the receipt', async () => {
  const said = await chat.amina.say(sentence);
  const draftId = draftIdOf(cardOf(said));

  const opened = await chat.amina.openDialog({ dialog: 'intake', draftId });
  const wrong = await chat.amina.submitDialog({ dialog: 'intake', ...saveData(cardOf(opened)), draftId, text: '' });
  const saved = await chat.amina.submitDialog({ dialog: 'intake', ...saveData(cardOf(opened)), draftId });

  expect(Object.keys(inputsOf(cardOf(opened)))).toEqual(['kind', 'unit', 'when', 'category', 'severity', 'text']);
  expect(wordsOf(cardOf(wrong))).toContain('Beskriv vad som har hänt');
  expect(saved.body?.['task']).toMatchObject({
    type: 'message',
    value: expect.stringMatching(/AVV-2026-\d{4} är sparad/u),
  });
  expect(JSON.stringify(saved.updated)).toMatch(/AVV-2026-\d{4}/u);
});

test('cards stay below 25 kB, and a text too long for one goes on in the form without loss', async () => {
  const long = `fall på Ekliden igår. ${'Golvet var vått och ingen såg det. '.repeat(142)}`.slice(0, 5000);
  const huge = `fall på Ekliden igår ${'😀👩‍👩‍👧'.repeat(900)}`;

  const card = cardOf(await chat.amina.say(long));
  const form = cardOf(await chat.amina.say(huge));

  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
  expect(inputsOf(card)['text']?.['value']).toBe(long.trim());
  expect(Buffer.byteLength(JSON.stringify(form))).toBeLessThan(25_000);
  expect(wordsOf(form)).toContain('för lång för ett kort');
  expect(JSON.stringify(await chat.drafts())).toContain('👩‍👩‍👧'.repeat(2).slice(0, 4));
});

test('emoji, right-to-left text and marks are kept as written', async () => {
  const text = 'fall på Ekliden igår 😢 سقط رجل <b>temp</b> < 38 & "ok"';

  const card = cardOf(await chat.amina.say(text));

  expect(inputsOf(card)['text']?.['value']).toBe('fall på Ekliden igår 😢 سقط رجل temp < 38 & "ok"');
});

test('no log line carries what somebody wrote', () => {
  expect(JSON.stringify(chat.log)).not.toMatch(/fall|Ekliden|Amina/u);
  expect(chat.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a failure of the service keeps what was typed and gives a number', async () => {
  const broken = {
    ...chat.parts,
    records: { ...chat.parts.records, create: () => Promise.reject(new Error('no database')) },
  };
  const failing = await createChatFixture({
    records: broken.records,
    drafts: chat.parts.drafts,
    conversations: chat.parts.conversations,
  });
  const card = cardOf(await failing.amina.say(sentence));

  const answer = await failing.amina.press('intake.save', saveData(card, { text: 'fall, och mer därtill' }));

  expect(wordsOf(cardOf(answer))).toContain('Tjänsten svarar inte just nu');
  expect(inputsOf(cardOf(answer))['text']?.['value']).toBe('fall, och mer därtill');
  expect(draftIdOf(cardOf(answer))).toBe(draftIdOf(card));
  expect(JSON.stringify(failing.log)).not.toContain('no database');
  await failing.close();
});
