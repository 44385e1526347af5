import type { Presence } from '../../shared/api/process-contract.ts';
import type { Caller } from '../records/records-service.ts';
import type { Connection } from '../records/service-context.ts';

/** Three heartbeats missed: the page was closed, or its device sleeps. */
const goneAfterMs = 65_000;

/** Notes that the caller has the process open. */
export async function notePresence(
  db: Connection,
  caller: Caller,
  processId: string,
  editing: boolean,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const gone = new Date(now.getTime() - goneAfterMs).toISOString();
  await db
    .insertInto('process_presence')
    .values({
      board_id: caller.boardId,
      process_id: processId,
      person_id: caller.actor.personId,
      person_name: caller.actor.name,
      editing,
      since: at,
      seen_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['board_id', 'process_id', 'person_id']).doUpdateSet((row) => ({
        editing,
        seen_at: at,
        // Who has been away begins anew.
        since: row
          .case()
          .when('process_presence.seen_at', '<', gone)
          .then(at)
          .else(row.ref('process_presence.since'))
          .end(),
      })),
    )
    .execute();
  await db.deleteFrom('process_presence').where('seen_at', '<', gone).execute();
}

export async function forgetPresence(db: Connection, caller: Caller, processId: string): Promise<void> {
  await db
    .deleteFrom('process_presence')
    .where('board_id', '=', caller.boardId)
    .where('process_id', '=', processId)
    .where('person_id', '=', caller.actor.personId)
    .execute();
}

/** Who has it open, longest first. */
export async function presentIn(
  db: Connection,
  boardId: string,
  processId: string,
  now: Date,
): Promise<readonly Presence[]> {
  const rows = await db
    .selectFrom('process_presence')
    .select(['person_id', 'person_name', 'editing', 'since'])
    .where('board_id', '=', boardId)
    .where('process_id', '=', processId)
    .where('seen_at', '>=', new Date(now.getTime() - goneAfterMs).toISOString())
    .orderBy('since')
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id, person_name, editing, since }) => ({
    person: { id: person_id, name: person_name },
    since,
    editing,
  }));
}
