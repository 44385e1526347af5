import type { ProcessModel } from './process-model.ts';

/** What a new process begins with: one role, and a start that leads to an end. Ids are made from `key`. */
export function newProcessModel(name: string, roleName: string, key: string): ProcessModel {
  const roleId = `Lane_${key}`;
  const start = { id: `Start_${key}`, kind: 'start', name: '', roleId, takes: [], gives: [] } as const;
  const end = { id: `End_${key}`, kind: 'end', name: '', roleId, takes: [], gives: [] } as const;
  return {
    id: `Process_${key}`,
    name,
    roles: [{ id: roleId, name: roleName }],
    steps: [start, end],
    flows: [{ id: `Flow_${key}`, from: start.id, to: end.id }],
    objects: [],
  };
}
