import { activityKinds, objectNames, stepOf } from './process-model.ts';
import type { ProcessModel, ProcessStep } from './process-model.ts';

/** Where the chain of R61 breaks: what one activity gives is what the next takes. */
export type ChainGap =
  | { readonly kind: 'nothingIn' | 'nothingOut'; readonly stepId: string }
  /** `from` gives nothing that `to` takes; the names are those of each side. */
  | {
      readonly kind: 'noCommonObject';
      readonly from: string;
      readonly to: string;
      readonly gives: readonly string[];
      readonly takes: readonly string[];
    }
  /** Nothing leads to the step, or nothing on from it. */
  | { readonly kind: 'notReached' | 'leadsNowhere'; readonly stepId: string };

/**
 * The gaps of a process, in list order. Decisions and events pass on what comes to them, so an activity is held against
 * the next activities along the flow.
 */
export function findChainGaps(model: ProcessModel): readonly ChainGap[] {
  const outgoing = Map.groupBy(model.flows, ({ from }) => from);
  const incoming = new Set(model.flows.map(({ to }) => to));
  return model.steps.flatMap((step): readonly ChainGap[] => {
    const isActivity = activityKinds.has(step.kind);
    return [
      ...(incoming.has(step.id) || step.kind === 'start' || step.attachedTo !== undefined
        ? []
        : [{ kind: 'notReached', stepId: step.id } as const]),
      ...(outgoing.has(step.id) || step.kind === 'end' ? [] : [{ kind: 'leadsNowhere', stepId: step.id } as const]),
      ...(isActivity && step.takes.length === 0 ? [{ kind: 'nothingIn', stepId: step.id } as const] : []),
      ...(isActivity && step.gives.length === 0 ? [{ kind: 'nothingOut', stepId: step.id } as const] : []),
      ...(isActivity && step.gives.length > 0 ? brokenJoints(model, step, outgoing) : []),
    ];
  });
}

function brokenJoints(
  model: ProcessModel,
  step: ProcessStep,
  outgoing: ReadonlyMap<string, readonly { readonly to: string }[]>,
): readonly ChainGap[] {
  return nextActivities(model, step.id, outgoing)
    .filter((next) => next.takes.length > 0 && !next.takes.some((id) => step.gives.includes(id)))
    .map((next) => ({
      kind: 'noCommonObject',
      from: step.id,
      to: next.id,
      gives: objectNames(model, step, 'out'),
      takes: objectNames(model, next, 'in'),
    }));
}

/** The activities that come next, past decisions and events. */
function nextActivities(
  model: ProcessModel,
  stepId: string,
  outgoing: ReadonlyMap<string, readonly { readonly to: string }[]>,
): readonly ProcessStep[] {
  const found: ProcessStep[] = [];
  const seen = new Set([stepId]);
  const waiting = (outgoing.get(stepId) ?? []).map(({ to }) => to);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const step = stepOf(model, id);
    if (step === undefined) continue;
    if (activityKinds.has(step.kind)) found.push(step);
    else waiting.push(...(outgoing.get(id) ?? []).map(({ to }) => to));
  }
  return found;
}
