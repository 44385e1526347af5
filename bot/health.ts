import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { HealthAnswer, HealthReason } from '../shared/api/contract.ts';
import type { Database } from './database/schema.ts';
import { isLate, isLibraryPullLate, isPullLate, oldestPullAt } from './sync/administration/sync-status.ts';
import type { SyncStatus } from './sync/administration/sync-status.ts';

interface HealthParts {
  readonly db: Kysely<Database>;
  readonly status: () => Promise<SyncStatus>;
  readonly now: () => Date;
  readonly instance: string;
}

/** The service works while SharePoint is away, and says so; without its database it does not. */
export async function readHealth({ db, status, now, instance }: HealthParts): Promise<HealthAnswer> {
  const common = { instance, mode: 'local' } as const;
  try {
    await sql`select 1`.execute(db);
    const sync = await status();
    const pulledAt = oldestPullAt(sync);
    const reasons = reasonsOf(sync, now());
    return {
      ...common,
      status: reasons.length === 0 ? 'ready' : 'degraded',
      reasons,
      parts: {
        database: 'ok',
        graph: reasons.includes('graphNotAnswering') ? 'failing' : 'ok',
        queue: reasons.includes('changesLate') ? 'late' : 'ok',
        pull: reasons.includes('pullLate') ? 'late' : 'ok',
        library: reasons.includes('libraryPullLate') ? 'late' : 'ok',
      },
      waiting: sync.waiting,
      ...(pulledAt === undefined ? {} : { oldestPullAt: pulledAt }),
      ...(sync.oldestWaitingAt === undefined ? {} : { oldestWaitingAt: sync.oldestWaitingAt }),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ...common, status: 'failing', reasons: ['databaseNotAnswering'], parts: { database: 'failing' } };
  }
}

function reasonsOf(status: SyncStatus, now: Date): readonly HealthReason[] {
  const signs: readonly (readonly [HealthReason, boolean])[] = [
    ['graphNotAnswering', [...status.lists, ...status.libraries].some(({ problem }) => problem !== undefined)],
    ['changesLate', isLate(status, now)],
    ['pullLate', isPullLate(status, now)],
    ['libraryPullLate', isLibraryPullLate(status, now)],
    ['throttled', status.pausedUntil !== undefined],
    ['changesUnsendable', status.unsendable > 0],
  ];
  return signs.filter(([, holds]) => holds).map(([reason]) => reason);
}
