/**
 * `npm run bench -- card-actions [presses]`: every button of every card, pressed by the managers of the demo board on a
 * running service with its own database and Graph, while Graph answers, answers in a second, and answers nothing but 503.
 * Then what each press asked for is looked for in the database, and what reaches SharePoint in the lists.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardVerbs } from '../../bot/chat/handle-turn.ts';
import { startEmbeddedPostgres } from '../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { startTeamsConnector } from '../support/teams-connector.ts';
import { createPresses } from './card-presses.ts';
import type { Press, Presses } from './card-presses.ts';
import { percentile, rounded } from './result.ts';
import type { BenchResult } from './result.ts';
import { drained, keysInSharePoint } from './running-service.ts';
import { startProcess } from './start-process.ts';

const atOnce = 4;
const names = ['up', 'slow', 'down'] as const;
type Circumstance = (typeof names)[number];
const circumstances: Readonly<Record<Circumstance, object>> = {
  up: {},
  slow: { rates: { slow: 1 }, slowMs: [1000, 1000] },
  down: { rates: { serverError: 1 } },
};

interface Pressed {
  readonly press: Press;
  readonly ms: number;
  /** A card came back. */
  readonly shown: boolean;
  readonly lost: boolean;
}
type Answered = Omit<Pressed, 'lost'>;
type Measured = ReadonlyMap<string, readonly Pressed[]>;

export async function run(words: readonly string[]): Promise<BenchResult> {
  const count = Number(words[0] ?? 40);
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-cards-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const database = await openDatabase(postgres.url);
  const connector = await startTeamsConnector();
  const service = await startProcess('bot/main.ts', { DATABASE_URL: postgres.url });
  try {
    await drained(service.origin);
    const presses = await createPresses({ db: database.db, origin: service.origin, connector });
    const missed = cardVerbs.filter((verb) => !presses.verbs.includes(verb));
    if (missed.length > 0) throw new Error(`Not measured: ${missed.join(', ')}`);
    const measured: Record<Circumstance, Measured> = { up: new Map(), slow: new Map(), down: new Map() };
    for (const name of names) measured[name] = await measure(circumstances[name], count, presses, service.origin);
    const rows = [...presses.verbs, 'all'].map((verb) => {
      const of = (name: Circumstance) =>
        verb === 'all' ? [...measured[name].values()].flat() : (measured[name].get(verb) ?? []);
      return rowOf(verb, { up: of('up'), slow: of('slow'), down: of('down') });
    });
    return {
      notes: [
        `Varje knapp ${String(count)} gånger i vart läge, ${String(atOnce)} åt gången, från tryck till svar; databasen och Graph på samma dator.`,
        'Sedan svarar Graph igen och kön töms. Förlorad: det som trycket bad om finns inte i databasen eller i listan.',
      ],
      rows,
    };
  } finally {
    await service.stop();
    await connector.close();
    await database.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(faults: object, count: number, presses: Presses, origin: string): Promise<Measured> {
  const control = `${origin}/local-graph/local-graph-control/faults`;
  const ready = new Map<string, readonly Press[]>();
  for (const verb of presses.verbs) {
    const made: Press[] = [];
    for (let nth = 0; nth < count; nth += 1) made.push(await presses.prepare(verb, nth));
    ready.set(verb, made);
  }
  await drained(origin);
  const headers = { 'content-type': 'application/json' };
  await fetch(control, { method: 'PUT', headers, body: JSON.stringify(faults) });
  const pressed = new Map<string, readonly Answered[]>();
  for (const [verb, waiting] of ready) pressed.set(verb, await pressAll([...waiting], presses));
  await fetch(control, { method: 'DELETE' });
  await drained(origin);
  const stored = new Set(await keysInSharePoint(origin));
  const measured = new Map<string, readonly Pressed[]>();
  for (const [verb, made] of pressed) {
    const checked = made.map(async (one) => ({ ...one, lost: !(await isKept(one.press, stored)) }));
    measured.set(verb, await Promise.all(checked));
  }
  return measured;
}

async function isKept({ reaches, isDone }: Press, stored: ReadonlySet<string>): Promise<boolean> {
  return (reaches === undefined || stored.has(reaches)) && (await isDone?.()) !== false;
}

async function pressAll(waiting: Press[], presses: Presses): Promise<readonly Answered[]> {
  const done: Answered[] = [];
  const worker = async () => {
    for (let press = waiting.pop(); press !== undefined; press = waiting.pop()) {
      await press.before?.();
      const startedAt = performance.now();
      const shown = await presses.send(press);
      done.push({ press, shown, ms: performance.now() - startedAt });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

function rowOf(button: string, of: Readonly<Record<Circumstance, readonly Pressed[]>>) {
  const all = names.flatMap((name) => of[name]);
  const p95 = (name: Circumstance) =>
    rounded(
      percentile(
        of[name].map(({ ms }) => ms),
        0.95,
      ),
    );
  return {
    button,
    presses: all.length,
    'Graph up, p95 ms': p95('up'),
    'slow 1 s, p95 ms': p95('slow'),
    'down, p95 ms': p95('down'),
    'longest, ms': rounded(Math.max(...all.map(({ ms }) => ms))),
    'without a card': all.filter(({ shown }) => !shown).length,
    lost: all.filter(({ lost }) => lost).length,
  };
}
