import { canonicalLine } from './canonical-text.ts';
import { definitionOf } from '../records/index.ts';
import type { KindName } from '../records/index.ts';
import type { AnyFields, AnyFieldValue, FieldDefinition, Person } from '../records/record-kind.ts';

/** Length of the title column in SharePoint (`graph.md` 1.5). */
const maximumTitle = 255;

/** The record's title: its first filled title field, a choice by its Swedish label; else the kind's own name. */
export function titleOf(kind: KindName, fields: AnyFields): string {
  const definition = definitionOf(kind);
  for (const name of definition.titleFields) {
    const field = definition.fields[name];
    const value = fields[name];
    if (field === undefined || value === undefined) continue;
    const text = canonicalLine(wordsOf(field, value));
    if (text !== '') return text.length <= maximumTitle ? text : `${text.slice(0, maximumTitle - 1).toWellFormed()}…`;
  }
  return definition.label.sv;
}

function wordsOf(field: FieldDefinition, value: AnyFieldValue): string {
  if (field.type === 'choice' && typeof value === 'string') return field.choices[value]?.sv ?? value;
  if (field.type === 'person') return (value as Person).name;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * What free-text search looks in: reference, title and text fields, lower-cased. Empty for restricted and internal
 * kinds, whose text must not lie in an index.
 */
export function searchTextOf(kind: KindName, ref: string | undefined, fields: AnyFields): string {
  const definition = definitionOf(kind);
  if (definition.group === 'restricted' || definition.group === 'internal') return '';
  const texts = Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = fields[name];
    return (field.type === 'text' || field.type === 'longText') && typeof value === 'string' ? [value] : [];
  });
  return [ref ?? '', titleOf(kind, fields), ...new Set(texts)].join('\n').toLowerCase();
}
