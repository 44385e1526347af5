import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { dropDemoTemplate } from './database.ts';

/**
 * Jest's global set-up: one PostgreSQL server for the whole run, unless TEST_DATABASE_URL names one. The database
 * `kvalitetsnavet` in it is migrated once; each suite gets a copy (`database.ts`).
 */
export default async function startPostgres(): Promise<void> {
  const standing = process.env['TEST_DATABASE_URL'];
  if (standing !== undefined) {
    await dropDemoTemplate(standing);
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-test-'));
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const server = await startEmbeddedPostgres({ dataDir, settings });
  await (await openDatabase(server.url, { poolSize: 1 })).close();
  process.env['TEST_DATABASE_URL'] = server.url;
  Object.assign(globalThis, { testPostgres: { server, dataDir } });
}
