import type { SyncContext } from './sync-context.ts';
import { ensureNumberBlocks } from './number-blocks.ts';
import type { SyncEngine } from './sync-engine.ts';

export type RebuildOutcome = 'notNeeded' | 'rebuilt' | 'incomplete';

/**
 * At start: fills an empty read model of a board from its lists, which after the loss of the database means all of it,
 * and for a new board nothing. Then sees to the number blocks. `incomplete`: SharePoint did not answer; the engine's
 * timer goes on with it.
 */
export async function rebuildIfEmpty(
  context: Pick<SyncContext, 'db' | 'graph' | 'now' | 'log'>,
  engine: Pick<SyncEngine, 'rebuild'>,
  boardId: string,
): Promise<RebuildOutcome> {
  const row = await context.db
    .selectFrom('records')
    .select('id')
    .where('board_id', '=', boardId)
    .limit(1)
    .executeTakeFirst();
  const outcome = row !== undefined ? 'notNeeded' : (await engine.rebuild(boardId)) ? 'rebuilt' : 'incomplete';
  const failed = await ensureNumberBlocks(context, boardId);
  return failed.length > 0 ? 'incomplete' : outcome;
}
