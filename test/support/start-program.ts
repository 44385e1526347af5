import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Program {
  readonly process: ChildProcess;
  /** All that it wrote, on both streams. */
  said(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

const root = join(import.meta.dirname, '../..');

/** Starts `bot/main.ts` as `npm start` does, with nothing of the test run's own settings. */
export function startProgram(settings: Readonly<Record<string, string>>): Program {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/main.ts'], {
    cwd: root,
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return {
    process: child,
    said: () => text,
    ended: once(child, 'exit').then(([code]) => code as number | null),
  };
}

/** Waits until the program has told its address; fails with what it said when it ends instead. */
export async function untilReady(program: Program, address: string): Promise<void> {
  const { process: child } = program;
  while (!program.said().includes(address)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The service ended before it was ready: ${program.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
