import type { DemoPerson, RoleOnUnit } from '../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import type { Actor } from '../../shared/rules/permissions.ts';
import { fieldsHold } from './scope-sql.ts';
import type { RecordsDependencies, ServiceContext } from './service-context.ts';
import { createShortMemory } from './short-memory.ts';

interface HeldRole {
  readonly personId: string;
  readonly name: string;
  readonly role: RoleOnUnit;
}

/** The roles that are in force; one person's, or everybody's. */
async function heldRoles(
  { db }: Pick<RecordsDependencies, 'db'>,
  boardId: string,
  personId?: string,
): Promise<readonly HeldRole[]> {
  const all = db
    .selectFrom('records')
    .select(['unit_id', 'fields'])
    .where('board_id', '=', boardId)
    .where('kind', '=', 'roleAssignment')
    .where('status', '=', 'active')
    .where('deleted', '=', false)
    .orderBy('created_at')
    .orderBy('id');
  const rows = await (personId === undefined ? all : all.where(fieldsHold({ person: { id: personId } }))).execute();
  return rows.flatMap(({ unit_id: unitId, fields }) => {
    const { person, role } = fields as FieldsOfKind<'roleAssignment'>;
    if (person === undefined || role === undefined) return [];
    return [{ personId: person.id, name: person.name, role: { role, ...(unitId !== null && { unitId }) } }];
  });
}

/**
 * Reads who somebody is, and keeps the roles until it is told to forget the board's, or for 15 s: every call of the tab
 * and every message asks. Without a role a person can still report.
 */
export function createActorCache({ db, now }: Pick<RecordsDependencies, 'db' | 'now'>): {
  readonly read: (boardId: string, personId: string, name?: string) => Promise<Actor>;
  readonly forget: (boardId: string) => void;
} {
  const boards = createShortMemory<Map<string, Promise<readonly HeldRole[]>>>(now);

  async function rolesOf(boardId: string, personId: string): Promise<readonly HeldRole[]> {
    const kept = boards.get(boardId) ?? new Map<string, Promise<readonly HeldRole[]>>();
    boards.set(boardId, kept);
    const held = kept.get(personId) ?? heldRoles({ db }, boardId, personId);
    kept.set(personId, held);
    // Nobody is left without roles for 15 s because the database did not answer once.
    held.catch(() => kept.delete(personId));
    return await held;
  }

  return {
    read: async (boardId, personId, name) => {
      const held = await rolesOf(boardId, personId);
      return { personId, name: held[0]?.name ?? name ?? '', roles: withoutRepeats(held) };
    },
    forget: boards.forget,
  };
}

/** Everybody with a role, by name. */
export async function persons(context: ServiceContext, boardId: string): Promise<readonly DemoPerson[]> {
  const { byId } = await context.organisation(boardId);
  const byPerson = Map.groupBy(await heldRoles(context, boardId), ({ personId }) => personId);
  return [...byPerson]
    .map(([id, held]) => ({
      person: { id, name: held[0]?.name ?? '' },
      roles: withoutRepeats(held).map((role) => {
        const unitName = byId.get(role.unitId ?? '')?.name;
        return { ...role, ...(unitName !== undefined && { unitName }) };
      }),
    }))
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'sv'));
}

function withoutRepeats(held: readonly HeldRole[]): readonly RoleOnUnit[] {
  return [...new Map(held.map(({ role }) => [`${role.role} ${role.unitId ?? ''}`, role])).values()];
}
