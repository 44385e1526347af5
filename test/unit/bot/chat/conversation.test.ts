import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionsOf, cardOf, createChatFixture, inputsOf, saveData, textOf, unitId, wordsOf } from './chat-fixture.ts';
import type { ChatFixture } from './chat-fixture.ts';

let chat: ChatFixture;

beforeAll(async () => {
  chat = await createChatFixture();
});
afterAll(async () => {
  await chat.close();
});

let count = 0;
/** Somebody new, so that tests do not see each other's choices. */
const somebody = () => chat.person(`22222222-2222-4222-8222-${String((count += 1)).padStart(12, '0')}`);
const recordsStored = async () =>
  (await Promise.all(['deviation', 'feedback', 'misconductCase'].map((kind) => chat.stored(kind)))).flat().length;

test.each(['hjälp', 'Hjalp!', 'HJÄLP', 'hjäpl', 'help', 'vad kan du?'])('%s shows every command', async (text) => {
  const words = wordsOf(cardOf(await somebody().say(text)));

  expect(words).toMatch(/mina ärenden|my cases/u);
  expect(words).toMatch(/\*\*(avbryt|cancel)\*\*/u);
  expect(words).toContain('112');
});

test('an English name is answered in English, this once', async () => {
  const person = somebody();

  expect(wordsOf(cardOf(await person.say('help')))).toContain('What I can do');
  expect(wordsOf(cardOf(await person.say('hjälp')))).toContain('Det här kan jag');
});

test.each([
  ['avvikelse', 'Beskriv avvikelsen', 'deviation'],
  ['Avikelse!', 'Beskriv avvikelsen', 'deviation'],
  ['synpunkt', 'Beskriv synpunkten', 'viewpoint'],
  ['klagomal', 'Beskriv klagomålet', 'complaint'],
  ['beröm', 'Vad gäller berömmet', 'praise'],
  ['förslag', 'Vad är förslaget', 'suggestion'],
])('%s asks for one sentence and takes the next message as that', async (command, asked, kind) => {
  const person = somebody();

  const question = await person.say(command);
  const card = cardOf(await person.say('det var kallt i matsalen'));

  expect(textOf(question)).toContain(asked);
  expect(inputsOf(card)['kind']?.['value']).toBe(kind);
  expect(inputsOf(card)['text']?.['value']).toBe('det var kallt i matsalen');
});

test('a greeting while a sentence is awaited is answered, and the sentence is still awaited', async () => {
  const person = somebody();
  await person.say('synpunkt');

  const greeting = await person.say('Hej!');
  const card = cardOf(await person.say('det var kallt i matsalen'));

  expect(textOf(greeting)).toContain('Hej!');
  expect(inputsOf(card)['kind']?.['value']).toBe('viewpoint');
});

test('a command never swallows a report that begins with its name', async () => {
  const card = cardOf(await somebody().say('avvikelse: fall på Ekliden'));

  expect(saveData(card)).toMatchObject({ kind: 'deviation', unit: unitId('ekliden'), text: 'fall på Ekliden' });
});

test('a report without a colon is read as a whole', async () => {
  const card = cardOf(await somebody().say('avvikelse fall på Ekliden'));

  expect(inputsOf(card)['text']?.['value']).toBe('avvikelse fall på Ekliden');
});

test('avbryt leaves the latest card, and says when there is nothing to leave', async () => {
  const person = somebody();
  const card = cardOf(await person.say('fall på Ekliden igår'));

  const cancelled = await person.say('Avbryt');
  const late = await person.press('intake.save', saveData(card));
  const nothing = await person.say('avbryt');

  expect(textOf(cancelled)).toContain('Inget är sparat');
  expect(JSON.stringify(cancelled.updated)).toContain('Avbrutet');
  expect(wordsOf(cardOf(late))).toContain('Du avbröt');
  expect(textOf(nothing)).toContain('inget att avbryta');
});

test('avbryt after a save tells the reference', async () => {
  const person = somebody();
  await person.press('intake.save', saveData(cardOf(await person.say('fall på Ekliden igår'))));

  expect(textOf(await person.say('avbryt'))).toMatch(/AVV-2026-\d{4} är redan sparad/u);
});

