/**
 * `npm run bench -- accept [reports]`: reports from 50 users at once to a running service, over HTTP, with SharePoint
 * answering in 120 ms and with SharePoint down; then every one of them looked for in the list.
 */
import { randomUUID } from 'node:crypto';
import { demoStaff } from '../../bot/demo/demo-staff.ts';
import { drained, keysInSharePoint, sendReport, syncState } from './running-service.ts';
import { percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';
import { startProcess } from './start-process.ts';

const users = 50;
const circumstances = {
  'Graph up, 120 ms': { rates: { slow: 1 }, slowMs: [120, 120] },
  'Graph down': { rates: { serverError: 1 } },
} as const;

export async function run(words: readonly string[]): Promise<BenchResult> {
  const reports = Number(words[0] ?? 10_000);
  const rows: BenchResult['rows'][number][] = [];
  for (const [name, faults] of Object.entries(circumstances)) rows.push(await measure(name, faults, reports));
  return {
    notes: [
      `${String(reports)} rapporter från ${String(users)} användare samtidigt, över HTTP till en tjänst på samma dator med databas och Graph i sig.`,
      'Sedan svarar Graph igen, kön töms, och varje rapport söks i listan.',
    ],
    rows,
  };
}

async function measure(name: string, faults: object, reports: number): Promise<BenchResult['rows'][number]> {
  const service = await startProcess('bot/main.ts', {});
  const { origin } = service;
  const control = `${origin}/local-graph/local-graph-control/faults`;
  try {
    await drained(origin);
    const json = { 'content-type': 'application/json' };
    await fetch(control, { method: 'PUT', headers: json, body: JSON.stringify(faults) });
    const ids = Array.from({ length: reports }, () => randomUUID());
    const startedAt = performance.now();
    const { samples, references } = await sendAll(origin, ids);
    const seconds = (performance.now() - startedAt) / 1000;
    const { waiting } = await syncState(origin);
    await fetch(control, { method: 'DELETE' });
    const drainedAt = performance.now();
    await drained(origin);
    const drain = (performance.now() - drainedAt) / 1000;
    const stored = Map.groupBy(await keysInSharePoint(origin), (key) => key);
    const timesOf = (id: string): number => stored.get(id)?.length ?? 0;
    return {
      circumstance: name,
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
  }
}

async function sendAll(origin: string, ids: readonly string[]) {
  const samples: number[] = [];
  const references: string[] = [];
  const queue = [...ids];
  const send = async (personId: string): Promise<void> => {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const startedAt = performance.now();
      const reference = await sendReport(origin, personId, id);
      samples.push(performance.now() - startedAt);
      references.push(reference);
    }
  };
  const people = Array.from({ length: users }, (_, index) => demoStaff[index % demoStaff.length]?.id ?? '');
  await Promise.all(people.map(send));
  return { samples, references };
}
