/** A board of many units with many deviations in SharePoint: an embedded Graph in this process, with a network's delay. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../bot/database/embedded-postgres.ts';
import { openDatabase } from '../../../bot/database/open-database.ts';
import type { OpenDatabase } from '../../../bot/database/open-database.ts';
import { demoBoard } from '../../../bot/demo/demo-board.ts';
import { createGraphLists } from '../../../bot/graph/graph-client.ts';
import type { GraphFetch, GraphLists, ListAddress } from '../../../bot/graph/graph-port.ts';
import { createGraphSites } from '../../../bot/graph/graph-sites.ts';
import { provisionBoard } from '../../../bot/graph/provisioning.ts';
import { createLocalGraph } from '../../../bot/local-graph/local-graph.ts';
import type { LocalGraph } from '../../../bot/local-graph/local-graph.ts';
import { registerBoard } from '../../../bot/sync/register-board.ts';
import { fillStore, writeFirst } from './fill-list.ts';
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
  /** What every request takes from now on. */
  setDelay(ms: number): void;
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
  const sites = [site('kvalitet'), site('skyddad')];
  const graphDir = join(dataDir, 'graph');
  const openGraph = () => createLocalGraph({ now: options.now, newId: randomUUID, sites, dataDir: graphDir });
  let local = openGraph();
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
  if (options.records > 0) {
    await writeFirst(createGraphLists(connect(direct)), deviations, organisation.unitIds, options.now());
    local.close();
    fillStore(graphDir, deviations, options.records, organisation.unitIds, options.now());
    local = openGraph();
  }
  let delayMs = options.delayMs;
  let requests = 0;
  const fetch: GraphFetch = async (request) => {
    requests += 1;
    await new Promise<void>((resolve) => setTimeout(resolve, delayMs));
    return local.handle(request);
  };
  return {
    ...{ database, local, fetch, deviations, ...organisation },
    graph: createGraphLists(connect(fetch)),
    requests: () => requests,
    setDelay: (ms) => (delayMs = ms),
    close: async () => {
      local.close();
      await database.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
