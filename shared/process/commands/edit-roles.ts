import type { ProcessModel, ProcessRole } from '../process-model.ts';
import type { Executed, ProcessCommand } from './command.ts';
import { done, isTaken, refused } from './edit-flows.ts';

type Command<Kind extends ProcessCommand['kind']> = Extract<ProcessCommand, { readonly kind: Kind }>;

export function addRole(model: ProcessModel, { id, name, index }: Command<'addRole'>): Executed {
  if (isTaken(model, id)) return refused('idTaken');
  const roles = model.roles.toSpliced(index ?? model.roles.length, 0, { id, name });
  // The first role performs what nobody performed yet.
  const steps = model.roles.length === 0 ? model.steps.map((step) => ({ ...step, roleId: id })) : model.steps;
  return done({ ...model, roles, steps });
}

export function renameRole(model: ProcessModel, { id, name }: Command<'renameRole'>): Executed {
  return withRole(model, id, (role) => model.roles.map((one) => (one === role ? { ...one, name } : one)));
}

export function moveRole(model: ProcessModel, { id, by }: Command<'moveRole'>): Executed {
  const index = model.roles.findIndex((role) => role.id === id);
  if (index + by < 0 || index + by >= model.roles.length) return refused(index === -1 ? 'noSuchRole' : 'atTheEdge');
  return withRole(model, id, (role) => model.roles.toSpliced(index, 1).toSpliced(index + by, 0, role));
}

export function deleteRole(model: ProcessModel, { id, to }: Command<'deleteRole'>): Executed {
  const heir = model.roles.find((role) => (to === undefined ? role.id !== id : role.id === to && to !== id));
  if (to !== undefined && heir === undefined) return refused('noSuchRole');
  const deleted = withRole(model, id, (role) => model.roles.filter((one) => one !== role));
  if (deleted.kind === 'refused') return deleted;
  const steps = model.steps.map((step) => {
    if (step.roleId !== id) return step;
    const { roleId: _, bounds: __, ...loose } = step;
    return heir === undefined ? loose : { ...loose, roleId: heir.id };
  });
  return done({ ...deleted.model, steps });
}

function withRole(model: ProcessModel, id: string, change: (role: ProcessRole) => readonly ProcessRole[]): Executed {
  const role = model.roles.find((one) => one.id === id);
  return role === undefined ? refused('noSuchRole') : done({ ...model, roles: change(role) });
}
