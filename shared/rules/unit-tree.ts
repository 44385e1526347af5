/** The organisation as the rules need it: what lies below what. */
export interface UnitTree {
  /** The board itself, to which records without a unit belong. */
  readonly rootId: string | undefined;
  /** Whether `unitId` is `topId` or lies below it. */
  isWithin(unitId: string, topId: string): boolean;
  /** `topId` and everything below it. */
  within(topId: string): readonly string[];
}

/** Builds the tree once for many questions. A ring of parents, which a hand edit could make, ends the walk. */
export function createUnitTree(
  units: readonly { readonly id: string; readonly parentId?: string; readonly unitKind?: string }[],
): UnitTree {
  const childrenOf = Map.groupBy(units, (unit) => unit.parentId ?? '');
  const known = new Map<string, readonly string[]>();

  function collect(topId: string): readonly string[] {
    const found = new Set([topId]);
    for (const id of found) for (const child of childrenOf.get(id) ?? []) found.add(child.id);
    return [...found];
  }

  function within(topId: string): readonly string[] {
    const answer = known.get(topId) ?? collect(topId);
    known.set(topId, answer);
    return answer;
  }

  return {
    rootId: (units.find(({ unitKind }) => unitKind === 'board') ?? childrenOf.get('')?.[0])?.id,
    within,
    isWithin: (unitId, topId) => unitId === topId || within(topId).includes(unitId),
  };
}
