import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { RecordConflict, RecordConflicts, SettleRequest } from '../../shared/api/sync-contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { applyFields } from '../../shared/rules/field-changes.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { sync as english } from '../../shared/text/en/sync.ts';
import { sync as swedish } from '../../shared/text/sv/sync.ts';
import { absentRecord } from './absent-record.ts';
import { logReads } from './access-log.ts';
import { changeRow } from './change-record.ts';
import { conflictFor } from './conflict-view.ts';
import { answerWrite, ok } from './outcomes.ts';
import { lockWithProblem, problemKindOf, writeProblemRecord } from './problem-records.ts';
import { nothingMasked } from './read-given-fields.ts';
import { readReason } from './read-reason.ts';
import { findRow, isUuid } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Caller, Outcome } from './records-service.ts';
import { restoreRecord } from './restore-record.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { stepRow } from './take-step.ts';
import { personOf, updateRecord } from './write-record.ts';

/** The open conflicts of a record, of a deleted one too, for whoever may settle them; for anybody else there are none. */
export async function listConflicts(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
): Promise<Outcome<RecordConflicts>> {
  const row = await findConflicted(context.db, caller.boardId, kind, id);
  const { tree } = await context.organisation(caller.boardId);
  const view = row && viewOf(caller.actor, row, tree);
  if (row === undefined || view === undefined) return { kind: 'notFound' };
  const stored = await openConflicts(context.db, row).orderBy('found_at').orderBy('id').execute();
  const conflicts = stored
    .map((conflict) => conflictFor(caller.actor, tree, row, conflict))
    .filter((conflict) => conflict !== undefined);
  // A deleted record is nobody's to know of, but for who has to decide about it.
  if (row.deleted && conflicts.length === 0) return { kind: 'notFound' };
  if (conflicts.length > 0) await logReads(context.db, context, caller, [{ id, kind, view }]);
  return ok(conflicts);
}

/**
 * A person decides what stands, in one act with the settling: values and steps go the way of any change of theirs
 * (permission, state rules, validation, masking, history). What is let go is told in the history. Rules S-C1…S-C4.
 */
export async function settleConflict(
  context: ServiceContext,
  caller: Caller,
  place: { readonly kind: KindName; readonly id: string; readonly conflictId: string },
  request: SettleRequest,
): Promise<Outcome<RecordAnswer | undefined>> {
  const accepted: Accepted[] = [];
  const outcome = await context.db.transaction().execute(async (db): Promise<Outcome<RecordAnswer | undefined>> => {
    if (!isUuid(place.id) || !isUuid(place.conflictId)) return { kind: 'notFound' };
    await lockWithProblem(db, caller.boardId, place.kind, place.id, place.conflictId);
    const row = await findConflicted(db, caller.boardId, place.kind, place.id);
    if (row === undefined) return { kind: 'notFound' };
    const stored = await openConflicts(db, row).where('id', '=', place.conflictId).forUpdate().executeTakeFirst();
    const { tree } = await context.organisation(caller.boardId);
    const conflict = stored && conflictFor(caller.actor, tree, row, stored);
    if (conflict === undefined) return { kind: 'notFound' };
    if (!conflict.choices.includes(request.choice)) return { kind: 'stepNotPossible' };
    const reason = reasonFor(context, caller, conflict, request);
    if (reason.kind !== 'ok') return reason;
    const act: Act = { db, context, caller, row, conflict, request, reason: reason.value, accepted };
    const settled = await carryOut(act);
    if (settled.kind === 'ok') await noteSettled(act);
    return settled;
  });
  for (const one of accepted) context.onAccepted(one);
  return outcome;
}

interface Act {
  readonly db: Connection;
  readonly context: ServiceContext;
  readonly caller: Caller;
  readonly row: RecordRow;
  readonly conflict: RecordConflict;
  readonly request: SettleRequest;
  readonly reason: string | undefined;
  readonly accepted: Accepted[];
}

async function findConflicted(
  db: Connection,
  boardId: string,
  kind: KindName,
  id: string,
): Promise<RecordRow | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await findRow(db, boardId, kind, id, { withDeleted: true });
  return row ?? absentRecord(db, boardId, kind, id);
}

