import type { AnyFields, RecordKindDefinition } from '../../shared/records/record-kind.ts';
import { decodeItem } from './decode-item.ts';

/** The fields that can be read out of columns of which others make no sense. */
export function decodeReadable(
  definition: RecordKindDefinition,
  columns: Readonly<Record<string, unknown>>,
): AnyFields {
  const outcome = decodeItem(definition, columns);
  if (outcome.kind === 'item') return outcome.item.fields;
  const bad = new Set(outcome.problems.map(({ column }) => column));
  const rest = Object.entries(columns).filter(([name]) => !bad.has(name));
  // What is missing to make a value whole is named as a problem though it is not there.
  return rest.length === Object.keys(columns).length ? {} : decodeReadable(definition, Object.fromEntries(rest));
}
