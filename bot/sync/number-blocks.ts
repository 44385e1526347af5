import type { Kysely } from 'kysely';
import { definitionOf, kindNames } from '../../shared/records/index.ts';
import { parseReference } from '../../shared/rules/numbering.ts';
import type { Database } from '../database/schema.ts';
import type { ListAddress, ListItem } from '../graph/graph-port.ts';
import { numberColumns, numberListKind } from '../graph/number-list.ts';
import type { SyncContext } from './sync-context.ts';

/** How many numbers are reserved at a time; refilled when half of them are left. */
export const blockSize = 1000;

type NumberContext = Pick<SyncContext, 'db' | 'graph' | 'now' | 'log'>;

/**
 * Sees to it that every series of the board has numbers to give out, for this year and in December for the next.
 * A block is reserved in SharePoint with If-Match before any number of it is given, so that a lost database, a restored
 * one or a second service never gives a number twice; numbers may be skipped. Rules S-N1…S-N4.
 *
 * Returns the series (`AVV-2026`) that could not be reserved now; call again later.
 */
export async function ensureNumberBlocks(context: NumberContext, boardId: string): Promise<readonly string[]> {
  const list = await numberList(context.db, boardId);
  if (list === undefined) return [];
  const today = context.now();
  const years = [stockholmYear(today), stockholmYear(new Date(today.getTime() + 31 * 86_400_000))];
  const prefixes = kindNames.map((kind) => definitionOf(kind).refPrefix).filter((prefix) => prefix !== undefined);
  const held = await heldSeries(context.db, boardId);
  const failed: string[] = [];
  for (const series of prefixes) {
    for (const year of new Set(years)) {
      if (held.some((row) => row.series === series && row.year === year && hasEnough(row))) continue;
      if (!(await ensureBlock(context, boardId, list, series, year))) failed.push(`${series}-${String(year)}`);
    }
  }
  if (failed.length > 0) context.log.error('numbers not reserved', { boardId, series: failed.join(' ') });
  return failed;
}

const attempts = 5;

async function ensureBlock(
  context: NumberContext,
  boardId: string,
  list: ListAddress,
  series: string,
  year: number,
): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const local = await localSeries(context.db, boardId, series, year);
    if (local !== undefined && hasEnough(local)) return true;
    const item = await readMark(context, list, `${series}-${String(year)}`);
    if (item === undefined) return false;
    const reserved = await reserve(context, list, item, Math.max(item.highWater, local?.high_water ?? 1));
    if (reserved === 'unavailable') return false;
    if (reserved === 'changed') continue;
    const last = await lastGiven(context.db, boardId, series, year);
    // Only what directly follows our own block is ours to count on; else somebody else's numbers lie between.
    const follows = local !== undefined && local.high_water === reserved.from && local.next_number > last;
    const next = follows ? local.next_number : Math.max(reserved.from, last + 1);
    await storeBlock(context.db, { boardId, series, year, next, highWater: reserved.to, expected: local?.high_water });
  }
  return false;
}

interface Mark {
  readonly item: ListItem;
  readonly highWater: number;
}

/** The item of the series, made when it is missing. Undefined: not now. */
async function readMark({ graph }: NumberContext, list: ListAddress, key: string): Promise<Mark | undefined> {
  const found = await graph.findByClientKey(list, key);
  if (found.kind === 'done') return toMark(found.item);
  if (found.kind !== 'notFound') return undefined;
  const fields = { Title: key, [numberColumns.key]: key, [numberColumns.highWater]: 1 };
  const created = await graph.createItem(list, fields);
  if (created.kind === 'done') return toMark(created.item);
  const made = await graph.findByClientKey(list, key);
  return made.kind === 'done' ? toMark(made.item) : undefined;
}

/** A mark that somebody spoiled by hand is unknown, not 1: numbers must never start over. */
function toMark(item: ListItem): Mark | undefined {
  const value = Number(item.fields[numberColumns.highWater]);
  return Number.isInteger(value) && value >= 1 ? { item, highWater: value } : undefined;
}

type Reserved = { readonly from: number; readonly to: number } | 'changed' | 'unavailable';

async function reserve({ graph }: NumberContext, list: ListAddress, { item }: Mark, from: number): Promise<Reserved> {
  const to = from + blockSize;
  const outcome = await graph.updateItem(list, item.id, item.etag, { [numberColumns.highWater]: to });
  if (outcome.kind === 'done') return { from, to };
  // A lost answer may have reserved the block; reading again then skips it, which is harmless.
  return outcome.kind === 'changed' || (outcome.kind === 'tryLater' && outcome.maybeApplied)
    ? 'changed'
    : 'unavailable';
}

async function numberList(db: Kysely<Database>, boardId: string): Promise<ListAddress | undefined> {
  const row = await db
    .selectFrom('lists')
    .select(['site_id', 'list_id'])
    .where('board_id', '=', boardId)
    .where('kind', '=', numberListKind)
    .executeTakeFirst();
  return row === undefined ? undefined : { siteId: row.site_id, listId: row.list_id };
}

interface Held {
  readonly next_number: number;
  readonly high_water: number;
}

const hasEnough = (held: Held): boolean => held.high_water - held.next_number >= blockSize / 2;

function heldSeries(db: Kysely<Database>, boardId: string): Promise<(Held & { series: string; year: number })[]> {
  return db
    .selectFrom('number_series')
    .select(['series', 'year', 'next_number', 'high_water'])
    .where('board_id', '=', boardId)
    .execute();
}

function localSeries(db: Kysely<Database>, boardId: string, series: string, year: number) {
  return db
    .selectFrom('number_series')
    .select(['next_number', 'high_water'])
    .where('board_id', '=', boardId)
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst();
}

/** The highest number that a record holds, 0 when none does. */
async function lastGiven(db: Kysely<Database>, boardId: string, series: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('records')
    .select('ref')
    .where('board_id', '=', boardId)
    .where('ref', 'like', `${series}-${String(year)}-%`)
    .orderBy((eb) => eb.fn<number>('length', ['ref']), 'desc')
    .orderBy('ref', 'desc')
    .limit(1)
    .executeTakeFirst();
  return parseReference(row?.ref ?? '')?.number ?? 0;
}

interface Block {
  readonly boardId: string;
  readonly series: string;
  readonly year: number;
  readonly next: number;
  readonly highWater: number;
  readonly expected: number | undefined;
}

/** Only over the state that the block was reserved for: another process may have stored its own meanwhile. */
async function storeBlock(db: Kysely<Database>, block: Block): Promise<void> {
  const { boardId, series, year, next, highWater, expected } = block;
  if (expected === undefined) {
    await db
      .insertInto('number_series')
      .values({
        board_id: boardId,
        series,
        year,
        next_number: next,
        high_water: highWater,
        graph_item_id: null,
        etag: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await db
    .updateTable('number_series')
    // Numbers may have been given out since the row was read.
    .set((eb) => ({ next_number: eb.fn<number>('greatest', ['next_number', eb.val(next)]), high_water: highWater }))
    .where('board_id', '=', boardId)
    .where('series', '=', series)
    .where('year', '=', year)
    .where('high_water', '=', expected)
    .execute();
}

const stockholm = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Stockholm' });
const stockholmYear = (at: Date): number => Number(stockholm.format(at));
