/** What a conflict still is, held against its record as it stands now, and who may decide what about it. */
import type { RecordConflict, SettleChoice } from '../../shared/api/sync-contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { mayReadLog, mayWrite, viewOf } from '../../shared/rules/permissions.ts';
import type { Actor } from '../../shared/rules/permissions.ts';
import { allowedSteps, isClosed, openTransitions } from '../../shared/rules/states.ts';
import type { UnitTree } from '../../shared/rules/unit-tree.ts';
import { isSameValue } from '../graph/canonical.ts';
import type { RecordRow } from './record-store.ts';

/** The group of a conflict about a whole record, whose item was deleted. */
export const wholeRecord = '*';

export interface StoredConflict {
  readonly id: string;
  readonly field_group: string;
  readonly ours: unknown;
  readonly found_at: string;
}

/** Our side of a conflict, as far as it is not the record's already. */
export interface OurSide {
  readonly fields: AnyFields;
  readonly status?: string;
}

export function ourSide(row: RecordRow, { field_group: group, ours }: StoredConflict): OurSide {
  if (typeof ours !== 'object' || ours === null) return { fields: {} };
  const status = 'status' in ours && typeof ours.status === 'string' ? ours.status : undefined;
  const ofStatus = status === undefined || (status === row.status && !row.deleted) ? {} : { status };
  if (group !== wholeRecord) return { fields: fieldsToShow(row.kind, group, ours, row.fields), ...ofStatus };
  const written = fieldsToShow(row.kind, group, 'fields' in ours ? ours.fields : {}, {});
  const { fields } = definitionOf(row.kind);
  const differing = Object.entries(written).filter(([name, value]) => {
    const field = fields[name];
    return row.deleted || (field !== undefined && !isSameValue(field, value, row.fields[name]));
  });
  return { fields: Object.fromEntries(differing), ...ofStatus };
}

/**
 * A conflict for one reader; undefined when there is nothing that they may decide. Rules S-C1…S-C4: whoever may change the
 * record, or take a step from where it stands, decides; that a deletion stands may also be said by who sees to the sync.
 */
export function conflictFor(
  actor: Actor,
  units: UnitTree,
  row: RecordRow,
  conflict: StoredConflict,
): RecordConflict | undefined {
  if (viewOf(actor, row, units) !== 'full') return undefined;
  const { fields, status } = ourSide(row, conflict);
  const step = row.deleted ? undefined : allowedSteps(actor, row, units).find(({ to }) => to === status);
  const choices = row.deleted
    ? deletionChoices(actor, row, units, conflict.field_group === wholeRecord)
    : choicesOf(actor, row, units, { hasStep: step !== undefined, fields });
  if (choices.length === 0) return undefined;
  return {
    conflictId: conflict.id,
    ours: fields,
    now: row.deleted ? {} : Object.fromEntries(Object.keys(fields).map((name) => [name, row.fields[name]])),
    ...(status === undefined ? {} : { status }),
    ...(step === undefined ? {} : { step }),
    isDeleted: row.deleted,
    choices,
    baseRevision: row.revision,
    foundAt: conflict.found_at,
  };
}

function deletionChoices(actor: Actor, row: RecordRow, units: UnitTree, hasUnsent: boolean): readonly SettleChoice[] {
  if (mayWrite(actor, row, units)) return hasUnsent ? ['record', 'sharePoint'] : ['sharePoint'];
  return mayReadLog(actor, 'syncProblem') ? ['sharePoint'] : [];
}

function choicesOf(
  actor: Actor,
  row: RecordRow,
  units: UnitTree,
  { hasStep, fields }: { readonly hasStep: boolean; readonly fields: AnyFields },
): readonly SettleChoice[] {
  const isWriter = mayWrite(actor, row, units);
  if (!isWriter && openTransitions(actor, row, units).length === 0) return [];
  const definition = definitionOf(row.kind);
  const isWritable = Object.keys(fields).some((name) => definition.fields[name]?.setBySystem !== true);
  return [
    ...(hasStep ? (['step'] as const) : []),
    ...(isWriter && isWritable && !isClosed(row) ? (['values'] as const) : []),
    'sharePoint',
  ];
}

/**
 * What of a conflict a form can show and store: fields of the kind, a status or unit not. A conflict of one row
 * (`resources[<id>]`) is shown as the whole list with that row as it was written here.
 */
function fieldsToShow(kind: KindName, group: string, ours: unknown, now: AnyFields): AnyFields {
  if (typeof ours !== 'object' || ours === null) return {};
  const { fields } = definitionOf(kind);
  const known = Object.entries(ours).filter(([name]) => fields[name] !== undefined);
  if (!group.endsWith(']')) return Object.fromEntries(known);
  return Object.fromEntries(known.map(([name, rows]) => [name, withRows(rowsOf(now[name]), rowsOf(rows))]));
}

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (value: unknown): readonly Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : [];

function withRows(list: readonly Row[], replacing: readonly Row[]): readonly Row[] {
  const replaced = list.map((row) => replacing.find((one) => one['id'] === row['id']) ?? row);
  const added = replacing.filter((one) => !list.some((row) => row['id'] === one['id']));
  return [...replaced, ...added];
}
