/**
 * When the runs are made. pg-boss fires the schedule once however many processes there are, keeps a wake-up through a
 * restart, and can be driven by a clock of the test's. Its jobs carry the board's id and nothing else (`design.md` 5).
 */
import { PgBoss } from 'pg-boss';
import type { ConstructorOptions } from 'pg-boss';
import type { Log } from '../log.ts';

export interface ScheduleParts {
  readonly databaseUrl: string;
  readonly boardId: string;
  readonly run: () => Promise<unknown>;
  readonly log: Log;
  readonly clock?: ConstructorOptions['clock'];
}

export interface ReminderSchedule {
  /** A run soon; many calls make one. Never throws: the next run of the schedule finds the same. */
  wake(): void;
  stop(): Promise<void>;
}

const queue = 'reminders.run';
/** As the hours open, and all day for what becomes due or comes back. */
const everyFiveMinutes = '*/5 * * * *';
const wakeAfterMs = 1_000;

export async function scheduleReminders(parts: ScheduleParts): Promise<ReminderSchedule> {
  const { databaseUrl, boardId, run, log, clock } = parts;
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'jobs',
    max: 3,
    openTelemetry: { enabled: false },
    ...(clock !== undefined && { clock }),
  });
  const failed = (error: unknown) => {
    log.error('reminders.schedule-failed', { reason: error instanceof Error ? error.name : 'unknown' });
  };
  boss.on('error', failed);
  await boss.start();
  // One job waiting and one at work: a wake-up during a run makes one more run, not ten.
  await boss.createQueue(queue, { policy: 'stately', retryLimit: 0, deleteAfterSeconds: 86_400 });
  await boss.schedule(queue, everyFiveMinutes, { boardId }, { tz: 'Europe/Stockholm', key: boardId });
  await boss.work(queue, async () => {
    await run();
  });

  let timer: NodeJS.Timeout | undefined;
  return {
    wake: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        boss.send(queue, { boardId }).catch(failed);
      }, wakeAfterMs).unref();
    },
    stop: async () => {
      clearTimeout(timer);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
