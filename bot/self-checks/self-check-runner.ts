import type { Log } from '../log.ts';
import type { SelfChecksService } from './self-checks-service.ts';

/** Occurrences open on a day, so that twice an hour is soon enough; a run that finds nothing costs three questions. */
const everyMs = 30 * 60_000;

export interface SelfCheckRunner {
  /** When the run under way, if any, is done. */
  stop(): Promise<void>;
}

/** Runs the schedules now and then, in every process. What fails once is logged and tried again the next time. */
export function startSelfCheckRunner({
  selfChecks,
  boardId,
  log,
}: {
  readonly selfChecks: Pick<SelfChecksService, 'run'>;
  readonly boardId: string;
  readonly log: Log;
}): SelfCheckRunner {
  let under: Promise<void> = Promise.resolve();
  const run = (): void => {
    under = under.then(async () => {
      try {
        const { created, opened, cancelled } = await selfChecks.run(boardId);
        if (created + opened + cancelled > 0) log.info('self-checks.ran', { boardId, created, opened, cancelled });
      } catch (error) {
        log.error('self-checks.failed', { boardId, reason: error instanceof Error ? error.name : 'unknown' });
      }
    });
  };
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await under;
    },
  };
}
