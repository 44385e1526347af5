import type { SyncContext } from './sync-context.ts';

/** What the row of a list or library says of its last pull: it came to its end. */
export const pulledNow = ({ now }: Pick<SyncContext, 'now'>) => ({
  last_pull_problem: null,
  last_pull_at: now().toISOString(),
});

/** It did not. @param status of Graph's answer; 200: a page that could not be read, 0: none came */
export const pullProblem = (status: number) => ({
  last_pull_problem: status === 200 ? 'unreadablePage' : `status ${String(status)}`,
});
