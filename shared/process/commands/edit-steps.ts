import { activityKinds, flowsFrom, flowsTo, stepOf } from '../process-model.ts';
import type { ProcessFlow, ProcessModel, ProcessStep, StepKind } from '../process-model.ts';
import type { Executed, Place, ProcessCommand } from './command.ts';
import { bridged, done, isTaken, leadThrough, openingAt, refused } from './edit-flows.ts';
import type { Opening } from './edit-flows.ts';
import { withoutUnusedObjects } from './edit-objects.ts';

type Command<Kind extends ProcessCommand['kind']> = Extract<ProcessCommand, { readonly kind: Kind }>;

export function addStep(model: ProcessModel, command: Command<'addStep'>): Executed {
  if (isTaken(model, command.id) || isTaken(model, command.flowId)) return refused('idTaken');
  const opening = openingAt(model, command.place);
  if (typeof opening === 'string') return refused(opening);
  const step = newStep(model, opening, { ...command, kind: command.stepKind });
  const added = { ...model, steps: [...model.steps, step] };
  // Nothing leads into a start or on from an end: they stand by themselves until somebody connects them.
  const stands = command.stepKind === 'start' || command.stepKind === 'end';
  return done(stands ? added : leadThrough(added, opening, step.id, command.flowId));
}

export function addDecision(model: ProcessModel, command: Command<'addDecision'>): Executed {
  const ids = [command.id, command.flowId, ...command.branches.map(({ flowId }) => flowId)];
  if (ids.some((id) => isTaken(model, id)) || new Set(ids).size < ids.length) return refused('idTaken');
  const opening = openingAt(model, command.place);
  if (typeof opening === 'string') return refused(opening);
  const step = newStep(model, opening, { ...command, kind: 'decision' });
  const added = leadThrough({ ...model, steps: [...model.steps, step] }, opening, step.id, command.flowId);
  const on = flowsFrom(added, step.id)[0];
  const branches: readonly ProcessFlow[] = command.branches.map(({ flowId, label }) => ({
    id: flowId,
    from: step.id,
    to: on?.to ?? '',
    label,
  }));
  if (on === undefined || branches.length === 0) return done(added);
  // The branches take the place of the one way on.
  const flows = added.flows.flatMap((flow): readonly ProcessFlow[] => (flow.id === on.id ? branches : [flow]));
  return done({ ...added, flows });
}

export function addBranch(model: ProcessModel, command: Command<'addBranch'>): Executed {
  const decision = stepOf(model, command.decisionId);
  if (decision === undefined || stepOf(model, command.to) === undefined) return refused('noSuchStep');
  if (decision.kind !== 'decision' && decision.kind !== 'parallel') return refused('notADecision');
  if (isTaken(model, command.flowId)) return refused('idTaken');
  const { flowId: id, decisionId: from, to, label } = command;
  return done({ ...model, flows: [...model.flows, { id, from, to, label }] });
}

export function deleteStep(model: ProcessModel, id: string): Executed {
  if (stepOf(model, id) === undefined) return refused('noSuchStep');
  // Events on its edge go with it.
  const gone = model.steps.filter((step) => step.id === id || step.attachedTo === id);
  return done(
    withoutUnusedObjects(
      gone.reduce<ProcessModel>(
        (left, step) => ({
          ...left,
          flows: bridged(left, step.id),
          steps: left.steps.filter((one) => one !== step),
        }),
        model,
      ),
      gone.flatMap(({ takes, gives }) => [...takes, ...gives]),
    ),
  );
}

export function moveStep(model: ProcessModel, command: Command<'moveStep'>): Executed {
  const step = stepOf(model, command.id);
  if (step === undefined) return refused('noSuchStep');
  if (step.kind === 'start' || step.kind === 'end') return refused('wrongDirection');
  if ('stepId' in command.place && command.place.stepId === step.id) return done(model);
  const lifted = { ...model, flows: bridged(model, step.id) };
  const opening = openingAt(lifted, command.place, step.id);
  if (typeof opening === 'string') return refused(opening);
  // The flow that led on from the step is free again, and with it its id.
  const freed = flowsFrom(model, step.id).find(({ id }) => !isTaken(lifted, id))?.id;
  if (freed === undefined && isTaken(model, command.flowId)) return refused('idTaken');
  const { bounds: _, ...loose } = step;
  const placed = { ...lifted, steps: lifted.steps.map((one) => (one === step ? loose : one)) };
  return done(leadThrough(placed, opening, step.id, freed ?? command.flowId));
}

/** Past its neighbour in the list: along the flow where the two follow upon each other, else into the neighbour's branch. */
export function moveStepBy(model: ProcessModel, { id, by }: Command<'moveStepBy'>): Executed {
  const index = model.steps.findIndex((step) => step.id === id);
  const step = model.steps[index];
  const neighbour = model.steps[index + by];
  if (step === undefined) return refused('noSuchStep');
  if (index + by < 0 || neighbour === undefined) return refused('atTheEdge');
  const place = placePast(model, step, neighbour, by);
  if (place === undefined) return refused('atTheEdge');
  const flowId = flowsFrom(model, id)[0]?.id ?? flowsTo(model, id)[0]?.id ?? id;
  return moveStep(model, { kind: 'moveStep', id, place, flowId });
}

