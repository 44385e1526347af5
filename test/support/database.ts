import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase } from '../../bot/database/open-database.ts';
import type { OpenDatabase } from '../../bot/database/open-database.ts';

export type TestDatabase = OpenDatabase & { readonly url: string };

const emptyTemplate = 'kvalitetsnavet';
/** Databases that the tests of this file are done with: making and dropping one takes longer than most tests. */
const idle: string[] = [];

/** A database of the test's own on the run's PostgreSQL server, migrated and empty. After `close` another test gets it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = idle.pop();
  if (name === undefined) return await copyTemplate(emptyTemplate, (copied) => void idle.push(copied));
  const url = databaseUrl(testServerUrl(), name);
  const opened = await openDatabase(url);
  await sql.raw(await statementToEmpty(opened.db)).execute(opened.db);
  return { ...opened, url, close: () => opened.close().then(() => void idle.push(name)) };
}

/** @param whenClosed told the name when nobody uses the database any more */
async function copyTemplate(
  template: string,
  whenClosed: (name: string) => Promise<void> | void,
): Promise<TestDatabase> {
  const serverUrl = testServerUrl();
  const name = `${databasesOfRun()}${randomUUID().replaceAll('-', '')}`;
  await execute(serverUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(serverUrl, name);
  const opened = await openDatabase(url);
  return {
    ...opened,
    url,
    close: async () => {
      await opened.close();
      await whenClosed(name);
    },
  };
}

/** Leaves what the migrations put there. Few rows go faster by deletion than by truncation; what others refer to goes last. */
export async function statementToEmpty(db: OpenDatabase['db']): Promise<string> {
  const { rows } = await sql<{
    tablename: string;
  }>`select tablename from pg_tables where schemaname = 'public'`.execute(db);
  const tables = rows
    .map((row) => row.tablename)
    .filter((table) => table !== 'migrations' && table !== 'pace')
    .toSorted((one, other) => Number(one === 'boards') - Number(other === 'boards'));
  const rest = `update pace set tokens = 0, filled_at = 'epoch', paused_until = 'epoch', refusals = 0`;
  return [...tables.map((table) => `delete from ${table}`), rest].join('; ');
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
    await client.query(`create database ${unfinished} template ${emptyTemplate}`);
    const opened = await openDatabase(databaseUrl(serverUrl, unfinished));
    try {
      await fill(opened);
    } finally {
      await opened.close();
    }
    await client.query(`alter database ${unfinished} rename to ${demoTemplate}`);
  });
  return await copyTemplate(demoTemplate, (name) => execute(serverUrl, `drop database ${name} with (force)`));
}

/** The demo's days are counted from today: one that an earlier run left on a server that stays is not used again. */
export function dropDemoTemplate(serverUrl: string): Promise<void> {
  return execute(serverUrl, `drop database if exists ${demoTemplate} with (force)`);
}

/** What the names of all databases of this run begin with. */
export function databasesOfRun(): string {
  return `test_${process.env['TEST_RUN'] ?? ''}_`;
}

/** On a server that stays. */
export async function dropDatabasesOfRun(serverUrl: string): Promise<void> {
  await withMaintenance(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [databasesOfRun()],
    );
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });
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
