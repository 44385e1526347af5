import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { RecordConflicts, SettleRequest } from '../../shared/api/sync-contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { changeRecord } from './change-record.ts';
import { ok } from './outcomes.ts';
import { getRecord } from './read-record.ts';
import type { Caller, Outcome } from './records-service.ts';
import type { ServiceContext } from './service-context.ts';

/** The open conflicts of a record, for whoever may change it; for anybody else there are none. */
export async function listConflicts(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
): Promise<Outcome<RecordConflicts>> {
  const record = await getRecord(context, caller, kind, id);
  if (record.kind !== 'ok') return record;
  if (!record.value.allowed.edit) return ok([]);
  const rows = await context.db
    .selectFrom('conflicts')
    .select(['id', 'field_group', 'ours', 'found_at'])
    .where('board_id', '=', caller.boardId)
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .where('settled_at', 'is', null)
    .orderBy('found_at')
    .execute();
  return ok(
    rows.map((row) => ({
      conflictId: row.id,
      ours: fieldsToShow(kind, row.field_group, row.ours, record.value.fields),
      foundAt: row.found_at,
    })),
  );
}

/**
 * A person decides what stands: the fields given are stored as any change is (permission, validation, masking, history);
 * with none, what SharePoint had stays. Either way the conflict is settled, and what was ours stays in its row.
 */
export async function settleConflict(
  context: ServiceContext,
  caller: Caller,
  place: { readonly kind: KindName; readonly id: string; readonly conflictId: string },
  { baseRevision, fields }: SettleRequest,
): Promise<Outcome<RecordAnswer>> {
  const { kind, id, conflictId } = place;
  const open = await listConflicts(context, caller, kind, id);
  if (open.kind !== 'ok') return open;
  if (!open.value.some((conflict) => conflict.conflictId === conflictId)) return { kind: 'notFound' };
  const outcome =
    Object.keys(fields).length === 0
      ? await getRecord(context, caller, kind, id)
      : await changeRecord(context, caller, kind, id, { baseRevision, fields });
  if (outcome.kind !== 'ok') return outcome;
  await context.db
    .updateTable('conflicts')
    .set({ settled_at: context.now().toISOString() })
    .where('board_id', '=', caller.boardId)
    .where('id', '=', conflictId)
    .execute();
  return outcome;
}

/**
 * What of a conflict a form can show and store: fields of the kind, a status or unit not. A conflict of one row
 * (`resources[<id>]`) is shown as the whole list with that row as it was written here.
 */
function fieldsToShow(kind: KindName, group: string, ours: unknown, now: AnyFields): Readonly<Record<string, unknown>> {
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
