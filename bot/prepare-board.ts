import { AppError } from '../shared/errors.ts';
import type { Config } from './config.ts';
import type { GraphSites } from './graph/graph-port.ts';
import { provisionBoard } from './graph/provisioning.ts';
import { rebuildIfEmpty } from './sync/administration/rebuild.ts';
import { registerBoard, registerLibrary } from './sync/register-board.ts';
import type { SyncContext } from './sync/sync-context.ts';
import type { SyncEngine } from './sync/sync-engine.ts';

interface BoardParts extends SyncContext {
  readonly engine: SyncEngine;
  readonly sites: GraphSites;
  readonly config: Config;
  readonly board: { readonly id: string; readonly name: string };
}

/**
 * Sees to it that the board's lists exist and that the read model has what they hold. While SharePoint does not answer,
 * a board that has been prepared before starts all the same: it reads and accepts from the database (`design.md` 3).
 *
 * @throws AppError startRefused when a new board cannot be prepared
 */
export async function prepareBoard(parts: BoardParts): Promise<void> {
  const { db, log, board, config } = parts;
  try {
    const provisioned = await provisionBoard({
      sites: parts.sites,
      boardId: board.id,
      boardName: board.name,
      siteUrl: config.siteUrl,
      restrictedSiteUrl: config.restrictedSiteUrl,
      log,
    });
    await registerBoard(db, provisioned);
    await registerLibrary(db, board.id, provisioned.processLibrary);
  } catch (error) {
    const isKnown = await db.selectFrom('boards').select('id').where('id', '=', board.id).executeTakeFirst();
    const isAway = error instanceof AppError && error.details['reason'] === 'provisioningUnavailable';
    if (!isAway || isKnown === undefined) throw error;
    log.error('starting without SharePoint', { boardId: board.id });
    return;
  }
  const outcome = await rebuildIfEmpty(parts, parts.engine, board.id);
  if (outcome === 'incomplete' && !(await hasNumbers(parts))) {
    // Without a reserved block and without all records, a reference could be given a second time.
    throw new AppError('startRefused', { reason: 'graphNotAnswering' });
  }
}

async function hasNumbers({ db, board }: BoardParts): Promise<boolean> {
  const row = await db.selectFrom('number_series').select('series').where('board_id', '=', board.id).executeTakeFirst();
  return row !== undefined;
}
