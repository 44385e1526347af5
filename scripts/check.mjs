/** Format, lint, types, import direction and unused code: the same for people and CI. Runs all, then says what failed. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const bin = (name) => join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** TypeScript 7 checks types three times as fast; `typescript`, 6.0, is the newest that typescript-eslint can read with. */
const tsc = join('node_modules', 'typescript-native', 'bin', 'tsc');

/** The longest first, since they run beside each other. */
const checks = [
  ...[['bot', 'shared'], ['test'], ['tab']].map((parts) => [
    `lint: ${parts.join(', ')}`,
    bin('eslint'),
    [...parts, '--max-warnings=-1', '--quiet'],
    'Varje regel säger vad man skriver i stället.',
  ]),
  ...['test', 'tab', 'bot', 'shared'].map((part) => [
    `types: ${part}`,
    process.execPath,
    [tsc, '-p', part, '--incremental', '--tsBuildInfoFile', `.cache/${part}.tsbuildinfo`],
    'Rätta typfelen ovan.',
  ]),
  ['format', bin('prettier'), ['--check', '--log-level=warn', '.'], 'npm run format rättar det.'],
  [
    'imports',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'bot', 'tab', 'shared', '--output-type', 'err'],
    'design: bot och tab importerar shared, aldrig varandra.',
  ],
  [
    'sync rules',
    process.execPath,
    ['scripts/check-spec.mjs'],
    'Varje regel i bot/sync/SPEC.md har ett test med dess nummer.',
  ],
  ['unused', bin('knip'), ['--no-progress'], 'Ta bort det som inte används.'],
];

const only = process.argv.slice(2);
const queue = checks.filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
let failed = 0;
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, runQueue));
process.exitCode = failed > 0 ? 1 : 0;

async function runQueue() {
  for (let check = queue.shift(); check !== undefined; check = queue.shift()) await runCheck(check);
}

async function runCheck([name, command, args, mend]) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      said += error.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    console.error(`✓ ${name} (${seconds} s)`);
    return;
  }
  failed += 1;
  console.error(`✗ ${name} (${seconds} s)\n${said}${mend}\n`);
}
