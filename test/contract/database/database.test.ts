import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../../bot/database/open-database.ts';
import { createTestDatabase } from '../../support/database.ts';

let opened: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  opened = await createTestDatabase();
});
afterAll(async () => {
  await opened.close();
});

test('instants come as ISO text and revisions as numbers', async () => {
  const answer = await sql<{ at: string; n: number }>`
    select timestamptz '2026-11-22 21:30:00+01' as at, 9007199254740991::bigint as n
  `.execute(opened.db);

  expect(answer.rows[0]).toEqual({ at: '2026-11-22T20:30:00.000Z', n: 9007199254740991 });
});

test('opening a database that is up to date changes nothing, by two processes at once', async () => {
  const names = async () => (await sql<{ name: string }>`select name from migrations`.execute(opened.db)).rows;
  const before = await names();

  const [first, second] = await Promise.all([openDatabase(opened.url), openDatabase(opened.url)]);

  const after = await names();
  await Promise.all([first.close(), second.close()]);

  expect(after).toEqual(before);
  expect(after.map(({ name }) => name)).toContain('0001-foundation');
});
