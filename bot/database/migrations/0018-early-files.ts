import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Files whose process was not known when they were seen (`bot/sync/library/early-files.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'create table early_files (board_id text not null, process_id uuid not null, primary key (board_id, process_id))',
    )
    .execute(db);
}
