import { personOf } from '../../bot/demo/demo-staff.ts';
import { demoId } from '../../bot/demo/demo-id.ts';
import { unitId } from '../../bot/demo/organisation-scripts.ts';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { newProcessModel } from '../../shared/process/new-model.ts';
import type { ProcessModel, ProcessStep } from '../../shared/process/process-model.ts';
import type { RunningService } from '../support/start-service.ts';

/** A process of so many activities in four roles, with a decision after every tenth; its id. */
export async function createLargeProcess({ records }: RunningService, count: number): Promise<string> {
  const person = personOf('annika');
  const caller = {
    boardId: demoBoard.id,
    actor: await records.actorOf(demoBoard.id, person.id),
    via: 'tab',
    language: 'sv',
  } as const;
  const id = demoId('large-process', String(count));
  const created = await records.create(caller, 'process', {
    id,
    unitId: unitId('ekliden'),
    fields: { name: `Stor process, ${count} aktiviteter`, processType: 'main', level: 'unit' },
  });
  if (created.kind !== 'ok') throw new Error(created.kind);
  const saved = await records.processes.save(caller, id, {
    baseVersion: 0,
    baseRevision: created.value.revision,
    fields: {},
    model: largeModel(count),
  });
  if (saved.kind !== 'ok') throw new Error(saved.kind);
  return id;
}

function largeModel(count: number): ProcessModel {
  const base = newProcessModel('Stor process', 'Roll 1', 'stor');
  const [start, end] = base.steps;
  if (start === undefined || end === undefined) throw new Error('no start or end');
  const roles = [1, 2, 3, 4].map((number) => ({ id: `Role_${number}`, name: `Roll ${number}` }));
  const roleId = (index: number): string => `Role_${(Math.floor(index / 5) % 4) + 1}`;
  const middle = Array.from({ length: count }, (_, index): readonly ProcessStep[] => {
    const activity = {
      id: `Task_${index}`,
      kind: 'activity',
      name: `Aktivitet nummer ${index + 1}`,
      roleId: roleId(index),
      takes: [],
      gives: [],
    } as const;
    const decision = { ...activity, id: `Choice_${index}`, kind: 'decision', name: 'Går det?' } as const;
    return index % 10 === 9 ? [activity, decision] : [activity];
  }).flat();
  const steps = [{ ...start, roleId: 'Role_1' }, ...middle, { ...end, roleId: roleId(count - 1) }];
  const flows = steps
    .slice(1)
    .map((step, index) => ({ id: `Flow_${index}`, from: steps[index]?.id ?? '', to: step.id }));
  const back = steps.flatMap((step, index) =>
    step.kind === 'decision'
      ? [{ id: `Back_${index}`, from: step.id, to: steps[index - 3]?.id ?? '', label: 'Nej' }]
      : [],
  );
  return { ...base, roles, steps, flows: [...flows, ...back] };
}
