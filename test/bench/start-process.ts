import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bot/database/embedded-postgres.ts';

export interface StartedProcess {
  readonly origin: string;
  readonly pid: number;
  /** From spawn to the line with the address. */
  readonly readyMs: number;
  stop(): Promise<void>;
  /** kill -9: nothing is tidied up. */
  kill(): Promise<void>;
}

export interface StartOptions {
  /** A data folder to start in again; without it a new one that goes with the process. */
  readonly dataDir?: string;
  /** For a program that is told its port by words instead of `PORT`. */
  readonly words?: (port: number) => readonly string[];
}

/** Starts one of the project's programs on a free port and waits for the line that tells its address. */
export async function startProcess(
  program: string,
  settings: Readonly<Record<string, string>>,
  options: StartOptions = {},
): Promise<StartedProcess> {
  const port = await freePort();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'kvalitetsnavet-bench-')));
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, ...(options.words?.(port) ?? [])],
    {
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes(`http://127.0.0.1:${port}`)) resolve();
    });
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code} before it was ready`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    readyMs: performance.now() - started,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
