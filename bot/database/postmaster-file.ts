import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemErrorCode } from '../system-error.ts';

/** What `postmaster.pid` says of the server that made it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that lives on this cluster, if any. A `postmaster.pid` that a killed server left is removed when its
 * process id is dead, a zombie, or another program's: PostgreSQL itself takes the last two for a living server and
 * would refuse to start for ever, as in a container where nobody reaps and process ids begin again at 1.
 */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (await isLivingPostgres(pid)) return { pid, port };
  // Its children notice its death within moments; give them the time before the file that guards them goes.
  await wait(500);
  await rm(file, { force: true });
  return undefined;
}

async function isLivingPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(stat) ?? [];
  return name === 'postgres' && state !== 'Z' && state !== 'X';
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another account.
    return systemErrorCode(error) === 'EPERM';
  }
}
