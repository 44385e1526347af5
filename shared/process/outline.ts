import { flowsFrom } from './process-model.ts';
import type { ProcessFlow, ProcessModel, ProcessStep } from './process-model.ts';

/** A row of the list. `depth` counts the decisions whose branches the row stands in. */
export type OutlineRow =
  | { readonly kind: 'step'; readonly step: ProcessStep; readonly depth: number }
  /** One answer of a decision, before the steps that it leads to. `leadsTo` is the first of them, or where they join. */
  | { readonly kind: 'branch'; readonly flow: ProcessFlow; readonly leadsTo: string; readonly depth: number };

/**
 * The list with its branches: under a decision each answer, and under the answer the steps that belong to it alone.
 * Steps where branches have joined again stand outside. `model` is in list order.
 */
export function outlineOf(model: ProcessModel): readonly OutlineRow[] {
  const position = new Map(model.steps.map(({ id }, index) => [id, index]));
  const outgoing = Map.groupBy(model.flows, ({ from }) => from);
  const shown = new Set<string>();
  const rows: OutlineRow[] = [];

  const show = (step: ProcessStep, depth: number): void => {
    if (shown.has(step.id)) return;
    shown.add(step.id);
    rows.push({ kind: 'step', step, depth });
    const branches = flowsFrom(model, step.id);
    if (branches.length < 2) return;
    const reached = branches.map(({ to }) => reachableFrom(to, outgoing));
    branches.forEach((flow, index) => {
      rows.push({ kind: 'branch', flow, leadsTo: flow.to, depth: depth + 1 });
      const start = position.get(step.id) ?? 0;
      const own = model.steps.filter(
        ({ id }, at) =>
          at > start && reached[index]?.has(id) && !reached.some((other, one) => one !== index && other.has(id)),
      );
      for (const one of own) show(one, depth + 1);
    });
  };

  for (const step of model.steps) show(step, 0);
  return rows;
}

function reachableFrom(id: string, outgoing: ReadonlyMap<string, readonly ProcessFlow[]>): ReadonlySet<string> {
  const seen = new Set([id]);
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { to } of outgoing.get(at) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen;
}
