/**
 * The engine of the reminders. A run asks what is open, plans under a lock, sends what is due, turns cards whose matter is
 * settled, and writes down what came of it. Runs can be made at any time, by several processes at once, and again after
 * a crash: what is due is worked out from the records and the rows, never from what the last run meant to do.
 */
import type { Kysely } from 'kysely';
import type { Language, UnitAnswer } from '../../shared/api/contract.ts';
import { matterKey } from '../../shared/rules/reminders/matter.ts';
import type { Matter } from '../../shared/rules/reminders/matter.ts';
import { isOpen } from '../../shared/rules/reminders/open-hours.ts';
import { planReminders } from '../../shared/rules/reminders/plan-reminders.ts';
import { keyOfRow } from '../../shared/rules/reminders/reminder-row.ts';
import type { ReminderRules } from '../../shared/rules/reminders/reminder-rules.ts';
import { createUnitTree } from '../../shared/rules/unit-tree.ts';
import { dayInStockholm } from '../../shared/rules/working-days.ts';
import { digestCard, reminderCard } from '../chat/cards/reminder-cards.ts';
import type { CardGround } from '../chat/cards/reminder-cards.ts';
import type { OutgoingMessage } from '../chat/bot-port.ts';
import { sayIn } from '../chat/say.ts';
import type { TabLinks } from '../chat/tab-links.ts';
import type { Database } from '../database/schema.ts';
import type { Log } from '../log.ts';
import type { Caller, RecordsService } from '../records/records-service.ts';
import { createDelivery } from './deliver.ts';
import type { DeliveryParts, Ended } from './deliver.ts';
import { meetingCard } from './meeting-card.ts';
import { readMatters } from './read-matters.ts';
import { arrangePeople, choiceOf, readPreferences, readRules } from './read-people.ts';
import type { People } from './read-people.ts';
import { areRemindersRead, recordOutcomes, restoreRows } from './record-outcomes.ts';
import { createReminderStore } from './reminder-store.ts';
import type { ReminderRow } from './reminder-rows.ts';
import type { RowEnd } from './reminder-store.ts';
import { viewOfRow } from './row-view.ts';
import { turnedCard } from './turned-card.ts';

export interface ReminderParts extends DeliveryParts {
  readonly db: Kysely<Database>;
  readonly records: RecordsService;
  readonly boardId: string;
  readonly links: TabLinks;
  readonly now: () => Date;
  readonly log: Log;
  /** How many messages are under way at once. */
  readonly atOnce?: number;
  /** Where the open matters come from; the board's records unless told. */
  readonly matters?: (people: People, rules: ReminderRules, now: Date) => Promise<readonly Matter[]>;
  /** Whether outcomes become records; they do unless told. */
  readonly keepsRecords?: boolean;
  /** After so many messages of a run their outcomes become records; what a lost database would let be sent again. */
  readonly recordEvery?: number;
}

export interface RunResult {
  readonly planned: number;
  readonly sent: number;
  readonly failed: number;
}

/** What a run knows of the board. */
interface Ground {
  readonly people: People;
  readonly units: readonly UnitAnswer[];
  readonly rules: ReminderRules;
  readonly open: ReadonlyMap<string, Matter>;
}

export interface Reminders {
  /** One run; calls while one is under way share the next. */
  run(): Promise<RunResult>;
  /** Takes in what SharePoint knows and the database does not. False while its lists are still to be read: no run before. */
  restore(): Promise<boolean>;
}

/** After so long a row that could not be sent is tried again, and after so many tries it is given up and listed. */
const laterMs = 5 * 60_000;
const mostTries = 12;