function openConflicts(db: Connection, row: RecordRow) {
  return db
    .selectFrom('conflicts')
    .select(['id', 'field_group', 'ours', 'found_at'])
    .where('board_id', '=', row.boardId)
    .where('kind', '=', row.kind)
    .where('record_id', '=', row.id)
    .where('settled_at', 'is', null);
}

/** A choice between values speaks for itself; whatever is decided about a status or a deletion has a reason. */
function reasonFor(
  context: ServiceContext,
  caller: Caller,
  { isDeleted, status }: RecordConflict,
  { choice, reason = '' }: SettleRequest,
): Outcome<string | undefined> {
  const isAsked = choice !== 'values' && (isDeleted || status !== undefined);
  return isAsked || reason.trim() !== '' ? readReason(context, caller, reason) : ok(undefined);
}

async function carryOut(act: Act): Promise<Outcome<RecordAnswer | undefined>> {
  const { db, context, caller, row, conflict, request, reason, accepted } = act;
  switch (request.choice) {
    case 'values': {
      const { baseRevision, fields = {} } = request;
      return changeRow(db, context, caller, row, { baseRevision, fields }, accepted, reason);
    }
    case 'step':
      return takeOurStep(act);
    case 'record': {
      const restored = await restoreRecord(db, context, caller, row, reason ?? '', accepted);
      return ok(await answerWrite(context, caller, restored, nothingMasked));
    }
    case 'sharePoint':
      if (row.deleted) return ok(undefined);
      return ok(await answerWrite(context, caller, await letGo(act, row, conflict.ours as AnyFields), nothingMasked));
  }
}

/** The step as our side took it, with those of its fields that may be given with it; what is left over is let go. */
async function takeOurStep(act: Act): Promise<Outcome<RecordAnswer>> {
  const { db, context, caller, row, conflict, request, reason, accepted } = act;
  const { step, ours } = conflict;
  if (step === undefined) return { kind: 'stepNotPossible' };
  const given = Object.entries(ours).filter(([name]) => step.fields.includes(name));
  const left = Object.entries(ours).filter(([name]) => !step.fields.includes(name));
  const { baseRevision } = request;
  const input = { to: step.to, baseRevision, fields: Object.fromEntries(given), ...(reason && { reason }) };
  const taken = await stepRow(db, context, caller, row, input, accepted);
  if (taken.kind !== 'ok' || left.length === 0) return taken;
  const now = await findRow(db, row.boardId, row.kind, row.id);
  if (now === undefined) return taken;
  const after = await letGo(act, now, Object.fromEntries(left) as AnyFields);
  return ok(await answerWrite(context, caller, after, taken.value.masked));
}

/** SharePoint's side stays; what was written here is told in the history, so that it can be found again. */
async function letGo(act: Act, row: RecordRow, written: AnyFields): Promise<RecordRow> {
  const { db, context, caller, accepted } = act;
  const standing = Object.fromEntries(Object.keys(written).map((name) => [name, row.fields[name] ?? null]));
  const { changes } = applyFields(written, standing);
  const { theirsStood } = (caller.language === 'sv' ? swedish : english).conflicts;
  const after = await updateRecord(db, context, caller, row, {
    action: 'changed',
    changes,
    reason: act.reason ?? theirsStood,
  });
  accepted.push({ boardId: row.boardId, kind: row.kind, id: row.id });
  return after;
}

const outcomes = { values: 'chosen', step: 'step', record: 'restored', sharePoint: 'theirs' } as const;

async function noteSettled({ db, context, caller, row, conflict, request, reason, accepted }: Act): Promise<void> {
  const at = context.now().toISOString();
  await db
    .updateTable('conflicts')
    .set({
      settled_at: at,
      settled_by: JSON.stringify(personOf(caller)),
      settle_reason: reason ?? null,
      outcome: outcomes[request.choice],
    })
    .where('board_id', '=', caller.boardId)
    .where('id', '=', conflict.conflictId)
    .execute();
  await writeProblemRecord(db, { table: 'conflicts', boardId: row.boardId, id: conflict.conflictId }, at);
  accepted.push({ boardId: row.boardId, kind: problemKindOf(row.kind), id: conflict.conflictId });
}
