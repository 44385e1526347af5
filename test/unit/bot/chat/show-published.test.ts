import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdaptiveCard, CardElement } from '../../../../bot/chat/bot-port.ts';
import type { Caller } from '../../../../bot/records/records-service.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import { boardId, cardOf, createChatFixture, personOf, textOf, unitId, wordsOf } from './chat-fixture.ts';
import type { ChatFixture } from './chat-fixture.ts';

let chat: ChatFixture;
const ids: Record<string, string> = {};
const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};

async function store(kind: KindName, name: string, status: string, fields: object, unit = 'ekliden'): Promise<string> {
  const id = (ids[name] = randomUUID());
  const input = { id, unitId: unitId(unit), status, fields: { name, ...fields } };
  const stored = await chat.records.create(system, kind, input);
  if (stored.kind !== 'ok') throw new Error(JSON.stringify(stored));
  return id;
}

const aProcess = (name: string, status = 'published', fields: object = {}, unit?: string) =>
  store(
    'process',
    name,
    status,
    {
      ...{ processType: 'main', level: 'unit', start: 'En ordination finns', end: 'Allt är klart' },
      ...{ mission: 'Rätt medicin till rätt person', desiredEffect: 'Trygghet', reviewDate: '2027-05-01' },
      processOwner: personOf('annika'),
      stakeholders: [
        { id: 's1', name: 'Den boende', isReceiver: true },
        { id: 's2', name: 'Apoteket' },
      ],
      ...fields,
    },
    unit,
  );

const aDocument = (name: string, status = 'published', fields: object = {}) =>
  store('governingDocument', name, status, {
    ...{
      documentType: 'routine',
      level: 'unit',
      what: 'Kontrollera och signera',
      who: 'Delegerad personal',
      how: 'Så',
    },
    ...{ documentOwner: personOf('gunnar'), location: 'https://example.com/rutin', reviewDate: '2027-01-15' },
    ...fields,
  });

beforeAll(async () => {
  chat = await createChatFixture();
  const medicine = await aProcess('Läkemedelshantering');
  await aProcess('Delegera läkemedel', 'needsReview', {}, 'hemtjanst');
  await aProcess('Hemlig process', 'draft');
  await aProcess('Utflykt med barngrupp', 'published', { mission: 'Alla barn hem' }, 'tallkotten');
  const routine = await aDocument('Rutin vid fall', 'published', { concernsUnits: [unitId('ekliden')] });
  await aDocument('Rutin för hygien', 'superseded');
  const chain = { process: medicine, objectIn: 'Dos', objectOut: 'Signerad lista', responsible: 'Sjuksköterska' };
  await store('processActivity', 'Överlämna dos', 'published', { ...chain, routine });
  await store('processActivity', 'Kontrollera delegering', 'published', chain);
  const gone = await store('processActivity', 'Räkna hem', 'published', chain);
  await chat.db.updateTable('records').set({ status: 'removed' }).where('id', '=', gone).execute();
});
afterAll(() => chat.close());

const factsOf = (card: AdaptiveCard): Readonly<Record<string, string>> =>
  Object.fromEntries(
    card.body
      .filter(({ type }) => type === 'FactSet')
      .flatMap((set) => (set as CardElement & { facts: readonly { title: string; value: string }[] }).facts)
      .map(({ title, value }) => [title, value]),
  );

test('one process that is meant is shown with mission, owner, steps, for whom, and a link to its page', async () => {
  const card = cardOf(await chat.amina.say('visa process läkemedelshantering'));

  expect(wordsOf(card)).toContain('Rätt medicin till rätt person');
  expect(factsOf(card)).toMatchObject({
    Ägare: 'Annika Berglund',
    'Antal steg': '2',
    'Till för': 'Den boende',
    Enhet: 'Vård- och omsorgsboendet Ekliden',
  });
  expect(JSON.stringify(card.actions)).toContain(`/tab/#/processer/${ids['Läkemedelshantering'] ?? ''}`);
});

