import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { appointedField, assignedFields, implicatedField } from '../../shared/rules/permissions.ts';
import type { Actor, RecordScope } from '../../shared/rules/permissions.ts';
import { isUuid } from './record-rows.ts';

/** A condition on a row of `records`. */
export type Condition = RawBuilder<boolean>;

export const always: Condition = sql<boolean>`true`;
export const never: Condition = sql<boolean>`false`;

export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? never : sql<boolean>`(${sql.join([...conditions], sql` or `)})`;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? always : sql<boolean>`(${sql.join([...conditions], sql` and `)})`;
}

/** Whether the fields contain the given value; the index on `fields` serves it. */
export function fieldsHold(part: Readonly<Record<string, unknown>>): Condition {
  return sql<boolean>`fields @> ${JSON.stringify(part)}::jsonb`;
}

/** Rows of one of the units; ids that are none match nothing. */
export function inUnits(unitIds: readonly string[]): Condition {
  const known = unitIds.filter(isUuid);
  return known.length === 0 ? never : sql<boolean>`unit_id in (${sql.join(known.map((id) => sql`${id}::uuid`))})`;
}

/** The rows of a kind that a scope holds for an actor; the same answer as `scopeHolds`, and implicated ones left out. */
export function scopeCondition(scope: RecordScope, actor: Actor, kind: KindName): Condition {
  const condition = bareCondition(scope, actor, kind);
  return scope.kind === 'reportedByMe' || definitionOf(kind).fields[implicatedField] === undefined || actor.system
    ? condition
    : allOf([condition, sql<boolean>`not ${namesActor(implicatedField, actor, kind)}`]);
}

function bareCondition(scope: RecordScope, actor: Actor, kind: KindName): Condition {
  switch (scope.kind) {
    case 'all':
      return always;
    case 'units':
      return allOf([
        anyOf([inUnits(scope.unitIds), ...(scope.withoutUnit ? [sql<boolean>`unit_id is null`] : [])]),
        ...(scope.status === undefined ? [] : [sql<boolean>`status = ${scope.status}`]),
      ]);
    case 'reportedByMe':
      return sql<boolean>`created_by_id = ${actor.personId}`;
    case 'assignedToMe':
      return anyOf(
        assignedFields
          .filter((field) => definitionOf(kind).fields[field] !== undefined)
          .map((field) => namesActor(field, actor, kind)),
      );
    case 'appointed':
      return definitionOf(kind).fields[appointedField] === undefined ? never : namesActor(appointedField, actor, kind);
  }
}

function namesActor(field: string, actor: Actor, kind: KindName): Condition {
  const person = { id: actor.personId };
  return fieldsHold({ [field]: definitionOf(kind).fields[field]?.type === 'persons' ? [person] : person });
}
