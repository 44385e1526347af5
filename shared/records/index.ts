import { commitment } from './commitment.ts';
import { conversationReference } from './conversation-reference.ts';
import { deviation } from './deviation.ts';
import { expectedResult } from './expected-result.ts';
import { feedback } from './feedback.ts';
import { goal } from './goal.ts';
import { governingDocument } from './governing-document.ts';
import { indicator } from './indicator.ts';
import { misconductCase } from './misconduct-case.ts';
import { organisationalUnit } from './organisational-unit.ts';
import { process } from './process.ts';
import { processActivity } from './process-activity.ts';
import type { FieldsOf, RecordKindDefinition } from './record-kind.ts';
import { reminder } from './reminder.ts';
import { reminderConfiguration } from './reminder-configuration.ts';
import { reminderPreference } from './reminder-preference.ts';
import { roleAssignment } from './role-assignment.ts';
import { selfCheckDefinition } from './self-check-definition.ts';
import { selfCheckOccurrence } from './self-check-occurrence.ts';
import type { StoredRecord } from './stored-record.ts';
import { restrictedSyncProblem, syncProblem } from './sync-problem.ts';

/** Every record kind. The order is that of creation: what others refer to comes first. */
export const recordKinds = {
  organisationalUnit,
  roleAssignment,
  governingDocument,
  goal,
  indicator,
  process,
  processActivity,
  commitment,
  expectedResult,
  selfCheckDefinition,
  selfCheckOccurrence,
  deviation,
  misconductCase,
  feedback,
  conversationReference,
  reminderConfiguration,
  reminderPreference,
  reminder,
  syncProblem,
  restrictedSyncProblem,
} as const;

export type KindName = keyof typeof recordKinds;
export type FieldsOfKind<Name extends KindName> = FieldsOf<(typeof recordKinds)[Name]>;
export type RecordOfKind<Name extends KindName> = StoredRecord<FieldsOfKind<Name>> & { readonly kind: Name };

/** Kinds that no surface reaches as records. */
export type InternalKind = {
  [Name in KindName]: (typeof recordKinds)[Name]['group'] extends 'internal' ? Name : never;
}[KindName];

export const kindNames = Object.keys(recordKinds) as readonly KindName[];

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(recordKinds, name);
}

/** The definition of a kind in its general form, for code that treats all kinds alike. */
export function definitionOf(kind: KindName): RecordKindDefinition {
  return recordKinds[kind];
}
