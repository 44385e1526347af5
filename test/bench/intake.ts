/**
 * Full bot turns (a sentence read, masked, kept as a draft, answered with the card) beside a bare botbuilder echo bot
 * on the same restify, both as processes of their own, loaded by turns through the same fake connector.
 */
import { randomUUID } from 'node:crypto';
import { startConnector } from './connector.ts';
import { startProcess } from './start-process.ts';
import { median, percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const rounds = 7;
const turnsPerRound = 300;
/** A few people at once, and the morning meeting of a whole board. */
const loads = [8, 32];
const sentences = [
  'fall på Ekliden igår kväll ca 21.30, ingen skada',
  'hemtjänsten kom aldrig till en kund i går eftermiddag, vi hade för lite folk',
  'Glömd signering av läkemedel 3/11 på Vinkeln',
  'Klagomål från mamma på Tallkotten: för stora barngrupper och för lite personal på eftermiddagarna',
];

interface Round {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

export async function run(): Promise<BenchResult> {
  const connector = await startConnector();
  const service = await startProcess('bot/main.ts', { DEMO: '1' });
  const echo = await startProcess('test/bench/echo-bot.ts', {});
  try {
    const notes: string[] = [];
    const rows = [];
    for (const atOnce of loads) {
      const samples: Record<'bot' | 'echo', Round[]> = { bot: [], echo: [] };
      for (let round = -1; round < rounds; round += 1) {
        const bot = await oneRound(service.origin, connector.origin, atOnce);
        const bare = await oneRound(echo.origin, connector.origin, atOnce);
        if (round < 0) continue;
        samples.bot.push(bot);
        samples.echo.push(bare);
      }
      const shares = samples.bot.map(
        (round, index) => round.perSecond / (samples.echo[index]?.perSecond ?? Number.NaN),
      );
      notes.push(
        `${atOnce} at once: share of the echo bot's rate, pair by pair: median ${rounded(median(shares), 2)} (aim 0.5)`,
      );
      rows.push(
        row(`bot: sentence to card, ${atOnce} at once`, samples.bot),
        row(`echo bot, ${atOnce} at once`, samples.echo),
      );
    }
    const expected = loads.length * 2 * (rounds + 1) * turnsPerRound;
    notes.push(
      `${rounds} rounds by turns of ${turnsPerRound} turns after one warm-up round; answers received by the connector: ${connector.received()} of ${expected}`,
    );
    return { notes, rows };
  } finally {
    await Promise.all([service.stop(), echo.stop(), connector.close()]);
  }
}

function row(name: string, samples: readonly Round[]) {
  const latencies = samples.flatMap((sample) => sample.latencies);
  return {
    what: name,
    'turns/s median': rounded(median(samples.map((sample) => sample.perSecond)), 0),
    'p50 ms': rounded(median(latencies)),
    'p95 ms': rounded(percentile(latencies, 0.95)),
    'max ms': rounded(percentile(latencies, 1)),
  };
}

async function oneRound(origin: string, serviceUrl: string, atOnce: number): Promise<Round> {
  const latencies: number[] = [];
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < turnsPerRound) {
      const index = next;
      next += 1;
      const sent = performance.now();
      const answer = await fetch(`${origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(messageActivity(index, serviceUrl)),
      });
      if (!answer.ok) throw new Error(`The turn was answered with ${answer.status}`);
      await answer.arrayBuffer();
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { perSecond: turnsPerRound / ((performance.now() - started) / 1000), latencies };
}

function messageActivity(index: number, serviceUrl: string): object {
  const person = `00000000-0000-4000-8000-${String(index % 50).padStart(12, '0')}`;
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    locale: 'sv-SE',
    from: { id: `29:${person}`, aadObjectId: person, name: 'Provperson' },
    recipient: { id: '28:bot', name: 'Kvalitetsnavet' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'bench' },
    channelData: { tenant: { id: 'bench' } },
    text: sentences[index % sentences.length],
    textFormat: 'plain',
  };
}
