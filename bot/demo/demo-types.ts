/** The shapes in which the demo board is written down. Keys are short names that become ids (`demo-id.ts`). */
import type { FieldsOfKind } from '../../shared/records/index.ts';
import type { Role } from '../../shared/records/record-kind.ts';

export interface DemoUnit {
  readonly key: string;
  readonly parent?: string;
  readonly fields: Omit<FieldsOfKind<'organisationalUnit'>, 'parent'>;
}

export interface DemoStaff {
  readonly key: string;
  /** A fixed GUID, so that `Authorization: Bearer local:<id>` can be typed. */
  readonly id: string;
  readonly name: string;
  /** A role without a unit holds for the whole board. The first role with a unit gives the home unit. */
  readonly roles: readonly { readonly role: Role; readonly unit?: string }[];
}

export interface DemoGoal {
  readonly key: string;
  readonly parent?: string;
  readonly level: NonNullable<FieldsOfKind<'goal'>['level']>;
  readonly code: string;
  readonly text: string;
  readonly need?: string;
}

type ResourceKind = NonNullable<NonNullable<FieldsOfKind<'commitment'>['resourceUse']>[number]['resourceKind']>;

export interface DemoCommitment {
  readonly key: string;
  readonly unit: string;
  readonly goal: string;
  readonly author: string;
  readonly fields: Omit<FieldsOfKind<'commitment'>, 'goal' | 'year' | 'resourceUse' | 'participants' | 'decisionDate'>;
  /** Kind of resource, what is planned, and how it is measured. */
  readonly resources: readonly (readonly [kind: ResourceKind, plan: string, measure: string])[];
  readonly result: Omit<FieldsOfKind<'expectedResult'>, 'commitment' | 'goal' | 'indicator'>;
  readonly indicator: FieldsOfKind<'indicator'>;
  /** How far the plan's steps have gone. */
  readonly reaches: 'draft' | 'submitted' | 'returned' | 'credibilityReviewed' | 'adopted';
  readonly returnReason?: string;
  readonly comments?: readonly {
    readonly by: string;
    readonly kind: 'comment' | 'suggestion';
    readonly field?: string;
    readonly text: string;
  }[];
}

type SelfCheckFields = FieldsOfKind<'selfCheckDefinition'>;
export type DemoQuestion = Omit<NonNullable<SelfCheckFields['questions']>[number], 'id'>;

/** An answer of an earlier time, in the order of the questions: yes or no, a value, or a text. */
export type DemoAnswer = 'yes' | 'no' | number | { readonly text: string };

export interface DemoSelfCheck {
  readonly key: string;
  /** Whose it is; without it the board's, for `units`. */
  readonly owner?: string;
  readonly units: readonly string[];
  /** Days since it was set going; what opened before that was nobody's to do. */
  readonly activeFor: number;
  readonly fields: Omit<SelfCheckFields, 'units' | 'questions' | 'processId' | 'activityId'>;
  readonly questions: readonly DemoQuestion[];
  /** Earlier times, handed in by the unit's manager: months back (two or more), days after it opened, and the answers. */
  readonly history?: readonly {
    readonly unit: string;
    readonly monthsAgo: number;
    readonly afterDays: number;
    readonly answers: readonly DemoAnswer[];
    readonly reviewComment?: string;
  }[];
}

/** A step of a case, some days after what went before. */
export interface DemoStep {
  readonly by: string;
  readonly days: number;
  readonly to: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

export interface DemoCase {
  readonly key: string;
  readonly kind: 'deviation' | 'feedback' | 'misconductCase';
  readonly unit: string;
  readonly by: string;
  readonly daysAgo: number;
  /** When it happened, Swedish time; it is reported half an hour later. Absent: not known. */
  readonly time?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly steps?: readonly DemoStep[];
}
