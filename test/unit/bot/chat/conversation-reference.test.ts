import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createChatFixture, textOf } from './chat-fixture.ts';
import type { ChatFixture } from './chat-fixture.ts';

let chat: ChatFixture;

beforeAll(async () => {
  chat = await createChatFixture();
});
afterAll(async () => {
  await chat.close();
});

let count = 0;
const somebody = () => chat.person(`44444444-4444-4444-8444-${String((count += 1)).padStart(12, '0')}`);
const referencesOf = async (personId: string) =>
  (await chat.stored('conversationReference')).filter(({ fields }) => fields['personId'] === personId);

test('a person is welcomed once, however often the app is installed or updated', async () => {
  const person = somebody();

  const both = await Promise.all([person.install('add'), person.install('add')]);
  const later = [await person.install('add-upgrade'), await person.install('add')];
  const members = await person.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });

  expect(both.flatMap(({ sent }) => sent)).toHaveLength(1);
  expect(textOf(both.find(({ sent }) => sent.length > 0)!)).toContain('ring 112 först');
  expect([...later, members].flatMap(({ sent }) => sent)).toEqual([]);
});

test('an update of the app alone welcomes nobody', async () => {
  expect((await somebody().install('add-upgrade')).sent).toEqual([]);
});

test('the conversation is kept at the first message and written again only when something changed', async () => {
  const person = somebody();

  await person.say('Hej!');
  await person.say('Hej!');
  const [kept] = await referencesOf(person.personId);
  await person.say('Hej!', { serviceUrl: 'http://127.0.0.1:10/' });
  const [moved] = await referencesOf(person.personId);

  expect(kept).toMatchObject({
    revision: 1,
    fields: { conversationId: `a:${person.personId}:personal`, serviceUrl: 'http://127.0.0.1:9/', botId: '28:bot' },
  });
  expect(moved).toMatchObject({ id: kept?.id, revision: 2, fields: { serviceUrl: 'http://127.0.0.1:10/' } });
});

test('two first messages at once keep one conversation', async () => {
  const person = somebody();

  await Promise.all([person.say('Hej!'), person.say('Hej!'), person.install('add')]);

  expect(await referencesOf(person.personId)).toHaveLength(1);
});

test('removing the app deletes the conversation; installing again keeps a new one and welcomes', async () => {
  const person = somebody();
  await person.install('add');

  await person.install('remove');
  const removed = await referencesOf(person.personId);
  const again = await person.install('add');

  expect(removed).toEqual([expect.objectContaining({ deleted: true, revision: expect.any(Number) })]);
  expect(removed[0]!.revision).toBeGreaterThan(1);
  expect(removed[0]!.waiting_since).not.toBeNull();
  expect(again.sent).toHaveLength(1);
  expect((await referencesOf(person.personId)).filter(({ deleted }) => !deleted)).toHaveLength(1);
});

test('the removal before an update keeps the conversation', async () => {
  const person = somebody();
  await person.say('Hej!');

  await person.install('remove-upgrade');

  expect((await referencesOf(person.personId))[0]?.deleted).toBe(false);
});
