import type { AnyFieldValue, AnyFields, RecordKindDefinition } from '../../../shared/records/record-kind.ts';
import { maskValue } from '../../../shared/rules/mask-value.ts';

/** Replaces personnummer and likely names in a text; every other word stays (L11). */
export type Mask = (text: string) => string;

/** Masks the fields that the definition says are masked. */
export function maskFields(definition: RecordKindDefinition, fields: AnyFields, mask: Mask): AnyFields {
  const entries = Object.entries(fields).map(([name, value]): [string, AnyFieldValue | undefined] => {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
    // Masking replaces words inside texts and keeps the shape.
    return [name, field === undefined ? value : (maskValue(field, value, mask) as AnyFieldValue | undefined)];
  });
  return Object.fromEntries(entries);
}

/** Every text of what is set aside, since nobody has read it yet; SharePoint's own columns are left out. */
export function maskColumns(columns: Readonly<Record<string, unknown>>, mask: Mask): Record<string, unknown> {
  const kept = Object.entries(columns).filter(([name]) => !/^(@odata|_)|@odata/.test(name) && !builtIn.has(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' && !keys.has(name) ? mask(value) : value]),
  );
}

const keys = new Set(['ClientKey', 'UnitId', 'Ref', 'Status', 'CreatedById', 'ModifiedById']);
const builtIn = new Set([
  'LinkTitle',
  'LinkTitleNoMenu',
  'ContentType',
  'Attachments',
  'Edit',
  'ItemChildCount',
  'FolderChildCount',
]);
