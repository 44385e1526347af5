import { planOperations } from './plan-operations.ts';
import { runSimulation } from './run-simulation.ts';
import type { RunOptions } from './run-simulation.ts';
import { shrink } from './shrink.ts';
import type { SimulatedDatabase } from './simulated-database.ts';

/**
 * What went wrong in a run, its operations narrowed down to those that it takes, and how to see it again.
 *
 * @param seen what the run itself broke: another run of the seed may tell less
 */
export async function reportFailure(
  database: SimulatedDatabase,
  options: RunOptions,
  seen: readonly string[],
): Promise<string> {
  const { seed } = options;
  const all = options.operations ?? planOperations(seed);
  const run = (operations: RunOptions['operations']) =>
    runSimulation(database, { ...options, operations: operations ?? all });
  const fewest = await shrink(all, async (operations) => (await run(operations)).violations.length > 0);
  const outcome = await run(fewest);
  return [
    `Seed ${String(seed)} fails with ${String(fewest.length)} of its ${String(all.length)} operations:`,
    ...(outcome.violations.length > 0 ? outcome.violations : seen).map((violation) => `  ✗ ${violation}`),
    ...(outcome.violations.length > 0 ? [] : ['(seen once; the run that follows went well)']),
    'What happened:',
    ...outcome.lines.map((line) => `  ${line}`),
    'Operations:',
    ...fewest.map((operation) => `  ${JSON.stringify(operation)}`),
    `Again: npm run simulate -- --seeds 1 --from ${String(seed)} --operations ${String(all.length)}`,
  ].join('\n');
}
