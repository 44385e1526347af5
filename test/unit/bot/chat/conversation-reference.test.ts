import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConversationStore } from '../../../../bot/chat/conversation-store.ts';
import type { ConversationAddress } from '../../../../bot/chat/bot-port.ts';
import { boardId, createChatFixture, textOf, unitId } from './chat-fixture.ts';
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

/** Two processes on one database, each with its own memory of conversations. */
function twoProcesses(clock: { now: Date }) {
  const parts = { db: chat.db, records: chat.records, boardId, log: chat.parts.log };
  // No two clocks agree to the millisecond.
  const nowThere = () => new Date(clock.now.getTime() + 1);
  return [
    createConversationStore({ ...parts, now: () => clock.now }),
    createConversationStore({ ...parts, now: nowThere }),
  ] as const;
}

function addressOf(personId: string, more: Partial<ConversationAddress> = {}): ConversationAddress {
  return {
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    conversationId: `a:${personId}`,
    conversationType: 'personal',
    botId: '28:bot',
    userId: `29:${personId}`,
    ...more,
  };
}

test('what is chosen counts at once in the same process, and within fifteen seconds in another', async () => {
  const { personId } = somebody();
  const clock = { now: new Date('2026-11-22T18:00:00.000Z') };
  const [here, there] = twoProcesses(clock);
  await here.keep(personId, addressOf(personId));
  await there.keep(personId, addressOf(personId));

  await here.choose(personId, addressOf(personId), { chosenUnit: unitId('ekliden') });
  const own = await here.keep(personId, addressOf(personId));
  clock.now = new Date('2026-11-22T18:00:14.998Z');
  const soon = await there.keep(personId, addressOf(personId));
  clock.now = new Date('2026-11-22T18:00:15.000Z');
  const later = await there.keep(personId, addressOf(personId));

  expect(own?.chosenUnit).toBe(unitId('ekliden'));
  // It is read from memory meanwhile, which is the point.
  expect(soon?.chosenUnit).toBeUndefined();
  expect(later?.chosenUnit).toBe(unitId('ekliden'));
});

test('a process that still remembers the old choice writes a new address without losing the new choice', async () => {
  const { personId } = somebody();
  const [here, there] = twoProcesses({ now: new Date('2026-11-22T18:00:00.000Z') });
  await here.keep(personId, addressOf(personId));
  await there.keep(personId, addressOf(personId));

  await here.choose(personId, addressOf(personId), { chosenUnit: unitId('ekliden'), language: 'en' });
  const moved = await there.keep(personId, addressOf(personId, { serviceUrl: 'http://127.0.0.1:10/' }));
  await there.choose(personId, addressOf(personId, { serviceUrl: 'http://127.0.0.1:10/' }), { language: 'sv' });

  expect(moved).toMatchObject({ chosenUnit: unitId('ekliden'), language: 'en', revision: 3 });
  expect((await referencesOf(personId)).map(({ fields }) => fields)).toEqual([
    expect.objectContaining({
      chosenUnit: unitId('ekliden'),
      language: 'sv',
      serviceUrl: 'http://127.0.0.1:10/',
    }),
  ]);
});

test('a removed conversation is remembered no longer in the same process', async () => {
  const { personId } = somebody();
  const [here] = twoProcesses({ now: new Date('2026-11-22T18:00:00.000Z') });
  const first = await here.keep(personId, addressOf(personId));

  await Promise.all([
    here.keep(personId, addressOf(personId)),
    here.forget(personId, addressOf(personId).conversationId),
  ]);
  const again = await here.keep(personId, addressOf(personId));

  expect(again?.id).not.toBe(first?.id);
  expect((await referencesOf(personId)).map(({ deleted }) => deleted).sort()).toEqual([false, true]);
});

test('somebody whom two processes meet at once is welcomed by one of them', async () => {
  const { personId } = somebody();
  const [here, there] = twoProcesses({ now: new Date('2026-11-22T18:00:00.000Z') });
  await Promise.all([here, there].map((store) => store.keep(personId, addressOf(personId))));

  const welcomed = await Promise.all([here, there].map((store) => store.markWelcomed(personId, addressOf(personId))));

  expect(welcomed.filter(Boolean)).toHaveLength(1);
});
