/** What the tab asks about reminders: a person's own choices, and the coordinator's page of all of them. */
import type { Person } from '../records/record-kind.ts';

/** One reminder as the pages list it: whom, about what, when, and how it ended. Never what anybody wrote. */
export interface ReminderLine {
  readonly id: string;
  readonly person?: Person;
  readonly subject: string;
  readonly matterId: string;
  readonly unitId?: string;
  readonly ref?: string;
  readonly dueAt: string;
  readonly state: string;
  readonly reason?: string;
}

/** What a person has chosen about reminders. Days are `yyyy-MM-dd`, both ends included. */
export interface ReminderChoices {
  readonly pausedUntil?: string;
  /** Subjects they are not reminded of; what is acute always comes. */
  readonly muted: readonly string[];
  readonly absentFrom?: string;
  readonly absentTo?: string;
  readonly deputy?: Person;
  /** The next workplace meeting, and how many weeks lie between two. */
  readonly meetingOn?: string;
  readonly meetingEveryWeeks?: number;
}

/** GET /api/v1/reminders/mine; PUT takes `ReminderChoices` and answers the same. */
export interface MyRemindersAnswer {
  readonly choices: ReminderChoices;
  readonly hours: { readonly opensAt: number; readonly closesAt: number };
  readonly recent: readonly ReminderLine[];
  /** Whether the person leads a unit, whose meetings the bot may prepare. */
  readonly leadsUnit: boolean;
  readonly mayOversee: boolean;
}

/** Hours of the reminders from a day on: PUT /api/v1/reminders/rules (coordinator, admin). Ladders stay where left out. */
export interface ReminderRulesRequest {
  readonly validFrom: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly digestFrom: number;
  readonly snoozes: number;
  readonly silentDays: number;
  readonly commitmentDays: number;
  readonly ladders: Readonly<
    Record<string, readonly { readonly days: number; readonly working?: boolean; readonly to: readonly string[] }[]>
  >;
}

/** GET /api/v1/reminders/overview (coordinator, admin): what has been sent, and whom nobody reaches. */
export interface RemindersOverviewAnswer {
  readonly lastRun?: {
    readonly startedAt: string;
    readonly finishedAt?: string;
    readonly sent: number;
    readonly failed: number;
  };
  readonly nextRunAt: string;
  /** Of the last 30 days, by state. */
  readonly counts: Readonly<Record<string, number>>;
  readonly unreached: readonly ReminderLine[];
  readonly recent: readonly ReminderLine[];
  readonly rules: ReminderRulesRequest;
}
