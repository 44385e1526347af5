import { randomUUID } from 'node:crypto';
import type {
  AdaptiveCard,
  BotPort,
  CardElement,
  ConversationAddress,
  OutgoingMessage,
} from '../../../../bot/chat/bot-port.ts';
import { createConversationStore } from '../../../../bot/chat/conversation-store.ts';
import { createTurnTaker } from '../../../../bot/chat/create-chat.ts';
import type { ChatParts } from '../../../../bot/chat/create-chat.ts';
import { roleScripts, unitId, unitScripts } from '../../../../bot/demo/organisation-scripts.ts';
import { personOf } from '../../../../bot/demo/demo-staff.ts';
import type { OpenDatabase } from '../../../../bot/database/open-database.ts';
import { createDraftStore } from '../../../../bot/records/create-draft-store.ts';
import { createRecordsService } from '../../../../bot/records/create-records-service.ts';
import type { LocalRecordsService } from '../../../../bot/records/create-records-service.ts';
import type { Caller } from '../../../../bot/records/records-service.ts';
import { createSelfChecksService } from '../../../../bot/self-checks/create-self-checks-service.ts';
import { maskText } from '../../../../shared/intake/masking.ts';
import { createTestDatabase } from '../../../support/database.ts';

export { unitId, personOf };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- cards and invoke bodies are read as JSON here
type Body = Readonly<Record<string, any>>;

/** What the bot did in one turn. */
export interface Answer {
  readonly status: number;
  readonly body: Body | undefined;
  readonly sent: readonly OutgoingMessage[];
  readonly updated: readonly { readonly activityId: string; readonly message: OutgoingMessage }[];
}

export interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly fields: object;
}

/** One person writing to the bot. */
export interface Chatter {
  readonly personId: string;
  say(text: string, more?: object): Promise<Answer>;
  /** Presses a button as Teams does with Action.Execute. */
  press(verb: string, data: object, replyToId?: string): Promise<Answer>;
  /** The same button on a client that knows Action.Submit only. */
  submit(verb: string, data: object, replyToId?: string): Promise<Answer>;
  openDialog(data: object): Promise<Answer>;
  submitDialog(data: object): Promise<Answer>;
  install(action: string): Promise<Answer>;
  post(activity: object): Promise<Answer>;
}

export const boardId = 'sjovik-talludden';

