import { sql } from 'kysely';
import { dayInStockholm } from '../../shared/rules/working-days.ts';
import type { Connection } from './service-context.ts';

/** A board's references of one kind and year (AVV-2026). */
export interface Series {
  readonly boardId: string;
  readonly name: string;
  readonly year: number;
}

/** The year that references carry is Stockholm's. */
export function yearOf(instant: Date): number {
  return Number(dayInStockholm(instant).slice(0, 4));
}

/**
 * Makes a series that the database does not know yet: it goes on after the highest reference among the records, which may
 * have come from SharePoint. One that is there stays as it is.
 */
export async function beginSeries(db: Connection, { boardId, name, year }: Series): Promise<void> {
  const known = await db
    .selectFrom('records')
    .select(sql<number | null>`max(substring(ref from '[0-9]+$')::integer)`.as('highest'))
    .where('board_id', '=', boardId)
    .where('ref', 'like', `${name}-${String(year)}-%`)
    .executeTakeFirst();
  await db
    .insertInto('number_series')
    .values({
      board_id: boardId,
      series: name,
      year,
      next_number: (known?.highest ?? 0) + 1,
      high_water: 1,
      graph_item_id: null,
      etag: null,
    })
    .onConflict((conflict) => conflict.columns(['board_id', 'series', 'year']).doNothing())
    .execute();
}
