import type { GoalChainAnswer, Language, RecordAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import { planStates } from '../../../shared/records/plan-states.ts';
import { summariseExpectedResult } from './expected-result-summary.ts';
import type { ExpectedResultSummary } from './expected-result-summary.ts';
import { goalName, groupByReference, textOf } from './goal-tree.ts';
import type { PlanFilter, PlanSortColumn } from './plan-filter.ts';

/** A commitment with everything that the tree and the table say about it. */
export interface PlanRow {
  readonly record: RecordAnswer;
  readonly text: string;
  readonly unitName: string;
  readonly goal?: RecordAnswer;
  readonly goalName: string;
  readonly results: readonly ExpectedResultSummary[];
}

const collator = new Intl.Collator('sv', { numeric: true });
const stateOrder = Object.keys(planStates);

/** The results that still count: a removed one stays in SharePoint as archived. */
export function currentResults(results: readonly RecordAnswer[]): readonly RecordAnswer[] {
  return results.filter((result) => result.status !== 'archived');
}

/** One row for each commitment of the year, in no particular order. */
export function planRows(
  answer: GoalChainAnswer,
  units: readonly UnitAnswer[],
  language: Language,
): readonly PlanRow[] {
  const results = groupByReference(currentResults(answer.expectedResults), 'commitment');
  const goals = new Map(answer.goals.map((goal) => [goal.id, goal]));
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return answer.commitments.map((record) => {
    const goal = goals.get(textOf(record.fields['goal']));
    return {
      record,
      text: textOf(record.fields['text']) || record.title,
      unitName: names.get(record.unitId ?? '') ?? '',
      ...(goal ? { goal } : {}),
      goalName: goal ? goalName(goal) : '',
      results: (results.get(record.id) ?? []).map((one) => summariseExpectedResult(one, answer.indicators, language)),
    };
  });
}

/** The words that a search on the page looks in: what the row shows, and the target group. */
export function wordsOfRow(row: PlanRow): string {
  const results = row.results.map((result) => `${result.text} ${result.figures?.target ?? ''}`);
  return [row.text, row.unitName, row.goalName, textOf(row.record.fields['targetGroup']), ...results].join(' ');
}

const keys: Readonly<Record<PlanSortColumn, (row: PlanRow) => string>> = {
  goal: (row) => row.goalName,
  text: (row) => row.text,
  unit: (row) => row.unitName,
  result: (row) => row.results[0]?.text ?? '',
  status: (row) => String(stateOrder.indexOf(row.record.status)),
};

/** Rows in the order of one column; the empty ones last, equal ones by goal, unit and text. */
export function sortPlanRows(rows: readonly PlanRow[], { column, descending }: PlanFilter['sort']): readonly PlanRow[] {
  const by = (key: (row: PlanRow) => string, one: PlanRow, other: PlanRow, turned: boolean): number => {
    const [left, right] = [key(one), key(other)];
    if (!left || !right) return left ? -1 : right ? 1 : 0;
    return collator.compare(left, right) * (turned ? -1 : 1);
  };
  return [...rows].sort(
    (one, other) =>
      by(keys[column], one, other, descending) ||
      by(keys.goal, one, other, false) ||
      by(keys.unit, one, other, false) ||
      by(keys.text, one, other, false),
  );
}
