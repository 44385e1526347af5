import type { Kysely } from 'kysely';
import { isKindName } from '../../shared/records/index.ts';
import type { Database } from '../database/schema.ts';
import { problemKinds } from '../records/problem-records.ts';
import type { RecordList } from './sync-context.ts';

/** Every list of records, of one board or of all. */
export async function recordLists(db: Kysely<Database>, boardId?: string): Promise<readonly RecordList[]> {
  const rows = await listRows(db)
    .$if(boardId !== undefined, (query) => query.where('board_id', '=', boardId ?? ''))
    .execute();
  return toLists(rows);
}

/** In a list of problems our app alone writes: what another process noted there needs no hurry, and costs the budget. */
const quietMs = 5 * 60_000;

/** The lists whose time has come when the timer says so: all, but for those of problems that were pulled a while ago. */
export async function listsToPull(db: Kysely<Database>, now: Date): Promise<readonly RecordList[]> {
  const since = new Date(now.getTime() - quietMs).toISOString();
  const rows = await listRows(db)
    .where((eb) =>
      eb.or([
        eb('kind', 'not in', problemKinds),
        eb('last_pull_at', 'is', null),
        eb('last_pull_at', '<', since),
        eb('last_pull_at', '>', now.toISOString()),
        eb('last_pull_problem', 'is not', null),
        eb('walk_asked_at', 'is not', null),
        eb('walk_started_at', 'is not', null),
      ]),
    )
    .execute();
  return toLists(rows);
}

const listRows = (db: Kysely<Database>) =>
  db.selectFrom('lists').select(['board_id', 'kind', 'site_id', 'list_id']).orderBy('board_id').orderBy('kind');

function toLists(rows: Awaited<ReturnType<ReturnType<typeof listRows>['execute']>>): readonly RecordList[] {
  return rows.flatMap((row) =>
    isKindName(row.kind)
      ? [{ boardId: row.board_id, kind: row.kind, address: { siteId: row.site_id, listId: row.list_id } }]
      : [],
  );
}
