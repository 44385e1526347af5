/** `npm run local-graph` as a process of its own, on a free port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../bot/local-graph/main.ts', import.meta.url));

export interface FinishedProcess {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LocalGraphProcess {
  /** `http://127.0.0.1:N`, once it listens; rejects when it ends before. */
  readonly origin: Promise<string>;
  readonly finished: Promise<FinishedProcess>;
  stop(signal?: NodeJS.Signals): Promise<FinishedProcess>;
}

export function startLocalGraph(...args: readonly string[]): LocalGraphProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const finished = once(child, 'close').then(() => ({
    code: child.exitCode,
    signal: child.signalCode,
    stdout,
    stderr,
  }));
  const origin = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const address = /(http:\/\/[\d.:]+)\/v1\.0\n/.exec(stdout)?.[1];
      if (address !== undefined) resolve(address);
    });
    void finished.then((end) => {
      reject(new TypeError(`ended with ${String(end.code)}: ${end.stderr}`));
    });
  });
  // A test that waits for the end alone does not care about the address.
  origin.catch(() => undefined);
  return {
    origin,
    finished,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return finished;
    },
  };
}
