/**
 * Files that are seen before their process is: its list is pulled by itself, and may come later. They are remembered, and
 * looked at again once the process is known. Rule S-F13.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../database/schema.ts';

export async function noteEarlyFile(trx: Transaction<Database>, boardId: string, processId: string): Promise<void> {
  await trx
    .insertInto('early_files')
    .values({ board_id: boardId, process_id: processId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of which processes files were remembered that are known now. */
export async function processesNowKnown(db: Kysely<Database>, boardId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('early_files as e')
    .innerJoin('records as r', (join) =>
      join.onRef('r.board_id', '=', 'e.board_id').on('r.kind', '=', 'process').onRef('r.id', '=', 'e.process_id'),
    )
    .select('e.process_id')
    .where('e.board_id', '=', boardId)
    .where('r.deleted', '=', false)
    .orderBy('e.process_id')
    .execute();
  return rows.map((row) => row.process_id);
}

export async function forgetEarlyFiles(
  trx: Transaction<Database>,
  boardId: string,
  processIds: readonly string[],
): Promise<void> {
  if (processIds.length === 0) return;
  await trx
    .deleteFrom('early_files')
    .where('board_id', '=', boardId)
    .where('process_id', 'in', [...processIds])
    .execute();
}
