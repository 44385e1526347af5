import type { RecordSetAside } from '../../shared/api/sync-contract.ts';
import type { KindName } from '../../shared/records/index.ts';
import { mayWrite, viewOf } from '../../shared/rules/permissions.ts';
import { mayEdit } from '../../shared/rules/states.ts';
import { logReads } from './access-log.ts';
import { ok } from './outcomes.ts';
import { findRow } from './record-rows.ts';
import type { Caller, Outcome } from './records-service.ts';
import type { ServiceContext } from './service-context.ts';
import { valuesToTake } from './settle-set-aside.ts';

/** What was set aside of a record, with what of it can be taken over; for whoever may change the record (S-I9). */
export async function listSetAside(
  context: ServiceContext,
  caller: Caller,
  kind: KindName,
  id: string,
): Promise<Outcome<RecordSetAside>> {
  const row = await findRow(context.db, caller.boardId, kind, id);
  const { tree } = await context.organisation(caller.boardId);
  const view = row && viewOf(caller.actor, row, tree);
  if (row === undefined || view === undefined) return { kind: 'notFound' };
  if (view !== 'full' || !mayWrite(caller.actor, row, tree)) return ok([]);
  const stored = await context.db
    .selectFrom('set_aside')
    .select(['id', 'reason', 'found_at', 'content'])
    .where('board_id', '=', caller.boardId)
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .where('settled_at', 'is', null)
    .orderBy('found_at')
    .orderBy('id')
    .execute();
  if (stored.length > 0) await logReads(context.db, context, caller, [{ id, kind, view }]);
  const mayTake = mayEdit(caller.actor, row, tree);
  return ok(
    stored.map(({ id: setAsideId, reason, found_at: foundAt, content }) => ({
      ...{ setAsideId, kind, record: { kind, id }, reason, foundAt },
      content: content as Readonly<Record<string, unknown>>,
      ...(mayTake && { values: valuesToTake(kind, content, row.fields), baseRevision: row.revision }),
    })),
  );
}
