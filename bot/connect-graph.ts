import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { AppError } from '../shared/errors.ts';
import type { Config } from './config.ts';
import { createGraphLists } from './graph/graph-client.ts';
import { createGraphFiles } from './graph/graph-files.ts';
import type { GraphFiles, GraphLists, GraphSites, GraphSubscriptions } from './graph/graph-port.ts';
import type { RateLimits } from './graph/rate-limits.ts';
import { createGraphSites } from './graph/graph-sites.ts';
import { createGraphSubscriptions } from './graph/graph-subscriptions.ts';
import { createGraphFetch } from './graph/origin-handler.ts';
import { LocalGraphOpenFailure } from './local-graph/database.ts';
import { createLocalGraph } from './local-graph/local-graph.ts';
import { createNodeHandler } from './local-graph/node-handler.ts';
import type { Log } from './log.ts';

export interface GraphLink {
  /** Calls the listener with what SharePoint tells of the app's budget. */
  onRateLimits(listener: (limits: RateLimits) => void): void;
  readonly lists: GraphLists;
  readonly files: GraphFiles;
  readonly sites: GraphSites;
  readonly subscriptions: GraphSubscriptions;
  /** Answers `/local-graph/…` over HTTP; only with the embedded Graph. */
  readonly handler: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  close(): void;
}

/**
 * The Graph that `GRAPH_ORIGIN` names, else the embedded one, in this process.
 *
 * @throws AppError startRefused with reason `localGraphDamaged` or `folderNotWritable`
 */
export function connectGraph(config: Config, log: Log): GraphLink {
  const token = () => Promise.resolve('local.manage');
  let tell: ((limits: RateLimits) => void) | undefined;
  const onRateLimits = (limits: RateLimits): void => tell?.(limits);
  const listen: GraphLink['onRateLimits'] = (listener) => (tell = listener);
  if (config.graphOrigin !== undefined) {
    const connection = { fetch: createGraphFetch({ origin: config.graphOrigin }), token, onRateLimits };
    return {
      onRateLimits: listen,
      lists: createGraphLists(connection),
      files: createGraphFiles(connection),
      sites: createGraphSites(connection),
      subscriptions: createGraphSubscriptions(connection),
      handler: undefined,
      close: () => undefined,
    };
  }
  const embedded = openEmbedded(config, log);
  const inProcess = createGraphFetch({ inProcess: (request) => embedded.handle(request) });
  const connection = { fetch: inProcess, token, onRateLimits };
  return {
    onRateLimits: listen,
    lists: createGraphLists(connection),
    files: createGraphFiles(connection),
    sites: createGraphSites(connection),
    subscriptions: createGraphSubscriptions(connection),
    handler: createNodeHandler(embedded, '/local-graph'),
    close: () => {
      embedded.close();
    },
  };
}

function openEmbedded({ dataDir, siteUrl, restrictedSiteUrl }: Config, log: Log) {
  const folder = join(dataDir, 'graph');
  const sites = [siteUrl, restrictedSiteUrl].map((address) => {
    const { hostname, pathname } = new URL(address);
    return { hostname, path: pathname, displayName: pathname.split('/').at(-1) ?? pathname };
  });
  try {
    return createLocalGraph({
      dataDir: folder,
      sites,
      now: () => new Date(),
      newId: randomUUID,
      onError: (error) => log.error('local graph failed', { reason: error instanceof Error ? error.name : 'unknown' }),
    });
  } catch (cause) {
    if (!(cause instanceof LocalGraphOpenFailure)) throw cause;
    const reason = cause.problem === 'notWritable' ? 'folderNotWritable' : 'localGraphDamaged';
    throw new AppError('startRefused', { reason, folder }, { cause });
  }
}
