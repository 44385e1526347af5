/** Two people saved: what each of them did since they began is joined by activity, and where both did the same thing
 * differently a person decides. */
import { inListOrder } from './list-order.ts';
import type { DataObject, ProcessFlow, ProcessModel, ProcessRole, ProcessStep } from './process-model.ts';

/** Something that both changed. `part` is a property of the element, or `all` where one side took it away. */
export interface MergeConflict {
  readonly element: 'step' | 'flow' | 'role' | 'object' | 'process';
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export interface MergedModels {
  /** Where the two collide it holds theirs, which is stored already. */
  readonly model: ProcessModel;
  readonly conflicts: readonly MergeConflict[];
}

type Element = { readonly id: string; readonly name?: string };

/** Where things stand in the drawing: the later arrangement holds, and nobody is asked. */
const placing: ReadonlySet<string> = new Set(['bounds', 'waypoints']);

/** Parts of a step's details are told apart, so that one may write the routine while another names the responsible. */
const inner: ReadonlySet<string> = new Set(['details']);

/** Three-way merge. `base` is what `ours` was made from, `theirs` what has been stored since. */
export function mergeModels(base: ProcessModel, ours: ProcessModel, theirs: ProcessModel): MergedModels {
  const conflicts: MergeConflict[] = [];
  const roles = mergeLists<ProcessRole>('role', base.roles, ours.roles, theirs.roles, conflicts);
  const steps = mergeLists<ProcessStep>('step', base.steps, ours.steps, theirs.steps, conflicts);
  const objects = mergeLists<DataObject>('object', base.objects, ours.objects, theirs.objects, conflicts);
  const known = new Set(steps.map(({ id }) => id));
  const flows = mergeLists<ProcessFlow>('flow', base.flows, ours.flows, theirs.flows, conflicts).filter(
    // A flow of the one to a step that the other took away has nowhere to go.
    ({ from, to }) => known.has(from) && known.has(to),
  );
  const kept = new Set(objects.map(({ id }) => id));
  const name = mergePart('process', { id: base.id }, 'name', base.name, ours.name, theirs.name, conflicts) as string;
  const roleIds = new Set(roles.map(({ id }) => id));
  return {
    model: inListOrder({
      ...theirs,
      name,
      roles,
      flows,
      objects,
      steps: steps.map((step) => ({
        ...(step.roleId === undefined || roleIds.has(step.roleId) ? step : withoutRole(step)),
        takes: step.takes.filter((id) => kept.has(id)),
        gives: step.gives.filter((id) => kept.has(id)),
      })),
      // Both may have added steps: then the drawing is fitted anew unless somebody has arranged it.
      ...(ours.arranged === true && { arranged: true }),
    }),
    conflicts,
  };
}

function withoutRole({ roleId: _, ...step }: ProcessStep): ProcessStep {
  return step;
}

function mergeLists<Item extends Element>(
  element: MergeConflict['element'],
  base: readonly Item[],
  ours: readonly Item[],
  theirs: readonly Item[],
  conflicts: MergeConflict[],
): readonly Item[] {
  const [was, mine] = [byId(base), byId(ours)];
  const stored = byId(theirs);
  const merged = theirs.flatMap((their): readonly Item[] => {
    const [before, our] = [was.get(their.id), mine.get(their.id)];
    if (our !== undefined) return [mergeItem(element, before, our, their, conflicts)];
    if (before === undefined) return [their];
    // We took it away. If they changed it meanwhile, somebody must say which.
    if (isSame(before, their)) return [];
    conflicts.push({
      element,
      id: their.id,
      name: nameOf(their),
      part: 'all',
      base: before,
      ours: undefined,
      theirs: their,
    });
    return [their];
  });
  const added = ours.flatMap((our): readonly Item[] => {
    if (stored.has(our.id)) return [];
    const before = was.get(our.id);
    if (before === undefined) return [our];
    if (isSame(before, our)) return [];
    conflicts.push({ element, id: our.id, name: nameOf(our), part: 'all', base: before, ours: our, theirs: undefined });
    return [];
  });
  return [...merged, ...added];
}

function mergeItem<Item extends Element>(
  element: MergeConflict['element'],
  base: Item | undefined,
  ours: Item,
  theirs: Item,
  conflicts: MergeConflict[],
): Item {
  const merged: Record<string, unknown> = {};
  const [was, mine, stored] = [base ?? {}, ours, theirs] as readonly Readonly<Record<string, unknown>>[];
  for (const part of new Set([...Object.keys(mine ?? {}), ...Object.keys(stored ?? {})])) {
    const value = mergePart(element, theirs, part, was?.[part], mine?.[part], stored?.[part], conflicts);
    if (value !== undefined) merged[part] = value;
  }
  return merged as unknown as Item;
}

function mergePart(
  element: MergeConflict['element'],
  item: Element,
  part: string,
  base: unknown,
  ours: unknown,
  theirs: unknown,
  conflicts: MergeConflict[],
): unknown {
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  if (placing.has(part)) return theirs;
  if (inner.has(part)) {
    const parts = [base, ours, theirs].map((value) => (value ?? {}) as Readonly<Record<string, unknown>>);
    const merged: Record<string, unknown> = {};
    for (const name of new Set(parts.flatMap((one) => Object.keys(one)))) {
      const [was, mine, stored] = parts.map((one) => one[name]);
      const value = mergePart(element, item, `${part}.${name}`, was, mine, stored, conflicts);
      if (value !== undefined) merged[name] = value;
    }
    return merged;
  }
  conflicts.push({ element, id: item.id, name: nameOf(item), part, base, ours, theirs });
  return theirs;
}

function byId<Item extends Element>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function nameOf({ name, id }: Element): string {
  return name === undefined || name === '' ? id : name;
}

/** Equal in all but where it stands, whatever the order of the properties. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const parts = Object.entries(value)
    .filter(([key, one]) => one !== undefined && !placing.has(key))
    .toSorted(([first], [second]) => (first < second ? -1 : 1));
  return `{${parts.map(([key, one]) => `${key}:${canonical(one)}`).join()}}`;
}
