import { canonicalFields, isSameValue, stableJson } from '../../graph/canonical.ts';
import type {
  AnyFieldValue,
  AnyFields,
  FieldDefinition,
  RecordKindDefinition,
} from '../../../shared/records/record-kind.ts';
import type { RecordContent } from '../../records/record-store.ts';
import { groupFields, statusGroup, unitGroup } from './merge-groups.ts';
import type { Grouping, SideChange } from './merge-groups.ts';
import { mergeRows, mergeSet, unionById } from './merge-lists.ts';

/** What both sides changed: SharePoint's stands, ours is kept until a person settles it. */
export interface MergeConflict {
  readonly group: string;
  readonly ours: Readonly<Record<string, unknown>>;
  readonly theirs: Readonly<Record<string, unknown>>;
}

export interface MergeResult {
  readonly content: RecordContent;
  readonly conflicts: readonly MergeConflict[];
}

/** Three-way merge by group of fields. Pure; rules S-M1…S-M8 of `SPEC.md`. */
export function mergeContent(
  definition: RecordKindDefinition,
  base: RecordContent,
  ours: RecordContent,
  theirs: RecordContent,
): MergeResult {
  const names = Object.keys(definition.fields);
  const ourChange = changeOf(definition, base, ours);
  const theirChange = changeOf(definition, base, theirs);
  const grouping = groupFields(definition, [ourChange, theirChange]);
  const conflicts: MergeConflict[] = [];
  const merged: Record<string, AnyFieldValue | undefined> = {};
  let status = theirs.status;
  let unitId = theirs.unitId;

  for (const group of new Set([statusGroup, unitGroup, ...names.map(grouping)])) {
    const members = names.filter((name) => grouping(name) === group);
    const list = listField(definition, group, members);
    if (list !== undefined) {
      merged[list.name] = mergeList(list.name, list.field, base.fields, ours.fields, theirs.fields, conflicts);
      continue;
    }
    const side = chooseSide({ group, members, definition, base, ours, theirs, ourChange, theirChange, conflicts });
    const winner = side === 'ours' ? ours : theirs;
    for (const name of members) merged[name] = winner.fields[name];
    if (group === statusGroup) status = winner.status;
    if (group === unitGroup) unitId = winner.unitId;
  }
  const content = {
    ...(unitId === undefined ? {} : { unitId }),
    status,
    fields: withoutAbsent(merged),
    comments: unionById(ours.comments, theirs.comments),
  };
  return keepClosed(definition, grouping, { base, ours, theirs }, { content, conflicts });
}

/** Whether two contents are the same in canonical form. */
export function isSameContent(definition: RecordKindDefinition, a: RecordContent, b: RecordContent): boolean {
  const plain = (content: RecordContent) =>
    stableJson([
      content.unitId,
      content.status,
      canonicalFields(definition, content.fields),
      content.comments.map((comment) => stableJson([comment.id, comment.text, comment.answer?.outcome])).toSorted(),
    ]);
  return plain(a) === plain(b);
}

/** The fields in which two contents differ. */
export function changedFields(definition: RecordKindDefinition, a: AnyFields, b: AnyFields): ReadonlySet<string> {
  const entries = Object.entries(definition.fields);
  return new Set(entries.filter(([name, field]) => !isSameValue(field, a[name], b[name])).map(([name]) => name));
}

interface Sides {
  readonly base: RecordContent;
  readonly ours: RecordContent;
  readonly theirs: RecordContent;
}

function changeOf(definition: RecordKindDefinition, base: RecordContent, side: RecordContent): SideChange {
  return {
    fromStatus: base.status,
    toStatus: side.status,
    changedFields: changedFields(definition, base.fields, side.fields),
  };
}

interface Choice extends Sides {
  readonly group: string;
  readonly members: readonly string[];
  readonly definition: RecordKindDefinition;
  readonly ourChange: SideChange;
  readonly theirChange: SideChange;
  readonly conflicts: MergeConflict[];
}

