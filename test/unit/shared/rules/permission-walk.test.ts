/**
 * A walk over all of permissions.json, held against the rules. What is expected is worked out here from the file, with
 * other means than `permissions.ts`: by asking each row about records whose relation to the actor is known beforehand.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { permissionGroups, permissionRules, permissionViews } from '../../../../shared/rules/permission-data.ts';
import {
  mayApprove,
  mayCreate,
  mayWrite,
  readAlternatives,
  scopeHolds,
  viewOf,
} from '../../../../shared/rules/permissions.ts';
import type { Actor, GuardedRecord } from '../../../../shared/rules/permissions.ts';
import { createUnitTree } from '../../../../shared/rules/unit-tree.ts';
import { definitionOf, kindNames } from '../../../../shared/records/index.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { Role } from '../../../../shared/records/record-kind.ts';
import { relations, roles, rowsOf, viewRank } from './permission-rows.ts';
import type { Relation } from './permission-rows.ts';

const units = createUnitTree([
  { id: 'board', unitKind: 'board' },
  { id: 'department', parentId: 'board' },
  { id: 'home', parentId: 'department' },
  { id: 'below', parentId: 'home' },
  { id: 'elsewhere', parentId: 'board' },
]);
const me = 'me';

function recordIn(kind: KindName, relation: Relation): GuardedRecord {
  const person = { id: me, name: 'Me' };
  return {
    kind,
    unitId: relation.unit,
    status: relation.status,
    createdBy: { id: relation.reported ? me : 'somebody' },
    fields: {
      ...(relation.assigned && { responsible: person }),
      ...(relation.appointed && { appointedPersons: [person] }),
      ...(relation.implicated && { implicatedPersons: [{ id: 'other', name: 'Other' }, person] }),
      ...(relation.severity !== undefined && { severity: relation.severity }),
    },
  };
}

const walkedKinds = kindNames.filter((kind) => definitionOf(kind).group !== 'internal');
const cases = walkedKinds.flatMap((kind) => roles.map((role) => ({ kind, role })));

function actorWith(role: Role | 'nobody'): Actor {
  return { personId: me, name: 'Me', roles: role === 'nobody' ? [] : [{ role, unitId: 'home' }] };
}

test.each(cases)('$role reads of $kind what the file says, in its view', ({ kind, role }) => {
  const actor = actorWith(role);
  const rows = rowsOf(kind, role, 'read').filter(({ view }) => view !== 'statistics');

  const wrong = relations.filter((relation) => {
    const expected = rows
      .filter((row) => row.holds(relation))
      .map(({ view }) => view)
      .toSorted((one, other) => viewRank.indexOf(other) - viewRank.indexOf(one))[0];
    return viewOf(actor, recordIn(kind, relation), units) !== expected;
  });

  expect(wrong).toEqual([]);
});

test.each(cases)('$role writes and approves $kind as the file says', ({ kind, role }) => {
  const actor = actorWith(role);
  const writeRows = rowsOf(kind, role, 'write');
  const approveRows = rowsOf(kind, role, 'approve');
  const actions = [undefined, 'reopen', 'close', 'merge', 'confirm', 'assign'];

  const wrong = relations.flatMap((relation) => {
    const record = recordIn(kind, relation);
    const mayNow = [mayWrite(actor, record, units), ...actions.map((one) => mayApprove(actor, record, units, one))];
    const expected = [
      writeRows.some((row) => row.holds(relation)),
      ...actions.map((one) => approveRows.some((row) => row.holds(relation) && row.allows(one, relation))),
    ];
    return mayNow.every((one, index) => one === expected[index]) ? [] : [{ relation, mayNow, expected }];
  });

  expect(wrong).toEqual([]);
});

test.each(cases)('$role creates $kind where the file says', ({ kind, role }) => {
  const places = ['home', 'below', 'elsewhere', 'board'] as const;

  const found = places.filter((unit) => mayCreate(actorWith(role), kind, unit, units));

  const rows = rowsOf(kind, role, 'create');
  expect(found).toEqual(places.filter((unit) => rows.some((row) => row.holds({ unit, status: 'draft' }))));
});

test.each(cases)(
  'what a database filters by holds the same records of $kind as the rules, for $role',
  ({ kind, role }) => {
    const actor = actorWith(role);
    const alternatives = readAlternatives(actor, kind, units).filter(({ view }) => view !== 'statistics');

    const different = relations.filter((relation) => {
      const record = recordIn(kind, relation);
      const isHeld = alternatives.some(({ where }) => scopeHolds(where, actor, record));
      return relation.implicated !== true && isHeld !== (viewOf(actor, record, units) !== undefined);
    });

    expect(different).toEqual([]);
  },
);

test('the data in the code is the file, word for word', () => {
  const file = readFileSync(new URL('../../../fixtures/permissions.json', import.meta.url), 'utf8');
  const written = JSON.parse(file) as { views: Record<string, unknown>; groups: unknown; rules: unknown };

  expect(permissionRules).toEqual(written.rules);
  expect(permissionGroups).toEqual(written.groups);
  expect(written.views).toMatchObject(permissionViews);
});

test('the most generous of several roles counts, each on its own unit', () => {
  const actor: Actor = {
    personId: me,
    name: 'Me',
    roles: [
      { role: 'employee', unitId: 'home' },
      { role: 'unitManager', unitId: 'elsewhere' },
    ],
  };
  const at = (unitId: string): GuardedRecord => ({
    kind: 'deviation',
    unitId,
    status: 'reported',
    createdBy: { id: 'somebody' },
    fields: {},
  });

  expect(viewOf(actor, at('home'), units)).toBe('anonymised');
  expect(viewOf(actor, at('elsewhere'), units)).toBe('full');
  expect(mayWrite(actor, at('elsewhere'), units)).toBe(true);
  expect(mayWrite(actor, at('home'), units)).toBe(false);
});

test('a role on the whole board covers what lies below it and what belongs to no unit', () => {
  const head: Actor = { personId: me, name: 'Me', roles: [{ role: 'departmentHead' }] };
  const manager: Actor = { personId: me, name: 'Me', roles: [{ role: 'unitManager' }] };
  const record = (unitId?: string): GuardedRecord => ({
    kind: 'deviation',
    ...(unitId !== undefined && { unitId }),
    status: 'reported',
    createdBy: { id: 'somebody' },
    fields: {},
  });

  expect([viewOf(head, record('below'), units), viewOf(head, record(), units)]).toEqual(['full', 'full']);
  expect([viewOf(manager, record('below'), units), viewOf(manager, record(), units)]).toEqual([undefined, 'full']);
});

test('the system does everything, and nobody else reaches internal kinds', () => {
  const system: Actor = { personId: 'app', name: 'App', roles: [], system: true };
  const internal = recordIn('conversationReference', { unit: 'home', status: 'active', reported: true });

  expect(viewOf(system, internal, units)).toBe('full');
  for (const role of roles) {
    expect(viewOf(actorWith(role), internal, units)).toBeUndefined();
    expect(mayCreate(actorWith(role), 'conversationReference', 'home', units)).toBe(false);
  }
});
