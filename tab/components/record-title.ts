import type { Language, RecordAnswer } from '../../shared/api/contract.ts';
import type { RecordKindDefinition } from '../../shared/records/record-kind.ts';

/**
 * The record's title in the reader's language. The service stores it in Swedish; where it comes from a choice, the
 * choice's own label is used, and a record without any title is called by its kind.
 */
export function recordTitle(
  record: Pick<RecordAnswer, 'title' | 'fields'>,
  definition: RecordKindDefinition,
  language: Language,
): string {
  for (const name of definition.titleFields) {
    const field = definition.fields[name];
    const value = record.fields[name];
    if (typeof value !== 'string' || value === '') continue;
    if (field?.type === 'choice') return field.choices[value]?.[language] ?? value;
    return value;
  }
  return record.title === '' ? definition.label[language] : record.title;
}
