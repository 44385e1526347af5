/**
 * `npm run bench -- size RECORDS`: pull, overview and accept on one board of that size, and the memory after them. One
 * row of `sizes`, in a process of its own.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { yearOf } from '../../bot/records/number-series.ts';
import { startService } from '../support/start-service.ts';
import { openLargeBoard } from './large/large-board.ts';
import type { LargeBoard } from './large/large-board.ts';
import { engineOf } from './large/pull-board.ts';
import { overviewFigures } from './overview.ts';
import { sendReports } from './people.ts';
import { pullFigures } from './pull.ts';
import { percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const delayMs = 120;
/** Above this the delay of the first pull alone would be more than ten minutes. */
const mostDelayed = 200_000;
const reports = 2000;
const people = { users: 50, everyMs: 500 };

export async function run(words: readonly string[]): Promise<BenchResult> {
  const records = Number(words[0] ?? 10_000);
  const now = () => new Date();
  const begunAt = performance.now();
  const pullDelayMs = records > mostDelayed ? 0 : delayMs;
  const board = await openLargeBoard({ records, units: 300, delayMs: pullDelayMs, now, graphApart: true });
  const loaded = (performance.now() - begunAt) / 1000;
  const engine = engineOf(board, now);
  const pull = await pullFigures(board, engine, records);
  board.setDelay(delayMs);
  const afterPull = residentMb();
  const service = await startService({
    database: board.database,
    onAccepted: () => {
      engine.wake();
    },
  });
  try {
    const questions = await overviewFigures(board, service.origin, records);
    await haveNumbers(board, records, now());
    engine.start();
    const ids = Array.from({ length: reports }, () => randomUUID());
    const [unitId = ''] = board.unitIds;
    const { samples, references } = await sendReports(service.origin, ids, {
      ...people,
      personIds: [board.managerId],
      unitId,
    });
    await engine.stop();
    const { rows } = await sql<{
      mb: number;
    }>`select (pg_database_size(current_database()) / 1e6)::float8 as mb`.execute(board.database.db);
    const p95 = (name: string) => Number(questions.find(({ question }) => question === name)?.['p95, ms']);
    return {
      notes: [],
      rows: [
        {
          records,
          'loading, s': rounded(loaded),
          'delay in the pull, ms': pullDelayMs,
          ...pull,
          ...Object.fromEntries(
            questions.map(({ question }) => [`${String(question).split(':')[0] ?? ''} p95, ms`, p95(String(question))]),
          ),
          'Graph requests': questions.reduce((sum, row) => sum + Number(row['Graph requests']), 0),
          'smallest ratio': Math.min(...questions.map((row) => Number(row['ratio of p95']))),
          'accept p50, ms': rounded(percentile(samples, 0.5)),
          'accept p95, ms': rounded(percentile(samples, 0.95)),
          'references given twice': references.length - new Set(references).size,
          'memory after the pull, MB': afterPull,
          'memory at the end, MB': residentMb(),
          'database, MB': Math.round(rows[0]?.mb ?? 0),
        },
      ],
    };
  } finally {
    await service.close();
    await board.close();
  }
}

/** The block of numbers that whoever wrote the items had reserved. */
async function haveNumbers({ database }: LargeBoard, records: number, now: Date): Promise<void> {
  await database.db
    .insertInto('number_series')
    .values({
      ...{ board_id: demoBoard.id, series: 'AVV', year: yearOf(now), graph_item_id: null, etag: null },
      ...{ next_number: records + 1, high_water: records + 1_000_000 },
    })
    .execute();
}

/** What is in use; without `--expose-gc`, as `sizes` starts it, what nobody has cleared away yet counts too. */
function residentMb(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
}
