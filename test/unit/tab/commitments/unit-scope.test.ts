import { expect, test } from '@jest/globals';
import type { MeAnswer } from '../../../../shared/api/contract.ts';
import { homeUnitOf, unitsToPlanFor } from '../../../../tab/pages/commitments/unit-scope.ts';
import { unit } from './plan-records.ts';

const units = [
  unit('nämnden', undefined, { unitKind: 'board' }),
  unit('äldre', 'nämnden', { unitKind: 'department' }),
  unit('ekliden', 'äldre'),
  unit('stängd', 'äldre', { active: false }),
  unit('avd2', 'ekliden'),
];

const me = (roles: MeAnswer['roles'], more: Partial<MeAnswer> = {}): MeAnswer => ({
  person: { id: 'p', name: 'P' },
  roles,
  board: { id: 'nämnden', name: 'Nämnden' },
  mode: 'local',
  mayCreate: ['commitment'],
  mayRead: [],
  ...more,
});

test('Staff plan for their own unit, the coordinator for all that are open, and who may not create for none', () => {
  const names = (answer: MeAnswer): string[] => unitsToPlanFor(answer, units).map((one) => one.id);

  expect(names(me([{ role: 'employee', unitId: 'ekliden' }]))).toEqual(['ekliden']);
  expect(names(me([{ role: 'departmentHead', unitId: 'äldre' }]))).toEqual([]);
  expect(names(me([{ role: 'qualityCoordinator' }]))).toEqual(['äldre', 'ekliden', 'avd2']);
  expect(names(me([{ role: 'employee', unitId: 'ekliden' }], { mayCreate: [] }))).toEqual([]);
});

test('My unit is where forms start, else the unit of a role', () => {
  expect(homeUnitOf(me([{ role: 'employee', unitId: 'avd2' }], { homeUnitId: 'ekliden' }))).toBe('ekliden');
  expect(homeUnitOf(me([{ role: 'boardOffice' }, { role: 'employee', unitId: 'avd2' }]))).toBe('avd2');
});
