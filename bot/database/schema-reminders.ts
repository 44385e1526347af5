import type { Generated } from 'kysely';
import type { Instant } from './column-types.ts';

/** One reminder to one person at one time (`shared/rules/reminders/reminder-row.ts` has its life). */
export interface RemindersTable {
  id: string;
  board_id: string;
  /** Empty where nobody holds the role. */
  person_id: string;
  subject: string;
  matter_id: string;
  stage: string;
  deadline: string;
  step: string;
  due_at: Instant;
  unit_id: string | null;
  ref: string | null;
  part: string;
  acute: boolean;
  snoozes: number;
  state: string;
  reason: string | null;
  snoozed_to: Instant | null;
  delegate_id: string | null;
  sent_at: Instant | null;
  conversation_id: string | null;
  activity_id: string | null;
  attempts: Generated<number>;
  /** While a process sends it; afterwards nobody knows whether it arrived. */
  lease_until: Instant | null;
  try_after: Instant | null;
  /** The card in the chat shows buttons that are spent. */
  card_stale: Generated<boolean>;
  changed_at: Instant;
  /** Rises with every change; what the record of kind `reminder` has is `recorded_version`. */
  version: Generated<number>;
  recorded_version: Generated<number>;
}

export interface ReminderRunsTable {
  id: Generated<number>;
  board_id: string;
  started_at: Instant;
  finished_at: Instant | null;
  planned: number;
  sent: Generated<number>;
  failed: Generated<number>;
}
