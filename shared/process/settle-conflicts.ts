/** What a person decides about the conflicts of a merge (`merge-models.ts`), carried out. */
import { inListOrder } from './list-order.ts';
import type { MergeConflict, MergedModels } from './merge-models.ts';
import type { ProcessModel } from './process-model.ts';

export type ConflictSide = 'ours' | 'theirs';

/** The merged model with our side wherever `choose` says so; theirs is in it already. */
export function settleConflicts(
  { model, conflicts }: MergedModels,
  choose: (conflict: MergeConflict) => ConflictSide,
): ProcessModel {
  const settled = conflicts.filter((conflict) => choose(conflict) === 'ours').reduce(withOurs, model);
  const steps = new Set(settled.steps.map(({ id }) => id));
  const objects = new Set(settled.objects.map(({ id }) => id));
  return inListOrder({
    ...settled,
    // What one side took away leaves nothing hanging.
    flows: settled.flows.filter(({ from, to }) => steps.has(from) && steps.has(to)),
    steps: settled.steps.map((step) => ({
      ...step,
      takes: step.takes.filter((id) => objects.has(id)),
      gives: step.gives.filter((id) => objects.has(id)),
    })),
  });
}

const lists = { step: 'steps', flow: 'flows', role: 'roles', object: 'objects' } as const;
type Item = Readonly<Record<string, unknown>> & { readonly id: string };

function withOurs(model: ProcessModel, { element, id, part, ours }: MergeConflict): ProcessModel {
  if (element === 'process') return { ...model, [part]: ours };
  const name = lists[element];
  const items: readonly Item[] = model[name].map((item): Item => ({ ...item }));
  if (part !== 'all') {
    return { ...model, [name]: items.map((item) => (item.id === id ? withPart(item, part.split('.'), ours) : item)) };
  }
  const others = items.filter((item) => item.id !== id);
  return { ...model, [name]: ours === undefined ? others : [...others, ours] };
}

function withPart<Part extends Readonly<Record<string, unknown>>>(
  item: Part,
  [part = '', ...inner]: readonly string[],
  value: unknown,
): Part {
  const { [part]: before, ...rest } = item;
  if (inner.length > 0) {
    const within = (before ?? {}) as Readonly<Record<string, unknown>>;
    return { ...item, [part]: withPart(within, inner, value) };
  }
  return (value === undefined ? rest : { ...item, [part]: value }) as Part;
}
