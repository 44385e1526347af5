import type { Person } from '../../shared/records/record-kind.ts';
import type { ReminderPart, ReminderState } from '../../shared/rules/reminders/reminder-row.ts';
import type { ReminderRules, ReminderSubject } from '../../shared/rules/reminders/reminder-rules.ts';

/** One reminder as cards and buttons need it. */
export interface ReminderView {
  readonly id: string;
  readonly personId: string;
  readonly subject: ReminderSubject | 'digest';
  readonly matterId: string;
  readonly unitId?: string;
  readonly ref?: string;
  /** The state that waits to be left. */
  readonly stage: string;
  /** `yyyy-MM-dd` */
  readonly deadline: string;
  readonly step: string;
  readonly part: ReminderPart;
  readonly acute: boolean;
  readonly snoozes: number;
  readonly state: ReminderState;
  /** Why it ended so; for an answer what was answered. */
  readonly reason?: string;
  /** The instant of the next card, and who has taken the matter over. */
  readonly snoozedTo?: string;
  readonly delegateId?: string;
}

export interface ReminderSettings {
  readonly pausedUntil?: string;
  readonly absentTo?: string;
  readonly waiting: number;
}

/** The unit's last month in numbers, for its workplace meeting. */
export interface MeetingFacts {
  readonly unitName: string;
  readonly month: string;
  readonly reported: number;
  readonly closed: number;
  /** Codes of the most common categories; none that stands for a few events alone. */
  readonly categories: readonly string[];
  readonly received: number;
  /** Absent where the number would be too small to tell. */
  readonly praise?: number;
  readonly checksDone: number;
  readonly checksFailed: number;
  readonly open: number;
  readonly overdue: number;
  /** Days without a deviation, where the unit has been silent for long. */
  readonly silentDays?: number;
}

/** What the chat asks of the reminders (`bot/reminders`). */
export interface RemindersPort {
  find(id: string): Promise<ReminderView | undefined>;
  rules(): Promise<ReminderRules>;
  /** The instant of the next card; nothing where it can be snoozed no more or is settled. */
  snooze(reminder: ReminderView, days: number): Promise<string | undefined>;
  /** Who may take the matter over. */
  delegates(reminder: ReminderView): Promise<readonly Person[]>;
  /** Hands it over to somebody who may take it; nothing changes where they may not, or the reminder stands no more. */
  delegate(reminder: ReminderView, toId: string): Promise<boolean>;
  /** Ends the reminder by an answer on its card. */
  answer(reminder: ReminderView, reason: string): Promise<boolean>;
  /** "Påminn på APT": the day of the meeting, where one is known; the same however often it is asked. */
  bringToMeeting(reminder: ReminderView): Promise<string | undefined>;
  settings(personId: string): Promise<ReminderSettings>;
  /** Until and with a day; nothing turns the reminders on again. Tells whether it is stored. */
  pause(person: Person, until: string | undefined): Promise<boolean>;
  meetingFacts(unitId: string): Promise<MeetingFacts>;
}
