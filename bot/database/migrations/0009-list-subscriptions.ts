import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Which list Graph tells us about, and the secret word by which we know that it is Graph. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table list_subscriptions (
        board_id text not null, kind text not null, list_id text not null,
        subscription_id text not null unique, client_state text not null, expires_at timestamptz not null,
        primary key (board_id, kind)
      )`,
    )
    .execute(db);
}
