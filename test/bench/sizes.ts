/** `npm run bench -- sizes [records…]`: how pull, overview, accept and memory go with the number of records. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchResult } from './result.ts';

const start = promisify(execFile);
const answerShape = z.object({ rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))) });

export async function run(words: readonly string[]): Promise<BenchResult> {
  const sizes = words.length > 0 ? words.map(Number) : [1000, 10_000, 100_000, 1_000_000];
  const rows: BenchResult['rows'][number][] = [];
  for (const records of sizes) {
    // A process for each, so that none keeps memory for another.
    const program = join(import.meta.dirname, 'main.ts');
    const { stdout } = await start(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--expose-gc', program, 'size', String(records)],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    const { rows: measured } = answerShape.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    console.table(measured.flatMap((row) => Object.entries(row).map(([figure, value]) => ({ figure, value }))));
    rows.push(...measured);
  }
  return {
    notes: [
      'En avvikelselista över 300 enheter, fylld direkt i den inbäddade Graphs lagring; 120 ms för varje anrop, utom i första hämtningen där raden säger 0.',
      'Rapporter: 2 000 från 50 personer, var och en en i halvsekunden, medan de skickas vidare till SharePoint.',
      'Den inbäddade Graph går i en egen process. Minne: processen med tjänsten, efter uppstädning; i slutet även de som har läst hela listan ur Graph för jämförelsen. Databasen: på disk, med index.',
    ],
    rows,
  };
}
