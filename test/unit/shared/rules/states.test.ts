import { expect, test } from '@jest/globals';
import { definitionOf, kindNames } from '../../../../shared/records/index.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { AnyFields, Role } from '../../../../shared/records/record-kind.ts';
import type { Actor, GuardedRecord } from '../../../../shared/rules/permissions.ts';
import { allowedSteps, followsAnother, mayComment, mayEdit } from '../../../../shared/rules/states.ts';
import { createUnitTree } from '../../../../shared/rules/unit-tree.ts';

const units = createUnitTree([
  { id: 'board' },
  { id: 'department', parentId: 'board' },
  { id: 'home', parentId: 'department' },
  { id: 'other', parentId: 'department' },
]);

function actor(role: Role, unitId?: string): Actor {
  return { personId: 'me', name: 'Me', roles: [{ role, ...(unitId !== undefined && { unitId }) }] };
}

function record(kind: KindName, status: string, fields: AnyFields = {}): GuardedRecord {
  return { kind, unitId: 'home', status, createdBy: { id: 'somebody' }, fields };
}

function steps(role: Role, unitId: string | undefined, subject: GuardedRecord): readonly string[] {
  return allowedSteps(actor(role, unitId), subject, units).map(({ to }) => to);
}

test('a commitment goes through the hands that R18 names', () => {
  const at = (status: string) => record('commitment', status);

  expect(steps('unitManager', 'home', at('draft'))).toEqual(['submitted']);
  expect(steps('employee', 'home', at('draft'))).toEqual([]);
  expect(steps('unitManager', 'other', at('draft'))).toEqual([]);
  expect(steps('departmentHead', 'department', at('submitted'))).toEqual(['credibilityReviewed', 'returned']);
  expect(steps('departmentHead', 'other', at('submitted'))).toEqual([]);
  expect(steps('boardOffice', undefined, at('submitted'))).toEqual(['credibilityReviewed', 'returned']);
  expect(steps('departmentHead', 'department', at('credibilityReviewed'))).toEqual(['returned']);
  expect(steps('boardOffice', undefined, at('credibilityReviewed'))).toEqual(['returned', 'adopted']);
  expect(steps('boardOffice', undefined, at('adopted'))).toEqual(['draft']);
  expect(steps('qualityCoordinator', undefined, at('adopted'))).toEqual(['archived']);
});

test('a deviation of severity 3 is investigated and closed by the coordinator, one below by its manager', () => {
  const mild = { severity: 2 };
  const grave = { severity: 3 };

  expect(steps('unitManager', 'home', record('deviation', 'reported'))).toEqual(['acknowledged', 'rejected']);
  expect(steps('unitManager', 'home', record('deviation', 'assessed', mild))).toEqual([
    'investigating',
    'actionPlanned',
  ]);
  expect(steps('unitManager', 'home', record('deviation', 'assessed', grave))).toEqual(['investigating']);
  expect(steps('unitManager', 'home', record('deviation', 'effectReview', mild))).toEqual(['closed']);
  expect(steps('unitManager', 'home', record('deviation', 'effectReview', grave))).toEqual([]);
  expect(steps('qualityCoordinator', undefined, record('deviation', 'effectReview', grave))).toEqual(['closed']);
  expect(steps('qualityCoordinator', undefined, record('deviation', 'effectReview', mild))).toEqual([]);
  expect(steps('qualityCoordinator', undefined, record('deviation', 'closed', mild))).toEqual(['reopened']);
});

test('only praise is shared without an answer', () => {
  expect(steps('feedbackOfficer', undefined, record('feedback', 'received', { feedbackKind: 'praise' }))).toEqual([
    'confirmed',
    'shared',
  ]);
  expect(steps('feedbackOfficer', undefined, record('feedback', 'received', { feedbackKind: 'complaint' }))).toEqual([
    'confirmed',
  ]);
});

test('who is implicated in a case takes no step in it', () => {
  const subject = record('misconductCase', 'received', { implicatedPersons: [{ id: 'me', name: 'Me' }] });

  expect(steps('misconductInvestigator', undefined, subject)).toEqual([]);
  expect(steps('misconductInvestigator', undefined, record('misconductCase', 'received'))).toEqual([
    'preliminaryAssessment',
  ]);
});

test('an expected result takes no step of its own', () => {
  for (const status of Object.keys(definitionOf('expectedResult').states)) {
    expect(steps('boardOffice', undefined, record('expectedResult', status))).toEqual([]);
    expect(steps('unitManager', 'home', record('expectedResult', status))).toEqual([]);
  }
});

test('staff edit drafts of their own unit and comment on what is handed in, until it is decided', () => {
  const staff = actor('employee', 'home');
  const stranger = actor('employee', 'other');
  const open = ['draft', 'submitted', 'returned'];

  for (const status of Object.keys(definitionOf('commitment').states)) {
    const subject = record('commitment', status);
    expect({ status, edit: mayEdit(staff, subject, units) }).toEqual({ status, edit: status === 'draft' });
    expect({ status, comment: mayComment(staff, subject, units) }).toEqual({ status, comment: open.includes(status) });
    expect(mayComment(stranger, subject, units)).toBe(false);
    expect(mayEdit(actor('unitManager', 'home'), subject, units)).toBe(open.includes(status));
  }
  expect(mayComment(actor('departmentHead', 'department'), record('commitment', 'submitted'), units)).toBe(true);
  expect(mayComment(staff, record('deviation', 'reported'), units)).toBe(false);
});

test('every transition of every kind joins states that exist and belongs to roles that could take it', () => {
  for (const kind of kindNames) {
    const { states, transitions, fields } = definitionOf(kind);
    // An expected result or an activity of a process has the steps of its owner on paper only.
    if (followsAnother(kind)) continue;
    for (const transition of transitions) {
      expect(states).toHaveProperty(transition.from);
      expect(states).toHaveProperty(transition.to);
      for (const name of transition.fields ?? []) expect({ kind, fields }).toHaveProperty(`fields.${name}`);
      const appointed = { appointedPersons: [{ id: 'me', name: 'Me' }], performer: { id: 'me', name: 'Me' } };
      const numbers = { severity: transition.when?.atLeast ?? 1 };
      const kindOf = { feedbackKind: 'praise' };
      const level = { level: transition.when?.oneOf?.[0] ?? 'unit' };
      const subject = record(kind, transition.from, { ...appointed, ...numbers, ...kindOf, ...level });
      for (const role of transition.by) {
        expect({ kind, role, to: transition.to, steps: steps(role, 'home', subject) }).toEqual({
          kind,
          role,
          to: transition.to,
          steps: expect.arrayContaining([transition.to]),
        });
      }
    }
  }
});
