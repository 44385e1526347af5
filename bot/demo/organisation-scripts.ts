import { demoId } from './demo-id.ts';
import { demoGoals } from './demo-goals.ts';
import { demoStaff } from './demo-staff.ts';
import { demoUnits } from './demo-units.ts';
import type { RecordScript } from './record-script.ts';

/** The organisation, entered by the app itself, parents before children. */
export function unitScripts(at: Date): readonly RecordScript[] {
  return demoUnits.map(({ key, parent, fields }) => ({
    kind: 'organisationalUnit',
    id: unitId(key),
    acts: [
      {
        kind: 'create',
        at,
        by: 'system',
        input: { fields: parent === undefined ? fields : { ...fields, parent: unitId(parent) } },
      },
    ],
  }));
}

/** Who has which role where, entered by the app itself. */
export function roleScripts(at: Date): readonly RecordScript[] {
  return demoStaff.flatMap(({ key, id, name, roles }) =>
    roles.map(({ role, unit }): RecordScript => ({
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
    })),
  );
}

/** The goals that council and board have decided; nobody takes them through the plan's steps here. */
export function goalScripts(at: Date, year: number): readonly RecordScript[] {
  return demoGoals.map(({ key, parent, level, code, text, need }, index) => ({
    kind: 'goal',
    id: goalId(key),
    acts: [
      {
        kind: 'create',
        at,
        by: 'system',
        input: {
          status: 'adopted',
          fields: {
            level,
            code,
            text,
            order: index + 1,
            ...(level === 'boardGoal' ? { period: 'year', year } : { period: 'mandate' }),
            ...(parent !== undefined && { parent: goalId(parent) }),
            ...(need !== undefined && { targetGroupNeed: need }),
          },
        },
      },
    ],
  }));
}

export function unitId(key: string): string {
  return demoId('unit', key);
}

export function goalId(key: string): string {
  return demoId('goal', key);
}
