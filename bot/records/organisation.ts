import type { UnitAnswer } from '../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import { createUnitTree } from '../../shared/rules/unit-tree.ts';
import type { UnitTree } from '../../shared/rules/unit-tree.ts';
import { createShortMemory } from './short-memory.ts';
import type { RecordsDependencies } from './service-context.ts';

export interface Organisation {
  /** Closed ones too; parents before children, then by name. */
  readonly units: readonly UnitAnswer[];
  readonly tree: UnitTree;
  readonly byId: ReadonlyMap<string, UnitAnswer>;
}

/** Reads a board's organisation and keeps it until it is told to forget, or for 15 s. */
export function createOrganisationCache({ db, now }: Pick<RecordsDependencies, 'db' | 'now'>): {
  readonly read: (boardId: string) => Promise<Organisation>;
  readonly forget: (boardId: string) => void;
} {
  const kept = createShortMemory<Promise<Organisation>>(now);

  async function load(boardId: string): Promise<Organisation> {
    const rows = await db
      .selectFrom('records')
      .select(['id', 'status', 'fields'])
      .where('board_id', '=', boardId)
      .where('kind', '=', 'organisationalUnit')
      .where('deleted', '=', false)
      .execute();
    return arrange(rows.map(({ id, status, fields }) => unitAnswer(id, status, fields)));
  }

  return {
    read: (boardId) => {
      const found = kept.get(boardId);
      if (found !== undefined) return found;
      const organisation = load(boardId);
      kept.set(boardId, organisation);
      organisation.catch(() => {
        if (kept.get(boardId) === organisation) kept.forget(boardId);
      });
      return organisation;
    },
    forget: kept.forget,
  };
}

function unitAnswer(id: string, status: string, content: Readonly<Record<string, unknown>>): UnitAnswer {
  const fields = content as FieldsOfKind<'organisationalUnit'>;
  return {
    id,
    name: fields.name ?? '',
    unitKind: fields.unitKind ?? 'unit',
    ...(fields.parent !== undefined && { parentId: fields.parent }),
    aliases: fields.aliases ?? [],
    active: status === 'active',
  };
}

/** Parents first; a unit whose parent is unknown stands at the top, and so does a ring. */
function arrange(units: readonly UnitAnswer[]): Organisation {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const sorted = units.toSorted((one, other) => one.name.localeCompare(other.name, 'sv'));
  const childrenOf = Map.groupBy(sorted, ({ parentId }) => (byId.has(parentId ?? '') ? parentId : undefined));
  const placed = new Set<UnitAnswer>(childrenOf.get(undefined));
  for (const unit of placed) for (const child of childrenOf.get(unit.id) ?? []) placed.add(child);
  return { units: [...new Set([...placed, ...sorted])], tree: createUnitTree(units), byId };
}
