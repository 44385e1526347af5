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
  /** The process and its activity that it looks after. */
  readonly activity?: readonly [process: string, activity: string];
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

/** It takes what the one before it gives, unless `takes` says otherwise. */
export interface DemoActivity {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly takes?: readonly string[];
  readonly gives: string;
  readonly responsible: string;
  readonly consulted?: readonly string[];
  readonly informed?: readonly string[];
  readonly description: string;
  /** Key of a document; absent: the activity needs none. `null`: it is missing, and the map says so. */
  readonly routine?: string | null;
  /** Key of the process that tells more. */
  readonly subProcess?: string;
  /** Key of the step that it leads to, or `end`, where that is not the next in the list. */
  readonly next?: string;
}

/** A question after an activity: one answer goes on, the other leads to the step of that key, or to the end. */
export interface DemoDecision {
  readonly decision: string;
  readonly key: string;
  readonly onward: string;
  readonly elsewhere: string;
  readonly to: string;
}

export interface DemoProcess {
  readonly key: string;
  readonly unit: string;
  readonly owner: string;
  readonly fields: Omit<
    FieldsOfKind<'process'>,
    'goals' | 'supports' | 'documents' | 'processOwner' | 'stakeholders' | 'collaborations' | 'parent'
  >;
  /** Who it is for, what they need and what they may demand. */
  readonly receiver: DemoStakeholder;
  readonly stakeholders?: readonly DemoStakeholder[];
  readonly collaborations?: readonly (readonly [partner: string, how: string, when: string])[];
  readonly goals: readonly string[];
  /** Commitments that the process keeps. */
  readonly commitments?: readonly string[];
  readonly documents: readonly string[];
  /** Processes that a supporting one serves. */
  readonly supports?: readonly string[];
  /** What comes in to the first activity. */
  readonly objectIn: string;
  readonly steps: readonly (DemoActivity | DemoDecision)[];
  readonly reaches: 'draft' | 'inReview' | 'published' | 'needsReview';
}

export type DemoStakeholder = readonly [name: string, needs: string, demands: string, internal?: 'internal'];

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
  /** The activity in which it happened, by the keys of process and activity. */
  readonly activity?: readonly [process: string, activity: string];
  readonly steps?: readonly DemoStep[];
}
