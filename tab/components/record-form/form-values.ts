import type { FieldProblem } from '../../../shared/api/contract.ts';
import type { AnyFields } from '../../../shared/records/record-kind.ts';
import { isSameValue } from '../../../shared/rules/field-changes.ts';

/** What a form holds: values by field name. An absent, null or empty value is an empty field. */
export type FormValues = Readonly<Record<string, unknown>>;

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Only what differs from `base`, with `null` where a field was emptied: the `fields` of a change. */
export function changedFields(base: FormValues, values: FormValues): Record<string, unknown> {
  const names = new Set([...Object.keys(base), ...Object.keys(values)]);
  const changes: Record<string, unknown> = {};
  for (const name of names) {
    const before = isEmpty(base[name]) ? undefined : base[name];
    const after = isEmpty(values[name]) ? undefined : values[name];
    if (!isSameValue(before, after)) changes[name] = after ?? null;
  }
  return changes;
}

/** Without empty fields: the `fields` of a new record. */
export function filledFields(values: FormValues): AnyFields {
  // The service parses every value by the definition; the form only knows that it is not empty.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))) as AnyFields;
}

/** What is wrong with a field as a whole, in one sentence. */
export function problemText(problems: readonly FieldProblem[], name: string): string | undefined {
  const texts = problems.filter((one) => one.field === name && one.row === undefined).map((one) => one.text);
  return texts.length === 0 ? undefined : texts.join(' ');
}

/** The problems of one row, named as its own fields (`resourceUse.plan` of row r → `plan`). */
export function problemsOfRow(problems: readonly FieldProblem[], name: string, row: string): readonly FieldProblem[] {
  return problems.flatMap((one) =>
    one.row === row && one.field.startsWith(`${name}.`)
      ? [{ field: one.field.slice(name.length + 1), problem: one.problem, text: one.text }]
      : [],
  );
}
