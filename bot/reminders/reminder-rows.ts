/** A row of the reminders as the plan knows it, and as the table holds it. */
import type { Insertable, Selectable } from 'kysely';
import type {
  KnownReminder,
  NewReminder,
  ReminderKey,
  ReminderPart,
  ReminderState,
} from '../../shared/rules/reminders/reminder-row.ts';
import type { RemindersTable } from '../database/schema-reminders.ts';
import { stableId } from '../stable-id.ts';

export type ReminderRow = Selectable<RemindersTable>;

export function insertable(boardId: string, row: NewReminder, at: string): Insertable<RemindersTable> {
  return {
    id: reminderId(boardId, row),
    board_id: boardId,
    person_id: row.personId,
    subject: row.subject,
    matter_id: row.matterId,
    stage: row.stage,
    deadline: row.deadline,
    step: row.step,
    due_at: row.dueAt,
    unit_id: row.unitId ?? null,
    ref: row.ref ?? null,
    part: row.part,
    acute: row.acute,
    snoozes: row.snoozes,
    state: row.state,
    reason: row.reason ?? null,
    snoozed_to: null,
    delegate_id: null,
    sent_at: null,
    conversation_id: null,
    activity_id: null,
    lease_until: null,
    try_after: null,
    changed_at: at,
  };
}

/** The same reminder has the same id in every process and after a lost database; its record has it too. */
export function reminderId(boardId: string, key: ReminderKey): string {
  const { personId, subject, matterId, stage, deadline, step, dueAt } = key;
  return stableId('reminder', [boardId, personId, subject, matterId, stage, deadline, step, dueAt]);
}

export function knownOf(row: ReminderRow): KnownReminder {
  return {
    id: row.id,
    personId: row.person_id,
    // Our own rows: what stands there was put there by the plan.
    subject: row.subject as KnownReminder['subject'],
    matterId: row.matter_id,
    stage: row.stage,
    deadline: row.deadline,
    step: row.step,
    dueAt: row.due_at,
    state: row.state as ReminderState,
    part: row.part as ReminderPart,
    acute: row.acute,
    snoozes: row.snoozes,
    ...(row.snoozed_to !== null && { snoozedTo: row.snoozed_to }),
    ...(row.delegate_id !== null && { delegateId: row.delegate_id }),
  };
}
