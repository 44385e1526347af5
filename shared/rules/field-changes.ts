import type { AnyFields, AnyFieldValue, RecordKindDefinition } from '../records/record-kind.ts';
import type { FieldChange, HistoryEntry } from '../records/stored-record.ts';

/** Whether two values are the same, whatever the order of keys inside them. Absent is empty. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return (one ?? undefined) === (other ?? undefined);
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    isSameValue((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

/** The fields after some were given and some emptied (`null`), and what that changes. */
export function applyFields(
  before: AnyFields,
  given: Readonly<Record<string, AnyFieldValue | null>>,
): { readonly fields: Readonly<Record<string, AnyFieldValue>>; readonly changes: readonly FieldChange[] } {
  const fields = Object.fromEntries(
    Object.entries({ ...before, ...given }).filter(([, value]) => value !== null && value !== undefined),
  ) as Record<string, AnyFieldValue>;
  const changes = Object.keys(given)
    .filter((field) => !isSameValue(before[field], fields[field]))
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { from: before[field] }),
      ...(fields[field] !== undefined && { to: fields[field] }),
    }));
  return { fields, changes };
}

/**
 * What happened to a record after `baseRevision`, or `undefined` where the history cannot tell: then nothing may be
 * merged silently.
 */
export function entriesSince(
  history: readonly HistoryEntry[],
  baseRevision: number,
  revision: number,
): readonly HistoryEntry[] | undefined {
  const entries = history.filter((entry) => (entry.revision ?? 0) > baseRevision);
  const revisions = new Set(entries.map((entry) => entry.revision));
  return revisions.size === revision - baseRevision ? entries : undefined;
}

/** Whether one of the fields, or one that merges together with it, was changed in the entries to something else. */
export function overlaps(
  definition: RecordKindDefinition,
  given: Readonly<Record<string, AnyFieldValue | null>>,
  current: AnyFields,
  entries: readonly HistoryEntry[],
): boolean {
  const groupOf = (field: string): string => definition.fields[field]?.mergeGroup ?? field;
  const changedByOthers = new Set(entries.flatMap(({ changes }) => changes.map(({ field }) => groupOf(field))));
  return Object.entries(given).some(
    ([field, value]) => changedByOthers.has(groupOf(field)) && !isSameValue(value ?? undefined, current[field]),
  );
}
