import { expect, test } from '@jest/globals';
import { TestClock } from 'pg-boss';
import { scheduleReminders } from '../../../../bot/reminders/schedule.ts';
import { createTestDatabase } from '../../../support/database.ts';

const log = { error: () => undefined, info: () => undefined, debug: () => undefined };

async function until(isSo: () => boolean, move: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const end = Date.now() + 40_000;
  while (!isSo() && Date.now() < end) {
    await move();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('two processes on one database make each run of the schedule once, and a wake-up makes one soon', async () => {
  const database = await createTestDatabase();
  const clock = new TestClock('2026-11-25T05:58:30.000Z');
  const runs: string[] = [];
  const start = (name: string, more = {}) =>
    scheduleReminders({
      databaseUrl: database.url,
      boardId: 'board',
      log,
      run: () => Promise.resolve(void runs.push(`${name} ${new Date(clock.now()).toISOString().slice(11, 16)}`)),
      ...more,
    });
  const one = await start('one', { clock });
  const other = await start('other');

  try {
    one.wake();
    other.wake();
    await until(
      () => runs.length > 0,
      () => clock.tick(1_000),
    );
    expect(runs.length).toBeGreaterThanOrEqual(1);
    const { rows } = await readJobs(database.db);
    expect(rows.map(({ data }) => data)).toEqual(rows.map(() => ({ boardId: 'board' })));
  } finally {
    await Promise.all([one.stop(), other.stop()]);
    await database.close();
  }
});

async function readJobs(db: Awaited<ReturnType<typeof createTestDatabase>>['db']) {
  const { sql } = await import('kysely');
  return await sql<{ data: unknown }>`select data from jobs.job where name = 'reminders.run'`.execute(db);
}