export function createReminders(parts: ReminderParts): Reminders {
  const { db, records, boardId, links, now, log } = parts;
  const store = createReminderStore(db, boardId);
  const delivery = createDelivery(parts);
  const system: Caller = {
    boardId,
    actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
    via: 'system',
    language: 'sv',
  };
  let running: Promise<RunResult> | undefined;
  let next: Promise<RunResult> | undefined;
  let isRestored = false;
  let recording: Promise<void> = Promise.resolve();

  async function restore(): Promise<boolean> {
    if (isRestored) return true;
    if (!(await areRemindersRead(db, boardId))) return false;
    await restoreRows(db, store, boardId, now());
    isRestored = true;
    return true;
  }

  /** One at a time; a run that sends much does not wait for its end with it. */
  function record(): Promise<void> {
    if (parts.keepsRecords === false) return Promise.resolve();
    recording = recording.catch(() => undefined).then(() => recordOutcomes(store, records, system, log));
    return recording;
  }

  async function read(
    at: Date,
  ): Promise<Ground & { readonly preferences: Awaited<ReturnType<typeof readPreferences>> }> {
    const [persons, units, preferences, rules] = await Promise.all([
      records.persons(boardId),
      records.units(boardId),
      readPreferences(db, boardId),
      readRules(db, boardId, dayInStockholm(at)),
    ]);
    const people = arrangePeople(persons, createUnitTree(units));
    const matters =
      parts.matters === undefined
        ? await readMatters({ db, boardId, people, units, preferences, rules, now: at })
        : await parts.matters(people, rules, at);
    return { people, units, rules, preferences, open: new Map(matters.map((matter) => [matterKey(matter), matter])) };
  }

  async function runOnce(): Promise<RunResult> {
    const at = now();
    // Where nobody has ever met the bot there is nowhere to send from, and no list to fill with everybody.
    if ((await parts.conversations.origin()) === undefined) return { planned: 0, sent: 0, failed: 0 };
    // In a new database nobody can tell who has been told, until what SharePoint has is read.
    if (!(await restore())) return { planned: 0, sent: 0, failed: 0 };
    await store.endInterrupted(at);
    const ground = await read(at);
    const { runId, planned } = await plan(ground, ground.preferences, at);
    const counts = await send(ground);
    // Whom nobody could reach is passed upwards at once, not at the next run.
    const again = counts.unreachable > 0 ? await plan(ground, ground.preferences, now()) : undefined;
    const more = again === undefined ? undefined : await send(ground);
    await turnCards(ground);
    await record();
    const result = {
      planned: planned + (again?.planned ?? 0),
      sent: counts.sent + (more?.sent ?? 0),
      failed: counts.failed + (more?.failed ?? 0),
    };
    if (again !== undefined)
      await store.finishRun(again.runId, { sent: more?.sent ?? 0, failed: more?.failed ?? 0 }, now());
    await store.finishRun(runId, { sent: counts.sent, failed: counts.failed }, now());
    if (result.planned > 0) log.info('reminders.run', { boardId, ...result });
    return result;
  }

  function plan(ground: Ground, preferences: Awaited<ReturnType<typeof readPreferences>>, at: Date) {
    const choices = new Map(preferences.map(choiceOf).map((choice) => [choice.personId, choice]));
    const matters = [...ground.open.values()];
    return store.plan(
      at,
      matters.map(({ id }) => id),
      (known, lastRunAt) =>
        planReminders({
          ...{ matters, known, choices, now: at, rules: ground.rules, directory: ground.people },
          ...(lastRunAt !== undefined && { lastRunAt }),
        }),
    );
  }

  async function send(ground: Ground) {
    const counts = { sent: 0, failed: 0, unreachable: 0 };
    let ended = 0;
    const worker = async (): Promise<void> => {
      for (;;) {
        const at = now();
        const row = await store.claim(at, isOpen(at, ground.rules));
        if (row === undefined) return;
        const end = await sendOne(row, ground);
        if (end.state === 'sent') counts.sent += 1;
        else if (end.state !== 'settled' && end.state !== 'planned') counts.failed += 1;
        if (end.state === 'unreachable') counts.unreachable += 1;
        await store.end(row.id, ['sending'], end, now());
        ended += 1;
        if (ended % (parts.recordEvery ?? 25) === 0) await record();
      }
    };
    await Promise.all(Array.from({ length: parts.atOnce ?? 10 }, worker));
    return counts;
  }

  async function sendOne(row: ReminderRow, ground: Ground): Promise<RowEnd> {
    if (!ground.people.byId.has(row.person_id)) return { state: 'unreachable', reason: 'left' };
    const open = row.subject === 'digest' ? await openBefore(row.person_id, ground) : [];
    if (row.subject === 'digest' && open.length === 0) return { state: 'settled', reason: 'nothingOpen' };
    const message = async (language: Language): Promise<OutgoingMessage> => {
      const cards = cardGround(language, ground);
      const view = viewOfRow(row);
      if (row.subject === 'digest') return digestCard(open, cards);
      if (row.subject === 'meeting') return await meetingCard(parts, row.matter_id, cards);
      return reminderCard(view, cards);
    };
    return rowEnd(await delivery.deliver(row.person_id, message), row);
  }

  /** One line a matter, whatever number of cards there have been. */
  async function openBefore(personId: string, { open }: Ground) {
    const rows = (await store.before(personId)).map(viewOfRow);
    const found = new Map(
      rows.flatMap((view) => {
        const key = keyOfRow({ ...view, dueAt: '' });
        return open.has(key) && view.subject !== 'silentUnit' && view.subject !== 'meeting'
          ? [[key, view] as const]
          : [];
      }),
    );
    return [...found.values()];
  }

  function rowEnd(end: Ended, row: ReminderRow): RowEnd {
    const at = now();
    switch (end.kind) {
      case 'delivered':
        return {
          state: 'sent',
          sentAt: at.toISOString(),
          conversationId: end.conversationId,
          activityId: end.activityId,
        };
      case 'later':
        return row.attempts >= mostTries
          ? { state: 'failed', reason: end.reason }
          : { state: 'planned', reason: end.reason, tryAfter: new Date(at.getTime() + laterMs).toISOString() };
      case 'rejected':
        return { state: 'failed', reason: end.reason };
      default:
        return { state: end.kind, reason: end.reason };
    }
  }

  async function turnCards(ground: Ground): Promise<void> {
    for (const row of await store.staleCards()) {
      if (row.conversation_id !== null && row.activity_id !== null) {
        const sent = { conversationId: row.conversation_id, activityId: row.activity_id };
        const turned = await turnedCard(parts, row);
        const end = await delivery.revise(row.person_id, sent, (language) => turned(cardGround(language, ground)));
        if (end === 'later') continue;
      }
      await store.cardTurned(row.id);
    }
  }

  function cardGround(language: Language, { units, rules }: Pick<Ground, 'units' | 'rules'>): CardGround {
    return { say: sayIn(language), language, links, units, rules, today: dayInStockholm(now()) };
  }

  return {
    run: () => {
      if (running === undefined) {
        running = runOnce().finally(() => {
          running = undefined;
        });
        return running;
      }
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return runOnce();
        });
      return next;
    },
    restore,
  };
}
