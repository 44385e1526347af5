/**
 * When the bot reminds whom: ladders and hours as data with a first day, so that a change counts from then on and the past
 * stays explicable (`design.md` 1.10; `domain.md` (ii), Deadlines and reminder rules, whose defaults stand here).
 */

export const reminderSubjects = [
  'selfCheck',
  'deviation',
  'misconductCase',
  'feedback',
  'commitment',
  'process',
  'governingDocument',
  'silentUnit',
  'meeting',
] as const;
export type ReminderSubject = (typeof reminderSubjects)[number];

/** Who a rung is for. `responsible`: whoever takes the next step of the matter now. */
export const audiences = ['responsible', 'departmentHead', 'coordinator'] as const;
export type Audience = (typeof audiences)[number];

/** One step of a ladder: so many days from the deadline, to whom. */
export interface Rung {
  /** Negative before the deadline, 0 on its day. */
  readonly days: number;
  /** Counted in working days instead of days. */
  readonly working?: boolean;
  readonly to: readonly Audience[];
}

export type Ladders = Readonly<Record<ReminderSubject, readonly Rung[]>>;

export interface ReminderRules {
  /** `yyyy-MM-dd`, the first day on which they count. */
  readonly validFrom: string;
  /** Full hours in Stockholm between which somebody may be reminded, on working days. Acute matters go at any hour. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** With so many open matters a person gets one digest, on the week's first working day, instead of single cards. */
  readonly digestFrom: number;
  readonly snoozes: number;
  /** A unit that has reported no deviation for so many days is asked whether that is right. */
  readonly silentDays: number;
  /** Working days after which a commitment has waited too long for its next step. */
  readonly commitmentDays: number;
  readonly ladders: Ladders;
}

const upwards: readonly Audience[] = ['departmentHead', 'coordinator'];

/** The owner is asked a month before the day, and on it; what is not reviewed then goes to who coordinates. */
const review: readonly Rung[] = [
  { days: -30, to: ['responsible'] },
  { days: 0, to: ['responsible'] },
  { days: 10, working: true, to: ['responsible', 'coordinator'] },
];

export const defaultReminderRules: ReminderRules = {
  validFrom: '2026-01-01',
  opensAt: 7,
  closesAt: 18,
  digestFrom: 4,
  snoozes: 2,
  silentDays: 30,
  commitmentDays: 10,
  ladders: {
    selfCheck: [
      { days: -14, to: ['responsible'] },
      { days: -3, to: ['responsible'] },
      { days: 0, to: ['responsible'] },
      { days: 3, to: ['responsible'] },
      { days: 10, to: upwards },
    ],
    deviation: [
      { days: -1, working: true, to: ['responsible'] },
      { days: 0, to: ['responsible'] },
      { days: 3, working: true, to: ['responsible', ...upwards] },
    ],
    // Local target 30 days; warnings on day 20, 30 and 45.
    misconductCase: [
      { days: -10, to: ['responsible'] },
      { days: 0, to: ['responsible'] },
      { days: 15, to: ['responsible'] },
    ],
    // Answer within 10 working days, warn at 7.
    feedback: [
      { days: -3, working: true, to: ['responsible'] },
      { days: 0, to: ['responsible'] },
      { days: 3, working: true, to: ['responsible', ...upwards] },
    ],
    commitment: [
      { days: 0, to: ['responsible'] },
      { days: 10, working: true, to: ['responsible', 'coordinator'] },
    ],
    process: review,
    governingDocument: review,
    silentUnit: [{ days: 0, to: ['responsible'] }],
    meeting: [{ days: -1, working: true, to: ['responsible'] }],
  },
};

/** The rules that count on a day: those with the latest first day that has come; the defaults until there are any. */
export function rulesOn(day: string, dated: readonly ReminderRules[]): ReminderRules {
  const begun = dated.filter(({ validFrom }) => validFrom <= day);
  return begun.toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))[0] ?? defaultReminderRules;
}
