import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../shared/errors.ts';
import { systemErrorCode } from './system-error.ts';

const lockContent = z.object({ pid: z.number(), instance: z.string(), address: z.string(), startedAt: z.number() });
type LockContent = z.infer<typeof lockContent>;

export interface ServiceLock {
  release(): Promise<void>;
}

/** How long a start may take before a lock of a living process that does not answer counts as left behind. */
const startingMs = 60_000;

/**
 * Makes sure that one service works in a data folder. The lock of a killed process is taken over: its process id is
 * dead, or belongs to a program that does not answer `/health` with the lock's instance.
 *
 * @throws AppError startRefused with reason `alreadyRunning` and the address
 */
export async function lockDataDir(dataDir: string, address: string, instance: string): Promise<ServiceLock> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'service.lock');
  const content: LockContent = { pid: process.pid, instance, address, startedAt: Date.now() };
  for (;;) {
    if (await writeNew(file, JSON.stringify(content))) return { release: () => rm(file, { force: true }) };
    const holder = await readLock(file);
    if (holder !== undefined && (await isRunning(holder))) {
      throw new AppError('startRefused', { reason: 'alreadyRunning', address: holder.address });
    }
    await rm(file, { force: true });
  }
}

/** Where the service of a data folder answers; undefined when none runs. */
export async function findRunningService(dataDir: string): Promise<string | undefined> {
  const holder = await readLock(join(dataDir, 'service.lock'));
  return holder !== undefined && (await isRunning(holder)) ? holder.address : undefined;
}

async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readLock(file: string): Promise<LockContent | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return lockContent.safeParse(JSON.parse(text)).data;
  } catch (error) {
    // A lock cut short by a crash is no lock.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function isRunning(holder: LockContent): Promise<boolean> {
  if (!isAlive(holder.pid)) return false;
  if (Date.now() - holder.startedAt < startingMs) return true;
  const answer = await fetch(`${holder.address}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  const health = z.object({ instance: z.string() }).safeParse(await answer?.json().catch(() => undefined));
  return health.data?.instance === holder.instance;
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}
