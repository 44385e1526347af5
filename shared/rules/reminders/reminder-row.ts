import { matterKey } from './matter.ts';
import type { Matter } from './matter.ts';
import type { ReminderSubject } from './reminder-rules.ts';

/**
 * The life of one reminder to one person at one time. Every end has a reason where the word does not say it all:
 *
 *   planned ─▶ sending ─▶ sent ─▶ answered | snoozed | delegated | settled
 *     │ ▲         └▶ maybeDelivered | unreachable | failed
 *     │ └─ held ─▶ inDigest            (four or more are open: the week's digest instead)
 *     └▶ settled | superseded          (not needed any more: never sent)
 *   paused, deputised: made so, never sent to this person
 */
export const reminderStates = [
  'planned',
  'held',
  'sending',
  'sent',
  'answered',
  'snoozed',
  'delegated',
  'settled',
  'superseded',
  'paused',
  'deputised',
  'inDigest',
  'maybeDelivered',
  'unreachable',
  'failed',
] as const;
export type ReminderState = (typeof reminderStates)[number];

/** In which part the person gets it: to act, or because those who should have not. */
export type ReminderPart = 'act' | 'escalation' | 'digest';

/** What tells one reminder from another: recipient, matter, rung and due time. Unique in the store. */
export interface ReminderKey {
  /** Empty where nobody holds the role that the rung is for. */
  readonly personId: string;
  readonly subject: ReminderSubject | 'digest';
  readonly matterId: string;
  readonly stage: string;
  readonly deadline: string;
  readonly step: string;
  readonly dueAt: string;
}

export interface NewReminder extends ReminderKey {
  readonly unitId?: string;
  readonly ref?: string;
  readonly part: ReminderPart;
  readonly acute: boolean;
  readonly snoozes: number;
  readonly state: ReminderState;
  readonly reason?: string;
}

/** A row as the plan needs to know it. */
export interface KnownReminder extends ReminderKey {
  readonly id: string;
  readonly state: ReminderState;
  readonly part: ReminderPart;
  readonly acute: boolean;
  readonly snoozes: number;
  readonly snoozedTo?: string;
  readonly delegateId?: string;
}

/** What a person has chosen about reminders. Days are `yyyy-MM-dd`, both ends included. */
export interface PersonChoice {
  readonly personId: string;
  readonly pausedUntil?: string;
  readonly muted: readonly ReminderSubject[];
  readonly absentFrom?: string;
  readonly absentTo?: string;
  readonly deputyId?: string;
}

/** Who there is to tell, by today's roles. */
export interface Directory {
  readonly headsOf: (unitId: string | undefined) => readonly string[];
  readonly coordinators: readonly string[];
}

/** The matter a row is about, as `matterKey` says it. */
export function keyOfRow({ subject, matterId, stage, deadline }: ReminderKey): string {
  return `${subject} ${matterId} ${stage} ${deadline}`;
}

export function isAbsent({ absentFrom, absentTo }: Pick<PersonChoice, 'absentFrom' | 'absentTo'>, day: string) {
  return absentFrom !== undefined && absentFrom <= day && (absentTo === undefined || day <= absentTo);
}

export function personAndMatter(personId: string, matter: Matter): string {
  return `${personId} ${matterKey(matter)}`;
}
