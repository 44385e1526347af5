import type { FieldProblem, Language } from '../api/contract.ts';
import type { AnyFields } from '../records/record-kind.ts';
import { fieldProblem } from './field-problem.ts';

/** Which level a goal's parent stands on; vision has none (R13–R16, R36). */
const parentLevel: Readonly<Record<string, string | undefined>> = {
  councilDirection: 'vision',
  councilArea: 'councilDirection',
  boardGoal: 'councilArea',
  unitGoal: 'boardGoal',
};

/** What breaks the steering chain: every goal but the vision has a parent one level up. */
export function goalProblems(
  fields: AnyFields,
  parent: AnyFields | undefined,
  language: Language,
): readonly FieldProblem[] {
  const wanted = parentLevel[levelOf(fields)];
  if (fields['parent'] === undefined) {
    return wanted === undefined ? [] : [fieldProblem(language, 'parent', 'required', { text: 'parentNeeded' })];
  }
  return parent !== undefined && parent['level'] === wanted
    ? []
    : [fieldProblem(language, 'parent', 'notAChoice', { text: 'wrongLevel' })];
}

/** A commitment answers a board goal, or a unit goal drawn from one (R16). */
export function commitmentGoalProblems(goal: AnyFields | undefined, language: Language): readonly FieldProblem[] {
  return goal === undefined || ['boardGoal', 'unitGoal'].includes(levelOf(goal))
    ? []
    : [fieldProblem(language, 'goal', 'notAChoice', { text: 'goalNotCommitted' })];
}

function levelOf({ level }: AnyFields): string {
  return typeof level === 'string' ? level : '';
}
