import { AppError } from '../../shared/errors.ts';
import { demoCommitments } from './commitments/demo-commitments.ts';
import { demoId } from './demo-id.ts';
import { demoStaff } from './demo-staff.ts';
import type { DemoCommitment } from './demo-types.ts';
import { documentId, documentsOfCommitments } from './documents/document-scripts.ts';
import { demoUnits } from './demo-units.ts';
import { goalId, unitId } from './organisation-scripts.ts';
import { processId } from './process-ids.ts';
import { demoProcesses } from './processes/demo-processes.ts';
import type { RecordScript, ScriptedAct } from './record-script.ts';
import { swedishDay, swedishInstant } from './swedish-time.ts';

/**
 * The commitments with their expected results and indicators. What is adopted was so a quarter of a year ago; what is
 * still on its way was begun this month. A bundle for each commitment: its records need each other.
 */
export function planScripts(now: Date, year: number): readonly (readonly RecordScript[])[] {
  return demoCommitments.map((commitment, index) => scriptsOf(commitment, index, now, year));
}

const daysAgo = {
  adopted: { created: 150, submitted: 120, judged: 110, adopted: 95 },
  onItsWay: { created: 26, submitted: 12, judged: 5, adopted: 1 },
} as const;

function scriptsOf(commitment: DemoCommitment, index: number, now: Date, year: number): readonly RecordScript[] {
  const { key, unit, fields, author, reaches } = commitment;
  const days = reaches === 'adopted' ? daysAgo.adopted : daysAgo.onItsWay;
  // A minute apart, in the order of the plan.
  const at = (before: number, minute = 0): Date =>
    new Date(swedishInstant(now, before, '09:30').getTime() + (index * 4 + minute) * 60_000);
  const manager = { staff: withRole('unitManager', unit) };
  const commitmentId = demoId('commitment', key);
  const indicatorId = demoId('indicator', key);
  const place = { unitId: unitId(unit) };

  const create: ScriptedAct = {
    kind: 'create',
    at: at(days.created, 1),
    by: { staff: author },
    input: {
      ...place,
      fields: {
        ...fields,
        goal: goalId(commitment.goal),
        ...documentsOf(key),
        year,
        ...processesOf(key),
        resourceUse: commitment.resources.map(([resourceKind, plan, measure]) => ({
          id: demoId('resource', key, resourceKind),
          resourceKind,
          plan,
          measure,
        })),
      },
    },
  };
  return [
    {
      kind: 'indicator',
      id: indicatorId,
      acts: [{ kind: 'create', at: at(days.created), by: manager, input: { ...place, fields: commitment.indicator } }],
    },
    { kind: 'commitment', id: commitmentId, acts: [create, ...stepsOf(commitment, manager, at, days)] },
    {
      kind: 'expectedResult',
      id: demoId('expectedResult', key),
      acts: [
        {
          kind: 'create',
          at: at(days.created, 2),
          by: { staff: author },
          input: { ...place, fields: { ...commitment.result, commitment: commitmentId, indicator: indicatorId } },
        },
      ],
    },
  ];
}

function documentsOf(key: string): { readonly documents?: readonly string[] } {
  const keys = documentsOfCommitments[key];
  return keys === undefined ? {} : { documents: keys.map(documentId) };
}

function stepsOf(
  commitment: DemoCommitment,
  manager: { readonly staff: string },
  at: (daysAgo: number, minute?: number) => Date,
  days: (typeof daysAgo)[keyof typeof daysAgo],
): readonly ScriptedAct[] {
  const { key, unit, reaches, returnReason, comments = [] } = commitment;
  if (reaches === 'draft') return [];
  const judge = { staff: withRole('departmentHead', departmentOf(unit)) };
  const board = { staff: 'larsErik' };
  const adopted = at(days.adopted);
  return [
    { kind: 'step', at: at(days.submitted), by: manager, to: 'submitted' },
    ...comments.map((comment, index): ScriptedAct => ({
      kind: 'comment',
      at: at(days.submitted - 2 - index),
      by: { staff: comment.by },
      input: {
        id: demoId('comment', key, String(index)),
        kind: comment.kind,
        text: comment.text,
        ...(comment.field !== undefined && { field: comment.field }),
      },
    })),
    ...(reaches === 'returned'
      ? [{ kind: 'step', at: at(days.judged), by: judge, to: 'returned', reason: returnReason ?? '' } as const]
      : []),
    ...(reaches === 'credibilityReviewed' || reaches === 'adopted'
      ? [{ kind: 'step', at: at(days.judged), by: judge, to: 'credibilityReviewed' } as const]
      : []),
    ...(reaches === 'adopted'
      ? [
          {
            kind: 'step',
            at: adopted,
            by: board,
            to: 'adopted',
            fields: { decisionDate: swedishDay(adopted) },
          } as const,
        ]
      : []),
  ];
}

/** The processes that keep the commitment; absent where none does. */
function processesOf(key: string): { readonly processes?: readonly string[] } {
  const keeping = demoProcesses.filter(({ commitments = [] }) => commitments.includes(key));
  return keeping.length === 0 ? {} : { processes: keeping.map((one) => processId(one.key)) };
}

/** The department that a unit lies in, or the unit itself where a department has commitments of its own. */
function departmentOf(key: string): string {
  const unit = demoUnits.find((one) => one.key === key);
  return unit?.fields.unitKind === 'department' ? key : (unit?.parent ?? key);
}

/** The key of somebody who has the role at the unit. */
export function withRole(role: string, unit: string): string {
  const found = demoStaff.find((one) => one.roles.some((held) => held.role === role && held.unit === unit));
  if (found === undefined) throw new AppError('unexpected', { demoRole: role, unit });
  return found.key;
}
