import type { MeAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import type { Role } from '../../../shared/records/record-kind.ts';

const rolesThatPlanForOwnUnit: readonly Role[] = ['employee', 'unitManager'];

/**
 * The units in which a person may write a new commitment (permissions: plan, create). Staff and managers in their
 * own unit, the quality coordinator in all. Closed units and the board itself make no commitments.
 */
export function unitsToPlanFor(me: MeAnswer, units: readonly UnitAnswer[]): readonly UnitAnswer[] {
  if (!me.mayCreate.includes('commitment')) return [];
  const open = units.filter((unit) => unit.active && unit.unitKind !== 'board');
  if (me.roles.some(({ role }) => role === 'qualityCoordinator')) return open;
  const own = new Set(
    me.roles.filter(({ role }) => rolesThatPlanForOwnUnit.includes(role)).map(({ unitId }) => unitId),
  );
  return open.filter((unit) => own.has(unit.id));
}

/** The unit that "min enhet" means for a person: where forms start from, else the first unit of a role. */
export function homeUnitOf(me: MeAnswer): string | undefined {
  return me.homeUnitId ?? me.roles.find(({ unitId }) => unitId !== undefined)?.unitId;
}
