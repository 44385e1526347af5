/** `npm run bench -- pull [records…]`: the first pull of a board, and the pull after 100 changes made in SharePoint. */
import { defaultPageSize } from '../../bot/local-graph/paging.ts';
import { createGraphLists } from '../../bot/graph/graph-client.ts';
import type { ListItem } from '../../bot/graph/graph-port.ts';
import type { SyncEngine } from '../../bot/sync/sync-engine.ts';
import { kindNames } from '../../shared/records/index.ts';
import { openLargeBoard } from './large/large-board.ts';
import type { LargeBoard } from './large/large-board.ts';
import { engineOf, pullBoard } from './large/pull-board.ts';
import { rounded } from './result.ts';
import type { BenchResult } from './result.ts';

const delayMs = 120;
const changes = 100;

export async function run(words: readonly string[]): Promise<BenchResult> {
  const sizes = words.length > 0 ? words.map(Number) : [100_000];
  const rows: BenchResult['rows'][number][] = [];
  for (const records of sizes) rows.push(await measure(records));
  return {
    notes: [
      `Den inbäddade Graph i samma process, ${String(delayMs)} ms för varje anrop. Minsta möjliga: sidor om ${String(defaultPageSize)}, minst en för varje lista.`,
      `Därefter ${String(changes)} ändringar gjorda i SharePoint, och en hämtning av alla ${String(kindNames.length)} listor.`,
    ],
    rows,
  };
}

async function measure(records: number): Promise<BenchResult['rows'][number]> {
  const now = () => new Date();
  const board = await openLargeBoard({ records, units: 300, delayMs, now });
  try {
    const figures = await pullFigures(board, engineOf(board, now), records);
    return { records, ...figures, 'memory, MB': Math.round(process.memoryUsage().rss / 1e6) };
  } finally {
    await board.close();
  }
}

/** The first pull of the board, then one after 100 changes. */
export async function pullFigures(
  board: LargeBoard,
  engine: SyncEngine,
  records: number,
): Promise<BenchResult['rows'][number]> {
  const first = await timed(board, () => pullBoard(engine));
  await changeInSharePoint(board);
  const second = await timed(board, () => pullBoard(engine));
  const changed = await board.database.db
    .selectFrom('records')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'deviation')
    .where('revision', '>', 1)
    .executeTakeFirstOrThrow();
  return {
    'first pull, requests': first.requests,
    'possible minimum': Math.max(Math.ceil(records / defaultPageSize), 1) + kindNames.length - 1,
    'first pull, s': rounded(first.seconds),
    'delta of 100, requests': second.requests,
    'delta of 100, s': rounded(second.seconds),
    'changes taken in': changed.count,
  };
}

async function timed(board: LargeBoard, work: () => Promise<void>) {
  const before = board.requests();
  const startedAt = performance.now();
  await work();
  return { requests: board.requests() - before, seconds: (performance.now() - startedAt) / 1000 };
}

/** As a person does, in the list itself. */
async function changeInSharePoint(board: LargeBoard): Promise<void> {
  const person = createGraphLists({
    fetch: board.direct,
    token: () => Promise.resolve('user:Karin%20Ek'),
  });
  const open: ListItem[] = [];
  for (let link: string | undefined, isLast = false; open.length < changes && !isLast; isLast = link === undefined) {
    const page = await person.deltaPage(board.deviations, link);
    if (page.kind !== 'page') throw new Error(`No page: ${page.kind}`);
    open.push(...page.page.items.filter((item) => item.fields['Status'] !== 'closed'));
    link = page.page.nextLink;
  }
  for (const item of open.slice(0, changes)) {
    const written = await person.updateItem(board.deviations, item.id, item.etag, { Place: 'Vid entrén' });
    if (written.kind !== 'done') throw new Error(`Not changed: ${written.kind}`);
  }
}
