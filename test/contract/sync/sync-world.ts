import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../../../bot/database/schema.ts';
import { createGraphFiles } from '../../../bot/graph/graph-files.ts';
import { createGraphLists } from '../../../bot/graph/graph-client.ts';
import type { ColumnValues, GraphFetch, GraphLists, ListAddress, ListItem } from '../../../bot/graph/graph-port.ts';
import type { GraphConnection } from '../../../bot/graph/graph-request.ts';
import { createGraphSites } from '../../../bot/graph/graph-sites.ts';
import { provisionBoard } from '../../../bot/graph/provisioning.ts';
import type { ProvisionedBoard } from '../../../bot/graph/provisioning.ts';
import { createLocalGraph } from '../../../bot/local-graph/local-graph.ts';
import type { LocalGraph, LocalGraphOptions } from '../../../bot/local-graph/local-graph.ts';
import { createRecordsService } from '../../../bot/records/create-records-service.ts';
import type { LocalRecordsService } from '../../../bot/records/create-records-service.ts';
import type { RecordRow } from '../../../bot/records/record-store.ts';
import { registerBoard, registerLibrary } from '../../../bot/sync/register-board.ts';
import { readRow } from '../../../bot/records/record-rows.ts';
import { toStoredColumns } from '../../../bot/records/stored-rows.ts';
import { createSyncEngine } from '../../../bot/sync/sync-engine.ts';
import type { SyncEngine, SyncOptions } from '../../../bot/sync/sync-engine.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { AnyFields } from '../../../shared/records/record-kind.ts';
import { createTestDatabase } from '../../support/database.ts';
import { waitUntil } from '../../support/wait-until.ts';

export const board = 'kungsholmen';
const address = (name: string): string => `https://stad.sharepoint.com/sites/${name}`;
const silent = { error: () => undefined, info: () => undefined, debug: () => undefined };

/** A database, an embedded Graph with a provisioned board, and an engine over both, with a clock that the test turns. */
export interface SyncWorld {
  readonly db: Kysely<Database>;
  readonly local: LocalGraph;
  readonly provisioned: ProvisionedBoard;
  /** As our app. */
  readonly graph: GraphLists;
  /** As Karin Ek, who opens the lists in SharePoint. */
  readonly karin: GraphLists;
  readonly engine: SyncEngine;
  readonly options: SyncOptions;
  readonly records: LocalRecordsService;
  /** As our app, for other parts of Graph. */
  readonly connection: GraphConnection;
  /** Requests that reached Graph since the last reading. */
  takeRequests(): readonly string[];
  passTime(ms: number): void;
  now(): Date;
  list(kind: KindName): ListAddress;
  /** Every item of a kind's list, as SharePoint holds it. */
  items(kind: KindName): Promise<readonly ListItem[]>;
  close(): Promise<void>;
}

export async function createSyncWorld(
  more: Partial<SyncOptions> = {},
  ofGraph: Pick<LocalGraphOptions, 'send'> = {},
): Promise<SyncWorld> {
  const database = await createTestDatabase();
  let at = Date.parse('2026-03-10T08:00:00.000Z');
  const now = () => new Date(at);
  const sites = ['kvalitet', 'skyddad'].map((name) => ({
    hostname: 'stad.sharepoint.com',
    path: `/sites/${name}`,
    displayName: name,
  }));
  const local = createLocalGraph({ now, newId: randomUUID, sites, sleep: () => Promise.resolve(), ...ofGraph });
  const requests: string[] = [];
  const fetch: GraphFetch = (request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return local.handle(request);
  };
  const connect = (token: string) => ({
    fetch,
    token: () => Promise.resolve(token),
    retry: { sleep: () => Promise.resolve() },
  });
  const graph = createGraphLists(connect('app'));
  const provisioned = await provisionBoard({
    sites: createGraphSites(connect('app')),
    boardId: board,
    boardName: 'Kungsholmens stadsdelsnämnd',
    siteUrl: address('kvalitet'),
    restrictedSiteUrl: address('skyddad'),
  });
  await registerBoard(database.db, provisioned);
  await registerLibrary(database.db, board, provisioned.processLibrary);
  const options: SyncOptions = {
    db: database.db,
    graph,
    libraries: {
      files: createGraphFiles(connect('app')),
      drawings: { open: (boardId) => records.drawings.open(boardId) },
    },
    now,
    newId: randomUUID,
    random: () => 0.5,
    log: silent,
    mask: (text) => text.replace(/\b\d{6}-\d{4}\b/g, '[personnummer]'),
    ourAppId: undefined,
    pullEveryMs: 60_000,
    ...more,
  };
  const { newId, mask } = options;
  const records = createRecordsService({
    ...{ db: database.db, now, newId, onAccepted: () => undefined },
    mask: (text) => ({ maskedText: mask(text), personnummer: false, names: false }),
  });
  const list = (kind: KindName) => provisioned.lists[kind];
  return {
    db: database.db,
    local,
    provisioned,
    graph,
    karin: createGraphLists(connect('user:Karin%20Ek')),
    engine: createSyncEngine(options),
    options,
    records,
    connection: connect('app'),
    takeRequests: () => requests.splice(0),
    passTime: (ms) => {
      at += ms;
    },
    now,
    list,
    items: (kind) => allItems(graph, list(kind)),
    close: async () => {
      local.close();
      await database.close();
    },
  };
}

