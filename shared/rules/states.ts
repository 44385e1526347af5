/** Which steps an actor may take on a record now: transitions + permissions + what the record holds. */
import type { AllowedStep } from '../api/contract.ts';
import { definitionOf } from '../records/index.ts';
import type { KindName } from '../records/index.ts';
import type { AnyFields, Transition } from '../records/record-kind.ts';
import { mayAct, mayWrite, viewOf } from './permissions.ts';
import type { Actor, GuardedRecord } from './permissions.ts';
import type { UnitTree } from './unit-tree.ts';

/** Kinds whose records take the steps of what they belong to, and none of their own (`expected-result.ts`, `process-activity.ts`). */
export function followsAnother(kind: KindName): boolean {
  return kind === 'expectedResult' || kind === 'processActivity';
}

/** Whether the record is in a state where fields change only through a step. */
export function isClosed(record: Pick<GuardedRecord, 'kind' | 'status'>): boolean {
  return definitionOf(record.kind).closedStates?.includes(record.status) ?? false;
}

/** Whether what the record holds lets the transition happen; who takes it is another question. */
export function fitsRecord(transition: Transition, record: Pick<GuardedRecord, 'kind' | 'fields'>): boolean {
  // Only praise is shared without an answer (domain.md (ii), Workflows: received→shared→closed).
  if (record.kind === 'feedback' && transition.to === 'shared' && record.fields['feedbackKind'] !== 'praise') {
    return false;
  }
  return isInside(transition.when, record.fields);
}

function isInside(bounds: Transition['when'], fields: AnyFields): boolean {
  if (bounds === undefined) return true;
  const held = fields[bounds.field];
  if (bounds.oneOf !== undefined) return typeof held === 'string' && bounds.oneOf.includes(held);
  const value = Number(held ?? 0);
  return value >= (bounds.atLeast ?? -Infinity) && value < (bounds.below ?? Infinity);
}

/** The transitions that the actor may take now, in the order of the definition; one for each state they lead to. */
export function openTransitions(actor: Actor, record: GuardedRecord, units: UnitTree): readonly Transition[] {
  if (followsAnother(record.kind)) return [];
  const taken = new Set<string>();
  return definitionOf(record.kind).transitions.filter((transition) => {
    if (transition.from !== record.status || taken.has(transition.to)) return false;
    if (!fitsRecord(transition, record) || !mayAct(actor, record, units, transition)) return false;
    taken.add(transition.to);
    return true;
  });
}

/** The same as a surface shows them. */
export function allowedSteps(actor: Actor, record: GuardedRecord, units: UnitTree): readonly AllowedStep[] {
  return openTransitions(actor, record, units).map((transition) => ({
    to: transition.to,
    label: transition.label,
    needsReason: transition.needsReason ?? false,
    fields: transition.fields ?? [],
  }));
}

/** Whether the actor may change fields of the record as it stands. */
export function mayEdit(actor: Actor, record: GuardedRecord, units: UnitTree): boolean {
  return !isClosed(record) && mayWrite(actor, record, units);
}

/**
 * Whether the actor may comment and suggest (R21): who reads the record in full and either works in its unit or could
 * change or decide it; in every state but the closed ones, and in those of them where the kind says so.
 */
export function mayComment(actor: Actor, record: GuardedRecord, units: UnitTree): boolean {
  const { commentable, commentsWhileClosed } = definitionOf(record.kind);
  const open = !isClosed(record) || (commentsWhileClosed?.includes(record.status) ?? false);
  if (commentable !== true || !open) return false;
  if (viewOf(actor, record, units) !== 'full') return false;
  return (
    actor.roles.some(({ unitId }) => unitId !== undefined && unitId === record.unitId) ||
    mayWrite(actor, record, units) ||
    mayAct(actor, record, units, { operation: 'approve' })
  );
}
