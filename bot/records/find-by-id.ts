import { kindNames } from '../../shared/records/index.ts';
import { createGatheredCalls } from './gathered-calls.ts';
import { readRow } from './record-rows.ts';
import type { RecordRow } from './record-store.ts';
import type { Connection } from './service-context.ts';

export type FindById = (boardId: string, id: string) => Promise<RecordRow | undefined>;

interface Sought {
  readonly boardId: string;
  readonly id: string;
}

/** Looks for the records of many calls at once: every report asks first whether it was stored before. */
export function createFindById(db: Connection): FindById {
  const find = createGatheredCalls(async (sought: readonly Sought[]) => {
    const rows = await db
      .selectFrom('records')
      .selectAll()
      .where('board_id', 'in', [...new Set(sought.map(({ boardId }) => boardId))])
      .where('kind', 'in', [...kindNames])
      .where(
        'id',
        'in',
        sought.map(({ id }) => id),
      )
      .execute();
    return sought.map(({ boardId, id }) => {
      const row = rows.find((one) => one.board_id === boardId && one.id === id);
      return row && readRow(row);
    });
  });
  return (boardId, id) => find({ boardId, id });
}
