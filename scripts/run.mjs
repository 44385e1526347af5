/**
 * Every npm script starts here, on whatever Node the machine has: installs what is missing, then runs the command on
 * the pinned Node 24 of node_modules. No dependencies, so that it works on a fresh clone.
 *
 *   node scripts/run.mjs start | test | check | build | playground | local-graph | provision | rebuild | bench | …
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const quiet = '--disable-warning=ExperimentalWarning';

/** What each command runs, one after the other; the words given by the user go to the last. */
const commands = {
  start: [[node, quiet, 'bot/main.ts']],
  build: [[node, 'scripts/build-tab.mjs', '--force']],
  test: [
    [node, 'scripts/check.mjs'],
    [node, 'scripts/test.mjs'],
  ],
  check: [[node, 'scripts/check.mjs']],
  jest: [[node, 'scripts/test.mjs']],
  simulate: [[node, 'scripts/simulate.mjs']],
  playground: [[node, quiet, 'scripts/playground.mjs']],
  'local-graph': [[node, quiet, 'bot/local-graph/main.ts']],
  provision: [[node, quiet, 'bot/graph/provision-main.ts']],
  rebuild: [[node, quiet, 'bot/rebuild-main.ts']],
  bench: [[node, quiet, 'test/bench/main.ts']],
  format: [[node, join(bin, 'prettier'), '--write', '.']],
};

/** Commands that need the tab's files. */
const needTab = new Set(['start', 'test', 'jest', 'simulate', 'playground', 'bench']);

async function main() {
  const [command = '', ...words] = process.argv.slice(2);
  const steps = commands[command];
  if (steps === undefined) {
    console.error(`Okänt kommando "${command}". Välj bland: ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  if (!install()) return 1;
  const all = needTab.has(command) ? [[node, 'scripts/build-tab.mjs'], ...steps] : steps;
  for (const [index, step] of all.entries()) {
    const code = await run(index === all.length - 1 ? [...step, ...words] : step);
    if (code !== 0) return code;
  }
  return 0;
}

/** Installs when the lockfile differs from the one that was installed last. */
function install() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules', '.installed-lockfile');
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lock) return true;
  console.error('Installerar det som saknas …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lockfile that lacks a platform's optional binary, which a mirror may not carry.
  const done = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('Installationen misslyckades. Kontrollera nätet och skrivrättigheterna i mappen, och försök igen.');
    return false;
  }
  writeFileSync(stamp, lock);
  return true;
}

/** Runs one step with the pinned Node first in PATH, passes signals on, and answers with its exit code. */
function run([command, ...args]) {
  const path = [dirname(node), bin, process.env.PATH ?? ''].join(delimiter);
  // What Node has compiled is kept, so that the next start has only the work left.
  const kept = process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'node');
  const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE: kept };
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Kunde inte köra ${command}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

process.exitCode = await main();