test.each(['VISA PROCESS UTFLYKT', 'visa process utflyckt', 'vsia process utflykter', 'visa processen för utflykt'])(
  '%s finds the trip with children',
  async (text) => {
    expect(wordsOf(cardOf(await chat.amina.say(text)))).toContain('Utflykt med barngrupp');
  },
);

test('a process is found by what is done in it', async () => {
  expect(wordsOf(cardOf(await chat.amina.say('visa process överlämna dos')))).toContain('Läkemedelshantering');
});

test('several that may be meant are a short list of links', async () => {
  const words = wordsOf(cardOf(await chat.amina.say('visa process lakemedel')));

  expect(words).toContain('2 träffar');
  for (const name of ['Läkemedelshantering', 'Delegera läkemedel'])
    expect(words).toContain(`[${name}](http://127.0.0.1:3978/tab/#/processer/${ids[name] ?? ''})`);
});

test('a routine is shown with type, owner, whom it concerns, where it is used and its file', async () => {
  const card = cardOf(await chat.amina.say('visa rutin vid fall'));

  expect(factsOf(card)).toMatchObject({
    Typ: 'Rutin',
    Ägare: 'Gunnar Ekroth',
    Berör: 'Vård- och omsorgsboendet Ekliden',
    'Används i': '1 processteg',
  });
  const actions = JSON.stringify(card.actions);
  expect(actions).toContain(`/tab/#/styrdokument/${ids['Rutin vid fall'] ?? ''}`);
  expect(actions).toContain('https://example.com/rutin');
});

test('what is asked for under the wrong name is found, and the answer says so', async () => {
  const words = wordsOf(cardOf(await chat.amina.say('visa rutin utflykt')));

  expect(words).toContain('bland styrdokument');
  expect(words).toContain('Utflykt med barngrupp');
});

test('drafts and replaced documents are not shown, and the answer says what to do', async () => {
  for (const text of ['visa process hemlig', 'visa rutin hygien']) {
    const answer = textOf(await chat.amina.say(text));
    expect(answer).toContain('Jag hittar ingen publicerad');
    expect(answer).toMatch(/\/tab\/#\/(processer|styrdokument)\)/u);
  }
});

test('somebody without a role at the board reads nothing', async () => {
  const stranger = chat.person(randomUUID(), { name: 'Okänd' });

  expect(textOf(await stranger.say('visa process läkemedelshantering'))).toContain('Jag hittar ingen publicerad');
});

test('the bare command asks which one, and a question in free words is answered', async () => {
  expect(textOf(await chat.amina.say('visa process'))).toContain('Vilken process?');
  expect(textOf(await chat.amina.say('visa rutin'))).toContain('Vilken rutin?');
  expect(wordsOf(cardOf(await chat.amina.say('finns det någon rutin för fall?')))).toContain('Rutin vid fall');
});

test('English is answered in English', async () => {
  const card = cardOf(await chat.amina.say('show process läkemedelshantering'));

  expect(factsOf(card)).toMatchObject({ Owner: 'Annika Berglund', 'Number of steps': '2' });
  expect(textOf(await chat.amina.say('show routine zebra'))).toContain('I find no published routine');
});

test('a report that begins with the word is still a report, and danger goes first', async () => {
  expect(textOf(await chat.amina.say('rutin följdes inte på Ekliden igår, hon fick fel medicin'))).not.toContain(
    'Jag hittar',
  );
  expect(textOf(await chat.amina.say('det brinner på Ekliden nu'))).toContain('112');
});

test('a personal identity number in the question is not said again', async () => {
  expect(textOf(await chat.amina.say('visa rutin zebra 19900101-9844'))).not.toContain('9844');
});

test('help tells of both', async () => {
  const words = wordsOf(cardOf(await chat.amina.say('hjälp')));

  expect(words).toContain('**visa process**');
  expect(words).toContain('**visa rutin**');
});
