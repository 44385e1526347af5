import { AppError } from '../../shared/errors.ts';
import { demoId } from './demo-id.ts';
import { personOf } from './demo-staff.ts';
import type { DemoProcess, DemoStakeholder } from './demo-types.ts';
import { documentId } from './documents/document-scripts.ts';
import { goalId, unitId } from './organisation-scripts.ts';
import { withRole } from './plan-scripts.ts';
import { activityId, processId } from './process-ids.ts';
import { processModelOf } from './process-model-of.ts';
import { demoProcesses } from './processes/demo-processes.ts';
import type { RecordScript, ScriptedAct } from './record-script.ts';
import { swedishDay, swedishInstant } from './swedish-time.ts';

const daysAgo = { created: 166, mapped: 163, sent: 160, published: 156 } as const;
const daysUntilReview = 160;

/**
 * The processes with their activities, a bundle each. Those that serve others, or point at them, are in a later round
 * than what they point at.
 */
export function processScripts(now: Date): readonly (readonly (readonly RecordScript[])[])[] {
  const rounds: DemoProcess[][] = [];
  let left = demoProcesses;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ key }) => key));
    const ready = left.filter((one) => !pointsAt(one).some((key) => waiting.has(key)));
    if (ready.length === 0) throw new AppError('unexpected', { demoProcesses: [...waiting].join(', ') });
    rounds.push(ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return rounds.map((round) => round.map((process) => scriptsOf(process, now)));
}

function pointsAt({ supports = [], steps }: DemoProcess): readonly string[] {
  return [...supports, ...steps.flatMap((step) => ('subProcess' in step ? (step.subProcess ?? []) : []))];
}

function scriptsOf(process: DemoProcess, now: Date): readonly RecordScript[] {
  const { key, unit, owner, fields, receiver, stakeholders = [], collaborations = [], supports = [] } = process;
  const by = { staff: owner };
  const place = { unitId: unitId(unit) };
  const created = minutesAfter(swedishInstant(now, daysAgo.created, '13:00'), (fields.order ?? 0) * 10);
  const create: ScriptedAct = {
    kind: 'create',
    at: created,
    by,
    input: {
      ...place,
      fields: {
        ...fields,
        processOwner: personOf(owner),
        goals: process.goals.map(goalId),
        documents: process.documents.map(documentId),
        stakeholders: [receiver, ...stakeholders].map((one, index) => stakeholderRow(key, one, index)),
        collaborations: collaborations.map(([partner, how, when], index) => ({
          id: demoId('collaboration', key, String(index)),
          partner,
          how,
          when,
        })),
        ...(supports.length > 0 && { supports: supports.map(processId) }),
      },
    },
  };
  const mapped = swedishInstant(now, daysAgo.mapped, '10:00');
  return [
    {
      kind: 'process',
      id: processId(key),
      acts: [create, { kind: 'map', at: mapped, by, model: processModelOf(process) }, ...stepsOf(process, now)],
    },
    ...process.steps.flatMap((step, index): readonly RecordScript[] =>
      'decision' in step
        ? []
        : [
            {
              kind: 'processActivity',
              id: activityId(key, step.key),
              acts: [
                {
                  kind: 'create',
                  at: minutesAfter(created, index + 1),
                  by,
                  input: { ...place, fields: { process: processId(key), name: step.name } },
                },
              ],
            },
          ],
    ),
  ];
}

function stepsOf({ unit, owner, fields, reaches }: DemoProcess, now: Date): readonly ScriptedAct[] {
  const { sent, published } = daysAgo;
  const steps = publishing(now, { unit, level: fields.level, owner, sent, published });
  switch (reaches) {
    case 'draft':
      return [];
    case 'inReview':
      return steps.slice(0, 1);
    case 'published':
      return steps;
    case 'needsReview':
      return [
        ...steps,
        {
          kind: 'step',
          at: swedishInstant(now, 20, '14:00'),
          by: { staff: owner },
          to: 'needsReview',
          reason: 'Händelsen i skogen visade att vi måste bestämma vem som räknar vid varje förflyttning.',
        },
      ];
  }
}

/** Sent for review by the owner, published by whoever decides at that level. */
function publishing(
  now: Date,
  {
    unit,
    level,
    owner,
    sent,
    published,
  }: {
    readonly unit: string;
    readonly level: string | undefined;
    readonly owner: string;
    readonly sent: number;
    readonly published: number;
  },
): readonly ScriptedAct[] {
  const publisher =
    level === 'board' ? 'larsErik' : withRole(level === 'department' ? 'departmentHead' : 'unitManager', unit);
  const reviewDate = swedishDay(swedishInstant(now, -daysUntilReview, '12:00'));
  return [
    { kind: 'step', at: swedishInstant(now, sent, '15:00'), by: { staff: owner }, to: 'inReview' },
    {
      kind: 'step',
      at: swedishInstant(now, published, '11:00'),
      by: { staff: publisher },
      to: 'published',
      fields: { reviewDate },
    },
  ];
}

function stakeholderRow(
  process: string,
  [name, needs, demands, internal]: DemoStakeholder,
  index: number,
): Readonly<Record<string, unknown>> {
  return {
    id: demoId('stakeholder', process, String(index)),
    name,
    needs,
    demands,
    isReceiver: index === 0,
    internal: internal !== undefined,
  };
}

function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
