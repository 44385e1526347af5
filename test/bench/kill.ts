/**
 * `npm run bench -- kill [times]`: a running service is killed (kill -9) again and again while people report, each time
 * at another moment, and started anew in the same folder. At the end every report that was accepted is in SharePoint
 * exactly once, and no reference was given twice.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoStaff } from '../../bot/demo/demo-staff.ts';
import { random } from '../support/reminder-year.ts';
import type { BenchResult } from './result.ts';
import { percentile, rounded } from './result.ts';
import { drained, keysInSharePoint, sendReport } from './running-service.ts';
import { startProcess } from './start-process.ts';

const users = 20;

export async function run(words: readonly string[]): Promise<BenchResult> {
  const times = Number(words[0] ?? 50);
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-kill-'));
  const accepted = new Map<string, string>();
  const unanswered = new Set<string>();
  const next = random(11);
  const starts: number[] = [];
  try {
    for (let round = 0; round < times; round += 1) {
      const service = await startProcess('bot/main.ts', {}, { dataDir });
      starts.push(service.readyMs);
      const senders = Array.from({ length: users }, (_, index) => report(service.origin, index, accepted, unanswered));
      await sleep(200 + next() * 1800);
      await service.kill();
      await Promise.all(senders);
    }
    const last = await startProcess('bot/main.ts', {}, { dataDir });
    await drained(last.origin);
    const keys = await keysInSharePoint(`${last.origin}/local-graph`);
    await last.stop();
    const counts = Map.groupBy(keys, (key) => key);
    const timesOf = (id: string): number => counts.get(id)?.length ?? 0;
    return {
      notes: [
        `${String(times)} gånger kill -9 efter 0,2–2 s med ${String(users)} användare som rapporterar hela tiden.`,
      ],
      rows: [
        {
          kills: times,
          accepted: accepted.size,
          'sent without an answer': unanswered.size,
          'of these stored': [...unanswered].filter((id) => timesOf(id) > 0).length,
          lost: [...accepted.keys()].filter((id) => timesOf(id) === 0).length,
          doubled: [...accepted.keys(), ...unanswered].filter((id) => timesOf(id) > 1).length,
          'references given twice': accepted.size - new Set(accepted.values()).size,
          'start after a kill, p50 s': rounded(percentile(starts.slice(1), 0.5) / 1000),
          'start after a kill, max s': rounded(Math.max(...starts.slice(1)) / 1000),
        },
      ],
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One person's reports, one after the other, until the service is gone. */
async function report(
  origin: string,
  index: number,
  accepted: Map<string, string>,
  unanswered: Set<string>,
): Promise<void> {
  const personId = demoStaff[index % demoStaff.length]?.id ?? '';
  for (;;) {
    const id = randomUUID();
    unanswered.add(id);
    try {
      accepted.set(id, await sendReport(origin, personId, id));
      unanswered.delete(id);
    } catch (error) {
      // The connection ends with the process; anything else is a fault of the service.
      if (error instanceof TypeError || error instanceof SyntaxError) return;
      throw error;
    }
  }
}
