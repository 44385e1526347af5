/** A small process for tests: ansökan → utreda → beslut? → ja: bevilja / nej: avslå → meddela. */
import { executeCommand } from '../../../../shared/process/commands/execute-command.ts';
import type { ProcessCommand } from '../../../../shared/process/commands/command.ts';
import { newProcessModel } from '../../../../shared/process/new-model.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';

/** Carries commands out one after the other; one that is refused fails the test. */
export function after(model: ProcessModel, ...commands: readonly ProcessCommand[]): ProcessModel {
  return commands.reduce((before, command) => {
    const executed = executeCommand(before, command);
    if (executed.kind === 'refused') throw new Error(`${command.kind} was refused: ${executed.why}`);
    return executed.model;
  }, model);
}

export function add(id: string, name: string, after_?: string, roleId?: string): ProcessCommand {
  return {
    kind: 'addStep',
    id,
    stepKind: 'activity',
    name,
    activityId: `record-${id}`,
    ...(roleId !== undefined && { roleId }),
    place: after_ === undefined ? { kind: 'last' } : { kind: 'after', stepId: after_ },
    flowId: `to-${id}`,
  };
}

export const sampleProcess: ProcessModel = after(
  newProcessModel('Utreda och besluta', 'Handläggare', '1'),
  { kind: 'addRole', id: 'boss', name: 'Enhetschef' },
  add('investigate', 'Utreda'),
  {
    kind: 'addDecision',
    id: 'choice',
    name: 'Bevilja?',
    place: { kind: 'after', stepId: 'investigate' },
    flowId: 'to-choice',
    branches: [
      { flowId: 'yes', label: 'Ja' },
      { flowId: 'no', label: 'Nej' },
    ],
  },
  { ...add('grant', 'Bevilja'), place: { kind: 'onFlow', flowId: 'yes' } } as ProcessCommand,
  { ...add('refuse', 'Avslå', undefined, 'boss'), place: { kind: 'onFlow', flowId: 'no' } } as ProcessCommand,
  { kind: 'setObjects', id: 'investigate', side: 'in', names: ['Ansökan'], newIds: ['o1'] },
  { kind: 'setObjects', id: 'investigate', side: 'out', names: ['Underlag'], newIds: ['o2'] },
  { kind: 'setObjects', id: 'grant', side: 'in', names: ['underlag'], newIds: [] },
);
