import type { SettleSetAsideRequest } from '../../shared/api/sync-contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import type { AnyFields } from '../../shared/records/record-kind.ts';
import { fieldProblem } from '../../shared/rules/field-problem.ts';
import { mayWrite, viewOf } from '../../shared/rules/permissions.ts';
import { isSameValue } from '../graph/canonical.ts';
import { decodeReadable } from '../graph/decode-readable.ts';
import { sync as english } from '../../shared/text/en/sync.ts';
import { sync as swedish } from '../../shared/text/sv/sync.ts';
import { changeRow } from './change-record.ts';
import { invalid, ok } from './outcomes.ts';
import { lockWithProblem, problemKindOf, writeProblemRecord } from './problem-records.ts';
import { readReason } from './read-reason.ts';
import { findRow } from './record-rows.ts';
import type { Caller, Outcome } from './records-service.ts';
import type { Accepted, Connection, ServiceContext } from './service-context.ts';
import { personOf } from './write-record.ts';

/**
 * Settles what was set aside, with a reason. Single values of it may be taken over: they are stored as any change of
 * this caller is (permission, validation, masking, history), in one act with the settling. Rule S-I9.
 */
export async function settleSetAside(
  context: ServiceContext,
  caller: Caller,
  setAsideId: string,
  request: SettleSetAsideRequest,
  of?: { readonly kind: KindName; readonly id: string },
): Promise<Outcome<undefined>> {
  const reason = readReason(context, caller, request.reason);
  if (reason.kind !== 'ok') return reason;
  const accepted: Accepted[] = [];
  const outcome = await context.db.transaction().execute(async (db): Promise<Outcome<undefined>> => {
    const found = await openSetAside(db, caller, setAsideId).executeTakeFirst();
    if (found === undefined) return { kind: 'notFound' };
    const kind = found.kind as KindName;
    // The records first, as the pull locks them; meanwhile somebody else may have settled it.
    await lockWithProblem(db, caller.boardId, kind, found.record_id, setAsideId);
    const aside = await openSetAside(db, caller, setAsideId).forUpdate().executeTakeFirst();
    if (aside === undefined) return { kind: 'notFound' };
    if (of !== undefined && !(await isTheirs(db, context, caller, aside, of))) return { kind: 'notFound' };
    const { take = [] } = request;
    if (take.length > 0) {
      const taken = await takeOver(db, context, caller, aside, { ...request, take }, accepted);
      if (taken.kind !== 'ok') return taken;
    }
    const at = context.now().toISOString();
    await db
      .updateTable('set_aside')
      .set({
        settled_at: at,
        settled_by: JSON.stringify(personOf(caller)),
        settle_reason: reason.value,
        taken: JSON.stringify(take),
      })
      .where('board_id', '=', caller.boardId)
      .where('id', '=', setAsideId)
      .execute();
    await writeProblemRecord(db, { table: 'set_aside', boardId: caller.boardId, id: setAsideId }, at);
    accepted.push({ boardId: caller.boardId, kind: problemKindOf(kind), id: setAsideId });
    return ok(undefined);
  });
  for (const one of accepted) context.onAccepted(one);
  return outcome;
}

function openSetAside(db: Connection, caller: Caller, setAsideId: string) {
  return db
    .selectFrom('set_aside')
    .select(['kind', 'record_id', 'content'])
    .where('board_id', '=', caller.boardId)
    .where('id', '=', setAsideId)
    .where('settled_at', 'is', null);
}

/** Whether it was set aside of this record, and the caller may change that. */
async function isTheirs(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  aside: SetAside,
  of: { readonly kind: KindName; readonly id: string },
): Promise<boolean> {
  if (aside.kind !== of.kind || aside.record_id !== of.id) return false;
  const row = await findRow(db, caller.boardId, of.kind, of.id, { lock: true });
  const { tree } = await context.organisation(caller.boardId);
  return row !== undefined && viewOf(caller.actor, row, tree) === 'full' && mayWrite(caller.actor, row, tree);
}

type SetAside = Awaited<ReturnType<ReturnType<typeof openSetAside>['executeTakeFirstOrThrow']>>;

async function takeOver(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  aside: SetAside,
  { take, baseRevision }: SettleSetAsideRequest & { readonly take: readonly string[] },
  accepted: Accepted[],
): Promise<Outcome<unknown>> {
  const kind = aside.kind as KindName;
  const row =
    aside.record_id === null ? undefined : await findRow(db, caller.boardId, kind, aside.record_id, { lock: true });
  if (row === undefined) return { kind: 'notFound' };
  const values = valuesToTake(kind, aside.content, row.fields);
  const unknown = take.find((name) => !(name in values));
  if (unknown !== undefined) return invalid(fieldProblem(caller.language, unknown, 'unknownField'));
  const fields = Object.fromEntries(take.map((name) => [name, values[name]]));
  const { taken } = (caller.language === 'sv' ? swedish : english).setAside;
  const input = { baseRevision: baseRevision ?? row.revision, fields };
  return await changeRow(db, context, caller, row, input, accepted, taken);
}

/** What of the columns can be read, is anybody's to write, and differs from the record now. */
export function valuesToTake(kind: KindName, content: unknown, now: AnyFields): AnyFields {
  if (typeof content !== 'object' || content === null) return {};
  const definition = definitionOf(kind);
  const read = decodeReadable(definition, content as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    Object.entries(read).filter(([name, value]) => {
      const field = definition.fields[name];
      return field !== undefined && field.setBySystem !== true && !isSameValue(field, value, now[name]);
    }),
  );
}
