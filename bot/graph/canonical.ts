import { canonicalText as toCanonicalText } from '../../shared/rules/canonical-text.ts';
import type {
  AnyFieldValue,
  AnyFields,
  FieldDefinition,
  RecordKindDefinition,
} from '../../shared/records/record-kind.ts';

/**
 * The one form in which a record's values are compared (`design.md` 3): SharePoint changes line ends, drops spaces at an
 * end, answers `3.0` for 3, keeps instants to the second and knows no difference between empty and absent.
 * Undefined when nothing is left of the text.
 */
export function canonicalText(text: string): string | undefined {
  const canonical = toCanonicalText(text);
  return canonical === '' ? undefined : canonical;
}

/** A field's value in canonical form; undefined when it is empty. */
export function canonicalValue(
  field: FieldDefinition,
  value: AnyFieldValue | null | undefined,
): AnyFieldValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (field.type === 'dateTime') return typeof value === 'string' ? toSecond(value) : undefined;
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') return Object.is(value, -0) ? 0 : value;
  if (typeof value === 'boolean') return value;
  if (field.type === 'choices') return emptyAsAbsent([...new Set(value as readonly string[])].toSorted());
  if (field.type === 'words' || field.type === 'references') {
    const words = (value as readonly string[]).map(canonicalText).filter((word) => word !== undefined);
    return emptyAsAbsent([...new Set(words)]);
  }
  if (Array.isArray(value))
    return emptyAsAbsent(value.map((row: unknown) => canonicalPlain(row)) as AnyFieldValue & unknown[]);
  if (field.type === 'interval' && 'from' in value) {
    const { from, to, precision } = value as { from: string; to: string; precision: 'day' };
    return { from: toSecond(from), to: toSecond(to), precision };
  }
  return canonicalPlain(value) as AnyFieldValue;
}

/** Only the fields that hold something, each in canonical form. */
export function canonicalFields(definition: RecordKindDefinition, fields: AnyFields): AnyFields {
  const entries = Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = canonicalValue(field, fields[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

export function isSameValue(
  field: FieldDefinition,
  a: AnyFieldValue | undefined,
  b: AnyFieldValue | undefined,
): boolean {
  return stableJson(canonicalValue(field, a)) === stableJson(canonicalValue(field, b));
}

/** JSON with sorted keys (undefined as null), since the database orders the keys of objects in its own way. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function canonicalPlain(value: unknown): unknown {
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) return value.map(canonicalPlain);
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const entries = Object.entries(value).map(([key, inner]) => [key, canonicalPlain(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

function toSecond(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? instant : new Date(Math.floor(ms / 1000) * 1000).toISOString();
}

function emptyAsAbsent<List extends AnyFieldValue & readonly unknown[]>(list: List): List | undefined {
  return list.length === 0 ? undefined : list;
}
