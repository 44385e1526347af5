/** A board of many units with many deviations in SharePoint: an embedded Graph in this process, with a network's delay. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../../bot/database/open-database.ts';
import type { OpenDatabase } from '../../../bot/database/open-database.ts';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import { encodeItem } from '../../../bot/graph/encode-item.ts';
import { batchLimit, createGraphLists } from '../../../bot/graph/graph-client.ts';
import type { GraphFetch, GraphLists, ListAddress } from '../../../bot/graph/graph-port.ts';
import { createGraphSites } from '../../../bot/graph/graph-sites.ts';
import { provisionBoard } from '../../../bot/graph/provisioning.ts';
import { createLocalGraph } from '../../../bot/local-graph/local-graph.ts';
import type { LocalGraph } from '../../../bot/local-graph/local-graph.ts';
import { registerBoard } from '../../../bot/sync/register-board.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { createDeviation } from './create-deviation.ts';
import { createLargeOrganisation } from './large-organisation.ts';

export interface LargeBoard {
  readonly database: OpenDatabase;
  readonly local: LocalGraph;
  /** As our app, with the delay; every request is counted. */
  readonly graph: GraphLists;
  /** What the official SDK can be given: the same road, delay and count. */
  readonly fetch: GraphFetch;
  readonly deviations: ListAddress;
  readonly unitIds: readonly string[];
  /** Who manages the first unit, and who works at the board's office. */
  readonly managerId: string;
  readonly officeId: string;
  requests(): number;
  close(): Promise<void>;
}

export interface LargeBoardOptions {
  readonly records: number;
  readonly units: number;
  /** What every request to Graph takes, beside the work of answering it. */
  readonly delayMs: number;
  readonly now: () => Date;
}

const silent = () => Promise.resolve();

export async function openLargeBoard(options: LargeBoardOptions): Promise<LargeBoard> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const database = await openDatabase(postgres.url);
  const site = (name: string) => ({ hostname: 'stad.sharepoint.com', path: `/sites/${name}`, displayName: name });
  const local = createLocalGraph({ now: options.now, newId: randomUUID, sites: [site('kvalitet'), site('skyddad')] });
  const connect = (fetch: GraphFetch) => ({ fetch, token: () => Promise.resolve('app'), retry: { sleep: silent } });
  const direct: GraphFetch = (request) => local.handle(request);
  const provisioned = await provisionBoard({
    sites: createGraphSites(connect(direct)),
    boardId: demoBoard.id,
    boardName: demoBoard.name,
    siteUrl: 'https://stad.sharepoint.com/sites/kvalitet',
    restrictedSiteUrl: 'https://stad.sharepoint.com/sites/skyddad',
  });
  await registerBoard(database.db, provisioned);
  const organisation = await createLargeOrganisation(database.db, options.units, options.now);
  const deviations = provisioned.lists.deviation;
  await fill(createGraphLists(connect(direct)), deviations, organisation.unitIds, options);
  let requests = 0;
  const fetch: GraphFetch = async (request) => {
    requests += 1;
    await new Promise<void>((resolve) => setTimeout(resolve, options.delayMs));
    return local.handle(request);
  };
  return {
    ...{ database, local, fetch, deviations, ...organisation },
    graph: createGraphLists(connect(fetch)),
    requests: () => requests,
    close: async () => {
      local.close();
      await database.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Writes the deviations as items, as if our app had pushed them long ago. */
async function fill(
  graph: GraphLists,
  list: ListAddress,
  unitIds: readonly string[],
  { records, now }: LargeBoardOptions,
): Promise<void> {
  for (let made = 0; made < records; made += batchLimit) {
    const count = Math.min(batchLimit, records - made);
    const writes = Array.from({ length: count }, (_, index) => {
      const row = createDeviation(made + index, unitIds, now());
      return { kind: 'create' as const, list, fields: encodeItem(definitionOf('deviation'), row) };
    });
    const outcomes = await graph.batch(writes);
    if (outcomes.some(({ kind }) => kind !== 'done')) throw new Error(`Not filled: ${JSON.stringify(outcomes[0])}`);
  }
}
