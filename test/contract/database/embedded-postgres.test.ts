import { afterEach, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { startEmbeddedPostgres } from '../../../bot/database/embedded-postgres.ts';
import type { EmbeddedPostgres } from '../../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../../bot/database/open-database.ts';

const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop().catch(() => undefined);
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function givenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-pg-'));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  servers.push(server);
  return server;
}

async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('what was committed is there after the server was killed and started again', async () => {
  const dataDir = await givenFolder();
  const first = await start(dataDir);
  const opened = await openDatabase(first.url);
  await sql`create table kept (n int)`.execute(opened.db);
  await sql`insert into kept values (7)`.execute(opened.db);
  const pid = await postmasterPid(dataDir);

  process.kill(pid, 'SIGKILL');
  await opened.close();
  await wait(300);
  const second = await start(dataDir);

  const again = await openDatabase(second.url);
  const rows = await sql<{ n: number }>`select n from kept`.execute(again.db);
  await again.close();
  expect(second.startedAs).toBe('existing');
  expect(rows.rows).toEqual([{ n: 7 }]);
});

test('a server that a killed process left running is taken over', async () => {
  const dataDir = await givenFolder();
  const left = await start(dataDir);

  const second = await start(dataDir);

  expect(left.startedAs).toBe('new');
  expect(second).toMatchObject({ startedAs: 'takenOver', url: left.url });
});

test('a start that was killed while the cluster was made is begun again', async () => {
  const dataDir = await givenFolder();
  await mkdir(join(dataDir, 'postgres.new'));
  await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');

  const server = await start(dataDir);

  expect(server.startedAs).toBe('new');
});

test.each([
  ['a cluster without its control file', async (cluster: string) => rm(join(cluster, 'global', 'pg_control'))],
  ['a cluster without PG_VERSION', async (cluster: string) => rm(join(cluster, 'PG_VERSION'))],
])('%s is refused as damaged, and nothing in it is touched', async (_name, damage) => {
  const dataDir = await givenFolder();
  const server = await start(dataDir);
  await server.stop();
  servers.splice(0);
  const cluster = join(dataDir, 'postgres');
  await damage(cluster);

  const again = start(dataDir);

  await expect(again).rejects.toMatchObject({ code: 'startRefused', details: { reason: 'databaseDamaged' } });
  expect((await readFile(join(cluster, 'postgresql.conf'), 'utf8')).length).toBeGreaterThan(1000);
});
