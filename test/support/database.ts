import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../bot/database/open-database.ts';
import type { OpenDatabase } from '../../bot/database/open-database.ts';

/** A database of the suite's own on the run's PostgreSQL server, migrated and empty. `close` drops it. */
export async function createTestDatabase(): Promise<OpenDatabase & { readonly url: string }> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (serverUrl === undefined)
    throw new Error('TEST_DATABASE_URL is not set: run the test through jest (start-postgres.ts)');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(serverUrl, `create database ${name} template kvalitetsnavet`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const opened = await openDatabase(url.href);
  return {
    ...opened,
    url: url.href,
    close: async () => {
      await opened.close();
      await execute(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/** From the maintenance database, since the template may have no other user. */
async function execute(serverUrl: string, statement: string): Promise<void> {
  const url = new URL(serverUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
