import { sql } from 'kysely';
import { formatReference } from '../../shared/rules/numbering.ts';
import { inStockholm } from '../../shared/rules/working-days.ts';
import type { Connection } from './service-context.ts';

/**
 * The next reference of a board's series, the year being Stockholm's. Its row stays locked until the transaction ends,
 * so that a create that is given up gives its number back and no number is used twice.
 */
export async function nextReference(db: Connection, boardId: string, series: string, now: Date): Promise<string> {
  const { year } = inStockholm(now);
  const { next_number: next } = await db
    .insertInto('number_series')
    .values({ board_id: boardId, series, year, next_number: 2, high_water: 1, graph_item_id: null, etag: null })
    .onConflict((conflict) =>
      conflict
        .columns(['board_id', 'series', 'year'])
        .doUpdateSet({ next_number: sql<number>`number_series.next_number + 1` }),
    )
    .returning('next_number')
    .executeTakeFirstOrThrow();
  return formatReference(series, year, next - 1);
}
