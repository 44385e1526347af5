import { recordKinds } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { FieldDefinition } from '../../shared/records/record-kind.ts';
import type { SimulatedKind } from './simulated-graph.ts';
import type { SeededChoice } from './seeded-choice.ts';

/** Fields that people of a simulation change at will. Others come with steps. */
export const freeFields: Readonly<Record<SimulatedKind, readonly string[]>> = {
  goal: ['text', 'targetGroupNeed', 'code'],
  commitment: ['text', 'targetGroup', 'workingMethod', 'resourceUse', 'qualityChecks', 'followUpFrequency'],
  deviation: ['whatHappened', 'place', 'immediateAction', 'causeText', 'causeAreas', 'reporterSeverity'],
  roleAssignment: [],
};

export const fieldOf = (kind: KindName, name: string): FieldDefinition | undefined =>
  (recordKinds[kind].fields as Readonly<Record<string, FieldDefinition>>)[name];

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** A value that the field takes. `newText` is asked where a person would write. */
export function makeUpValue(
  field: FieldDefinition,
  choice: SeededChoice,
  newText: () => string,
  before?: unknown,
): unknown {
  switch (field.type) {
    case 'text':
    case 'longText':
      return field.maxLength !== undefined && field.maxLength < 60 ? `k${String(choice.below(1000))}` : newText();
    case 'choice':
      return choice.one(Object.keys(field.choices));
    case 'choices':
      return Object.keys(field.choices).filter(() => choice.chance(0.5));
    case 'number':
      return (field.minimum ?? 0) + choice.below((field.maximum ?? 10) - (field.minimum ?? 0) + 1);
    case 'boolean':
      return choice.chance(0.5);
    case 'date':
      return `2026-0${String(1 + choice.below(9))}-1${String(choice.below(10))}`;
    case 'rows':
      return changeRows((before ?? []) as readonly Row[], choice, newText);
    default:
      return undefined;
  }
}

/** One row more, another text in one, or (where nothing but that is lost) one row less. */
function changeRows(rows: readonly Row[], choice: SeededChoice, newText: () => string): readonly Row[] {
  const chosen = choice.one(rows);
  if (chosen === undefined || choice.chance(0.4)) {
    return [...rows, { id: choice.uuid(), resourceKind: 'competence', plan: newText() }];
  }
  if (choice.chance(0.2)) return rows.filter((row) => row !== chosen);
  return rows.map((row) => (row === chosen ? { ...row, plan: newText() } : row));
}
