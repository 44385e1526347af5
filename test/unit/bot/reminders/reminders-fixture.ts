import { randomUUID } from 'node:crypto';
import { createBotbuilderAdapter } from '../../../../bot/chat/botbuilder-adapter.ts';
import { createConversationStore } from '../../../../bot/chat/conversation-store.ts';
import { createTabLinks } from '../../../../bot/chat/tab-links.ts';
import { personOf } from '../../../../bot/demo/demo-staff.ts';
import { roleScripts, unitId, unitScripts } from '../../../../bot/demo/organisation-scripts.ts';
import { createRecordsService } from '../../../../bot/records/create-records-service.ts';
import type { Caller } from '../../../../bot/records/records-service.ts';
import { createPacer } from '../../../../bot/reminders/pacer.ts';
import { createReminders } from '../../../../bot/reminders/create-reminders.ts';
import type { ReminderParts } from '../../../../bot/reminders/create-reminders.ts';
import { createRemindersDesk } from '../../../../bot/reminders/reminders-desk.ts';
import { maskText } from '../../../../shared/intake/masking.ts';
import { createTestDatabase } from '../../../support/database.ts';
import { conversationWith, startTeamsConnector } from '../../../support/teams-connector.ts';
import type { ConnectorOptions } from '../../../support/teams-connector.ts';

export const boardId = 'sjovik-talludden';
export { personOf, unitId };

const system: Caller = {
  boardId,
  actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
  via: 'system',
  language: 'sv',
};

/** The reminders over the real records service and botbuilder, on the demo's organisation, before a connector of ours. */
export async function createRemindersFixture(startAt: string, connectorOptions: ConnectorOptions = {}) {
  const database = await createTestDatabase();
  const { db } = database;
  let now = new Date(startAt);
  const clock = () => now;
  const faults: { fault?: ConnectorOptions['fault'] } = {};
  const connector = await startTeamsConnector({ ...connectorOptions, fault: (call, nth) => faults.fault?.(call, nth) });
  const records = createRecordsService({
    db,
    now: clock,
    newId: randomUUID,
    mask: maskText,
    onAccepted: () => undefined,
  });
  for (const { kind, id, acts } of [...unitScripts(now), ...roleScripts(now)]) {
    for (const act of acts) if (act.kind === 'create') await records.create(system, kind, { id, ...act.input });
  }
  const log = { error: () => undefined, info: () => undefined, debug: () => undefined };
  const conversations = createConversationStore({ db, records, boardId, now: clock, log });
  const { proactive } = createBotbuilderAdapter();
  const meet = async (name: string) => {
    const { id } = personOf(name);
    await conversations.keep(id, {
      channelId: 'msteams',
      serviceUrl: connector.origin,
      botId: '28:bot',
      conversationId: conversationWith(id),
      conversationType: 'personal',
      userId: `29:${id}`,
    });
  };
  const sleep = () => Promise.resolve();
  const parts: ReminderParts = {
    ...{ db, records, boardId, log, conversations, sleep },
    port: proactive,
    links: createTabLinks('http://127.0.0.1:3978'),
    now: clock,
    random: () => 0.5,
    pacer: createPacer({ pace: 1_000, clock: () => performance.now(), sleep }),
  };
  const cardsOf = (name: string) =>
    (connector.shown.get(conversationWith(personOf(name).id)) ?? []).map(({ activity }) => JSON.stringify(activity));
  return {
    ...{ database, db, records, connector, conversations, parts, meet, cardsOf, faults, system },
    engine: createReminders(parts),
    another: (more: Partial<ReminderParts> = {}) => createReminders({ ...parts, ...more }),
    desk: createRemindersDesk({ db, records, boardId, now: clock, wake: () => undefined }),
    setNow: (at: string) => void (now = new Date(at)),
    now: clock,
    rows: () => db.selectFrom('reminders').selectAll().orderBy('due_at').orderBy('id').execute(),
    caller: async (name: string): Promise<Caller> => {
      const { id } = personOf(name);
      return { boardId, actor: await records.actorOf(boardId, id), via: 'tab', language: 'sv' };
    },
    report: async (unit: string, fields: object = {}, by = 'amina') => {
      const { id: personId, name } = personOf(by);
      const actor = await records.actorOf(boardId, personId, name);
      const created = await records.create({ boardId, actor, via: 'tab', language: 'sv' }, 'deviation', {
        id: randomUUID(),
        unitId: unitId(unit),
        fields: { whatHappened: 'En dosett var tom', category: 'medication', ...fields },
      });
      if (created.kind !== 'ok') throw new Error(created.kind);
      return created.value;
    },
    close: async () => {
      await connector.close();
      await database.close();
    },
  };
}
