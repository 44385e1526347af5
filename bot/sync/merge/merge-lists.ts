import { stableJson } from '../../graph/canonical.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface RowConflict {
  readonly rowId: string;
  readonly ours: Row;
  readonly theirs: Row | undefined;
}

const same = (a: unknown, b: unknown): boolean => stableJson(a) === stableJson(b);

/**
 * Rows merge by their id. The same row changed on both sides: theirs stands and ours is a conflict. A row that one side
 * removed and the other changed stays as SharePoint has it; when that means gone, ours is a conflict.
 */
export function mergeRows(
  base: readonly Row[],
  ours: readonly Row[],
  theirs: readonly Row[],
): { readonly rows: readonly Row[]; readonly conflicts: readonly RowConflict[] } {
  const [inBase, inOurs, inTheirs] = [byId(base), byId(ours), byId(theirs)];
  const conflicts: RowConflict[] = [];
  const choose = (rowId: string): Row | undefined => {
    const [before, our, their] = [inBase.get(rowId), inOurs.get(rowId), inTheirs.get(rowId)];
    if (same(our, their) || same(before, our)) return their;
    if (same(before, their)) return our;
    if (our !== undefined) conflicts.push({ rowId, ours: our, theirs: their });
    return their;
  };
  const order = new Set([...theirs.map((row) => row.id), ...ours.map((row) => row.id)]);
  const rows = [...order].map(choose).filter((row) => row !== undefined);
  return { rows, conflicts };
}

/** Words, choices, people, references: what either side added is there, what either side removed is not. */
export function mergeSet(
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
  identity: (value: unknown) => string = stableJson,
): readonly unknown[] {
  const inOrder = (values: readonly unknown[]) => values.map(identity).join('\n');
  // A side that changed nothing has no say, in the order either.
  if (inOrder(theirs) === inOrder(base)) return ours;
  if (inOrder(ours) === inOrder(base)) return theirs;
  const keys = (values: readonly unknown[]) => new Set(values.map(identity));
  const [before, our, their] = [keys(base), keys(ours), keys(theirs)];
  const kept = theirs.filter((value) => our.has(identity(value)) || !before.has(identity(value)));
  const added = ours.filter((value) => !their.has(identity(value)) && !before.has(identity(value)));
  return [...kept, ...added];
}

/**
 * Comments and history: whatever either side has, nothing twice, an answered comment wins. History goes by revision, as it
 * was appended: what was changed in SharePoint carries the earlier time at which that was done. All else oldest first.
 */
export function unionById<Entry extends { readonly id: string; readonly at: string; readonly revision?: number }>(
  ours: readonly Entry[],
  theirs: readonly Entry[],
): readonly Entry[] {
  const union = new Map(ours.map((entry) => [entry.id, entry]));
  for (const entry of theirs) {
    const our = union.get(entry.id);
    if (our === undefined || ('answer' in entry && !('answer' in our))) union.set(entry.id, entry);
  }
  return [...union.values()].toSorted(
    (a, b) => (a.revision ?? 0) - (b.revision ?? 0) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
  );
}

const byId = (rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));
