import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { startEmbeddedPostgres } from '../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { dropDemoTemplate } from './database.ts';

/**
 * Jest's global set-up: one PostgreSQL server for the whole run, unless TEST_DATABASE_URL names one. The database
 * `kvalitetsnavet` in it is migrated once; each suite gets a copy (`database.ts`).
 */
export default async function startPostgres(): Promise<void> {
  process.env['TEST_RUN'] = randomBytes(4).toString('hex');
  const standing = process.env['TEST_DATABASE_URL'];
  if (standing !== undefined) {
    await dropDemoTemplate(standing);
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-test-'));
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    `unix_socket_directories=${dataDir}`,
  ];
  const server = await startEmbeddedPostgres({ dataDir, settings });
  const opened = await openDatabase(server.url, { poolSize: 1 });
  await writeFile(join(dataDir, 'postgres', 'pg_hba.conf'), 'local all all trust\n');
  await sql`select pg_reload_conf()`.execute(opened.db);
  await opened.close();
  process.env['TEST_DATABASE_URL'] = throughSocket(server.url, dataDir);
  Object.assign(globalThis, { testPostgres: { server, dataDir } });
}

/** Without passwords and the network: hundreds of tests connect, and a seed of the simulation asks a thousand times. */
function throughSocket(server: string, directory: string): string {
  const url = new URL(server);
  url.password = '';
  url.searchParams.set('host', directory);
  return url.href;
}