function chooseSide(choice: Choice): 'ours' | 'theirs' {
  const { group, members, definition, base, ours, theirs, ourChange, theirChange, conflicts } = choice;
  const isChanged = (side: RecordContent, change: SideChange): boolean =>
    members.some((name) => change.changedFields.has(name)) ||
    (group === statusGroup && side.status !== base.status) ||
    (group === unitGroup && side.unitId !== base.unitId);
  if (!isChanged(ours, ourChange)) return 'theirs';
  if (!isChanged(theirs, theirChange)) return 'ours';
  const differing = changedFields(definition, ours.fields, theirs.fields);
  const differs =
    members.some((name) => differing.has(name)) ||
    (group === statusGroup && ours.status !== theirs.status) ||
    (group === unitGroup && ours.unitId !== theirs.unitId);
  if (differs) conflicts.push(conflictOf(group, members, ours, theirs));
  return 'theirs';
}

function conflictOf(
  group: string,
  members: readonly string[],
  ours: RecordContent,
  theirs: RecordContent,
): MergeConflict {
  const pick = (side: RecordContent) => ({
    ...(group === statusGroup ? { status: side.status } : {}),
    ...(group === unitGroup && side.unitId !== undefined ? { unitId: side.unitId } : {}),
    ...Object.fromEntries(
      members.flatMap((name) => (side.fields[name] === undefined ? [] : [[name, side.fields[name]]])),
    ),
  });
  return { group, ours: pick(ours), theirs: pick(theirs) };
}

const listTypes = new Set(['rows', 'persons', 'choices', 'words', 'references']);

/** A field of many values that is a group of its own merges value by value. */
function listField(definition: RecordKindDefinition, group: string, members: readonly string[]) {
  const [name] = members;
  const field = name === undefined ? undefined : definition.fields[name];
  if (name === undefined || field === undefined || members.length !== 1 || group === statusGroup) return undefined;
  return listTypes.has(field.type) ? { name, field } : undefined;
}

function mergeList(
  name: string,
  field: FieldDefinition,
  base: AnyFields,
  ours: AnyFields,
  theirs: AnyFields,
  conflicts: MergeConflict[],
): AnyFieldValue | undefined {
  if (isSameValue(field, ours[name], theirs[name])) return ours[name];
  const list = (fields: AnyFields) => (fields[name] ?? []) as readonly never[];
  if (field.type !== 'rows') {
    const identity = field.type === 'persons' ? (value: unknown) => (value as { readonly id: string }).id : undefined;
    const merged = mergeSet(list(base), list(ours), list(theirs), identity);
    return merged.length === 0 ? undefined : (merged as AnyFieldValue);
  }
  const { rows, conflicts: rowConflicts } = mergeRows(list(base), list(ours), list(theirs));
  for (const { rowId, ours: our, theirs: their } of rowConflicts) {
    conflicts.push({ group: `${name}[${rowId}]`, ours: { [name]: [our] }, theirs: { [name]: their ? [their] : [] } });
  }
  return rows.length === 0 ? undefined : rows;
}

/**
 * In a closed state fields change only through a step. When SharePoint's side closed the record meanwhile, what ours
 * changed is a conflict, not a change of what was adopted.
 */
function keepClosed(
  definition: RecordKindDefinition,
  grouping: Grouping,
  { base, ours, theirs }: Sides,
  result: MergeResult,
): MergeResult {
  const isClosedByThem =
    theirs.status !== base.status &&
    result.content.status === theirs.status &&
    definition.closedStates?.includes(theirs.status) === true;
  if (!isClosedByThem) return result;
  const late = [...changedFields(definition, theirs.fields, result.content.fields)];
  const conflicts = [...new Set(late.map(grouping))].map((group) =>
    conflictOf(
      group,
      late.filter((name) => grouping(name) === group),
      ours,
      theirs,
    ),
  );
  const content = { ...result.content, fields: theirs.fields };
  return { content, conflicts: [...result.conflicts, ...conflicts] };
}

function withoutAbsent(fields: Readonly<Record<string, AnyFieldValue | undefined>>): AnyFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
