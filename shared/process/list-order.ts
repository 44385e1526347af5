import type { ProcessFlow, ProcessModel, ProcessStep } from './process-model.ts';

/**
 * The model with its steps in reading order: along the flow from the start, one branch of a decision to its end before
 * the next, and what branches join in after all of them. Loops go back to where they began; what nothing leads to comes
 * last, in the order it had.
 */
export function inListOrder(model: ProcessModel): ProcessModel {
  const steps = listOrder(model);
  return steps.every((step, index) => step === model.steps[index]) ? model : { ...model, steps };
}

function listOrder({ steps, flows }: ProcessModel): readonly ProcessStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const known = flows.filter(({ from, to }) => byId.has(from) && byId.has(to));
  const links = [...known, ...attachments(steps)];
  const outgoing = Map.groupBy(links, ({ from }) => from);
  const backwards = backwardLinks(steps, outgoing);
  const waitingFor = new Map<string, number>();
  for (const link of links) {
    if (!backwards.has(link)) waitingFor.set(link.to, (waitingFor.get(link.to) ?? 0) + 1);
  }

  const ordered: ProcessStep[] = [];
  const seen = new Set<string>();
  // A stack of steps to show next; the first branch lies on top.
  const stack = rootsOf(steps, waitingFor, outgoing).toReversed();
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (seen.has(step.id)) continue;
    seen.add(step.id);
    ordered.push(step);
    const ready = (outgoing.get(step.id) ?? []).flatMap((link) => {
      if (backwards.has(link)) return [];
      const left = (waitingFor.get(link.to) ?? 1) - 1;
      waitingFor.set(link.to, left);
      const next = byId.get(link.to);
      return left === 0 && next !== undefined ? [next] : [];
    });
    stack.push(...ready.toReversed());
  }
  return [...ordered, ...steps.filter(({ id }) => !seen.has(id))];
}

type Link = Pick<ProcessFlow, 'from' | 'to'>;

/** An event on the edge of an activity is read right after it. */
function attachments(steps: readonly ProcessStep[]): readonly Link[] {
  return steps.flatMap(({ id, attachedTo }) => (attachedTo === undefined ? [] : [{ from: attachedTo, to: id }]));
}

/** Starts first, then whatever else nothing leads to and something follows upon; what stands alone comes last. */
function rootsOf(
  steps: readonly ProcessStep[],
  waitingFor: ReadonlyMap<string, number>,
  outgoing: ReadonlyMap<string, readonly Link[]>,
): ProcessStep[] {
  const free = steps.filter(({ id }) => (waitingFor.get(id) ?? 0) === 0);
  const rank = (step: ProcessStep): number => (step.kind === 'start' ? 0 : outgoing.has(step.id) ? 1 : 2);
  return free.toSorted((one, other) => rank(one) - rank(other));
}

/** The links that close a loop, found by walking depth first from the steps in their present order. */
function backwardLinks(
  steps: readonly ProcessStep[],
  outgoing: ReadonlyMap<string, readonly Link[]>,
): ReadonlySet<Link> {
  const backwards = new Set<Link>();
  const state = new Map<string, 'open' | 'done'>();
  const starts = [...steps].toSorted((one, other) => Number(other.kind === 'start') - Number(one.kind === 'start'));
  for (const { id } of starts) {
    if (state.has(id)) continue;
    state.set(id, 'open');
    const path: { readonly id: string; next: number }[] = [{ id, next: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const link = (outgoing.get(top.id) ?? [])[top.next];
      top.next += 1;
      if (link === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(link.to) === 'open') {
        backwards.add(link);
      } else if (!state.has(link.to)) {
        state.set(link.to, 'open');
        path.push({ id: link.to, next: 0 });
      }
    }
  }
  return backwards;
}
