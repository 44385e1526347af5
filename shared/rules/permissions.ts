/**
 * Who may do what, decided from data (`permission-data.ts`) for one actor, one operation and one record or kind.
 * Pure; called on the server for every call. The tab and the cards only hide what would be refused.
 */
import type { RoleOnUnit, View } from '../api/contract.ts';
import { definitionOf, kindNames } from '../records/index.ts';
import type { KindName } from '../records/index.ts';
import type { AnyFields, Role } from '../records/record-kind.ts';
import { permissionRules } from './permission-data.ts';
import type { GroupRules } from './permission-data.ts';
import { parseGrant } from './permission-grant.ts';
import type { Grant } from './permission-grant.ts';
import type { UnitTree } from './unit-tree.ts';

/** Somebody who acts. `system` is the app itself (seeding, pulls); it passes every permission check. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly RoleOnUnit[];
  readonly system?: true;
}

export type Operation = 'read' | 'create' | 'write' | 'approve';

/** What the rules look at in a record. */
export interface GuardedRecord {
  readonly kind: KindName;
  readonly unitId?: string;
  readonly status: string;
  readonly createdBy: { readonly id: string };
  readonly fields: AnyFields;
}

/** Which records a right holds for, in a form that a database can filter by. */
export type RecordScope =
  | { readonly kind: 'all' }
  /** `withoutUnit`: records of the whole board too. `status`: only in that state. */
  | {
      readonly kind: 'units';
      readonly unitIds: readonly string[];
      readonly withoutUnit: boolean;
      readonly status?: 'draft' | 'closed';
    }
  | { readonly kind: 'reportedByMe' }
  | { readonly kind: 'assignedToMe' }
  | { readonly kind: 'appointed' };

export interface ReadAlternative {
  readonly view: View;
  readonly where: RecordScope;
}

/** The fields that make a record somebody's task (`assigned`), and the one that lets somebody in (`appointed`). */
export const assignedFields = ['responsible', 'performer', 'investigator', 'processOwner', 'examiner'] as const;
export const appointedField = 'appointedPersons';
export const implicatedField = 'implicatedPersons';

/** From the least to the most that a reader learns about one record. */
const generosity: readonly View[] = ['statistics', 'existence', 'status', 'anonymised', 'full'];

/** Whether a reader with view `one` learns more about a record than with view `other`. */
export function isMoreGenerous(one: View, other: View): boolean {
  return generosity.indexOf(one) > generosity.indexOf(other);
}

interface HeldGrant {
  readonly role: Role | '*';
  readonly unitId: string | undefined;
  readonly grant: Grant;
}

const parsed = new Map<string, Grant>();

function grantOf(text: string): Grant {
  const grant = parsed.get(text) ?? parseGrant(text);
  parsed.set(text, grant);
  return grant;
}

function heldGrants(actor: Actor, kind: KindName, operation: Operation): readonly HeldGrant[] {
  const { group } = definitionOf(kind);
  if (group === 'internal') return [];
  const row = (permissionRules as Readonly<Record<string, GroupRules>>)[group]?.[operation] ?? {};
  const holders: readonly (Omit<RoleOnUnit, 'role'> & { readonly role: Role | '*' })[] = [
    ...actor.roles,
    { role: '*' },
  ];
  return holders.flatMap(({ role, unitId }) =>
    [row[role] ?? []]
      .flat()
      .map((text) => ({ role, unitId, grant: grantOf(text) }))
      .filter(({ grant }) => grant.scope !== 'none' && (grant.kinds?.includes(kind) ?? true)),
  );
}

function scopeOf({ grant, unitId }: HeldGrant, units: UnitTree): RecordScope {
  const unit = unitId ?? units.rootId;
  const own = { kind: 'units', unitIds: unit === undefined ? [] : [unit], withoutUnit: unit === units.rootId } as const;
  switch (grant.scope) {
    case 'all':
      return { kind: 'all' };
    case 'sub':
      return unit === undefined || unit === units.rootId
        ? { kind: 'all' }
        : { kind: 'units', unitIds: units.within(unit), withoutUnit: false };
    case 'own':
      return own;
    case 'draftOwn':
      return { ...own, status: 'draft' };
    case 'closedOwn':
      return { ...own, status: 'closed' };
    case 'reported':
      return { kind: 'reportedByMe' };
    case 'assigned':
      return { kind: 'assignedToMe' };
    case 'appointed':
      return { kind: 'appointed' };
    case 'none':
      return { kind: 'units', unitIds: [], withoutUnit: false };
  }
}

function names(value: unknown, personId: string): boolean {
  const persons: readonly unknown[] = Array.isArray(value) ? value : [value];
  return persons.some((person) => (person as { readonly id?: unknown } | undefined)?.id === personId);
}

/** Whether the scope holds the record, for this actor. */
export function scopeHolds(scope: RecordScope, actor: Actor, record: GuardedRecord): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'units':
      return (
        (scope.status === undefined || scope.status === record.status) &&
        (record.unitId === undefined ? scope.withoutUnit : scope.unitIds.includes(record.unitId))
      );
    case 'reportedByMe':
      return record.createdBy.id === actor.personId;
    case 'assignedToMe':
      return assignedFields.some((field) => names(record.fields[field], actor.personId));
    case 'appointed':
      return names(record.fields[appointedField], actor.personId);
  }
}

