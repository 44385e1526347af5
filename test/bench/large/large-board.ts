/** A board of many units with many deviations in SharePoint: an embedded Graph with a network's delay. */
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
import { createGraphFetch } from '../../../bot/graph/origin-handler.ts';
import { provisionBoard } from '../../../bot/graph/provisioning.ts';
import { createLocalGraph } from '../../../bot/local-graph/local-graph.ts';
import { registerBoard } from '../../../bot/sync/register-board.ts';
import { startProcess } from '../start-process.ts';
import { fillStore, writeFirst } from './fill-list.ts';
import { createLargeOrganisation } from './large-organisation.ts';

export interface LargeBoard {
  readonly database: OpenDatabase;
  /** Straight to Graph: no delay, not counted. */
  readonly direct: GraphFetch;
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
  /** Graph in a process of its own, by the clock of the machine: its work and its memory are then not the service's. */
  readonly graphApart?: boolean;
}

const silent = () => Promise.resolve();
const hostname = 'local.sharepoint.com';
const sitePaths = ['/sites/kvalitet', '/sites/skyddad'];

export async function openLargeBoard(options: LargeBoardOptions): Promise<LargeBoard> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const database = await openDatabase(postgres.url);
  const graphDir = join(dataDir, 'graph');
  const opened = openGraph(graphDir, options.now);
  const connect = (fetch: GraphFetch) => ({ fetch, token: () => Promise.resolve('app'), retry: { sleep: silent } });
  const [siteUrl = '', restrictedSiteUrl = ''] = sitePaths.map((path) => `https://${hostname}${path}`);
  const provisioned = await provisionBoard({
    sites: createGraphSites(connect(opened.direct)),
    boardId: demoBoard.id,
    boardName: demoBoard.name,
    ...{ siteUrl, restrictedSiteUrl },
  });
  await registerBoard(database.db, provisioned);
  const organisation = await createLargeOrganisation(database.db, options.units, options.now);
  const deviations = provisioned.lists.deviation;
  if (options.records > 0) {
    await writeFirst(createGraphLists(connect(opened.direct)), deviations, organisation.unitIds, options.now());
  }
  await opened.close();
  if (options.records > 0) {
    fillStore(graphDir, deviations, options.records, organisation.unitIds, options.now());
  }
  const graph = options.graphApart === true ? await startGraph(graphDir) : openGraph(graphDir, options.now);
  let delayMs = options.delayMs;
  let requests = 0;
  const fetch: GraphFetch = async (request) => {
    requests += 1;
    await new Promise<void>((resolve) => setTimeout(resolve, delayMs));
    return graph.direct(request);
  };
  return {
    ...{ database, direct: graph.direct, fetch, deviations, ...organisation },
    graph: createGraphLists(connect(fetch)),
    requests: () => requests,
    setDelay: (ms) => (delayMs = ms),
    close: async () => {
      await graph.close();
      await database.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Graph {
  readonly direct: GraphFetch;
  close(): Promise<void>;
}

function openGraph(dataDir: string, now: () => Date): Graph {
  const sites = sitePaths.map((path) => ({ hostname, path, displayName: path }));
  const local = createLocalGraph({ now, newId: randomUUID, sites, dataDir });
  return {
    direct: (request) => local.handle(request),
    close: () => {
      local.close();
      return Promise.resolve();
    },
  };
}

async function startGraph(dataDir: string): Promise<Graph> {
  const sites = sitePaths.flatMap((path) => ['--site', path]);
  const words = (port: number) => ['--port', String(port), '--data', dataDir, ...sites];
  const graph = await startProcess('bot/local-graph/main.ts', {}, { dataDir, words });
  return { direct: createGraphFetch({ origin: graph.origin }), close: () => graph.stop() };
}
