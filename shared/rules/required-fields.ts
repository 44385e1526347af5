import type { FieldDefinition } from '../records/record-kind.ts';

/** Whether a field must hold a value while its record is in `status`. */
export function isStateRequired(field: FieldDefinition, status: string): boolean {
  return field.required === 'always' || (field.required?.includes(status) ?? false);
}
