import { sql } from 'kysely';
import { formatReference } from '../../shared/rules/numbering.ts';
import { dayInStockholm } from '../../shared/rules/working-days.ts';
import { createGatheredCalls } from './gathered-calls.ts';
import type { Connection } from './service-context.ts';

/** Gives the next reference of a board's series (`AVV`). */
export type GiveReference = (boardId: string, series: string) => Promise<string>;

interface Wanted {
  readonly boardId: string;
  readonly series: string;
}

/**
 * References of a board's series, the year being Stockholm's. Each is given once, by a statement of its own that commits
 * at once: a record's transaction would hold the series' row until it is on disk, so that all reports of a board stood in
 * one line. What comes while a statement is on its way shares the next. A number whose record is not stored after all is
 * skipped. A series that the database does not know yet goes on after the highest reference among the records, which may
 * have come from SharePoint.
 */
export function createReferences(db: Connection, now: () => Date): GiveReference {
  const give = createGatheredCalls(async (wanted: readonly Wanted[]): Promise<readonly string[]> => {
    const year = Number(dayInStockholm(now()).slice(0, 4));
    const given = new Map<Wanted, string>();
    for (const [, alike] of Map.groupBy(wanted, ({ boardId, series }) => `${boardId} ${series}`)) {
      const [{ boardId, series } = { boardId: '', series: '' }] = alike;
      const count = alike.length;
      const first = (await take(db, boardId, series, year, count)) ?? (await begin(db, boardId, series, year, count));
      alike.forEach((one, index) => given.set(one, formatReference(series, year, first + index)));
    }
    return wanted.map((one) => given.get(one) ?? '');
  });
  return (boardId, series) => give({ boardId, series });
}

/** The first of so many numbers. */
async function take(
  db: Connection,
  boardId: string,
  series: string,
  year: number,
  count: number,
): Promise<number | undefined> {
  const row = await db
    .updateTable('number_series')
    .set({ next_number: sql<number>`next_number + ${count}` })
    .where('board_id', '=', boardId)
    .where('series', '=', series)
    .where('year', '=', year)
    .returning('next_number')
    .executeTakeFirst();
  return row && row.next_number - count;
}

async function begin(db: Connection, boardId: string, series: string, year: number, count: number): Promise<number> {
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
      next_number: first + count,
      high_water: 1,
      graph_item_id: null,
      etag: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['board_id', 'series', 'year'])
        .doUpdateSet({ next_number: sql<number>`number_series.next_number + ${count}` }),
    )
    .returning('next_number')
    .executeTakeFirstOrThrow();
  return row.next_number - count;
}
