/** Finding the activities of an imported file among those that a process has, so that what points at them holds. */
import { sameName } from './commands/edit-objects.ts';
import { activitiesOf } from './compare-models.ts';
import type { ActivityDetails, ProcessModel, ProcessStep } from './process-model.ts';

export interface ExistingActivity {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly elementId?: string;
  readonly details?: ActivityDetails;
}

/** Asked where it is unsure. The answer is one of the candidates' ids, or `new`. */
export interface ImportQuestion {
  readonly stepId: string;
  readonly stepName: string;
  readonly candidates: readonly { readonly activityId: string; readonly name: string }[];
}

export interface Reconciliation {
  /** The imported model, with the records' ids where they were found, and the details that another tool's file lacks. */
  readonly model: ProcessModel;
  readonly matches: readonly {
    readonly stepId: string;
    readonly activityId: string;
    readonly by: 'id' | 'element' | 'name' | 'neighbours' | 'answer';
  }[];
  readonly questions: readonly ImportQuestion[];
  /** Activities that the file does not hold; they are removed from the process when it is saved, and keep their links. */
  readonly missing: readonly string[];
}

/**
 * By the record's id in our extension, then by the element's id under the same name, then by a name that only one on
 * each side has, then by name and neighbours. Names that resemble each other are asked about, never guessed.
 */
export function reconcile(
  imported: ProcessModel,
  existing: readonly ExistingActivity[],
  answers: Readonly<Record<string, string>> = {},
): Reconciliation {
  const steps = activitiesOf(imported);
  const found = new Map<
    string,
    { readonly activityId: string; readonly by: Reconciliation['matches'][number]['by'] }
  >();
  const before = new Map(existing.map((activity) => [activity.id, activity]));
  const left = new Map(existing.map((activity) => [activity.id, activity]));
  const match = (step: ProcessStep, activityId: string, by: Reconciliation['matches'][number]['by']): void => {
    found.set(step.id, { activityId, by });
    left.delete(activityId);
  };
  const open = (): readonly ProcessStep[] => steps.filter(({ id }) => !found.has(id) && answers[id] !== 'new');

  for (const step of steps)
    if (step.activityId !== undefined && left.has(step.activityId)) match(step, step.activityId, 'id');
  for (const step of open()) {
    const answer = answers[step.id];
    if (answer !== undefined && left.has(answer)) match(step, answer, 'answer');
  }
  for (const step of open()) {
    const same = [...left.values()].find(({ elementId, name }) => elementId === step.id && isAlike(name, step.name));
    if (same !== undefined) match(step, same.id, 'element');
  }
  matchByName();
  matchByNeighbours();
  // A name that has been told apart by its neighbours can leave others alone with theirs.
  matchByName();

  const questions = open().flatMap((step): readonly ImportQuestion[] => {
    const candidates = [...left.values()]
      .filter(({ name }) => isAlike(name, step.name))
      .map(({ id, name }) => ({ activityId: id, name }));
    return candidates.length === 0 ? [] : [{ stepId: step.id, stepName: step.name, candidates }];
  });
  return {
    model: {
      ...imported,
      steps: imported.steps.map((step) => {
        const one = found.get(step.id);
        if (one === undefined) return withRecord(step, undefined);
        // A file with our ids says all that there is; one without them knows nothing of routines and who answers.
        const kept = one.by === 'id' ? undefined : before.get(one.activityId)?.details;
        return withRecord(
          kept === undefined ? step : { ...step, details: { ...kept, ...step.details } },
          one.activityId,
        );
      }),
    },
    matches: [...found].map(([stepId, one]) => ({ stepId, ...one })),
    questions,
    missing: [...left.keys()],
  };

  function matchByName(): void {
    const waiting = Map.groupBy(open(), ({ name }) => sameName(name));
    const known = Map.groupBy(left.values(), ({ name }) => sameName(name));
    for (const [name, [step, ...moreSteps]] of waiting) {
      const [activity, ...moreActivities] = known.get(name) ?? [];
      if (name === '' || step === undefined || activity === undefined) continue;
      if (moreSteps.length === 0 && moreActivities.length === 0) match(step, activity.id, 'name');
    }
  }

  /** Several of the same name: the one whose neighbours in the list are those that it had. */
  function matchByNeighbours(): void {
    const order = existing.map(({ id }) => id);
    for (const step of open()) {
      const index = steps.indexOf(step);
      const [before, after] = [steps[index - 1], steps[index + 1]].map((one) => one && found.get(one.id)?.activityId);
      const fitting = [...left.values()].filter(({ id, name }) => {
        const at = order.indexOf(id);
        const hasBefore = before !== undefined && order[at - 1] === before;
        const hasAfter = after !== undefined && order[at + 1] === after;
        return sameName(name) === sameName(step.name) && (hasBefore || hasAfter);
      });
      const [only, ...more] = fitting;
      if (only !== undefined && more.length === 0) match(step, only.id, 'neighbours');
    }
  }
}

/** An id that names no activity of this process is another board's or process's, and is not taken over. */
function withRecord({ activityId: _, ...step }: ProcessStep, activityId: string | undefined): ProcessStep {
  return activityId === undefined ? step : { ...step, activityId };
}

/** Names that may be of the same activity: equal, one inside the other, or with most of their words in common. */
function isAlike(one: string, other: string): boolean {
  const [first, second] = [sameName(one), sameName(other)];
  if (first === '' || second === '') return false;
  if (first === second) return true;
  if (Math.min(first.length, second.length) >= 5 && (first.includes(second) || second.includes(first))) return true;
  const words = (text: string): ReadonlySet<string> =>
    new Set(text.split(/[^\p{L}\d]+/u).filter((word) => word.length > 2));
  const [mine, theirs] = [words(first), words(second)];
  const common = [...mine].filter((word) => theirs.has(word)).length;
  return common > 0 && common * 2 > Math.max(mine.size, theirs.size);
}
