import type { SelfCheckAnswer } from '../../shared/rules/self-check-answers.ts';
import { resultOf } from '../../shared/rules/self-check-answers.ts';
import { plannedSelfChecks } from '../../shared/rules/self-check-schedule.ts';
import type { PlannedSelfCheck } from '../../shared/rules/self-check-schedule.ts';
import { addDays } from '../../shared/rules/working-days.ts';
import { demoId } from './demo-id.ts';
import { personOf } from './demo-staff.ts';
import type { DemoAnswer, DemoSelfCheck } from './demo-types.ts';
import { unitId } from './organisation-scripts.ts';
import { activityId, processId } from './process-ids.ts';
import { withRole } from './plan-scripts.ts';
import type { RecordScript, ScriptedAct } from './record-script.ts';
import { demoSelfChecks } from './self-checks/demo-self-checks.ts';
import { swedishDay, swedishInstant } from './swedish-time.ts';

/**
 * The definitions, set going by whoever they belong to, and some earlier times that were handed in. All that opens now
 * is made by the schedule's own runner, which looks back 45 days and so meets none of these.
 */
export function selfCheckScripts(now: Date): readonly (readonly RecordScript[])[] {
  return demoSelfChecks.map((check) => [definitionScript(check, now), ...historyScripts(check, now)]);
}

function definitionScript(check: DemoSelfCheck, now: Date): RecordScript {
  const { key, owner, units, activeFor, fields, activity } = check;
  const by = { staff: owner === undefined ? 'karin' : withRole('unitManager', owner) };
  return {
    kind: 'selfCheckDefinition',
    id: definitionId(check),
    acts: [
      {
        kind: 'create',
        at: swedishInstant(now, activeFor + 7, '10:00'),
        by,
        input: {
          ...(owner !== undefined && { unitId: unitId(owner) }),
          fields: {
            ...fields,
            ...(owner === undefined && { units: units.map(unitId) }),
            ...(activity !== undefined && { processId: processId(activity[0]), activityId: activityId(...activity) }),
            questions: check.questions.map((question, index) => ({ ...question, id: questionId(key, index) })),
          },
        },
      },
      { kind: 'step', at: swedishInstant(now, activeFor, '10:00'), by, to: 'active' },
    ],
  };
}

function historyScripts(check: DemoSelfCheck, now: Date): readonly RecordScript[] {
  const today = swedishDay(now);
  return (check.history ?? []).flatMap((time) => {
    const month = monthBefore(today, time.monthsAgo);
    const planned = plannedSelfChecks(check.fields, `${month}-01`, `${month}-31`)[0];
    if (planned === undefined) return [];
    return [occurrenceScript(check, time, planned, now)];
  });
}

function occurrenceScript(
  check: DemoSelfCheck,
  time: NonNullable<DemoSelfCheck['history']>[number],
  { period, opensOn, dueOn }: PlannedSelfCheck,
  now: Date,
): RecordScript {
  const { name, area, legalBase, performerRole, sample } = check.fields;
  const staff = withRole('unitManager', time.unit);
  const performer = personOf(staff);
  const day = (offset: number, clock: string) =>
    swedishInstant(now, daysBetween(addDays(opensOn, offset), swedishDay(now)), clock);
  const submittedAt = day(time.afterDays, '14:30');
  const questions = check.questions.map((question, index) => ({ ...question, id: questionId(check.key, index) }));
  const answers = questions.map((question, index): SelfCheckAnswer => ({
    ...question,
    ...answered(time.answers[index], { answeredBy: performer, answeredAt: submittedAt.toISOString() }),
  }));
  const result = resultOf(answers);
  const acts: readonly ScriptedAct[] = [
    {
      kind: 'create',
      at: day(-30, '06:00'),
      by: 'system',
      input: {
        unitId: unitId(time.unit),
        fields: {
          ...{ name, area, legalBase, performerRole, sample, performer, period, opensOn, dueOn },
          definition: definitionId(check),
        },
      },
    },
    { kind: 'step', at: day(0, '06:00'), by: 'system', to: 'open', fields: { answers: questions } },
    {
      kind: 'change',
      at: submittedAt,
      by: { staff, throughApp: true },
      fields: { answers, result, failed: result === 'notApproved' },
    },
    { kind: 'step', at: submittedAt, by: { staff }, to: 'submitted' },
    ...(['reviewed', 'closed'] as const).map((to): ScriptedAct => ({
      kind: 'step',
      at: day(time.afterDays + 1, '09:00'),
      by: { staff },
      to,
      ...(to === 'reviewed' && time.reviewComment !== undefined && { fields: { reviewComment: time.reviewComment } }),
    })),
  ];
  return {
    kind: 'selfCheckOccurrence',
    id: demoId('selfCheckOccurrence', check.key, time.unit, String(time.monthsAgo)),
    acts,
  };
}

function answered(
  answer: DemoAnswer | undefined,
  by: Pick<SelfCheckAnswer, 'answeredBy' | 'answeredAt'>,
): Partial<SelfCheckAnswer> {
  if (answer === undefined) return {};
  if (answer === 'yes' || answer === 'no') return { yesNo: answer, ...by };
  return typeof answer === 'number' ? { value: answer, ...by } : { answerText: answer.text, ...by };
}

function definitionId({ key }: DemoSelfCheck): string {
  return demoId('selfCheckDefinition', key);
}

function questionId(key: string, index: number): string {
  return demoId('question', key, String(index));
}

function monthBefore(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count;
  return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
