import { flowsFrom, flowsTo, stepOf } from '../process-model.ts';
import type { ProcessFlow, ProcessModel, ProcessStep } from '../process-model.ts';
import type { CommandRefusal, Executed, Place } from './command.ts';

export function done(model: ProcessModel): Executed {
  return { kind: 'done', model };
}

export function refused(why: CommandRefusal): Executed {
  return { kind: 'refused', why };
}

/** Whether an id stands for anything in the model already. */
export function isTaken(model: ProcessModel, id: string): boolean {
  return [model.roles, model.steps, model.flows, model.objects].some((list) => list.some((one) => one.id === id));
}

/** The flow with other ends; where it ran is no longer known. */
function redirected(
  { waypoints: _, ...flow }: ProcessFlow,
  ends: Partial<Pick<ProcessFlow, 'from' | 'to'>>,
): ProcessFlow {
  return { ...flow, ...ends };
}

export function connect(model: ProcessModel, flow: ProcessFlow): Executed {
  const from = stepOf(model, flow.from);
  const to = stepOf(model, flow.to);
  if (from === undefined || to === undefined) return refused('noSuchStep');
  if (isTaken(model, flow.id)) return refused('idTaken');
  if (from === to) return refused('toItself');
  if (from.kind === 'end' || to.kind === 'start') return refused('wrongDirection');
  // Several answers of a decision may lead to the same step.
  const twice = from.kind !== 'decision' && model.flows.some((one) => one.from === flow.from && one.to === flow.to);
  return twice ? refused('alreadyConnected') : done({ ...model, flows: [...model.flows, flow] });
}

export function disconnect(model: ProcessModel, flowId: string): Executed {
  const flows = model.flows.filter(({ id }) => id !== flowId);
  return flows.length === model.flows.length ? refused('noSuchFlow') : done({ ...model, flows });
}

export function leadFlow(model: ProcessModel, flowId: string, toId: string): Executed {
  const flow = model.flows.find(({ id }) => id === flowId);
  if (flow === undefined) return refused('noSuchFlow');
  if (flow.to === toId) return done(model);
  const to = stepOf(model, toId);
  if (to === undefined) return refused('noSuchStep');
  if (flow.from === toId) return refused('toItself');
  if (to.kind === 'start') return refused('wrongDirection');
  const isChoice = stepOf(model, flow.from)?.kind === 'decision';
  if (!isChoice && model.flows.some(({ from, to: end }) => from === flow.from && end === toId)) {
    return refused('alreadyConnected');
  }
  return done({ ...model, flows: model.flows.map((one) => (one === flow ? redirected(flow, { to: toId }) : one)) });
}

/** Where the flow goes through a new step; `undefined`: nothing says, and the step stands by itself. */
export interface Opening {
  /** The flow that the step divides. */
  readonly flow?: ProcessFlow;
  /** The step that it follows upon, where no flow leads on from there. */
  readonly after?: ProcessStep;
  /** The step that it comes before: all that led there leads to the new one. */
  readonly before?: ProcessStep;
}

/** Finds the opening at a place, for a new step or for `moved`; a refusal where the place does not exist. */
export function openingAt(model: ProcessModel, place: Place, moved?: string): Opening | CommandRefusal {
  switch (place.kind) {
    case 'onFlow': {
      const flow = model.flows.find(({ id }) => id === place.flowId);
      return flow === undefined ? 'noSuchFlow' : { flow };
    }
    case 'after': {
      const step = stepOf(model, place.stepId);
      return step === undefined ? 'noSuchStep' : openingAfter(model, step);
    }
    case 'before': {
      const step = stepOf(model, place.stepId);
      if (step === undefined) return 'noSuchStep';
      return step.kind === 'start' ? 'wrongDirection' : { before: step };
    }
    case 'last': {
      const last = model.steps.findLast(
        ({ id, kind, attachedTo }) => id !== moved && kind !== 'end' && attachedTo === undefined,
      );
      return last === undefined ? {} : openingAfter(model, last);
    }
  }
}

/** After an end there is nothing: what is put there comes before it. */
function openingAfter(model: ProcessModel, step: ProcessStep): Opening {
  const flow = step.kind === 'end' ? flowsTo(model, step.id)[0] : flowsFrom(model, step.id)[0];
  if (flow !== undefined) return { flow };
  return step.kind === 'end' ? {} : { after: step };
}

/** Leads the flow at an opening through a step that is in the model; the way in keeps the flow's id and label. */
export function leadThrough(model: ProcessModel, opening: Opening, stepId: string, flowId: string): ProcessModel {
  const { flow, after, before } = opening;
  if (before !== undefined) {
    const flows = model.flows.map((one) => (one.to === before.id ? redirected(one, { to: stepId }) : one));
    return { ...model, flows: [...flows, { id: flowId, from: stepId, to: before.id }] };
  }
  if (after !== undefined) return { ...model, flows: [...model.flows, { id: flowId, from: after.id, to: stepId }] };
  if (flow === undefined) return model;
  const flows = model.flows.flatMap((one) =>
    one.id === flow.id ? [redirected(one, { to: stepId }), { id: flowId, from: stepId, to: flow.to }] : [one],
  );
  return { ...model, flows };
}

/**
 * The model's flows with a step bridged over: what led to it leads to what it led to. Where it had several ways on (a
 * decision), those that would be lost begin at what led to it. Nothing comes to lead to itself, or twice to the same.
 */
export function bridged(model: ProcessModel, stepId: string): readonly ProcessFlow[] {
  const [first, ...others] = flowsFrom(model, stepId).filter(({ to }) => to !== stepId);
  const before = flowsTo(model, stepId).find(({ from }) => from !== stepId);
  const kept = model.flows.flatMap((flow): readonly ProcessFlow[] => {
    if (flow.to === stepId && flow.from !== stepId) {
      return first === undefined || flow.from === first.to ? [] : [redirected(flow, { to: first.to })];
    }
    if (flow.from !== stepId) return [flow];
    return others.includes(flow) && before !== undefined && flow.to !== before.from
      ? [redirected(flow, { from: before.from })]
      : [];
  });
  return kept.filter((flow, index) => !isRepeated(model, kept, flow, index));
}

function isRepeated(model: ProcessModel, flows: readonly ProcessFlow[], flow: ProcessFlow, index: number): boolean {
  if (stepOf(model, flow.from)?.kind === 'decision') return false;
  return flows.findIndex(({ from, to }) => from === flow.from && to === flow.to) < index;
}
