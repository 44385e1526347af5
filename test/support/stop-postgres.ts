import { rm } from 'node:fs/promises';
import type { EmbeddedPostgres } from '../../bot/database/embedded-postgres.ts';
import { dropDatabasesOfRun } from './database.ts';

export default async function stopPostgres(): Promise<void> {
  const { testPostgres } = globalThis as { testPostgres?: { server: EmbeddedPostgres; dataDir: string } };
  if (testPostgres === undefined) {
    await dropDatabasesOfRun(process.env['TEST_DATABASE_URL'] ?? '');
    return;
  }
  await testPostgres.server.stop();
  await rm(testPostgres.dataDir, { recursive: true, force: true });
}
