import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { RecordConflicts, SettleRequest } from '../../shared/api/sync-contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { applyFields } from '../../shared/rules/field-changes.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { mayEdit } from '../../shared/rules/states.ts';
import { sync as english } from '../../shared/text/en/sync.ts';
import { sync as swedish } from '../../shared/text/sv/sync.ts';
import { changeRow } from './change-record.ts';
import { answerWrite, ok } from './outcomes.ts';
import { nothingMasked } from './read-given-fields.ts';
import { getRecord } from './read-record.ts';
import { findRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller, Outcome } from './records-service.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { personOf, updateRecord } from './write-record.ts';

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
 * with none, what SharePoint had stays, and the history tells what was let go. The change and the settling are one act.
 */
export async function settleConflict(
  context: ServiceContext,
  caller: Caller,
  place: { readonly kind: KindName; readonly id: string; readonly conflictId: string },
  { baseRevision, fields }: SettleRequest,
): Promise<Outcome<RecordAnswer>> {
  const accepted: Accepted[] = [];
  const outcome = await context.db.transaction().execute(async (db): Promise<Outcome<RecordAnswer>> => {
    const row = await findRow(db, caller.boardId, place.kind, place.id, { lock: true });
    if (row === undefined) return { kind: 'notFound' };
    const { tree } = await context.organisation(caller.boardId);
    if (viewOf(caller.actor, row, tree) !== 'full' || !mayEdit(caller.actor, row, tree)) return { kind: 'notFound' };
    const conflict = await lockConflict(db, row, place.conflictId);
    if (conflict === undefined) return { kind: 'notFound' };
    const isTheirs = Object.keys(fields).length === 0;
    const settled = isTheirs
      ? await letGo(db, context, caller, row, conflict, accepted)
      : await changeRow(db, context, caller, row, { baseRevision, fields }, accepted);
    if (settled.kind === 'ok') await noteSettled(db, context, caller, place.conflictId, isTheirs ? 'theirs' : 'chosen');
    return settled;
  });
  for (const one of accepted) context.onAccepted(one);
  return outcome;
}

function lockConflict(db: Connection, row: RecordRow, conflictId: string) {
  return db
    .selectFrom('conflicts')
    .select(['field_group', 'ours'])
    .where('id', '=', conflictId)
    .where('board_id', '=', row.boardId)
    .where('kind', '=', row.kind)
    .where('record_id', '=', row.id)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

type Conflict = NonNullable<Awaited<ReturnType<typeof lockConflict>>>;

/** SharePoint's side stays; what was written here is told in the history, so that it can be found again. */
async function letGo(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  row: RecordRow,
  { field_group: group, ours }: Conflict,
  accepted: Accepted[],
): Promise<Outcome<RecordAnswer>> {
  const written = fieldsToShow(row.kind, group, ours, row.fields) as AnyFields;
  const standing = Object.fromEntries(Object.keys(written).map((name) => [name, row.fields[name] ?? null]));
  const { changes } = applyFields(written, standing);
  const reason = (caller.language === 'sv' ? swedish : english).conflicts.theirsStood;
  const after = await updateRecord(db, context, caller, row, { action: 'changed', changes, reason });
  accepted.push({ boardId: row.boardId, kind: row.kind, id: row.id });
  return ok(await answerWrite(context, caller, after, nothingMasked));
}

async function noteSettled(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  conflictId: string,
  outcome: 'theirs' | 'chosen',
): Promise<void> {
  await db
    .updateTable('conflicts')
    .set({ settled_at: context.now().toISOString(), settled_by: JSON.stringify(personOf(caller)), outcome })
    .where('board_id', '=', caller.boardId)
    .where('id', '=', conflictId)
    .execute();
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
