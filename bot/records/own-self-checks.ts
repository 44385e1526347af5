import { sql } from 'kysely';
import type { Role } from '../../shared/records/record-kind.ts';
import type { Caller } from './records-service.ts';
import { allOf, always, anyOf, fieldsHold, inUnits } from './scope-sql.ts';
import type { Condition } from './scope-sql.ts';

/**
 * Open self-checks that are the caller's own to answer: the caller is named, or nobody is and the caller holds the role
 * that carries it out. A coordinator may answer every one of the board's, which does not make them the coordinator's.
 * Without a performer an employee's falls to the unit's manager, who may name somebody.
 */
export function isOwnSelfCheck({ actor }: Caller): Condition {
  const where = (role: Role): Condition => {
    const held = actor.roles.filter((one) => one.role === role);
    return held.some(({ unitId }) => unitId === undefined)
      ? always
      : inUnits(held.flatMap(({ unitId }) => unitId ?? []));
  };
  const isCoordinators = fieldsHold({ performerRole: 'qualityCoordinator' });
  return anyOf([
    fieldsHold({ performer: { id: actor.personId } }),
    allOf([
      sql<boolean>`not (fields ? 'performer')`,
      anyOf([
        allOf([isCoordinators, where('qualityCoordinator')]),
        allOf([sql<boolean>`not ${isCoordinators}`, where('unitManager')]),
      ]),
    ]),
  ]);
}
