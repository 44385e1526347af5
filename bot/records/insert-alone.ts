import { sql } from 'kysely';
import { definitionOf, kindNames } from '../../shared/records/index.ts';
import { searchTextOf } from '../../shared/rules/record-title.ts';
import { createGatheredCalls } from './gathered-calls.ts';
import { beginSeries, yearOf } from './number-series.ts';
import type { Series } from './number-series.ts';
import type { RecordRow } from './record-store.ts';
import type { Connection } from './service-context.ts';
import { queueOf } from './write-record.ts';

/** Stores a new record by itself, with its reference; undefined when the board has a record of this id, if only since a moment ago. */
export type InsertAlone = (row: RecordRow) => Promise<RecordRow | undefined>;

/** How many go together: more would make the first wait for the last. */
const most = 50;

/**
 * Records that come while others are being stored are stored together: one statement and one commit, which gives the
 * references too, for all of a board's series. The row of the series is held until the records are on disk, so that no
 * number is skipped; for all that come meanwhile it is held once.
 */
export function createInsertAlone(db: Connection, now: () => Date): InsertAlone {
  return createGatheredCalls(async (rows: readonly RecordRow[]) => {
    const stored = new Map<RecordRow, RecordRow>();
    const seriesOf = ({ boardId, kind }: RecordRow) => `${boardId} ${definitionOf(kind).refPrefix ?? ''}`;
    // One series at a time: two processes that held two of them in another order would wait for each other.
    for (const [, alike] of Map.groupBy(rows, seriesOf)) {
      const references = await store(db, alike, yearOf(now()));
      for (const row of alike) {
        const ref = references.get(row.id);
        if (ref !== undefined) stored.set(row, ref === null ? row : { ...row, ref });
      }
    }
    return rows.map((row) => stored.get(row));
  }, most);
}

/** The reference, if any, of each that was stored, by id. */
async function store(
  db: Connection,
  rows: readonly RecordRow[],
  year: number,
): Promise<ReadonlyMap<string, string | null>> {
  const [first] = rows;
  const name = first && definitionOf(first.kind).refPrefix;
  const series = first && name !== undefined ? { boardId: first.boardId, name, year } : undefined;
  const stored = await insert(db, rows, series);
  if (stored.size > 0 || series === undefined) return stored;
  // Nothing stored: all are there already, or the series is not.
  await beginSeries(db, series);
  return await insert(db, rows, series);
}

async function insert(
  db: Connection,
  rows: readonly RecordRow[],
  series: Series | undefined,
): Promise<ReadonlyMap<string, string | null>> {
  const stored = await sql<{ id: string; ref: string | null }>`with given as (
      select row_number() over () as place, row.* from jsonb_to_recordset(${JSON.stringify(rows.map(columnsOf))}) as row (
        board_id text, kind text, id uuid, unit_id uuid, status text, title text, fields jsonb, history jsonb,
        created_by jsonb, created_at timestamptz, search_text text, push_priority smallint
      )
      where not exists (select 1 from records
        where records.board_id = row.board_id and records.kind = any(${kindNames}) and records.id = row.id)
    ), numbers as (${numbersOf(series)}), numbered as (
      select given.*, stem || lpad(number, greatest(4, length(number)), '0') as ref
      from given, numbers, lateral (select (first + place - 1)::text as number) as number
    )
    insert into records (
      board_id, kind, id, ref, unit_id, status, title, fields, history, created_by, created_by_id, created_at,
      modified_by, modified_at, state_changed_at, search_text, revision, push_priority, waiting_since
    )
    select board_id, kind, id, ref, unit_id, status, title, fields, history, created_by, created_by ->> 'id', created_at,
      created_by, created_at, created_at,
      case when search_text = '' then '' else lower(coalesce(ref, '')) || search_text end, 1, push_priority, created_at
    from numbered order by id
    on conflict (board_id, kind, id) do nothing
    returning id, ref`.execute(db);
  return new Map(stored.rows.map(({ id, ref }) => [id, ref]));
}

/** The first of the numbers for all that are given, and what stands before it, as `formatReference` writes it. */
function numbersOf(series: Series | undefined) {
  if (series === undefined) return sql`select null::bigint as first, null as stem`;
  const { boardId, name, year } = series;
  const count = sql`(select count(*) from given)`;
  return sql`update number_series set next_number = next_number + ${count}
    where board_id = ${boardId} and series = ${name} and year = ${year}
    returning next_number - ${count} as first, ${`${name}-${String(year)}-`}::text as stem`;
}

function columnsOf(row: RecordRow) {
  return {
    board_id: row.boardId,
    kind: row.kind,
    id: row.id,
    unit_id: row.unitId,
    status: row.status,
    title: row.title,
    fields: row.fields,
    history: row.history,
    created_by: row.createdBy,
    created_at: row.createdAt,
    // The reference, which is not known yet, is put before it.
    search_text: searchTextOf(row.kind, undefined, row.fields),
    ...queueOf(row),
  };
}
