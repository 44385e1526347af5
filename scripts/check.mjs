/** Format, lint, types, import direction and unused code: the same for people and CI. Runs all, then says what failed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const bin = (name) => join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const checks = [
  ['format', bin('prettier'), ['--check', '--log-level=warn', '.'], 'npm run format rättar det.'],
  ...['shared', 'bot', 'tab', 'test'].map((part) => [
    `types: ${part}`,
    bin('tsc'),
    ['-p', part, '--incremental', '--tsBuildInfoFile', `.cache/${part}.tsbuildinfo`],
    'Rätta typfelen ovan.',
  ]),
  ['lint', bin('eslint'), ['.', '--max-warnings=-1', '--quiet'], 'Varje regel säger vad man skriver i stället.'],
  [
    'imports',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'bot', 'tab', 'shared', '--output-type', 'err'],
    'design: bot och tab importerar shared, aldrig varandra.',
  ],
  ['unused', bin('knip'), ['--no-progress'], 'Ta bort det som inte används.'],
];

const only = process.argv.slice(2);
let failed = 0;
for (const [name, command, args, mend] of checks) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  const started = performance.now();
  const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (run.status === 0) {
    console.error(`✓ ${name} (${seconds} s)`);
    continue;
  }
  failed += 1;
  console.error(`✗ ${name} (${seconds} s)\n${run.stdout}${run.stderr}${mend}\n`);
}
process.exitCode = failed > 0 ? 1 : 0;