async function allItems(graph: GraphLists, list: ListAddress): Promise<readonly ListItem[]> {
  const items: ListItem[] = [];
  for (let link: string | undefined, isLast = false; !isLast;) {
    const answer = await graph.deltaPage(list, link);
    if (answer.kind !== 'page') throw new Error(`no page: ${answer.kind}`);
    items.push(...answer.page.items);
    link = answer.page.nextLink;
    isLast = link === undefined;
  }
  return items;
}

const anna = { id: 'anna', name: 'Anna Berg' };

/** Fields with which a record of the kind is complete enough to be stored. */
export const sampleFields = {
  deviation: { whatHappened: 'Fall i korridoren', category: 'fall' },
  commitment: { goal: '0b7c6a52-6f0c-4c1f-9d6a-1e2f3a4b5c6d', year: 2026, text: 'Vi svarar inom en dag' },
  feedback: { feedbackKind: 'praise', text: 'God mat' },
} as const satisfies Partial<Record<KindName, AnyFields>>;

/** Accepts a record as the records service does: revision 1, waiting. */
export async function acceptRecord(
  world: SyncWorld,
  kind: KindName,
  record: { readonly fields: AnyFields; readonly ref?: string; readonly status?: string; readonly id?: string },
): Promise<string> {
  const at = world.now().toISOString();
  const id = record.id ?? randomUUID();
  const row: RecordRow = {
    boardId: board,
    kind,
    id,
    ...(record.ref === undefined ? {} : { ref: record.ref }),
    status: record.status ?? definitionOf(kind).initialStates[0] ?? '',
    title: '',
    fields: record.fields,
    comments: [],
    history: [{ id: randomUUID(), at, by: anna, via: 'tab', action: 'created', changes: [], revision: 1 }],
    createdBy: anna,
    createdAt: at,
    modifiedBy: anna,
    modifiedAt: at,
    stateChangedAt: at,
    revision: 1,
    pushedRevision: 0,
    deleted: false,
  };
  await world.db
    .insertInto('records')
    .values({ ...toStoredColumns(row), waiting_since: at })
    .execute();
  return id;
}

/** Accepts a change as the records service does: one revision more. */
export async function changeRecord(
  world: SyncWorld,
  id: string,
  change: { readonly fields?: AnyFields; readonly status?: string; readonly deleted?: true },
): Promise<void> {
  const row = await readRecord(world, id);
  const at = world.now().toISOString();
  const fields = { ...row.fields, ...change.fields };
  const changes = Object.entries(change.fields ?? {}).map(([field, to]) => ({ field, from: row.fields[field], to }));
  const entry = { id: randomUUID(), at, by: anna, via: 'tab', action: 'changed', changes, revision: row.revision + 1 };
  const history = [...row.history, entry] as RecordRow['history'];
  const next = { ...row, ...change, fields, history, modifiedAt: at, revision: row.revision + 1 };
  await world.db
    .updateTable('records')
    .set({ ...toStoredColumns(next), waiting_since: at })
    .where('id', '=', id)
    .execute();
}

export async function readRecord(world: SyncWorld, id: string): Promise<RecordRow> {
  return readRow(await world.db.selectFrom('records').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
}

/** Changes columns of an item in SharePoint as a person (or, with `graph`, as an app) does. */
export async function editItem(
  graph: GraphLists,
  list: ListAddress,
  itemId: string,
  fields: ColumnValues,
): Promise<void> {
  const read = await graph.getItem(list, itemId);
  if (read.kind !== 'done') throw new Error(`no item: ${read.kind}`);
  const written = await graph.updateItem(list, itemId, read.item.etag, fields);
  if (written.kind !== 'done') throw new Error(`not written: ${JSON.stringify(written)}`);
}

/** The only item of a list. */
export async function onlyItem(world: SyncWorld, kind: KindName): Promise<ListItem> {
  const [item, ...more] = await world.items(kind);
  if (item === undefined || more.length > 0) throw new Error(`${String(more.length + 1)} items of ${kind}`);
  return item;
}

/** Until so many statements of the world's database wait for a lock. */
export async function untilWaiting({ db }: Pick<SyncWorld, 'db'>, count: number): Promise<void> {
  await waitUntil(async () => {
    const waiting = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return waiting.rows.length === count;
  });
}
