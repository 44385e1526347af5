import { activityKinds, objectNames } from './process-model.ts';
import type { ProcessModel, ProcessStep } from './process-model.ts';

/** What a person calls the parts of an activity. */
export type ActivityPart =
  | 'name'
  | 'role'
  | 'objectIn'
  | 'objectOut'
  | 'responsible'
  | 'consulted'
  | 'informed'
  | 'description'
  | 'routine'
  | 'routineNotNeeded'
  | 'documents'
  | 'subProcess';

export interface PartChange {
  readonly part: ActivityPart;
  readonly from: string;
  readonly to: string;
}

/** How one activity differs between two versions. `moved`: other activities come before or after it. */
export interface ActivityDifference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Id of the record, else of the step. */
  readonly key: string;
  readonly name: string;
  readonly changes: readonly PartChange[];
}

/** What else differs: roles and decisions that came or went, and whether the flow goes otherwise. */
export interface ModelDifference {
  readonly kind: 'roleAdded' | 'roleRemoved' | 'decisionAdded' | 'decisionRemoved' | 'flowChanged';
  readonly name: string;
}

/** An activity is the same as long as its record is; without a record, as long as its step is. */
export function keyOf(step: Pick<ProcessStep, 'id' | 'activityId'>): string {
  return step.activityId ?? step.id;
}

/** Every part of an activity as text, so that two can be held against each other and shown. */
export function partsOf(model: ProcessModel, step: ProcessStep): Readonly<Record<ActivityPart, string>> {
  const details = step.details ?? {};
  return {
    name: step.name,
    role: model.roles.find(({ id }) => id === step.roleId)?.name ?? '',
    objectIn: objectNames(model, step, 'in').join('; '),
    objectOut: objectNames(model, step, 'out').join('; '),
    responsible: details.responsible ?? '',
    consulted: (details.consulted ?? []).join('; '),
    informed: (details.informed ?? []).join('; '),
    description: details.description ?? '',
    routine: details.routine ?? '',
    routineNotNeeded: details.routineNotNeeded === true ? 'true' : '',
    documents: (details.documents ?? []).join('; '),
    subProcess: details.subProcess ?? '',
  };
}

export function changedParts(
  before: Readonly<Record<ActivityPart, string>>,
  after: Readonly<Record<ActivityPart, string>>,
): readonly PartChange[] {
  return (Object.keys(after) as ActivityPart[])
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ part, from: before[part], to: after[part] }));
}

export function activitiesOf(model: ProcessModel): readonly ProcessStep[] {
  return model.steps.filter(({ kind }) => activityKinds.has(kind));
}

/** Differences by activity, in the order of the newer list; what is gone comes last. */
export function compareActivities(before: ProcessModel, after: ProcessModel): readonly ActivityDifference[] {
  const old = new Map(activitiesOf(before).map((step) => [keyOf(step), step]));
  const now = activitiesOf(after);
  const kept = new Set(now.map(keyOf));
  const moved = movedKeys(
    [...old.keys()].filter((key) => kept.has(key)),
    now.map(keyOf).filter((key) => old.has(key)),
  );
  const present = now.flatMap((step): readonly ActivityDifference[] => {
    const key = keyOf(step);
    const was = old.get(key);
    if (was === undefined) return [{ kind: 'added', key, name: step.name, changes: [] }];
    const changes = changedParts(partsOf(before, was), partsOf(after, step));
    if (changes.length > 0) return [{ kind: 'changed', key, name: step.name, changes }];
    return moved.has(key) ? [{ kind: 'moved', key, name: step.name, changes: [] }] : [];
  });
  const gone = [...old].filter(([key]) => !kept.has(key));
  return [...present, ...gone.map(([key, { name }]) => ({ kind: 'removed', key, name, changes: [] }) as const)];
}

/** Those that are out of line: what is left when the longest run in the old order is taken away. */
function movedKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((key, index) => [key, index]));
  const places = after.map((key) => place.get(key) ?? 0);
  // Longest increasing run: `best[i]` is its length with `i` last.
  const best: number[] = [];
  const previous: number[] = [];
  for (const [index, at] of places.entries()) {
    best[index] = 1;
    previous[index] = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((places[earlier] ?? 0) < at && (best[earlier] ?? 0) + 1 > (best[index] ?? 0)) {
        best[index] = (best[earlier] ?? 0) + 1;
        previous[index] = earlier;
      }
    }
  }
  const inLine = new Set<string>();
  for (let index = best.indexOf(Math.max(0, ...best)); index >= 0; index = previous[index] ?? -1) {
    inLine.add(after[index] ?? '');
  }
  return new Set(after.filter((key) => !inLine.has(key)));
}

export function compareRest(before: ProcessModel, after: ProcessModel): readonly ModelDifference[] {
  const roles = (model: ProcessModel) => new Map(model.roles.map(({ id, name }) => [id, name]));
  const decisions = (model: ProcessModel) =>
    new Map(model.steps.filter(({ kind }) => kind === 'decision').map(({ id, name }) => [id, name]));
  const ways = (model: ProcessModel) =>
    model.flows
      .map(({ from, to, label }) => `${from} ${to} ${label ?? ''}`)
      .toSorted()
      .join('\n');
  const only = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
    [...one].filter(([id]) => !other.has(id)).map(([, name]) => name);
  return [
    ...only(roles(after), roles(before)).map((name) => ({ kind: 'roleAdded', name }) as const),
    ...only(roles(before), roles(after)).map((name) => ({ kind: 'roleRemoved', name }) as const),
    ...only(decisions(after), decisions(before)).map((name) => ({ kind: 'decisionAdded', name }) as const),
    ...only(decisions(before), decisions(after)).map((name) => ({ kind: 'decisionRemoved', name }) as const),
    ...(ways(before) === ways(after) ? [] : [{ kind: 'flowChanged', name: '' } as const]),
  ];
}
