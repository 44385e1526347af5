import type { DemoCase, DemoStep } from './demo-types.ts';
import { demoStaff } from './demo-staff.ts';
import { deviationTemplates } from './generated-texts.ts';

const days = 730;

/**
 * Deviation number `index` of `count` for load tests: the same every time, spread over the last two years (the oldest
 * first, so that references rise with time) and over the units that have staff.
 */
export function generatedCase(index: number, count: number): DemoCase {
  const pick = <Item>(items: readonly [Item, ...Item[]], salt: number): Item =>
    items[scatter(index, salt) % items.length] ?? items[0];
  const { unit, reporter, manager } = pick(reportingUnits, 1);
  const template = pick(deviationTemplates, 2);
  const text = [template.what, pick(template.details, 3), pick(template.endings, 4)].join(' ');
  return {
    key: `generated-${String(index)}`,
    kind: 'deviation',
    unit,
    by: reporter,
    daysAgo: Math.floor(((count - 1 - index) / count) * days),
    time: `${String(scatter(index, 5) % 24).padStart(2, '0')}:${String((scatter(index, 6) % 12) * 5).padStart(2, '0')}`,
    fields: {
      whatHappened: text,
      category: template.category,
      reporterSeverity: 1 + (scatter(index, 7) % 3),
      concerns: pick(['individual', 'group', 'operation'], 8),
    },
    steps: stepsFor(scatter(index, 9) % 20, manager, template.action),
  };
}

/** One in seven is closed, most are on their way, a third is new: enough of every state to filter by. */
function stepsFor(draw: number, manager: string, action: string): readonly DemoStep[] {
  const acknowledged: DemoStep = { by: manager, days: 1, to: 'acknowledged' };
  const assessed: DemoStep = {
    by: manager,
    days: 2,
    to: 'assessed',
    fields: { severity: 1 + (draw % 2), likelihood: 1 + (draw % 4) },
  };
  const planned: DemoStep = { by: manager, days: 3, to: 'actionPlanned', fields: { plannedAction: action } };
  if (draw < 7) return [];
  if (draw < 9) return [{ by: manager, days: 1, to: 'rejected', reason: 'Hanteras som ett serviceärende.' }];
  if (draw < 13) return [acknowledged];
  if (draw < 15) return [acknowledged, assessed];
  if (draw < 17) return [acknowledged, assessed, planned];
  return [
    acknowledged,
    assessed,
    planned,
    { by: manager, days: 1, to: 'inProgress' },
    { by: manager, days: 7, to: 'effectReview' },
    {
      by: manager,
      days: 14,
      to: 'closed',
      fields: { effectResult: 'reached', messageToReporter: 'Åtgärden är gjord och har gett effekt. Tack.' },
    },
  ];
}

interface ReportingUnit {
  readonly unit: string;
  readonly reporter: string;
  readonly manager: string;
}

const reportingUnits = findReportingUnits();

function findReportingUnits(): readonly [ReportingUnit, ...ReportingUnit[]] {
  const holding = (role: string): readonly (readonly [unit: string, staff: string])[] =>
    demoStaff.flatMap(({ key, roles }) =>
      roles.flatMap((held) => (held.role === role && held.unit !== undefined ? [[held.unit, key] as const] : [])),
    );
  const managers = new Map(holding('unitManager'));
  const [first, ...rest] = holding('employee').flatMap(([unit, reporter]) => {
    const manager = managers.get(unit);
    return manager === undefined ? [] : [{ unit, reporter, manager }];
  });
  return [first ?? { unit: 'ekliden', reporter: 'amina', manager: 'annika' }, ...rest];
}

/** A number that looks random and is always the same for the same two (murmur3's finaliser). */
function scatter(index: number, salt: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
