/** Decides what a field becomes when two people have changed it: pure, three-way (`design.md` 3). */
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { isSameValue } from './field-value.ts';
import type { FieldValue } from './field-value.ts';

export type MergedField =
  | { readonly kind: 'merged'; readonly value: FieldValue }
  /** Both changed the same thing: a person chooses. */
  | { readonly kind: 'conflict' };

interface Row {
  readonly id: string;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'id' in value;

function rowsOf(value: FieldValue): readonly Row[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isRow) : [];
}

function wordsOf(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter((one) => typeof one === 'string') : [];
}

/** What both added stays, what either removed goes; this can always be done. */
function mergeWords(from: FieldValue, mine: FieldValue, theirs: FieldValue): readonly string[] {
  const [before, ours, others] = [wordsOf(from), wordsOf(mine), wordsOf(theirs)];
  const kept = others.filter((word) => ours.includes(word) || !before.includes(word));
  const added = ours.filter((word) => !before.includes(word) && !others.includes(word));
  return [...kept, ...added];
}

/** Row by row; a row that both changed differently (or one changed and one removed) is a conflict of the field. */
function mergeRows(from: FieldValue, mine: FieldValue, theirs: FieldValue): MergedField {
  const [before, ours, others] = [from, mine, theirs].map((one) => new Map(rowsOf(one).map((row) => [row.id, row])));
  const merged: Row[] = [];
  // The order is mine: moving rows is something that people do on purpose.
  for (const id of new Set([...(ours?.keys() ?? []), ...(others?.keys() ?? [])])) {
    const [base, my, their] = [before?.get(id), ours?.get(id), others?.get(id)];
    const chosen = isSameValue(their, base) ? my : their;
    if (!isSameValue(their, base) && !isSameValue(my, base) && !isSameValue(my, their)) return { kind: 'conflict' };
    if (chosen) merged.push(chosen);
  }
  return { kind: 'merged', value: merged as unknown as FieldValue };
}

/** `from` is what the field held when I began to change it. */
export function mergeField(
  definition: Pick<FieldDefinition, 'type'>,
  from: FieldValue,
  mine: FieldValue,
  theirs: FieldValue,
): MergedField {
  if (isSameValue(theirs, from) || isSameValue(theirs, mine)) return { kind: 'merged', value: mine };
  switch (definition.type) {
    case 'rows':
      return mergeRows(from, mine, theirs);
    case 'choices':
    case 'words':
    case 'references':
      return { kind: 'merged', value: mergeWords(from, mine, theirs) };
    default:
      return { kind: 'conflict' };
  }
}