test('avbryt takes back a question for a sentence', async () => {
  const person = somebody();
  await person.say('synpunkt');

  expect(textOf(await person.say('cancel'))).toContain('Nothing is stored');
  expect(wordsOf(cardOf(await person.say('blå dörr')))).toContain('Vill du rapportera det här?');
});

test('mina ärenden lists what the person has reported, without its text', async () => {
  const person = await chat.employee();
  await person.press('intake.save', saveData(cardOf(await person.say('fall på Ekliden igår, ingen skada'))));

  const answers = await Promise.all(
    ['mina ärenden', 'my cases', 'visa mina öppna avvikelser', 'Mina arenden'].map((text) => person.say(text)),
  );

  for (const answer of answers) {
    expect(wordsOf(cardOf(answer))).toMatch(/AVV-2026-\d{4}/u);
    expect(wordsOf(cardOf(answer))).not.toContain('ingen skada');
  }
  expect(textOf(await somebody().say('mina ärenden'))).toContain('Du har inga ärenden än');
});

test('status tells how a case is going, however the reference is written', async () => {
  const person = await chat.employee();
  const saved = await person.press('intake.save', saveData(cardOf(await person.say('fall på Ekliden igår'))));
  const ref = /AVV-2026-\d{4}/u.exec(wordsOf(cardOf(saved)))![0];

  for (const text of [
    `status ${ref}`,
    `Status: ${ref.toLowerCase()}`,
    ref.replaceAll('-', ' '),
    `hur går det med ${ref}?`,
  ]) {
    const answer = await person.say(text);
    expect(wordsOf(cardOf(answer))).toContain(ref);
    expect(wordsOf(cardOf(answer))).toContain('Rapporterad');
  }
  expect(textOf(await person.say('status AVV-2026-9999'))).toContain('Jag hittar inget ärende AVV-2026-9999');
  expect(textOf(await somebody().say(`status ${ref}`))).toContain('Jag hittar inget ärende');
  expect(textOf(await person.say('status'))).toContain('Vilket ärende');
});

test('min enhet is chosen by name or in the list, and reports start from it', async () => {
  const person = somebody();

  const list = cardOf(await person.say('min enhet'));
  const byName = await person.say('min enhet Vinkeln');
  const card = cardOf(await person.say('En boende ramlade igår'));
  const byButton = await person.press('unit.choose', { unit: unitId('solrosen') });
  const wrong = await person.press('unit.choose', { unit: 'x' });

  expect(inputsOf(list)['unit']).toMatchObject({ type: 'Input.ChoiceSet', style: 'filtered' });
  expect(textOf(byName)).toContain('Gruppbostaden Vinkeln');
  expect(inputsOf(card)['unit']?.['value']).toBe(unitId('vinkeln'));
  expect(wordsOf(cardOf(byButton))).toContain('Solrosen');
  expect(wordsOf(cardOf(wrong))).toContain('Jag hittar inte den enheten');
});

test('min enhet with a name of nowhere shows the list', async () => {
  const card = cardOf(await somebody().say('min enhet Blåkulla'));

  expect(wordsOf(card)).toContain('Jag hittar inte den enheten');
});

test('the language that a person chooses is kept', async () => {
  const person = somebody();

  await person.say('språk engelska');
  const english = textOf(await person.say('Hej!'));
  await person.say('svenska');
  const swedish = textOf(await person.say('Hej!'));

  expect(english).toContain('Hello!');
  expect(swedish).toContain('Hej! Skriv');
});

