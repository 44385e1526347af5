/** A year of reminders for 300 units and 2,000 people in simulated time, held against a table made without the engine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { expectedCards, makeYear } from '../support/reminder-year.ts';
import { runYear } from '../support/run-reminder-year.ts';
import { rounded } from './result.ts';
import type { BenchResult } from './result.ts';

export async function run(): Promise<BenchResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-year-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const database = await openDatabase(postgres.url);
  try {
    const year = makeYear(300, 2_000, 20260329);
    const startedAt = performance.now();
    const lived = await runYear(year, database.db);
    const seconds = (performance.now() - startedAt) / 1000;
    const expected = expectedCards(year);
    const sent = new Set(lived.cards);
    const wanted = new Set(expected);
    return {
      notes: [
        'Ett år i simulerad tid: 300 enheter, 2 000 personer, båda klockomställningarna, jul och midsommar.',
        'Tabellen räknas ut dag för dag utan motorn: helgdagar ur date-holidays, klockan ur Intl, slingor över reglerna.',
      ],
      rows: [
        {
          matters: year.matters.length,
          runs: lived.runs,
          expected: expected.length,
          sent: lived.cards.length,
          messages: lived.messages,
          missing: expected.filter((card) => !sent.has(card)).length,
          tooMany: lived.cards.filter((card) => !wanted.has(card)).length,
          duplicates: lived.cards.length - sent.size,
          seconds: rounded(seconds),
        },
      ],
    };
  } finally {
    await database.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
