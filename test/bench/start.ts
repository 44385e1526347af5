/**
 * Seconds from `npm start` to the line with the address: in a clone without node_modules (installs, builds the tab,
 * fills the demo board), cold (installed and built, no data) and warm (a second start), and the memory after it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bot/database/embedded-postgres.ts';
import { median, rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const warmRuns = 5;

export async function run(): Promise<BenchResult> {
  const clone = mkdtempSync(join(tmpdir(), 'kvalitetsnavet-clone-'));
  try {
    execFileSync('git', ['clone', '--quiet', '.', clone]);
    const fresh = await startOnce(clone, '.data');
    rmSync(join(clone, '.data'), { recursive: true });
    const cold = await startOnce(clone, '.data');
    const warm = [];
    for (let round = 0; round < warmRuns; round += 1) warm.push(await startOnce(clone, '.data'));
    const last = warm.at(-1);
    return {
      notes: ['memory: resident MB after the address line; aim for a second start: under 5 s'],
      rows: [
        {
          start: 'clone without node_modules',
          seconds: rounded(fresh.seconds),
          'service MB': fresh.serviceMb,
          'PostgreSQL MB': fresh.postgresMb,
        },
        {
          start: 'cold: no data',
          seconds: rounded(cold.seconds),
          'service MB': cold.serviceMb,
          'PostgreSQL MB': cold.postgresMb,
        },
        {
          start: `warm, median of ${warmRuns}`,
          seconds: rounded(median(warm.map((run) => run.seconds))),
          'service MB': last?.serviceMb ?? 0,
          'PostgreSQL MB': last?.postgresMb ?? 0,
        },
      ],
    };
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

interface Start {
  readonly seconds: number;
  readonly serviceMb: number;
  readonly postgresMb: number;
}

async function startOnce(folder: string, dataDir: string): Promise<Start> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes(`http://127.0.0.1:${port}`)) resolve();
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code} before it was ready`)));
  });
  const seconds = (performance.now() - started) / 1000;
  const postmaster = Number(readFileSync(join(folder, dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const { pid: service } = JSON.parse(readFileSync(join(folder, dataDir, 'service.lock'), 'utf8')) as { pid: number };
  const result = {
    seconds,
    serviceMb: residentMb([service]),
    postgresMb: residentMb([postmaster, ...childrenOf(postmaster)]),
  };
  process.kill(service, 'SIGTERM');
  await exited;
  return result;
}

/** Shared memory counted once a process, as the kernel reports it: proportional set size. */
function residentMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  });
  return Math.round(kilobytes.reduce((sum, value) => sum + value, 0) / 1024);
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === parent;
      } catch {
        // The process ended while we were looking.
        return false;
      }
    });
}
