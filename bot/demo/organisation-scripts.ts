import { demoId } from './demo-id.ts';
import { demoGoals } from './demo-goals.ts';
import { demoStaff } from './demo-staff.ts';
import { demoUnits } from './demo-units.ts';
import type { RecordScript } from './record-script.ts';

/** Units, roles and the goals that council and board have decided: entered by the app itself. */
export function organisationScripts(at: Date, year: number): readonly RecordScript[] {
  return [...demoUnits.map(unitScript), ...demoStaff.flatMap(roleScripts), ...demoGoals.map(goalScript)];

  function unitScript({ key, parent, fields }: (typeof demoUnits)[number]): RecordScript {
    const placed = parent === undefined ? fields : { ...fields, parent: unitId(parent) };
    return {
      kind: 'organisationalUnit',
      id: unitId(key),
      acts: [{ kind: 'create', at, by: 'system', input: { fields: placed } }],
    };
  }

  function roleScripts({ key, id, name, roles }: (typeof demoStaff)[number]): readonly RecordScript[] {
    return roles.map(({ role, unit }) => ({
      kind: 'roleAssignment',
      id: demoId('role', key, role, unit ?? 'board'),
      acts: [
        {
          kind: 'create',
          at,
          by: 'system',
          input: { ...(unit !== undefined && { unitId: unitId(unit) }), fields: { person: { id, name }, role } },
        },
      ],
    }));
  }

  function goalScript(goal: (typeof demoGoals)[number], index: number): RecordScript {
    const ofTheYear = goal.level === 'boardGoal';
    return {
      kind: 'goal',
      id: goalId(goal.key),
      acts: [
        {
          kind: 'create',
          at,
          by: 'system',
          input: {
            status: 'adopted',
            fields: {
              level: goal.level,
              code: goal.code,
              text: goal.text,
              order: index + 1,
              period: ofTheYear ? 'year' : 'mandate',
              ...(ofTheYear && { year }),
              ...(goal.parent !== undefined && { parent: goalId(goal.parent) }),
              ...(goal.need !== undefined && { targetGroupNeed: goal.need }),
            },
          },
        },
      ],
    };
  }
}

export function unitId(key: string): string {
  return demoId('unit', key);
}

export function goalId(key: string): string {
  return demoId('goal', key);
}
