import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Language } from '../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import type { Database } from '../database/schema.ts';
import type { Log } from '../log.ts';
import type { Caller, Outcome, RecordsService } from '../records/records-service.ts';
import { createShortMemory } from '../records/short-memory.ts';
import type { ConversationAddress } from './bot-port.ts';
import { createKeyedLock } from '../records/keyed-lock.ts';

/** What is known about a person's conversation with the bot, and what the person chose there. */
export interface ConversationState {
  readonly id: string;
  readonly revision: number;
  readonly address: ConversationAddress;
  readonly chosenUnit?: string;
  readonly language?: Language;
  readonly welcomedAt?: string;
  /** Why nothing can be sent there until the person uses the app again. */
  readonly unreachable?: string;
}

export interface ConversationChoice {
  readonly chosenUnit?: string;
  readonly language?: Language;
}

/** Where the bot reaches people: the records of kind `conversationReference` (`teams.md` 1 and 4). */
export interface ConversationStore {
  /**
   * Remembers the conversation, and what changed since last time; writes nothing when nothing did. What another process
   * has written is known after at most 15 s; whatever is written starts from what is stored.
   */
  keep(personId: string, address: ConversationAddress): Promise<ConversationState | undefined>;
  choose(personId: string, address: ConversationAddress, choice: ConversationChoice): Promise<void>;
  /** True for the one call that may welcome the person. */
  markWelcomed(personId: string, address: ConversationAddress): Promise<boolean>;
  /** The private chat with the person, where there has been one; read from what is stored. */
  reach(personId: string): Promise<ConversationState | undefined>;
  /** Where a conversation of this board was last heard from: new ones are made there (`teams.md` 1). */
  origin(): Promise<ConversationAddress | undefined>;
  /** Nothing more is sent there until the next message or press of the person, which clears it. */
  markUnreachable(personId: string, address: ConversationAddress, reason: string): Promise<void>;
  /** When the app is removed. The deletion reaches SharePoint as a change does. */
  forget(personId: string, conversationId: string): Promise<void>;
}

export interface ConversationStoreParts {
  readonly db: Kysely<Database>;
  readonly records: RecordsService;
  readonly boardId: string;
  readonly now: () => Date;
  readonly log: Log;
}

type Fields = FieldsOfKind<'conversationReference'>;

