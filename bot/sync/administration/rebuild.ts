import { numberListKind } from '../../graph/number-list.ts';
import type { SyncContext } from '../sync-context.ts';
import { ensureNumberBlocks } from '../number-blocks.ts';
import type { SyncEngine } from '../sync-engine.ts';

export type RebuildOutcome = 'notNeeded' | 'rebuilt' | 'incomplete';

/**
 * At start: fills an empty read model of a board from its lists, which after the loss of the database means all of it,
 * and for a new board nothing; and goes on with a first walk that was cut short. A later walk is left to the timer, since
 * the read model is whole without it. Then sees to the number blocks. `incomplete`: SharePoint did not answer; the
 * engine's timer goes on with it.
 */
export async function rebuildIfEmpty(
  context: Pick<SyncContext, 'db' | 'graph' | 'now' | 'log'>,
  engine: Pick<SyncEngine, 'rebuild' | 'pullAll'>,
  boardId: string,
): Promise<RebuildOutcome> {
  const row = await context.db
    .selectFrom('records')
    .select('id')
    .where('board_id', '=', boardId)
    .limit(1)
    .executeTakeFirst();
  const isEmpty = row === undefined;
  const outcome =
    !isEmpty && (await isWalked(context, boardId))
      ? 'notNeeded'
      : (await (isEmpty ? engine.rebuild(boardId) : engine.pullAll(boardId)))
        ? 'rebuilt'
        : 'incomplete';
  const failed = await ensureNumberBlocks(context, boardId);
  return failed.length > 0 ? 'incomplete' : outcome;
}

/** Whether each list of records has been walked to its end at some time. */
async function isWalked({ db }: Pick<SyncContext, 'db'>, boardId: string): Promise<boolean> {
  const row = await db
    .selectFrom('lists')
    .select('kind')
    .where('board_id', '=', boardId)
    .where('kind', '!=', numberListKind)
    .where('delta_link', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}
