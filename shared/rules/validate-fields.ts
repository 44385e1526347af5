import type { FieldProblem } from '../api/contract.ts';
import { isStateRequired } from './required-fields.ts';
import type { AnyFields, AnyFieldValue, RecordKindDefinition } from '../records/record-kind.ts';
import { fieldProblem } from './field-problem.ts';
import { parseField } from './parse-field.ts';
import type { ParseContext } from './parse-field.ts';

export interface ValidatedFields {
  /** Canonical values of the fields that were given and could be read; `null`: the field was emptied. */
  readonly fields: Readonly<Record<string, AnyFieldValue | null>>;
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads what a surface sent for some fields of a record: unknown fields, those that the system sets, and values of the
 * wrong shape become problems. What is required is asked separately, since it depends on the state.
 */
export function validateFields(
  definition: RecordKindDefinition,
  input: Readonly<Record<string, unknown>>,
  context: ParseContext & { readonly bySystem?: boolean },
): ValidatedFields {
  const fields: Record<string, AnyFieldValue | null> = {};
  const problems: FieldProblem[] = [];
  for (const [name, value] of Object.entries(input)) {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
    if (field === undefined) {
      problems.push(fieldProblem(context.language, name.slice(0, 100), 'unknownField'));
      continue;
    }
    if (field.setBySystem && !context.bySystem) {
      problems.push(fieldProblem(context.language, name, 'setBySystem'));
      continue;
    }
    const parsed = parseField(name, field, value, context);
    if (parsed.kind === 'problems') problems.push(...parsed.problems);
    else fields[name] = parsed.value ?? null;
  }
  return { fields, problems };
}

/** The fields that must hold a value in `status` and do not; with `among`, only those named there are looked at. */
export function missingFields(
  definition: RecordKindDefinition,
  status: string,
  fields: AnyFields,
  context: Pick<ParseContext, 'language'> & { readonly among?: ReadonlySet<string> },
): readonly FieldProblem[] {
  return Object.entries(definition.fields)
    .filter(([name]) => context.among?.has(name) ?? true)
    .filter(([name, field]) => fields[name] === undefined && isStateRequired(field, status))
    .map(([name]) => fieldProblem(context.language, name, 'required'));
}
