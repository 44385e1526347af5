import type { ProcessAnswer } from '../../../../shared/api/process-contract.ts';

/** What stands on an element of the drawing, a line each. */
export interface Badge {
  readonly elementId: string;
  readonly lines: readonly string[];
}

export interface BadgeWords {
  readonly deviations: (count: number) => string;
  readonly checks: (count: number) => string;
}

/** Open deviations and overdue self-checks of each activity that has any, at its place in the drawing. */
export function badgesOf(
  { model, activities }: Pick<ProcessAnswer, 'model' | 'activities'>,
  words: BadgeWords,
): readonly Badge[] {
  const elementIds = new Map(model.steps.map(({ id, activityId }) => [activityId, id]));
  return activities.flatMap(({ record, openDeviations = 0, overdueSelfChecks = 0 }) => {
    const elementId = elementIds.get(record.id);
    const lines = [
      ...(openDeviations > 0 ? [words.deviations(openDeviations)] : []),
      ...(overdueSelfChecks > 0 ? [words.checks(overdueSelfChecks)] : []),
    ];
    return elementId === undefined || lines.length === 0 ? [] : [{ elementId, lines }];
  });
}
