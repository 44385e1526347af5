import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase } from '../support/database.ts';
import failedSeeds from './failed-seeds.json' with { type: 'json' };
import type { GraphFiles, GraphLists } from '../../bot/graph/graph-port.ts';
import { planOperations, wholeRun } from './plan-operations.ts';
import { reportFailure } from './report-failure.ts';
import { runSimulation } from './run-simulation.ts';
import { openSimulatedDatabase } from './simulated-database.ts';
import type { SimulatedDatabase } from './simulated-database.ts';

let own: Awaited<ReturnType<typeof createTestDatabase>>;
let database: SimulatedDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  database = await openSimulatedDatabase(own.url);
});
afterAll(async () => {
  await database.close();
  await own.close();
});

/**
 * `npm test` takes the first operations of 200 seeds and the whole of those that ever failed, which is what it has time
 * for; `npm run simulate` names other seeds, and takes the whole of them unless told.
 */
const from = Number(process.env['SIMULATE_FROM'] ?? 1);
const count = Number(process.env['SIMULATE_SEEDS'] ?? 200);
const length = Number(process.env['SIMULATE_OPERATIONS'] ?? 30);
const everFailed = new Set(failedSeeds.map(({ seed }) => seed));
const fixedSeeds = Array.from({ length: count }, (_, index) => from + index).filter((seed) => !everFailed.has(seed));
const runs = [
  ...fixedSeeds.map((seed) => [seed, length] as const),
  ...[...everFailed].map((seed) => [seed, wholeRun] as const),
];

/** Narrowing a failure down takes minutes: only the first of a run is, the others are named. */
let isNarrowed = false;

test.each(runs)(
  'S-X1 seed %i, %i operations: every promise is kept',
  async (seed, operations) => {
    const run = { seed, operations: planOperations(seed, operations) };
    const { violations } = await runSimulation(database, run);

    if (violations.length > 0 && !isNarrowed) {
      isNarrowed = true;
      throw new Error(await reportFailure(database, run, violations));
    }
    expect(violations).toEqual([]);
  },
  300_000,
);

test('a run can be repeated: the same seed tells the same story', async () => {
  const [one, other] = [await runSimulation(database, { seed: 7 }), await runSimulation(database, { seed: 7 })];

  expect(other).toEqual(one);
  expect(one.lines.length).toBeGreaterThan(20);
});

test('the simulator notices a change that the engine believes stored and SharePoint never got', async () => {
  let lost = false;
  const graph = (real: GraphLists): GraphLists => ({
    ...real,
    batch: async (writes) => {
      const [first, ...others] = writes;
      if (first === undefined || lost) return real.batch(writes);
      lost = true;
      const item = { id: first.kind === 'create' ? '91' : first.itemId, etag: '"lost,99"', fields: {} };
      return [{ kind: 'done', item }, ...(await real.batch(others))];
    },
  });

  const { violations } = await runSimulation(database, { seed: 3, sabotage: { graph } });

  expect(violations).not.toEqual([]);
}, 120_000);

test('the simulator notices drawings that the engine believes stored and the library never got', async () => {
  const files = (real: GraphFiles): GraphFiles => ({
    ...real,
    upload: (_, name, content) => {
      const file = { id: `lost ${name}`, name, etag: '"{LOST},1"', contentTag: '"c:{LOST},1"', size: content.length };
      return Promise.resolve({ kind: 'done', value: file });
    },
  });

  const { violations } = await runSimulation(database, { seed: 26, sabotage: { files } });

  expect(violations.filter((line) => line.includes('is not in the library'))).not.toEqual([]);
}, 120_000);