/** Whether the record names the actor as somebody who may be involved: then only what they reported is theirs to see. */
export function isImplicated(actor: Actor, record: Pick<GuardedRecord, 'fields'>): boolean {
  return names(record.fields[implicatedField], actor.personId);
}

function holds(held: HeldGrant, actor: Actor, record: GuardedRecord, units: UnitTree): boolean {
  const scope = scopeOf(held, units);
  if (scope.kind !== 'reportedByMe' && isImplicated(actor, record)) return false;
  return scopeHolds(scope, actor, record);
}

/** What the actor may read of a kind, as alternatives of which the most generous counts for each record. */
export function readAlternatives(actor: Actor, kind: KindName, units: UnitTree): readonly ReadAlternative[] {
  if (actor.system) return [{ view: 'full', where: { kind: 'all' } }];
  return heldGrants(actor, kind, 'read').map((held) => ({ view: held.grant.view, where: scopeOf(held, units) }));
}

/**
 * How much of a record the actor sees; `undefined`: nothing. `statistics` never shows a record.
 */
export function viewOf(actor: Actor, record: GuardedRecord, units: UnitTree): Exclude<View, 'statistics'> | undefined {
  if (actor.system) return 'full';
  let best: View = 'statistics';
  for (const held of heldGrants(actor, record.kind, 'read')) {
    if (isMoreGenerous(held.grant.view, best) && holds(held, actor, record, units)) best = held.grant.view;
  }
  return best === 'statistics' ? undefined : best;
}

/** Whether the actor may create a record of the kind on the unit; without `unitId`: for the whole board. */
export function mayCreate(actor: Actor, kind: KindName, unitId: string | undefined, units: UnitTree): boolean {
  if (actor.system) return true;
  const record: GuardedRecord = {
    kind,
    ...(unitId !== undefined && { unitId }),
    status: 'draft',
    createdBy: { id: actor.personId },
    fields: {},
  };
  return heldGrants(actor, kind, 'create').some((held) => holds(held, actor, record, units));
}

/** Whether the actor may change fields of the record, as far as permissions go; states have their own say. */
export function mayWrite(actor: Actor, record: GuardedRecord, units: UnitTree): boolean {
  if (actor.system) return true;
  return heldGrants(actor, record.kind, 'write').some((held) => holds(held, actor, record, units));
}

/**
 * Whether one of the roles in `by`, or any role of the person in `orPersonIn`, gives the actor the operation on the
 * record; `action` as in a transition.
 */
export function mayAct(
  actor: Actor,
  record: GuardedRecord,
  units: UnitTree,
  asked: {
    readonly operation: 'write' | 'approve';
    readonly action?: string;
    readonly by?: readonly Role[];
    readonly orPersonIn?: string;
  },
): boolean {
  if (actor.system) return true;
  const isNamed = asked.orPersonIn !== undefined && names(record.fields[asked.orPersonIn], actor.personId);
  return heldGrants(actor, record.kind, asked.operation).some(
    (held) =>
      (isNamed || heldByOne(held, asked.by)) &&
      allowsAction(held.grant, asked.action, record) &&
      holds(held, actor, record, units),
  );
}

/** Whether the actor may approve the record, with `action` (`reopen`, `close`, `confirm`, `assign`, `merge`) if any. */
export function mayApprove(actor: Actor, record: GuardedRecord, units: UnitTree, action?: string): boolean {
  return mayAct(actor, record, units, { operation: 'approve', ...(action !== undefined && { action }) });
}

/** Where the actor may take a step of this sort, for a database to filter by. Numbers in the row are not looked at. */
export function actingScopes(
  actor: Actor,
  kind: KindName,
  units: UnitTree,
  asked: { readonly operation: 'write' | 'approve'; readonly action?: string; readonly by: readonly Role[] },
): readonly RecordScope[] {
  return heldGrants(actor, kind, asked.operation)
    .filter((held) => heldByOne(held, asked.by))
    .filter(({ grant }) => grant.actions?.some(({ action }) => action === asked.action) ?? true)
    .map((held) => scopeOf(held, units));
}

function heldByOne({ role }: HeldGrant, by: readonly Role[] | undefined): boolean {
  return by === undefined || by.some((one) => one === role);
}

function allowsAction(grant: Grant, action: string | undefined, record: GuardedRecord): boolean {
  if (grant.actions === undefined) return true;
  return grant.actions.some(
    (one) =>
      one.action === action && (one.field === undefined || Number(record.fields[one.field] ?? 0) >= (one.atLeast ?? 0)),
  );
}

/** The kinds that the actor may create somewhere, so that menus hide the rest. */
export function creatableKinds(actor: Actor): readonly KindName[] {
  return kindNames.filter((kind) => heldGrants(actor, kind, 'create').length > 0);
}

/** The kinds that the actor may read in at least one view of single records, or with `statistics` also counts. */
export function readableKinds(actor: Actor, with_: 'records' | 'statistics' = 'records'): readonly KindName[] {
  return kindNames.filter((kind) =>
    heldGrants(actor, kind, 'read').some(({ grant }) => with_ === 'statistics' || grant.view !== 'statistics'),
  );
}

/** Whether the actor may read a part of the log: who read what, or what the sync with SharePoint could not do. */
export function mayReadLog(actor: Actor, part: 'accessLog' | 'syncProblem'): boolean {
  const row: Readonly<Record<string, string>> = permissionRules.log.read;
  return actor.roles.some(({ role }) => row[role] === 'all' || row[role] === `all:${part}`);
}
