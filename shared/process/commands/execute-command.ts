import { inListOrder } from '../list-order.ts';
import type { ProcessModel } from '../process-model.ts';
import type { Executed, ProcessCommand } from './command.ts';
import { arrange, forgetLayout } from './edit-layout.ts';
import { connect, disconnect, done, leadFlow, refused } from './edit-flows.ts';
import { renameObject, setObjects } from './edit-objects.ts';
import { addRole, deleteRole, moveRole, renameRole } from './edit-roles.ts';
import {
  addBranch,
  addDecision,
  addStep,
  deleteStep,
  moveStep,
  moveStepBy,
  setDetails,
  setStepKind,
  splitStep,
  withStep,
} from './edit-steps.ts';

/** Carries a command out: the model after it with its steps in list order, or why nothing happens. Changes nothing in place. */
export function executeCommand(model: ProcessModel, command: ProcessCommand): Executed {
  const executed = carryOut(model, command);
  return executed.kind === 'done' ? done(inListOrder(executed.model)) : executed;
}

function carryOut(model: ProcessModel, command: ProcessCommand): Executed {
  switch (command.kind) {
    case 'addStep':
      return addStep(model, command);
    case 'addDecision':
      return addDecision(model, command);
    case 'addBranch':
      return addBranch(model, command);
    case 'deleteStep':
      return deleteStep(model, command.id);
    case 'moveStep':
      return moveStep(model, command);
    case 'moveStepBy':
      return moveStepBy(model, command);
    case 'splitStep':
      return splitStep(model, command);
    case 'renameStep':
      return withStep(model, command.id, (step) => ({ ...step, name: command.name }));
    case 'setStepKind':
      return setStepKind(model, command.id, command.stepKind);
    case 'setRole':
      return setRole(model, command.id, command.roleId);
    case 'setObjects':
      return setObjects(model, command);
    case 'setDetails':
      return setDetails(model, command);
    case 'addRole':
      return addRole(model, command);
    case 'renameRole':
      return renameRole(model, command);
    case 'moveRole':
      return moveRole(model, command);
    case 'deleteRole':
      return deleteRole(model, command);
    case 'connect': {
      const { flowId: id, from, to, label } = command;
      return connect(model, { id, from, to, ...(label !== undefined && { label }) });
    }
    case 'disconnect':
      return disconnect(model, command.flowId);
    case 'leadFlow':
      return leadFlow(model, command.flowId, command.to);
    case 'labelFlow':
      return labelFlow(model, command.flowId, command.label);
    case 'renameObject':
      return renameObject(model, command);
    case 'renameProcess':
      return done({ ...model, name: command.name });
    case 'arrange':
      return done(arrange(model, command));
    case 'tidy':
      return done(forgetLayout(model));
    case 'replace':
      return done(command.model);
    case 'several':
      return command.commands.reduce<Executed>(
        (so, one) => (so.kind === 'done' ? executeCommand(so.model, one) : so),
        done(model),
      );
  }
}

function setRole(model: ProcessModel, id: string, roleId: string): Executed {
  if (!model.roles.some((role) => role.id === roleId)) return refused('noSuchRole');
  return withStep(model, id, (step) => {
    if (step.roleId === roleId) return step;
    // It moves to another lane, so where it stood no longer holds.
    const { bounds: _, ...loose } = step;
    return { ...loose, roleId };
  });
}

function labelFlow(model: ProcessModel, flowId: string, label: string): Executed {
  if (!model.flows.some(({ id }) => id === flowId)) return refused('noSuchFlow');
  const flows = model.flows.map((flow) => {
    if (flow.id !== flowId) return flow;
    const { label: _, ...bare } = flow;
    return label === '' ? bare : { ...bare, label };
  });
  return done({ ...model, flows });
}
