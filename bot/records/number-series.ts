import { sql } from 'kysely';
import { formatReference } from '../../shared/rules/numbering.ts';
import { dayInStockholm } from '../../shared/rules/working-days.ts';
import type { Connection } from './service-context.ts';

/**
 * The next reference of a board's series, the year being Stockholm's. Its row stays locked until the transaction ends,
 * so that a create that is given up gives its number back and no number is used twice. A series that the database does
 * not know yet goes on after the highest reference among the records, which may have come from SharePoint.
 */
export async function nextReference(db: Connection, boardId: string, series: string, now: Date): Promise<string> {
  const year = Number(dayInStockholm(now).slice(0, 4));
  const given = (await take(db, boardId, series, year)) ?? (await begin(db, boardId, series, year));
  return formatReference(series, year, given);
}

async function take(db: Connection, boardId: string, series: string, year: number): Promise<number | undefined> {
  const row = await db
    .updateTable('number_series')
    .set({ next_number: sql<number>`next_number + 1` })
    .where('board_id', '=', boardId)
    .where('series', '=', series)
    .where('year', '=', year)
    .returning('next_number')
    .executeTakeFirst();
  return row && row.next_number - 1;
}

async function begin(db: Connection, boardId: string, series: string, year: number): Promise<number> {
  const known = await db
    .selectFrom('records')
    .select(sql<number | null>`max(substring(ref from '[0-9]+$')::integer)`.as('highest'))
    .where('board_id', '=', boardId)
    .where('ref', 'like', `${series}-${year}-%`)
    .executeTakeFirst();
  const first = (known?.highest ?? 0) + 1;
  const row = await db
    .insertInto('number_series')
    .values({
      board_id: boardId,
      series,
      year,
      next_number: first + 1,
      high_water: 1,
      graph_item_id: null,
      etag: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['board_id', 'series', 'year'])
        .doUpdateSet({ next_number: sql<number>`number_series.next_number + 1` }),
    )
    .returning('next_number')
    .executeTakeFirstOrThrow();
  return row.next_number - 1;
}
