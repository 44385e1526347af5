import type { ReminderView } from '../chat/reminders-port.ts';
import type { ReminderRow } from './reminder-rows.ts';

/** A row as cards see it. Our own rows: what stands there was put there by the plan. */
export function viewOfRow(row: ReminderRow): ReminderView {
  return {
    id: row.id,
    personId: row.person_id,
    subject: row.subject as ReminderView['subject'],
    matterId: row.matter_id,
    ...(row.unit_id !== null && { unitId: row.unit_id }),
    ...(row.ref !== null && { ref: row.ref }),
    stage: row.stage,
    deadline: row.deadline,
    step: row.step,
    part: row.part as ReminderView['part'],
    acute: row.acute,
    snoozes: row.snoozes,
    state: row.state as ReminderView['state'],
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.snoozed_to !== null && { snoozedTo: row.snoozed_to }),
    ...(row.delegate_id !== null && { delegateId: row.delegate_id }),
  };
}
