import type { RecordAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { Caller } from './records-service.ts';
import type { Connection, ServiceContext } from './service-context.ts';

/** Notes who was shown which restricted record in which view (L10), before it is shown. Other kinds are not noted. */
export async function logReads(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  answers: readonly Pick<RecordAnswer, 'id' | 'kind' | 'view'>[],
): Promise<void> {
  const restricted = answers.filter(({ kind }) => definitionOf(kind).group === 'restricted');
  if (restricted.length === 0 || caller.actor.system) return;
  const at = context.now().toISOString();
  await db
    .insertInto('access_log')
    .values(
      restricted.map(({ id, kind, view }) => ({
        board_id: caller.boardId,
        person_id: caller.actor.personId,
        at,
        kind,
        record_id: id,
        view,
        via: caller.via,
      })),
    )
    .execute();
}
