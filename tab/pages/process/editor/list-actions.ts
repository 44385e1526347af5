/** What a person does in the list, as commands. Pure: ids come from `newId`, which never gives the same twice. */
import type { ProcessCommand } from '../../../../shared/process/commands/command.ts';
import { executeCommand } from '../../../../shared/process/commands/execute-command.ts';
import { activityKinds, flowsFrom, objectNames, stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel, ProcessStep } from '../../../../shared/process/process-model.ts';

export type NewId = (kind: 'Activity' | 'Decision' | 'Flow' | 'Lane' | 'Object') => string;

/** A command, and the step or flow whose row it is about afterwards. */
export interface ListAction {
  readonly command: ProcessCommand;
  readonly rowId: string;
}

type Place = Extract<ProcessCommand, { readonly kind: 'addStep' }>['place'];

/** After a row of the list: after the step, first in a branch, or before an end (where all that leads there meets). */
function placeAfter(model: ProcessModel, rowId: string | undefined): Place {
  if (model.flows.some(({ id }) => id === rowId)) return { kind: 'onFlow', flowId: rowId ?? '' };
  const step = rowId === undefined ? undefined : stepOf(model, rowId);
  if (step !== undefined && step.kind !== 'end') return { kind: 'after', stepId: step.id };
  const end = step ?? model.steps.findLast(({ kind }) => kind === 'end');
  return end === undefined ? { kind: 'last' } : { kind: 'before', stepId: end.id };
}

/** A new activity. It takes what the one before gives (R61). Without a row it comes last. */
export function addActivity(model: ProcessModel, rowId: string | undefined, newId: NewId): ListAction {
  const id = newId('Activity');
  const add: ProcessCommand = {
    kind: 'addStep',
    id,
    stepKind: 'activity',
    name: '',
    place: placeAfter(model, rowId),
    flowId: newId('Flow'),
  };
  const before = rowId === undefined ? undefined : stepOf(model, rowId);
  const given = before === undefined ? [] : objectNames(model, before, 'out');
  if (given.length === 0) return { command: add, rowId: id };
  const take: ProcessCommand = { kind: 'setObjects', id, side: 'in', names: given, newIds: [] };
  return { command: { kind: 'several', commands: [add, take] }, rowId: id };
}

export function addDecision(
  model: ProcessModel,
  rowId: string | undefined,
  answers: readonly string[],
  newId: NewId,
): ListAction {
  const id = newId('Decision');
  return {
    rowId: id,
    command: {
      kind: 'addDecision',
      id,
      name: '',
      place: placeAfter(model, rowId),
      flowId: newId('Flow'),
      branches: answers.map((label) => ({ flowId: newId('Flow'), label })),
    },
  };
}

/** One more answer; it leads to where the last one leads. */
export function addBranch(
  model: ProcessModel,
  decisionId: string,
  label: string,
  newId: NewId,
): ListAction | undefined {
  const to = flowsFrom(model, decisionId).at(-1)?.to ?? model.steps.findLast(({ kind }) => kind === 'end')?.id;
  if (to === undefined) return undefined;
  const flowId = newId('Flow');
  return { rowId: flowId, command: { kind: 'addBranch', decisionId, flowId, label, to } };
}

/** Something new after a step in the drawing. A decision gets one more answer for it, which leads on to where the last does. */
export function appendStep(
  model: ProcessModel,
  stepId: string,
  what: 'activity' | 'decision',
  answers: readonly string[],
  newId: NewId,
): ListAction {
  const isDecision = stepOf(model, stepId)?.kind === 'decision';
  const branch = isDecision ? addBranch(model, stepId, '', newId) : undefined;
  const branched = branch === undefined ? undefined : executeCommand(model, branch.command);
  const [ground, rowId] = branch && branched?.kind === 'done' ? [branched.model, branch.rowId] : [model, stepId];
  const added = what === 'activity' ? addActivity(ground, rowId, newId) : addDecision(ground, rowId, answers, newId);
  if (branch === undefined || ground === model) return added;
  return { rowId: added.rowId, command: { kind: 'several', commands: [branch.command, added.command] } };
}

/** The part of the name before the place of the cursor stays; the rest becomes the next activity. */
export function splitActivity(step: ProcessStep, at: number, newId: NewId): ListAction {
  const id = newId('Activity');
  const names = [step.name.slice(0, at).trim(), step.name.slice(at).trim()] as const;
  return {
    rowId: id,
    command: {
      kind: 'splitStep',
      id: step.id,
      newId: id,
      names,
      flowId: newId('Flow'),
    },
  };
}

/** Several names in one text, by semicolon. */
export function readNames(text: string): readonly string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function setObjects(step: ProcessStep, side: 'in' | 'out', text: string, newId: NewId): ProcessCommand {
  const names = readNames(text);
  return { kind: 'setObjects', id: step.id, side, names, newIds: names.map(() => newId('Object')) };
}

/** Where a step goes on to; without a way on one is made, and with none chosen the way is taken away. */
export function leadOn(model: ProcessModel, stepId: string, to: string, newId: NewId): ProcessCommand | undefined {
  const way = flowsFrom(model, stepId)[0];
  if (to === '') return way === undefined ? undefined : { kind: 'disconnect', flowId: way.id };
  if (way === undefined) return { kind: 'connect', flowId: newId('Flow'), from: stepId, to };
  return { kind: 'leadFlow', flowId: way.id, to };
}

/** A link to a process makes the activity a sub-process, and no link an activity again. */
export function linkSubProcess(step: ProcessStep, processId: string | undefined): ProcessCommand {
  return {
    kind: 'several',
    commands: [
      { kind: 'setStepKind', id: step.id, stepKind: processId === undefined ? 'activity' : 'subProcess' },
      { kind: 'setDetails', id: step.id, details: { subProcess: processId ?? null } },
    ],
  };
}

/** The activities, numbered as the list shows them. */
export function numbersOf(model: ProcessModel): ReadonlyMap<string, number> {
  const activities = model.steps.filter(({ kind }) => activityKinds.has(kind));
  return new Map(activities.map(({ id }, index) => [id, index + 1]));
}
