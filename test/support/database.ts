import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../bot/database/open-database.ts';
import type { OpenDatabase } from '../../bot/database/open-database.ts';

export type TestDatabase = OpenDatabase & { readonly url: string };

/** A database of the suite's own on the run's PostgreSQL server, migrated and empty. `close` drops it. */
export async function createTestDatabase(template = 'kvalitetsnavet'): Promise<TestDatabase> {
  const serverUrl = testServerUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(serverUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(serverUrl, name);
  const opened = await openDatabase(url);
  return {
    ...opened,
    url,
    close: async () => {
      await opened.close();
      await execute(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

const demoTemplate = 'kvalitetsnavet_demo';

/**
 * The same, with the demo board in it as it was made by `fill`: the first suite of a run that asks has it filled, the
 * others wait and get a copy.
 */
export async function createDemoDatabase(fill: (database: OpenDatabase) => Promise<void>): Promise<TestDatabase> {
  const serverUrl = testServerUrl();
  await withMaintenance(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(7301)');
    const found = await client.query('select from pg_database where datname = $1', [demoTemplate]);
    if (found.rowCount === 1) return;
    const unfinished = `${demoTemplate}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} template kvalitetsnavet`);
    const opened = await openDatabase(databaseUrl(serverUrl, unfinished));
    try {
      await fill(opened);
    } finally {
      await opened.close();
    }
    await client.query(`alter database ${unfinished} rename to ${demoTemplate}`);
  });
  return await createTestDatabase(demoTemplate);
}

/** The demo's days are counted from today: one that an earlier run left on a server that stays is not used again. */
export function dropDemoTemplate(serverUrl: string): Promise<void> {
  return execute(serverUrl, `drop database if exists ${demoTemplate} with (force)`);
}

function testServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run the test through jest (start-postgres.ts)');
  return url;
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function execute(serverUrl: string, statement: string): Promise<void> {
  return withMaintenance(serverUrl, async (client) => {
    await client.query(statement);
  });
}

/** In the maintenance database, since a template may have no other user. */
async function withMaintenance(serverUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(serverUrl, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
