import type { MeAnswer, PersonsAnswer, RoleOnUnit } from '../../../shared/api/contract.ts';
import { creatableKinds, readableKinds } from '../../../shared/rules/permissions.ts';
import { defineOpenRoute, defineRoute, failed, ok } from '../http-route.ts';
import type { HttpRoute } from '../http-route.ts';
import { noQuery } from '../request-schemas.ts';

/** Who is signed in, and who else there is. */
export const personRoutes: readonly HttpRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/me',
    query: noQuery,
    handle: ({ caller: { actor } }, { board, mode }) => {
      const homeUnitId = homeUnitOf(actor.roles);
      const me: MeAnswer = {
        person: { id: actor.personId, name: actor.name },
        roles: actor.roles,
        ...(homeUnitId !== undefined && { homeUnitId }),
        board,
        mode,
        mayCreate: creatableKinds(actor),
        mayRead: readableKinds(actor, 'statistics'),
      };
      return Promise.resolve(ok(me));
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/persons',
    query: noQuery,
    handle: async ({ caller }, { records }) => {
      const byName = new Intl.Collator('sv');
      const persons = (await records.persons(caller.boardId)).map(({ person }) => person);
      return ok(persons.toSorted((left, right) => byName.compare(left.name, right.name)) satisfies PersonsAnswer);
    },
  }),
  defineOpenRoute({
    method: 'GET',
    path: '/api/v1/demo-persons',
    handle: async ({ board, mode, records }) =>
      mode === 'local' ? ok(await records.persons(board.id)) : failed('notFound'),
  }),
];

/** Forms start from the unit that somebody works in; a head of department has none below the department. */
function homeUnitOf(roles: readonly RoleOnUnit[]): string | undefined {
  const held = roles.filter((role) => role.unitId !== undefined);
  return (held.find(({ role }) => role === 'employee' || role === 'unitManager') ?? held[0])?.unitId;
}
