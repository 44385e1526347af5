import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chown } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AppError } from '../../shared/errors.ts';

const run = promisify(execFile);

/** How the database's programs are run: PostgreSQL refuses to run as root. */
export interface ServerAccount {
  /** Words put in front of the command. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * An ordinary user runs PostgreSQL as itself. Root runs it as the user `postgres`, made where it is missing; where that
 * user cannot reach the folder (a clone under a folder of mode 700), in a user namespace in which root is not root.
 *
 * @throws AppError startRefused with reason `folderNotReachable`
 */
export async function chooseServerAccount(dataDir: string, binary: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const account = await postgresUser();
  if (account && (await canReach(account, dataDir)) && (await canReach(account, binary))) {
    await chown(dataDir, account.uid, account.gid);
    return { prefix: [], ...account };
  }
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
  if (await succeeds(prefix[0] ?? '', [...prefix.slice(1), 'true'])) return { prefix };
  throw new AppError('startRefused', { reason: 'folderNotReachable', folder: dataDir });
}

async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (!(await succeeds('id', ['postgres']))) {
    const made = await succeeds('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    if (!made) return undefined;
  }
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

/** Whether the account may walk to the path: asked of a process of that account, since only the kernel knows. */
async function canReach(account: { uid: number; gid: number }, path: string): Promise<boolean> {
  await access(path, constants.F_OK);
  return succeeds('test', ['-e', path], account);
}

async function succeeds(command: string, args: readonly string[], options: { uid?: number; gid?: number } = {}) {
  return run(command, [...args], options).then(
    () => true,
    () => false,
  );
}
