import { demoCases } from './cases/demo-cases.ts';
import { demoId } from './demo-id.ts';
import type { DemoCase } from './demo-types.ts';
import { unitId } from './organisation-scripts.ts';
import { activityId, processId } from './process-ids.ts';
import type { RecordScript, ScriptedAct } from './record-script.ts';
import { swedishInstant } from './swedish-time.ts';

const hourMs = 60 * 60 * 1000;

/** The cases, each reported half an hour after it happened and handled in office hours. */
export function caseScripts(now: Date): readonly RecordScript[] {
  return demoCases.map((one) => caseScript(one, now));
}

/** One case as calls. Nothing lies after `now`: what would is done now. */
export function caseScript(one: DemoCase, now: Date): RecordScript {
  const happened = earlier(swedishInstant(now, one.daysAgo, one.time ?? '10:00'), new Date(now.getTime() - hourMs));
  const reported = earlier(new Date(happened.getTime() + hourMs / 2), now);
  let daysLeft = one.daysAgo;
  const steps = (one.steps ?? []).map(({ by, days, to, reason, fields }): ScriptedAct => {
    daysLeft = Math.max(0, daysLeft - days);
    const at = earlier(swedishInstant(now, daysLeft, '15:00'), now);
    return {
      kind: 'step',
      at: at < reported ? new Date(reported.getTime() + hourMs / 6) : at,
      by: { staff: by },
      to,
      ...(reason !== undefined && { reason }),
      ...(fields !== undefined && { fields }),
    };
  });
  return {
    kind: one.kind,
    id: demoId(one.kind, one.key),
    acts: [
      {
        kind: 'create',
        at: reported,
        by: { staff: one.by },
        input: {
          unitId: unitId(one.unit),
          fields: { ...one.fields, ...whenFields(one, happened), ...whereFields(one) },
        },
      },
      ...inOrder(steps, now),
    ],
  };
}

/** What nobody timed has no interval. A stated time is exact to the minute. */
function whenFields(one: DemoCase, happened: Date): Readonly<Record<string, unknown>> {
  if (one.time === undefined) return {};
  const to = new Date(happened.getTime() + 60_000);
  return { occurredAt: { from: happened.toISOString(), to: to.toISOString(), precision: 'minute' } };
}

function whereFields({ activity }: DemoCase): Readonly<Record<string, unknown>> {
  if (activity === undefined) return {};
  return { processId: processId(activity[0]), activityId: activityId(...activity) };
}

function inOrder(steps: readonly ScriptedAct[], now: Date): readonly ScriptedAct[] {
  let last = 0;
  return steps.map((step) => {
    last = Math.max(step.at.getTime(), last + 60_000);
    return { ...step, at: earlier(new Date(last), now) };
  });
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
