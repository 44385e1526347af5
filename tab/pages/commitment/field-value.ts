import { canonicalText } from '../../../shared/rules/canonical-text.ts';
import type { AnyFieldValue } from '../../../shared/records/record-kind.ts';

export type FieldValue = AnyFieldValue | undefined;

/**
 * A value in the form in which two versions are compared (`design.md` 3) with the service's own rule for
 * texts; an empty text or list is the same as none.
 */
function canonical(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') {
    const text = canonicalText(value);
    return text === '' ? undefined : text;
  }
  if (Array.isArray(value)) {
    const list = value.map(canonical).filter((one) => one !== undefined);
    return list.length === 0 ? undefined : list;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .map(([key, inner]) => [key, canonical(inner)] as const)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value;
}

/** Whether two values say the same thing to a reader. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** Whether a field holds nothing. */
export function isEmptyValue(value: unknown): boolean {
  return canonical(value) === undefined;
}
