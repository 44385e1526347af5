import type { UnitAnswer } from '../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import { createUnitTree } from '../../shared/rules/unit-tree.ts';
import type { UnitTree } from '../../shared/rules/unit-tree.ts';
import type { RecordsDependencies } from './service-context.ts';

export interface Organisation {
  /** Closed ones too; parents before children, then by name. */
  readonly units: readonly UnitAnswer[];
  readonly tree: UnitTree;
  readonly byId: ReadonlyMap<string, UnitAnswer>;
}

/** Another process may have changed the organisation: nobody works from a picture older than this. */
const freshMs = 15_000;

/** Reads a board's organisation and keeps it until it is told to forget, or for 15 s. */
export function createOrganisationCache({ db, now }: Pick<RecordsDependencies, 'db' | 'now'>): {
  readonly read: (boardId: string) => Promise<Organisation>;
  readonly forget: (boardId: string) => void;
} {
  const kept = new Map<string, { readonly readAt: number; readonly organisation: Promise<Organisation> }>();

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
      if (found !== undefined && now().getTime() - found.readAt < freshMs) return found.organisation;
      const organisation = load(boardId);
      const entry = { readAt: now().getTime(), organisation };
      kept.set(boardId, entry);
      organisation.catch(() => {
        if (kept.get(boardId) === entry) kept.delete(boardId);
      });
      return organisation;
    },
    forget: (boardId) => void kept.delete(boardId),
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
