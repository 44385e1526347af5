import { inListOrder } from '../../shared/process/list-order.ts';
import type { ProcessFlow, ProcessModel, ProcessStep } from '../../shared/process/process-model.ts';
import type { DemoActivity, DemoDecision, DemoProcess } from './demo-types.ts';
import { documentId } from './documents/document-scripts.ts';
import { activityId, processId } from './process-ids.ts';

/** A process of the demo as the editor would have made it: roles, steps, flows and objects, without a place. */
export function processModelOf(process: DemoProcess): ProcessModel {
  const { key, fields, steps } = process;
  const roleNames = [...new Set(steps.filter(isActivity).map(({ role }) => role))];
  const objectNames = [...new Set([process.objectIn, ...steps.filter(isActivity).map(({ gives }) => gives)])];
  const roleIds = new Map(roleNames.map((name, index) => [name, `Lane_${key}_${index + 1}`]));
  const objectIds = new Map(objectNames.map((name, index) => [name, `Object_${key}_${index + 1}`]));
  const idOf = (step: string): string => (step === 'end' ? `End_${key}` : `Step_${key}_${step}`);
  const roleAt = (index: number): { readonly roleId?: string } => {
    const near = [...steps.slice(0, index + 1).toReversed(), ...steps].find(isActivity);
    const roleId = roleIds.get(near?.role ?? '');
    return roleId === undefined ? {} : { roleId };
  };
  const objectsOf = (names: readonly string[]): readonly string[] => names.flatMap((name) => objectIds.get(name) ?? []);

  const shown = steps.map((step, index): ProcessStep => {
    const place = { id: idOf(step.key), ...roleAt(index) };
    if (!isActivity(step)) return { ...place, kind: 'decision', name: step.decision, takes: [], gives: [] };
    const before = steps.slice(0, index).findLast(isActivity);
    return {
      ...place,
      kind: step.subProcess === undefined ? 'activity' : 'subProcess',
      name: step.name,
      activityId: activityId(key, step.key),
      takes: objectsOf(step.takes ?? [before?.gives ?? process.objectIn]),
      gives: objectsOf([step.gives]),
      details: {
        responsible: step.responsible,
        description: step.description,
        ...(step.consulted !== undefined && { consulted: step.consulted }),
        ...(step.informed !== undefined && { informed: step.informed }),
        ...(step.routine === undefined && { routineNotNeeded: true }),
        ...(typeof step.routine === 'string' && { routine: documentId(step.routine) }),
        ...(step.subProcess !== undefined && { subProcess: processId(step.subProcess) }),
      },
    };
  });
  const event = { takes: [], gives: [] } as const;
  return inListOrder({
    id: `Process_${key}`,
    name: fields.name ?? '',
    roles: [...roleIds].map(([name, id]) => ({ id, name })),
    steps: [
      { ...event, id: `Start_${key}`, kind: 'start', name: fields.start ?? '', ...roleAt(0) },
      ...shown,
      { ...event, id: idOf('end'), kind: 'end', name: fields.end ?? '', ...roleAt(steps.length - 1) },
    ],
    flows: flowsOf(process, idOf),
    objects: [...objectIds].map(([name, id]) => ({ id, name })),
  });
}

function flowsOf({ key, steps }: DemoProcess, idOf: (step: string) => string): readonly ProcessFlow[] {
  const first = steps[0]?.key ?? 'end';
  return [
    { id: `Flow_${key}_start`, from: `Start_${key}`, to: idOf(first) },
    ...steps.flatMap((step, index): readonly ProcessFlow[] => {
      const following = steps[index + 1]?.key ?? 'end';
      const flow = { id: `Flow_${key}_${step.key}`, from: idOf(step.key) };
      if (isActivity(step)) return [{ ...flow, to: idOf(step.next ?? following) }];
      return [
        { ...flow, to: idOf(following), label: step.onward },
        { ...flow, id: `${flow.id}_else`, to: idOf(step.to), label: step.elsewhere },
      ];
    }),
  ];
}

function isActivity(step: DemoActivity | DemoDecision): step is DemoActivity {
  return 'role' in step;
}
