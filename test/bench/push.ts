/**
 * `npm run bench -- push [jobs] [speed]`: a queue drains at SharePoint's smallest budget while new reports come in, in
 * time that runs `speed` times as fast: clock, timers and the network's delay alike. The database and our own work are
 * not faster, so that they weigh `speed` times as much as in truth: at 20, a push that costs the machine 6 ms is as good as
 * the whole budget of 500 a minute, and the figures tell of the machine. 5 leaves room on two cores.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoBoard } from '../../bot/demo/demo-board.ts';
import { graphOrigin } from '../../bot/graph/origin-handler.ts';
import { defaultApp } from '../../bot/local-graph/local-graph.ts';
import { createRecordsService } from '../../bot/records/create-records-service.ts';
import { ensureNumberBlocks } from '../../bot/sync/number-blocks.ts';
import { toStoredColumns } from '../../bot/records/stored-rows.ts';
import { createSyncEngine } from '../../bot/sync/sync-engine.ts';
import type { SyncEngine, SyncOptions } from '../../bot/sync/sync-engine.ts';
import { maskText } from '../../shared/intake/masking.ts';
import { createDeviation } from './large/create-deviation.ts';
import { openLargeBoard } from './large/large-board.ts';
import type { LargeBoard } from './large/large-board.ts';
import { percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const budget = 1250;
const share = 0.8;
const delayMs = 120;
const reportEveryMs = 10_000;
const silent = (): void => undefined;

export async function run(words: readonly string[]): Promise<BenchResult> {
  const jobs = Number(words[0] ?? 20_000);
  const speed = Number(words[1] ?? 5);
  const startedAt = Date.now();
  const now = () => new Date(startedAt + (Date.now() - startedAt) * speed);
  const board = await openLargeBoard({ records: 0, units: 10, delayMs: delayMs / speed, now });
  try {
    await setBudget(board);
    return await measure(board, { jobs, speed, now });
  } finally {
    await board.close();
  }
}

async function setBudget({ direct }: LargeBoard): Promise<void> {
  const body = JSON.stringify({ resourceUnitsPerMinute: budget });
  const address = `${graphOrigin}/local-graph-control/faults`;
  const answer = await direct(new Request(address, { method: 'PUT', body }));
  if (!answer.ok) throw new Error(`No budget set: ${String(answer.status)}`);
}

interface Pace {
  readonly jobs: number;
  readonly speed: number;
  readonly now: () => Date;
}

async function measure(board: LargeBoard, { jobs, speed, now }: Pace): Promise<BenchResult> {
  const { db } = board.database;
  const writes: number[] = [];
  let refusals = 0;
  const options: SyncOptions = {
    ...{ db, now, newId: randomUUID, random: Math.random },
    graph: {
      ...board.graph,
      batch: async (members) => {
        writes.push(...members.map(() => now().getTime()));
        const outcomes = await board.graph.batch(members);
        refusals += outcomes.filter((outcome) => outcome.kind === 'tryLater' && outcome.status === 429).length;
        return outcomes;
      },
    },
    log: { error: (event, fields) => console.error(event, fields), info: silent, debug: silent },
    mask: (text) => text,
    ourAppId: defaultApp.id,
    pullEveryMs: 300_000,
    unitsPerMinute: budget * share,
    setTimer: (afterMs, callback) => {
      const timer = setTimeout(callback, afterMs / speed);
      return () => {
        clearTimeout(timer);
      };
    },
  };
  await ensureNumberBlocks(options, demoBoard.id);
  await queue(board, jobs, now());
  const engine = createSyncEngine(options);
  engine.start();
  const begun = now().getTime();
  const reports = await reportWhileDraining(board, engine, { jobs, speed, now });
  await engine.stop();

  const minutes = countsByMinute(writes, begun).slice(1, -1);
  const pace = minutes.map((count) => (count * 2) / budget);
  return {
    notes: [
      `Budget ${String(budget)} enheter i minuten, en skrivning kostar 2, målet är ${String(share * 100)} %. Tiden går ${String(speed)} gånger så fort; ${String(delayMs)} ms för varje anrop i den tiden.`,
      `En ny rapport var ${String(reportEveryMs / 1000)}:e sekund. Tiden till SharePoint räknas från mottagandet till svaret på skrivningen.`,
    ],
    rows: [
      {
        jobs,
        'simulated minutes': rounded((now().getTime() - begun) / 60_000),
        'new reports': reports.length,
        'reports p50, s': rounded(percentile(reports, 0.5) / 1000, 2),
        'reports p95, s': rounded(percentile(reports, 0.95) / 1000, 2),
        'share of budget, median %': rounded(percentile(pace, 0.5) * 100),
        'share of budget, lowest %': rounded(Math.min(...pace) * 100),
        'share of budget, highest %': rounded(Math.max(...pace) * 100),
        '429': refusals,
      },
    ],
  };
}

/** Bulk work: changes of old records, that came before any new report. */
async function queue(board: LargeBoard, jobs: number, at: Date): Promise<void> {
  for (let made = 0; made < jobs; made += 500) {
    const rows = Array.from({ length: Math.min(500, jobs - made) }, (_, index) => ({
      ...toStoredColumns(createDeviation(made + index, board.unitIds, at)),
      push_priority: 1,
      waiting_since: at.toISOString(),
    }));
    await board.database.db.insertInto('records').values(rows).execute();
  }
}

async function reportWhileDraining(board: LargeBoard, engine: SyncEngine, pace: Pace): Promise<readonly number[]> {
  const { db } = board.database;
  const records = createRecordsService({
    ...{ db, now: pace.now, newId: randomUUID, mask: maskText },
    onAccepted: () => {
      engine.wake();
    },
  });
  const actor = await records.actorOf(demoBoard.id, board.managerId);
  const [unitId] = board.unitIds;
  const took: number[] = [];
  const under: Promise<void>[] = [];
  for (let isDraining = true; isDraining;) {
    const id = randomUUID();
    const acceptedAt = pace.now().getTime();
    const fields = { whatHappened: 'Fall i korridoren.', category: 'fall' };
    const caller = { boardId: demoBoard.id, actor, via: 'tab', language: 'sv' } as const;
    const outcome = await records.create(caller, 'deviation', { id, unitId, fields });
    if (outcome.kind !== 'ok') throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
    under.push(isPushed(board, id).then(() => void took.push(pace.now().getTime() - acceptedAt)));
    await sleep(reportEveryMs / pace.speed);
    const left = await db
      .selectFrom('records')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('push_priority', '=', 1)
      .whereRef('revision', '>', 'pushed_revision')
      .executeTakeFirstOrThrow();
    isDraining = left.count > 0;
  }
  await Promise.all(under);
  return took;
}

async function isPushed({ database }: LargeBoard, id: string): Promise<void> {
  for (;;) {
    const row = await database.db
      .selectFrom('records')
      .select('pushed_revision')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (row.pushed_revision > 0) return;
    await sleep(5);
  }
}

function countsByMinute(times: readonly number[], from: number): readonly number[] {
  const counts: number[] = [];
  for (const time of times) {
    const minute = Math.floor((time - from) / 60_000);
    counts[minute] = (counts[minute] ?? 0) + 1;
  }
  // A minute without a write is a hole.
  return Array.from(counts, (count: number | undefined) => count ?? 0);
}
