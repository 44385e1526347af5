/** What people do with their reminders, from a card or the tab: snooze, hand over, answer, pause. */
import type { Kysely } from 'kysely';
import { definitionOf } from '../../shared/records/index.ts';
import type { Person } from '../../shared/records/record-kind.ts';
import { isOpen, nextOpening, openingOn } from '../../shared/rules/reminders/open-hours.ts';
import type { ReminderState } from '../../shared/rules/reminders/reminder-row.ts';
import { addDays, dayInStockholm } from '../../shared/rules/working-days.ts';
import { kindOfSubject } from '../chat/cards/reminder-cards.ts';
import type { RemindersPort, ReminderView } from '../chat/reminders-port.ts';
import type { Database } from '../database/schema.ts';
import type { Caller, RecordsService } from '../records/records-service.ts';
import { readMeetingFacts } from './meeting-facts.ts';
import { nextMeeting } from './read-matters.ts';
import { readPreferences, readRules } from './read-people.ts';
import { createReminderStore } from './reminder-store.ts';
import { viewOfRow } from './row-view.ts';
import { savePreference } from './save-preference.ts';

export interface DeskParts {
  readonly db: Kysely<Database>;
  readonly records: RecordsService;
  readonly boardId: string;
  readonly now: () => Date;
  /** Told when something is to be sent sooner than the next run would. */
  readonly wake: () => void;
}

/** A press proves that the card arrived, whatever was known of it. */
const onTheCard: readonly ReminderState[] = ['sending', 'sent', 'maybeDelivered'];

export function createRemindersDesk(parts: DeskParts): RemindersPort {
  const { db, records, boardId, now, wake } = parts;
  const store = createReminderStore(db, boardId);
  const rules = () => readRules(db, boardId, dayInStockholm(now()));

  async function delegates(reminder: ReminderView): Promise<readonly Person[]> {
    const kind = kindOfSubject(reminder.subject);
    if (kind === undefined || reminder.unitId === undefined) return [];
    const persons = await records.persons(boardId);
    const near = persons.filter(
      ({ person, roles }) => person.id !== reminder.personId && roles.some(({ unitId }) => unitId === reminder.unitId),
    );
    const may = await Promise.all(
      near.map(async ({ person }) => {
        const actor = await records.actorOf(boardId, person.id, person.name);
        const caller: Caller = { boardId, actor, via: 'system', language: 'sv' };
        const found = await records.get(caller, kind, reminder.matterId);
        // Who sees no more than a summary of it cannot take it over.
        return found.kind === 'ok' && found.value.view === 'full';
      }),
    );
    return near.filter((_, index) => may[index] === true).map(({ person }) => person);
  }

  return {
    find: async (id) => {
      const row = await store.byId(id);
      return row && viewOfRow(row);
    },
    rules,
    snooze: async (reminder, days) => {
      const { snoozes, opensAt, closesAt } = await rules();
      if (reminder.snoozes >= snoozes) return undefined;
      const snoozedTo = openingOn(addDays(dayInStockholm(now()), days), { opensAt, closesAt });
      return (await store.end(reminder.id, onTheCard, { state: 'snoozed', snoozedTo }, now())) ? snoozedTo : undefined;
    },
    delegates,
    delegate: async (reminder, toId) => {
      const to = (await delegates(reminder)).find(({ id }) => id === toId);
      if (to === undefined) return false;
      if (!(await store.end(reminder.id, onTheCard, { state: 'delegated', delegateId: to.id }, now()))) return false;
      const kind = kindOfSubject(reminder.subject);
      if (kind !== undefined && definitionOf(kind).fields['performer'] !== undefined)
        await setPerformer(reminder, to, kind);
      const hours = await rules();
      const at = now();
      await store.add(
        {
          ...reminder,
          personId: to.id,
          dueAt: isOpen(at, hours) ? at.toISOString() : nextOpening(at, hours),
          snoozes: 0,
          state: 'planned',
        },
        at,
      );
      wake();
      return true;
    },
    answer: async (reminder, reason) => await store.end(reminder.id, onTheCard, { state: 'answered', reason }, now()),
    bringToMeeting: async (reminder) => {
      await store.end(reminder.id, onTheCard, { state: 'answered', reason: 'atMeeting' }, now());
      const [preference] = await readPreferences(db, boardId, reminder.personId);
      const { meetingOn, meetingEveryWeeks } = preference?.fields ?? {};
      return meetingOn === undefined ? undefined : nextMeeting(meetingOn, meetingEveryWeeks, dayInStockholm(now()));
    },
    settings: async (personId) => {
      const [[preference], waiting] = await Promise.all([
        readPreferences(db, boardId, personId),
        store.list({ personId, states: ['planned', 'held'], limit: 1000 }),
      ]);
      const { pausedUntil, absentFrom, absentTo } = preference?.fields ?? {};
      const today = dayInStockholm(now());
      return {
        ...(pausedUntil !== undefined && pausedUntil >= today && { pausedUntil }),
        ...(absentFrom !== undefined &&
          absentTo !== undefined &&
          absentFrom <= today &&
          absentTo >= today && { absentTo }),
        waiting: waiting.length,
      };
    },
    pause: async (person, until) => (await savePreference(parts, person, { pausedUntil: until ?? null })).kind === 'ok',
    meetingFacts: (unitId) => readMeetingFacts(parts, unitId),
  };

  async function setPerformer(reminder: ReminderView, to: Person, kind: Parameters<RecordsService['get']>[1]) {
    const system: Caller = {
      boardId,
      actor: { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true },
      via: 'system',
      language: 'sv',
    };
    const found = await records.get(system, kind, reminder.matterId);
    if (found.kind !== 'ok') return;
    await records.change(system, kind, reminder.matterId, {
      baseRevision: found.value.revision,
      fields: { performer: to },
    });
  }
}
