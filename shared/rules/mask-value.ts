import type { FieldDefinition } from '../records/record-kind.ts';

/** Masks what the field says is masked, in its rows too; what is no text passes as it came, to be judged later (L11). */
export function maskValue(field: FieldDefinition, value: unknown, mask: (text: string) => string): unknown {
  if (field.masked === true && typeof value === 'string') return mask(value);
  if (field.type !== 'rows' || !Array.isArray(value)) return value;
  return value.map((row: unknown) =>
    typeof row !== 'object' || row === null
      ? row
      : Object.fromEntries(
          Object.entries(row).map(([name, cell]: [string, unknown]) => {
            const inner = Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
            return [name, inner === undefined ? cell : maskValue(inner, cell, mask)];
          }),
        ),
  );
}
