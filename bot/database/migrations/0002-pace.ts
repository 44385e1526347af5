import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** One row: what all processes together may spend of SharePoint's budget, and until when they hold back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table pace (
    id text primary key check (id = 'app'),
    tokens double precision not null,
    filled_at timestamptz not null,
    paused_until timestamptz not null,
    refusals integer not null default 0
  )`.execute(db);
  await sql`insert into pace (id, tokens, filled_at, paused_until)
    values ('app', 0, timestamptz 'epoch', timestamptz 'epoch')`.execute(db);
}