test.each([
  ['hur gör jag en avvikelse?', 'Skriv med en mening'],
  ['vad är skillnaden på lex sarah och lex maria?', 'Lex Maria'],
  ['När ska egenkontrollen för läkemedel vara klar?', 'ingen kommande egenkontroll'],
  ['Är det många avvikelser på Ekliden i år?', 'på Vård- och omsorgsboendet Ekliden'],
  ['vem läser det jag skriver?', 'Enhetens chef'],
  ['vad blir det till lunch?', 'Det kan jag inte svara på'],
  ['påminn mig på torsdag om egenkontrollen', 'Påminnelser kan jag inte'],
  ['Hej!', 'Hej!'],
  ['tack så mycket, ha en fin helg', 'Tack själv'],
])('%s gets a useful answer and creates nothing', async (text, said) => {
  const before = [await recordsStored(), (await chat.drafts()).length];

  const answer = await somebody().say(text);

  expect(textOf(answer)).toContain(said);
  expect([await recordsStored(), (await chat.drafts()).length]).toEqual(before);
});

test('what may be a report is offered as one, and the choice opens the card', async () => {
  const person = somebody();
  const offer = cardOf(await person.say('dnr 1.2.3-148/2026 ska ha svar senast 2026-11-20'));
  const yes = (offer.actions ?? [])[0] as { verb: string; data: object };

  const card = cardOf(await person.press(yes.verb, yes.data));

  expect(wordsOf(offer)).toContain('Vill du rapportera det här?');
  expect(inputsOf(card)['kind']?.['value']).toBe('deviation');
  expect(inputsOf(card)['text']?.['value']).toContain('dnr 1.2.3-148/2026');
  expect(await chat.stored('deviation')).not.toContainEqual(
    expect.objectContaining({ created_by_id: person.personId }),
  );
});

test('danger is answered with 112 first, then with the offer to report', async () => {
  const person = somebody();

  const card = cardOf(await person.say('det brinner i köket på tallkotten'));

  expect(wordsOf({ ...card, body: card.body.slice(0, 1) })).toContain('Ring 112 först');
  const intake = cardOf(await person.press('intake.start', actionsOf(card)['intake.start']!['data'] as object));
  expect(inputsOf(intake)['unit']?.['value']).toBe(unitId('tallkotten'));
});

test.each(['', '   ', '<at>Kvalitetsnavet</at> ', '\u0000'])('an empty message %j is answered', async (text) => {
  expect(textOf(await somebody().say(text))).toContain('Meddelandet var tomt');
});

test('a picture is declined kindly with the way to the tab; an HTML copy of the text is no picture', async () => {
  const picture = { attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1/x.png' }] };

  expect(textOf(await somebody().say('', picture))).toContain('Bilder och filer kan jag inte ta emot');
  expect(wordsOf(cardOf(await somebody().say('fall på Ekliden igår', picture)))).toContain('Bilder och filer');
  const copy = { attachments: [{ contentType: 'text/html', content: '<p>fall</p>' }] };
  expect(wordsOf(cardOf(await somebody().say('fall på Ekliden igår', copy)))).not.toContain('Bilder och filer');
});

test('a message beyond every limit is answered', async () => {
  expect(textOf(await somebody().say('a'.repeat(20_000)))).toContain('längre än 10 000');
});

test.each(['groupChat', 'channel'])(
  'in a %s nothing is taken in: a link leads to the private chat',
  async (conversationType) => {
    const drafts = (await chat.drafts()).length;
    const member = chat.person('00000000-0000-4000-8000-000000000046', { conversationType });

    const message = await member.say('<at>Kvalitetsnavet</at> fall på Ekliden igår');
    const press = await member.press('intake.save', { draftId: '33333333-3333-4333-8333-333333333333', text: 'fall' });
    const dialog = await member.openDialog({ dialog: 'misconduct' });

    expect(textOf(message)).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3Abot');
    expect(wordsOf(cardOf(press))).toContain('privata chatt');
    expect(dialog.body?.['task']).toMatchObject({ type: 'message' });
    expect((await chat.drafts()).length).toBe(drafts);
    const kept = await chat.stored('conversationReference');
    expect(kept.filter(({ fields }) => fields['conversationType'] === conversationType)).toEqual([]);
  },
);

test('an invoke of another kind is answered as not known', async () => {
  expect(await somebody().post({ type: 'invoke', name: 'composeExtension/query', value: {} })).toMatchObject({
    status: 501,
  });
  expect(
    await somebody().post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Submit' } },
    }),
  ).toMatchObject({ status: 501 });
});