function placePast(model: ProcessModel, step: ProcessStep, neighbour: ProcessStep, by: 1 | -1): Place | undefined {
  const [first, second] = by === 1 ? [step, neighbour] : [neighbour, step];
  const areLinked = model.flows.some(({ from, to }) => from === first.id && to === second.id);
  const before = flowsTo(model, neighbour.id).find(({ from }) => from !== step.id);
  const ahead: Place | undefined = before && { kind: 'onFlow', flowId: before.id };
  if (by === -1) return areLinked ? ahead : { kind: 'after', stepId: neighbour.id };
  if (!areLinked) return ahead;
  return neighbour.kind === 'end' ? undefined : { kind: 'after', stepId: neighbour.id };
}

export function splitStep(model: ProcessModel, command: Command<'splitStep'>): Executed {
  const step = stepOf(model, command.id);
  if (step === undefined) return refused('noSuchStep');
  if (!activityKinds.has(step.kind)) return refused('notAnActivity');
  const { object } = command;
  const made = [command.newId, command.flowId, ...(object === undefined ? [] : [object.id])];
  if (made.some((id) => isTaken(model, id))) return refused('idTaken');
  const [firstName, secondName] = command.names;
  const between = object === undefined ? [] : [object.id];
  const first: ProcessStep = { ...step, name: firstName, gives: between };
  const second: ProcessStep = {
    id: command.newId,
    kind: 'activity',
    name: secondName,
    ...(command.newActivityId !== undefined && { activityId: command.newActivityId }),
    ...(step.roleId !== undefined && { roleId: step.roleId }),
    ...(step.details?.responsible !== undefined && { details: { responsible: step.details.responsible } }),
    takes: between,
    gives: step.gives,
  };
  return done({
    ...model,
    steps: model.steps.flatMap((one) => (one === step ? [first, second] : [one])),
    flows: [
      ...model.flows.map((flow) => {
        if (flow.from !== step.id) return flow;
        const { waypoints: _, ...rest } = flow;
        return { ...rest, from: second.id };
      }),
      { id: command.flowId, from: first.id, to: second.id },
    ],
    objects: object === undefined ? model.objects : [...model.objects, object],
  });
}

/** Changes one step; `undefined` refuses. */
export function withStep(
  model: ProcessModel,
  id: string,
  change: (step: ProcessStep) => ProcessStep | 'notAnActivity' | 'wrongDirection',
): Executed {
  const step = stepOf(model, id);
  if (step === undefined) return refused('noSuchStep');
  const changed = change(step);
  if (typeof changed === 'string') return refused(changed);
  return done({ ...model, steps: model.steps.map((one) => (one === step ? changed : one)) });
}

/** Only kinds that can stand in the same place: an activity for a sub-process, a decision for a parallel gateway. */
export function setStepKind(model: ProcessModel, id: string, kind: StepKind): Executed {
  return withStep(model, id, (step) => {
    if (activityKinds.has(step.kind) !== activityKinds.has(kind)) return 'notAnActivity';
    if ((step.kind === 'start' || step.kind === 'end' || kind === 'start' || kind === 'end') && step.kind !== kind)
      return 'wrongDirection';
    const { bpmnType: _, ...plain } = step;
    return step.kind === kind ? step : { ...plain, kind };
  });
}

export function setDetails(model: ProcessModel, { id, details }: Command<'setDetails'>): Executed {
  return withStep(model, id, (step) => {
    if (!activityKinds.has(step.kind)) return 'notAnActivity';
    const merged = Object.entries({ ...step.details, ...details }).filter(([, value]) => !isEmpty(value));
    return { ...step, details: Object.fromEntries(merged) };
  });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function newStep(
  model: ProcessModel,
  { flow, after, before }: Opening,
  given: {
    readonly id: string;
    readonly kind: StepKind;
    readonly name: string;
    readonly roleId?: string;
    readonly activityId?: string;
  },
): ProcessStep {
  const ahead = before && flowsTo(model, before.id).map(({ from }) => stepOf(model, from))[0];
  const neighbour =
    after ?? ahead ?? before ?? (flow === undefined ? undefined : (stepOf(model, flow.from) ?? stepOf(model, flow.to)));
  const roleId = given.roleId ?? neighbour?.roleId ?? model.roles[0]?.id;
  return {
    id: given.id,
    kind: given.kind,
    name: given.name,
    ...(given.activityId !== undefined && { activityId: given.activityId }),
    ...(roleId !== undefined && { roleId }),
    takes: [],
    gives: [],
  };
}
