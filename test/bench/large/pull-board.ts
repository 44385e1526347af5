import { randomUUID } from 'node:crypto';
import { defaultApp } from '../../../bot/local-graph/local-graph.ts';
import { createSyncEngine } from '../../../bot/sync/sync-engine.ts';
import type { SyncEngine } from '../../../bot/sync/sync-engine.ts';
import type { LargeBoard } from './large-board.ts';

const silent = (): void => undefined;

/** The sync engine over a large board; its workers are not started. */
export function engineOf(board: LargeBoard, now: () => Date): SyncEngine {
  return createSyncEngine({
    ...{ db: board.database.db, graph: board.graph, now, newId: randomUUID, random: Math.random },
    log: { error: (event, fields) => console.error(event, fields), info: silent, debug: silent },
    mask: (text) => text,
    ourAppId: defaultApp.id,
    pullEveryMs: 60_000,
  });
}

export async function pullBoard(engine: SyncEngine): Promise<void> {
  if (!(await engine.pullAll())) throw new Error('A list could not be pulled');
}
