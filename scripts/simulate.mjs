/** npm run simulate -- --seeds N --from S [--operations N]: seeded runs of the sync engine; ends with the line `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, from: { type: 'string' }, operations: { type: 'string' } },
});
const [seeds, from, operations] = [values.seeds ?? '50', values.from ?? '1', values.operations ?? '60'];
if (![seeds, from, operations].every((text) => /^\d{1,9}$/.test(text))) {
  console.error('Skriv till exempel: npm run simulate -- --seeds 100 --from 1');
  process.exit(2);
}
const run = spawnSync(process.execPath, ['scripts/test.mjs', 'test/simulation/seeds.test.ts', '-t', 'S-X1'], {
  stdio: 'inherit',
  env: { ...process.env, SIMULATE_SEEDS: seeds, SIMULATE_FROM: from, SIMULATE_OPERATIONS: operations },
});
process.exitCode = run.status ?? 1;
