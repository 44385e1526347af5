import type { RecordKindDefinition } from '../../../shared/records/record-kind.ts';

/** Groups beside those of the fields. */
export const statusGroup = 'status';
export const unitGroup = 'unitId';

/** For each field the name of the group it merges with. */
export type Grouping = (field: string) => string;

/** Which fields a side changed, and between which states it went. */
export interface SideChange {
  readonly fromStatus: string;
  readonly toStatus: string;
  readonly changedFields: ReadonlySet<string>;
}

/**
 * Fields that change together merge together. A side that took a step ties the fields of the step that it changed to
 * the status, with all of their groups: half a step must never be merged (`design.md` 3).
 */
export function groupFields(definition: RecordKindDefinition, sides: readonly SideChange[]): Grouping {
  const ownGroup = (field: string): string => definition.fields[field]?.mergeGroup ?? field;
  const tied = new Set(
    sides.flatMap((side) => {
      const fields = fieldsOfSteps(definition, side.fromStatus, side.toStatus);
      return fields.filter((field) => side.changedFields.has(field)).map(ownGroup);
    }),
  );
  return (field) => (tied.has(ownGroup(field)) ? statusGroup : ownGroup(field));
}

/** The fields of every step on the shortest way between two states; none when there is no way. */
export function fieldsOfSteps(definition: RecordKindDefinition, from: string, to: string): readonly string[] {
  if (from === to) return [];
  const ways: { readonly at: string; readonly fields: readonly string[] }[] = [{ at: from, fields: [] }];
  const visited = new Set([from]);
  for (const way of ways) {
    for (const step of definition.transitions.filter((transition) => transition.from === way.at)) {
      // Two steps may lead to the same state, each for its own case; the fields of both belong to it.
      const fields = [...way.fields, ...(step.fields ?? [])];
      if (step.to === to) return fields;
      if (visited.has(step.to)) continue;
      visited.add(step.to);
      ways.push({ at: step.to, fields });
    }
  }
  return [];
}
