/** Sites: how they are stored, addressed (`graph.md` 1.1) and shown. Every site is given at start; none is created through Graph. */
import type { GraphReply, GraphRequest, GraphServices } from './exchange.ts';
import { ok } from './exchange.ts';
import { GraphFailure, itemNotFound } from './errors.ts';
import type { JsonObject } from './json.ts';
import type { Database } from './database.ts';
import { toGraphTime } from './graph-time.ts';

export interface SiteSetting {
  /** `kommun.sharepoint.com` */
  readonly hostname: string;
  /** Server-relative: `/sites/name`, or `/` for the root site. */
  readonly path: string;
  readonly displayName: string;
}

export interface Site {
  readonly key: number;
  readonly hostname: string;
  /** Empty for the root site. */
  readonly path: string;
  readonly displayName: string;
  readonly collectionId: string;
  readonly webId: string;
  readonly createdAt: string;
}

/** @throws GraphFailure 404 */
export function requireSiteByKey(database: Database, key: number): Site {
  const site = database.one<Site>('SELECT * FROM site WHERE key = ?', key);
  if (site === undefined) throw itemNotFound('Requested site could not be found');
  return site;
}

/** Stores sites that are new; those already there keep their ids. */
export function ensureSites(
  database: Database,
  settings: readonly SiteSetting[],
  now: Date,
  newId: () => string,
): void {
  database.transaction(() => {
    for (const setting of settings) {
      const path = trimPath(setting.path);
      const known = database.one<Site>(
        'SELECT * FROM site WHERE hostname = ? AND path = ?',
        setting.hostname.toLowerCase(),
        path,
      );
      if (known !== undefined) continue;
      database.run(
        'INSERT INTO site (hostname, path, displayName, collectionId, webId, createdAt) VALUES (?, ?, ?, ?, ?, ?)',
        setting.hostname.toLowerCase(),
        path,
        setting.displayName,
        newId(),
        newId(),
        toGraphTime(now),
      );
    }
  });
}

/**
 * Takes `root`, `{hostname}` or `{hostname},{collection id},{web id}`, with an optional path below the site.
 * @throws GraphFailure 404
 */
export function findSite(database: Database, address: string, path?: string): Site {
  const base = findSiteByAddress(database, address);
  if (path === undefined) {
    if (base === undefined) throw itemNotFound('Requested site could not be found');
    return base;
  }
  const hostname = base?.hostname ?? address.toLowerCase();
  const site = database.one<Site>(
    'SELECT * FROM site WHERE hostname = ? AND lower(path) = lower(?)',
    hostname,
    trimPath(path),
  );
  if (site === undefined) throw itemNotFound('Requested site could not be found');
  return site;
}

function findSiteByAddress(database: Database, address: string): Site | undefined {
  if (address.toLowerCase() === 'root') {
    return database.one<Site>("SELECT * FROM site ORDER BY path <> '', key LIMIT 1");
  }
  const [hostname, collectionId, webId] = address.toLowerCase().split(',');
  if (collectionId !== undefined && webId !== undefined) {
    return database.one<Site>(
      'SELECT * FROM site WHERE hostname = ? AND collectionId = ? AND webId = ?',
      hostname ?? '',
      collectionId,
      webId,
    );
  }
  return database.one<Site>("SELECT * FROM site WHERE hostname = ? AND path = ''", address.toLowerCase());
}

export const siteId = (site: Site): string => `${site.hostname},${site.collectionId},${site.webId}`;

export const siteUrl = (site: Site): string => `https://${site.hostname}${encodeURI(site.path)}`;

export function showSite(site: Site): JsonObject {
  return {
    createdDateTime: site.createdAt,
    description: '',
    id: siteId(site),
    lastModifiedDateTime: site.createdAt,
    name: site.path === '' ? '' : (site.path.split('/').at(-1) ?? ''),
    webUrl: siteUrl(site),
    displayName: site.displayName,
    ...(site.path === '' ? { root: {} } : {}),
    siteCollection: { hostname: site.hostname },
  };
}

export function getSite(site: Site, request: GraphRequest): GraphReply {
  return ok({ '@odata.context': `${request.base}/$metadata#sites/$entity`, ...showSite(site) });
}

/** `GET /sites?search=text`: every site whose name or address holds the text; `*` is all. */
export function listSites(services: GraphServices, request: GraphRequest): GraphReply {
  if (request.query.search === undefined) {
    throw new GraphFailure(400, 'invalidRequest', 'Only search over sites is supported: /sites?search=text');
  }
  const words = request.query.search.replaceAll('"', '').toLowerCase();
  const sites = services.database
    .all<Site>('SELECT * FROM site ORDER BY key')
    .filter((site) => words === '*' || `${site.displayName} ${siteUrl(site)}`.toLowerCase().includes(words));
  return ok({ '@odata.context': `${request.base}/$metadata#sites`, value: sites.map(showSite) });
}

function trimPath(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}