export function createConversationStore(parts: ConversationStoreParts): ConversationStore {
  const { db, records, boardId, now, log } = parts;
  const system: Caller = {
    boardId,
    actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };

  const rowsOf = (personId: string, conversationId: string) =>
    db
      .selectFrom('records')
      .select(['id', 'revision', 'fields', 'deleted'])
      .where('board_id', '=', boardId)
      .where('kind', '=', 'conversationReference')
      .where(sql<boolean>`fields @> ${JSON.stringify({ personId, conversationId })}::jsonb`);

  const find = async (personId: string, address: ConversationAddress) => {
    const rows = await rowsOf(personId, address.conversationId).execute();
    const row = rows.find(({ deleted }) => !deleted);
    return {
      state: row === undefined ? undefined : stateOf(row.id, row.revision, row.fields, address),
      deletedBefore: rows.filter(({ deleted }) => deleted).length,
    };
  };

  /** Writes what differs; a second try when somebody else wrote in between. */
  const write = async (personId: string, address: ConversationAddress, wanted: Fields, attempt = 1) => {
    const { state, deletedBefore } = await find(personId, address);
    const fields = { ...fieldsOf(personId, address), ...wanted };
    if (state === undefined) {
      const id = conversationRecordId([boardId, personId, address.conversationId, deletedBefore]);
      const outcome = await records.create(system, 'conversationReference', { id, fields });
      report(outcome, log);
      if (outcome.kind !== 'ok') return undefined;
      if (outcome.value.created || attempt > 1)
        return stateOf(id, outcome.value.revision, outcome.value.fields, address);
      return write(personId, address, wanted, attempt + 1);
    }
    // Whoever writes to the bot can be reached again.
    const heard = state.unreachable !== undefined && wanted.unreachable === undefined ? { unreachable: null } : {};
    const changes = { ...differences(state, fields), ...heard };
    if (Object.keys(changes).length === 0) return state;
    const outcome = await records.change(system, 'conversationReference', state.id, {
      baseRevision: state.revision,
      fields: changes,
    });
    if (outcome.kind === 'conflict' && attempt === 1) return write(personId, address, wanted, attempt + 1);
    report(outcome, log);
    return outcome.kind === 'ok' ? stateOf(state.id, outcome.value.revision, outcome.value.fields, address) : state;
  };

  /** Every message asks for its conversation, and next to none changes it. */
  const kept = createShortMemory<ConversationState>(now);
  const keyOf = (personId: string, conversationId: string) => `${personId} ${conversationId}`;

  const lock = createKeyedLock();
  const inTurn = <Value>(personId: string, conversationId: string, task: () => Promise<Value>) =>
    lock(keyOf(personId, conversationId), task);

  const keep = async (personId: string, address: ConversationAddress) => {
    const key = keyOf(personId, address.conversationId);
    const known = kept.get(key);
    if (
      known?.unreachable === undefined &&
      known !== undefined &&
      Object.keys(differences(known, fieldsOf(personId, address))).length === 0
    )
      return known;
    const state = await writeAnew(personId, address, {});
    if (state !== undefined) kept.set(key, state);
    return state;
  };

  /** What is kept in memory counts no longer once something may have been written, also when that failed. */
  const writeAnew = async (personId: string, address: ConversationAddress, wanted: Fields) => {
    kept.forget(keyOf(personId, address.conversationId));
    return await write(personId, address, wanted);
  };

  /** Between processes the revision settles who welcomes. */
  const welcomeOnce = async (personId: string, address: ConversationAddress): Promise<boolean> => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const state = await writeAnew(personId, address, {});
      if (state === undefined || state.welcomedAt !== undefined) return false;
      const outcome = await records.change(system, 'conversationReference', state.id, {
        baseRevision: state.revision,
        fields: { welcomedAt: now().toISOString() },
      });
      if (outcome.kind === 'ok') return true;
      if (outcome.kind !== 'conflict') report(outcome, log);
    }
    return false;
  };

  const remove = async (personId: string, conversationId: string) => {
    kept.forget(keyOf(personId, conversationId));
    const at = now().toISOString();
    await db
      .updateTable('records')
      .set({
        deleted: true,
        revision: sql`revision + 1`,
        modified_at: at,
        waiting_since: sql`coalesce(waiting_since, ${at}::timestamptz)`,
      })
      .where('board_id', '=', boardId)
      .where('kind', '=', 'conversationReference')
      .where('deleted', '=', false)
      .where(sql<boolean>`fields @> ${JSON.stringify({ personId, conversationId })}::jsonb`)
      .execute();
  };

  const newest = async (personId?: string) => {
    const row = await db
      .selectFrom('records')
      .select(['id', 'revision', 'fields'])
      .where('board_id', '=', boardId)
      .where('kind', '=', 'conversationReference')
      .where('deleted', '=', false)
      .$if(personId !== undefined, (query) =>
        query.where(sql<boolean>`fields @> ${JSON.stringify({ personId, conversationType: 'personal' })}::jsonb`),
      )
      .orderBy('modified_at', 'desc')
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const fields: Fields = row.fields;
    return stateOf(row.id, row.revision, fields, { conversationId: fields.conversationId ?? '' });
  };

  return {
    reach: (personId) => newest(personId),
    origin: async () => (await newest())?.address,
    markUnreachable: async (personId, address, reason) => {
      await inTurn(personId, address.conversationId, () => writeAnew(personId, address, { unreachable: reason }));
    },
    keep: (personId, address) => inTurn(personId, address.conversationId, () => keep(personId, address)),
    choose: async (personId, address, choice) => {
      await inTurn(personId, address.conversationId, () => writeAnew(personId, address, choice));
    },
    markWelcomed: (personId, address) => inTurn(personId, address.conversationId, () => welcomeOnce(personId, address)),
    forget: (personId, conversationId) => inTurn(personId, conversationId, () => remove(personId, conversationId)),
  };
}

/** The same person and conversation always give the same id; a new one after each removal. */
export function conversationRecordId(parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

function fieldsOf(personId: string, address: ConversationAddress): Fields {
  return {
    personId,
    teamsUserId: address.userId,
    conversationId: address.conversationId,
    conversationType: address.conversationType,
    serviceUrl: address.serviceUrl,
    botId: address.botId,
    channelId: address.channelId,
    ...(address.tenantId === undefined ? {} : { tenantId: address.tenantId }),
  };
}

function stateOf(
  id: string,
  revision: number,
  fields: Fields,
  address: Pick<ConversationAddress, 'conversationId'>,
): ConversationState {
  return {
    id,
    revision,
    address: {
      channelId: fields.channelId ?? '',
      serviceUrl: fields.serviceUrl ?? '',
      conversationId: address.conversationId,
      conversationType: fields.conversationType ?? '',
      botId: fields.botId ?? '',
      userId: fields.teamsUserId ?? '',
      ...(fields.tenantId === undefined ? {} : { tenantId: fields.tenantId }),
    },
    ...(fields.chosenUnit === undefined ? {} : { chosenUnit: fields.chosenUnit }),
    ...(fields.language === 'en' || fields.language === 'sv' ? { language: fields.language } : {}),
    ...(fields.welcomedAt === undefined ? {} : { welcomedAt: fields.welcomedAt }),
    ...(fields.unreachable === undefined ? {} : { unreachable: fields.unreachable }),
  };
}

function differences(state: ConversationState, wanted: Fields): Readonly<Record<string, unknown>> {
  const now: Readonly<Record<string, unknown>> = {
    ...fieldsOf('', state.address),
    chosenUnit: state.chosenUnit,
    language: state.language,
    welcomedAt: state.welcomedAt,
    unreachable: state.unreachable,
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => name !== 'personId' && now[name] !== value),
  );
}

/** A conversation that cannot be kept costs reminders, not the person's turn: it is logged and the turn goes on. */
function report(outcome: Outcome<unknown>, log: Log): void {
  if (outcome.kind !== 'ok') log.error('chat.conversation-not-kept', { outcome: outcome.kind });
}
