import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Person } from '../../shared/records/record-kind.ts';

export interface Playground {
  /** Where the browser opens it. */
  readonly url: string;
  close(): Promise<void>;
}

export interface PlaygroundOptions {
  /** The bot's own address, such as `http://127.0.0.1:3978`; messages go to `/api/messages` there. */
  readonly botUrl: string;
  /** Opens the person's browser too; tests open their own. */
  readonly openBrowser?: boolean;
  readonly port?: number;
  /** Who sits before it; Amina of the demo board unless told. */
  readonly person?: Person;
}

const configPath = join(import.meta.dirname, '..', '.m365agentsplayground.yml');
const startMs = 60_000;

/**
 * Starts Microsoft 365 Agents Playground, offline and without sign-in, against a running bot (`teams.md` 8). A free port
 * is taken unless one is named.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const port = options.port ?? (await freePort());
  const config = options.person === undefined ? undefined : await writeConfig(options.person);
  const package_ = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
  const child = spawn(
    process.execPath,
    [
      // The bin is a wrapper; its child would outlive it.
      join(dirname(package_), 'cli.js'),
      ...['-e', `${options.botUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--dt'],
    ],
    {
      env: {
        ...process.env,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config?.path ?? configPath,
        ...(options.openBrowser === true ? {} : { TEAMSAPPTESTER_BROWSER: 'none' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  const listening = new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said.push(chunk.toString());
      // It takes another port when the wanted one is occupied.
      const found = /Listening on (\d+)/u.exec(said.join(''))?.[1];
      if (found !== undefined) resolve(Number(found));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`Agents Playground ended (${code}): ${said.join('').slice(-2000)}`)));
    setTimeout(
      () => reject(new Error(`Agents Playground did not start: ${said.join('').slice(-2000)}`)),
      startMs,
    ).unref();
  });
  const close = async () => {
    await end();
    await config?.remove();
  };
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(killer);
  };
  try {
    return { url: `http://127.0.0.1:${await listening}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same with somebody else in Amina's place, and Amina in theirs. The Playground ends where there are too few people. */
async function writeConfig({ id, name }: Person): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-playground-'));
  const path = join(folder, '.m365agentsplayground.yml');
  const text = await readFile(configPath, 'utf8');
  const ids = swapped(text, '00000000-0000-4000-8000-000000000045', id);
  await writeFile(path, swapped(ids, 'Amina Yusuf', name).replace('personal-amina', `personal-${id}`));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

function swapped(text: string, one: string, other: string): string {
  return text
    .split(one)
    .map((part) => part.replaceAll(other, one))
    .join(other);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
