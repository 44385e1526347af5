import type { RecordAnswer, StoredAnswer } from '../../shared/api/contract.ts';
import type { FieldsOfKind } from '../../shared/records/index.ts';
import type { SelfCheckArea } from '../../shared/records/self-check-choices.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { isFailing, missingAnswers } from '../../shared/rules/self-check-answers.ts';
import type { SelfCheckAnswer } from '../../shared/rules/self-check-answers.ts';
import type { Caller, Outcome } from '../records/records-service.ts';
import { outcomeOf } from './answer-question.ts';
import { occurrenceFields, onBehalfOf, stableId } from './self-check-context.ts';
import type { SelfCheckContext } from './self-check-context.ts';
import type { ReviewInput, SubmitInput } from './self-checks-service.ts';

type DeviationCategory = NonNullable<FieldsOfKind<'deviation'>['category']>;

/** What a deviation found in an area is about; the manager assesses it as any other. */
const categoryOfArea: Readonly<Record<SelfCheckArea, DeviationCategory>> = {
  hygiene: 'hygieneInfection',
  medication: 'medication',
  narcotics: 'medication',
  carePlan: 'documentation',
  recordReview: 'documentation',
  logReview: 'privacy',
  protectionAssessment: 'legalSecurity',
  childSafety: 'childSafety',
  fireSafety: 'equipmentPremises',
  food: 'nutrition',
  purchasing: 'finance',
  feedbackTime: 'communication',
  contract: 'other',
  other: 'other',
};

/**
 * Hands in: first a deviation for every failed answer, tied both ways, then the step. The deviations' ids follow from
 * the question, so that an attempt that was cut off is completed by the next one without doubling any.
 */
export async function submitSelfCheck(
  context: SelfCheckContext,
  caller: Caller,
  occurrenceId: string,
  given: SubmitInput,
): Promise<Outcome<StoredAnswer>> {
  const { records } = context;
  const found = await records.get(caller, 'selfCheckOccurrence', occurrenceId);
  if (found.kind !== 'ok') return found;
  const record = found.value;
  if (record.status !== 'open') return { kind: 'stepNotPossible' };
  if (!record.allowed.steps.some(({ to }) => to === 'submitted')) return { kind: 'notAllowed' };
  const rows = occurrenceFields(record).answers ?? [];
  const missing = missingAnswers(rows);
  if (missing.length > 0) {
    const problems = missing.map(({ id }) => fieldProblem(caller.language, 'answers', 'required', { row: id }));
    return { kind: 'invalid', problems };
  }
  const answers: SelfCheckAnswer[] = [];
  for (const row of rows) {
    const opened = isFailing(row) ? await openDeviation(context, caller, record, row) : undefined;
    if (opened !== undefined && opened.kind !== 'ok') return opened;
    answers.push(opened === undefined ? row : { ...row, deviation: opened.value.id });
  }
  const changed = await records.change(onBehalfOf(caller), 'selfCheckOccurrence', occurrenceId, {
    baseRevision: record.revision,
    fields: { answers, ...outcomeOf(answers), deviations: answers.flatMap(({ deviation }) => deviation ?? []) },
  });
  if (changed.kind !== 'ok') return changed;
  return await records.takeStep(caller, 'selfCheckOccurrence', occurrenceId, {
    to: 'submitted',
    baseRevision: changed.value.revision,
    ...(Object.keys(given).length > 0 && { fields: { ...given } }),
  });
}

async function openDeviation(
  { records }: SelfCheckContext,
  caller: Caller,
  occurrence: RecordAnswer,
  row: SelfCheckAnswer,
): Promise<Outcome<StoredAnswer>> {
  const { area, name } = occurrenceFields(occurrence);
  const id = row.deviation ?? stableId('deviation', occurrence.id, row.id);
  const before = row.deviation === undefined ? undefined : await records.get(onBehalfOf(caller), 'deviation', id);
  // One that was opened before the self-check was given back stays as its manager has taken it on.
  if (before?.kind === 'ok') return { kind: 'ok', value: { ...before.value, masked: nothingMasked } };
  return await records.create(onBehalfOf(caller), 'deviation', {
    id,
    unitId: occurrence.unitId,
    fields: {
      whatHappened: whatHappened(name ?? '', occurrence.ref, row),
      category: categoryOfArea[area ?? 'other'],
      source: 'selfCheck',
      selfCheck: occurrence.id,
    },
  });
}

const nothingMasked = { personnummer: false, names: false };

function whatHappened(name: string, ref: string | undefined, row: SelfCheckAnswer): string {
  const answer = row.yesNo === undefined ? String(row.value ?? '') : row.yesNo === 'yes' ? 'Ja' : 'Nej';
  return [
    `Underkänt svar i egenkontrollen ${[name, ref].filter(Boolean).join(', ')}.`,
    `Fråga: ${row.text ?? ''}`,
    `Svar: ${answer}`,
    ...(row.requirement === undefined ? [] : [`Krav: ${row.requirement}`]),
    ...(row.remark === undefined ? [] : [`Anmärkning: ${row.remark}`]),
  ].join('\n');
}

/** The manager's review; what nothing failed in needs no more from anybody. */
export async function reviewSelfCheck(
  { records }: SelfCheckContext,
  caller: Caller,
  occurrenceId: string,
  { baseRevision, reviewComment }: ReviewInput,
): Promise<Outcome<StoredAnswer>> {
  const reviewed = await records.takeStep(caller, 'selfCheckOccurrence', occurrenceId, {
    to: 'reviewed',
    baseRevision,
    ...(reviewComment !== undefined && { fields: { reviewComment } }),
  });
  if (reviewed.kind !== 'ok' || occurrenceFields(reviewed.value).failed === true) return reviewed;
  return await records.takeStep(onBehalfOf(caller), 'selfCheckOccurrence', occurrenceId, {
    to: 'closed',
    baseRevision: reviewed.value.revision,
  });
}
