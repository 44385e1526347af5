/**
 * `npm run bench -- accept [reports]`: reports from 50 people at once to a running service, over HTTP, with SharePoint
 * answering in 120 ms and with SharePoint down; then every one of them looked for in the list. Twice: each person sends
 * the next report as soon as the last is answered, which tells how many the machine can take and nothing of how long one
 * takes; and each sends one every half second, answered or not, which is far more than a board has.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendReports } from './people.ts';
import { percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';
import { drained, keysInSharePoint, syncState } from './running-service.ts';
import { startProcess } from './start-process.ts';

const users = 50;
const graphs = {
  'Graph up, 120 ms': { rates: { slow: 1 }, slowMs: [120, 120] },
  'Graph down': { rates: { serverError: 1 } },
} as const;
const paces = { 'the next when answered': 0, 'one every 0.5 s': 500 } as const;

export async function run(words: readonly string[]): Promise<BenchResult> {
  const reports = Number(words[0] ?? 10_000);
  const rows: BenchResult['rows'][number][] = [];
  for (const [pace, everyMs] of Object.entries(paces)) {
    for (const [graph, faults] of Object.entries(graphs)) {
      rows.push({ pace, circumstance: graph, ...(await measure(faults, reports, everyMs)) });
    }
  }
  return {
    notes: [
      `${String(reports)} rapporter från ${String(users)} personer samtidigt, över HTTP till en tjänst på samma dator med sin databas; den inbäddade Graph i en egen process, som i verkligheten. De som skickar delar också datorn.`,
      '”the next when answered”: alla skickar nästa rapport så fort den förra är besvarad; svarstiden är då antalet personer genom takten. ”one every 0.5 s”: var och en skickar två i sekunden, tiden räknas från när rapporten skulle skickas.',
      'Sedan svarar Graph igen, kön töms, och varje rapport söks i listan.',
    ],
    rows,
  };
}

async function measure(faults: object, reports: number, everyMs: number): Promise<BenchResult['rows'][number]> {
  const graphData = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-bench-graph-'));
  const words = (port: number) => ['--port', String(port), '--data', graphData];
  const graph = await startProcess('bot/local-graph/main.ts', {}, { dataDir: graphData, words });
  const service = await startProcess('bot/main.ts', { GRAPH_ORIGIN: graph.origin });
  const { origin } = service;
  const control = `${graph.origin}/local-graph-control/faults`;
  try {
    await drained(origin);
    const json = { 'content-type': 'application/json' };
    await fetch(control, { method: 'PUT', headers: json, body: JSON.stringify(faults) });
    const ids = Array.from({ length: reports }, () => randomUUID());
    const startedAt = performance.now();
    const { samples, references } = await sendReports(origin, ids, { users, everyMs });
    const seconds = (performance.now() - startedAt) / 1000;
    const { waiting } = await syncState(origin);
    await fetch(control, { method: 'DELETE' });
    const drainedAt = performance.now();
    await drained(origin);
    const drain = (performance.now() - drainedAt) / 1000;
    const stored = Map.groupBy(await keysInSharePoint(graph.origin), (key) => key);
    const timesOf = (id: string): number => stored.get(id)?.length ?? 0;
    return {
      reports,
      'p50, ms': rounded(percentile(samples, 0.5)),
      'p95, ms': rounded(percentile(samples, 0.95)),
      'max, ms': rounded(Math.max(...samples)),
      'reports a second': Math.round(reports / seconds),
      'still waiting at the end': waiting,
      'then drained in, s': rounded(drain),
      lost: ids.filter((id) => timesOf(id) === 0).length,
      doubled: ids.filter((id) => timesOf(id) > 1).length,
      'references given twice': references.length - new Set(references).size,
    };
  } finally {
    await service.stop();
    await graph.stop();
    await rm(graphData, { recursive: true, force: true });
  }
}