/** The bot over the real records service, on a board with the demo's organisation and people, and a port that remembers. */
export async function createChatFixture(
  replace:
    | Partial<ChatParts>
    | ((made: Pick<ChatParts, 'records' | 'now'> & Pick<OpenDatabase, 'db'>) => Partial<ChatParts>) = {},
) {
  const database = await createTestDatabase();
  const { db } = database;
  // Sunday evening in Stockholm.
  let now = new Date('2026-11-22T18:00:00.000Z');
  const log: LogLine[] = [];
  const records = createRecordsService({
    db,
    now: () => now,
    newId: randomUUID,
    mask: maskText,
    onAccepted: () => undefined,
  });
  await seedOrganisation(records, now);
  const selfChecks = createSelfChecksService({ db, records, now: () => now });
  const at =
    (level: string) =>
    (event: string, fields: object = {}) =>
      void log.push({ level, event, fields });
  const logger = { error: at('error'), info: at('info'), debug: at('debug') };
  const parts: ChatParts = {
    records,
    selfChecks,
    drafts: createDraftStore({ db, now: () => now }),
    conversations: createConversationStore({ db, records, boardId, now: () => now, log: logger }),
    now: () => now,
    newId: randomUUID,
    tabOrigin: 'http://127.0.0.1:3978',
    boardId,
    log: logger,
    ...(typeof replace === 'function' ? replace({ db, records, now: () => now }) : replace),
  };
  const takeTurn = createTurnTaker(parts);

  async function post(activity: object): Promise<Answer> {
    const sent: OutgoingMessage[] = [];
    const updated: { activityId: string; message: OutgoingMessage }[] = [];
    const port: BotPort = {
      send: async (_to, message) => {
        sent.push(message);
        return `sent-${randomUUID()}`;
      },
      update: async (_to, activityId, message) => void updated.push({ activityId, message }),
      createConversation: async (from, personId) => ({
        ...from,
        conversationId: 'new',
        conversationType: 'personal',
        userId: personId,
      }),
      member: async () => undefined,
    };
    const performed = await takeTurn(activity, port, port);
    await performed.afterwards?.();
    return { status: performed.status, body: performed.body, sent, updated };
  }

  function person(personId: string, more: { name?: string; conversationType?: string } = {}): Chatter {
    const conversationType = more.conversationType ?? 'personal';
    const base = {
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:9/',
      from: { id: personId, aadObjectId: personId, name: more.name ?? 'Någon' },
      recipient: { id: '28:bot' },
      conversation: { id: `a:${personId}:${conversationType}`, conversationType },
    };
    const send = (activity: object) => post({ ...base, id: randomUUID(), ...activity });
    return {
      personId,
      say: (text, rest = {}) => send({ type: 'message', text, ...rest }),
      press: (verb, data, replyToId = 'card-1') =>
        send({
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId,
          value: { action: { type: 'Action.Execute', verb, data } },
        }),
      submit: (verb, data, replyToId = 'card-1') => send({ type: 'message', replyToId, value: { ...data, verb } }),
      openDialog: (data) => send({ type: 'invoke', name: 'task/fetch', value: { data } }),
      submitDialog: (data) => send({ type: 'invoke', name: 'task/submit', value: { data } }),
      install: (action) => send({ type: 'installationUpdate', action }),
      post: send,
    };
  }

  return {
    db,
    records,
    selfChecks,
    parts,
    log,
    person,
    amina: person(personOf('amina').id, { name: 'Amina Yusuf' }),
    /** Somebody new who works at Ekliden. */
    employee: async (): Promise<Chatter> => {
      const someone = { id: randomUUID(), name: 'Ny Medarbetare' };
      const fields = { person: someone, role: 'employee' };
      await records.create(system, 'roleAssignment', { id: randomUUID(), unitId: unitId('ekliden'), fields });
      return person(someone.id, { name: someone.name });
    },
    /** The stored records of a kind, oldest first. */
    stored: (kind: string) =>
      db.selectFrom('records').selectAll().where('kind', '=', kind).orderBy('created_at').orderBy('id').execute(),
    drafts: () => db.selectFrom('drafts').selectAll().execute(),
    setNow: (instant: string) => void (now = new Date(instant)),
    close: () => database.close(),
  };
}
export type ChatFixture = Awaited<ReturnType<typeof createChatFixture>>;

const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};

async function seedOrganisation(records: LocalRecordsService, now: Date): Promise<void> {
  for (const { kind, id, acts } of [...unitScripts(now), ...roleScripts(now)]) {
    for (const act of acts) if (act.kind === 'create') await records.create(system, kind, { id, ...act.input });
  }
}

/** The card of an answer, however it came. */
export function cardOf(answer: Answer): AdaptiveCard {
  const body = answer.body?.['value'] ?? answer.body?.['task']?.value?.card?.content;
  if (typeof body === 'object') return body as AdaptiveCard;
  const card =
    answer.sent.find(({ kind }) => kind === 'card') ??
    answer.updated.find(({ message }) => message.kind === 'card')?.message;
  if (card?.kind !== 'card') throw new Error(`no card in ${JSON.stringify(answer)}`);
  return card.card;
}

/** Everything a card says, for what it must and must not say. */
export function wordsOf(card: AdaptiveCard): string {
  return JSON.stringify({ body: card.body, actions: card.actions });
}

export function textOf(answer: Answer): string {
  return answer.sent.map((message) => (message.kind === 'text' ? message.text : wordsOf(message.card))).join('\n');
}

export function inputsOf(card: AdaptiveCard): Readonly<Record<string, CardElement & Body>> {
  const inputs = card.body.filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(inputs.map((input) => [String(input['id']), input]));
}

/** What the client sends when the card is left as it is. */
export function valuesOf(card: AdaptiveCard): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputsOf(card)).map(([id, input]) => [id, String(input['value'] ?? '')]));
}

export function actionsOf(card: AdaptiveCard): Readonly<Record<string, Body>> {
  return Object.fromEntries(
    (card.actions ?? []).map((action) => [String(action['verb'] ?? action['title']), action as Body]),
  );
}

export function draftIdOf(card: AdaptiveCard): string {
  const ids = (card.actions ?? []).map((action) => (action as Body)['data'] as Body | undefined);
  return String(ids.find((data) => data?.['draftId'] !== undefined)?.['draftId'] ?? '');
}

/** Everything that a save sends: the draft and the fields. */
export function saveData(card: AdaptiveCard, change: object = {}): Readonly<Record<string, string>> {
  return { draftId: draftIdOf(card), ...valuesOf(card), ...change };
}

export type { ConversationAddress };
