import type { FieldProblem, Language } from '../api/contract.ts';
import { qualityCheckPoints } from '../records/commitment.ts';
import { definitionOf } from '../records/index.ts';
import type { KindName } from '../records/index.ts';
import type { AnyFields } from '../records/record-kind.ts';
import { fieldProblem } from './field-problem.ts';
import { isFailing, missingAnswers } from './self-check-answers.ts';
import type { SelfCheckAnswer } from './self-check-answers.ts';
import { isStateRequired } from './required-fields.ts';

/** What else must hold, beyond the fields that a state requires, before a record takes a step. */
export interface StepDemand {
  readonly kind: KindName;
  readonly from: string;
  readonly to: string;
  /** The fields as they would be after the step. */
  readonly fields: AnyFields;
  /** What follows the record: expected results of a commitment, activities of a process. */
  readonly followers: readonly { readonly fields: AnyFields }[];
  readonly language: Language;
}

/**
 * - A process is sent for review with at least one activity, each with what goes in and out and who is responsible
 *   (R60, R61, R69).
 * - A commitment is submitted with all six points of the quality checklist answered (R17) and at least one expected
 *   result (R19).
 * - A self-check is handed in with every required question answered and a deviation for each failed answer.
 * - Feedback that was answered is closed only with consequence and change (R91); praise needs neither.
 */
export function stepProblems(demand: StepDemand): readonly FieldProblem[] {
  if (demand.kind === 'commitment' && demand.to === 'submitted') return submissionProblems(demand);
  if (demand.kind === 'process' && demand.to === 'inReview') return reviewProblems(demand);
  if (demand.kind === 'selfCheckOccurrence' && demand.to === 'submitted') return handInProblems(demand);
  if (demand.kind === 'feedback' && demand.to === 'closed') return feedbackClosingProblems(demand);
  return [];
}

/** Every failed answer has its deviation before it is handed in; `bot/self-checks` sees to that. */
function handInProblems({ fields, language }: StepDemand): readonly FieldProblem[] {
  const answers = (fields['answers'] ?? []) as readonly SelfCheckAnswer[];
  return [
    ...missingAnswers(answers).map(({ id }) => fieldProblem(language, 'answers', 'required', { row: id })),
    ...answers
      .filter((row) => isFailing(row) && row.deviation === undefined)
      .map(({ id }) => fieldProblem(language, 'answers', 'incomplete', { row: id, text: 'deviationNeeded' })),
  ];
}

function submissionProblems({ fields, followers, language }: StepDemand): readonly FieldProblem[] {
  const checked = (fields['qualityChecks'] ?? []) as readonly string[];
  const allChecked = Object.keys(qualityCheckPoints).every((point) => checked.includes(point));
  return [
    ...(allChecked ? [] : [fieldProblem(language, 'qualityChecks', 'incomplete', { text: 'sixChecks' })]),
    ...(followers.length > 0
      ? []
      : [fieldProblem(language, 'expectedResults', 'incomplete', { text: 'resultNeeded' })]),
  ];
}

function reviewProblems({ followers, language }: StepDemand): readonly FieldProblem[] {
  if (followers.length === 0) {
    return [fieldProblem(language, 'activities', 'incomplete', { text: 'activityNeeded' })];
  }
  const definition = definitionOf('processActivity');
  const count = followers.filter(({ fields }) =>
    Object.entries(definition.fields).some(
      ([name, field]) => fields[name] === undefined && isStateRequired(field, 'inReview'),
    ),
  ).length;
  return count === 0
    ? []
    : [fieldProblem(language, 'activities', 'incomplete', { text: 'activitiesIncomplete', limit: count })];
}

function feedbackClosingProblems({ from, fields, language }: StepDemand): readonly FieldProblem[] {
  if (from !== 'answered' || fields['feedbackKind'] === 'praise') return [];
  return [
    ...(fields['consequence'] === undefined
      ? [fieldProblem(language, 'consequence', 'required', { text: 'consequenceNeeded' })]
      : []),
    ...(fields['change'] === undefined ? [fieldProblem(language, 'change', 'required', { text: 'changeNeeded' })] : []),
  ];
}
