import { AppError } from '../../shared/errors.ts';
import { definitionOf, kindNames } from '../../shared/records/index.ts';
import type { KindName } from '../../shared/records/index.ts';
import { columnsOf } from './columns.ts';
import type { GraphSites, ListAddress } from './graph-port.ts';
import { numberListColumns, numberListName } from './number-list.ts';
import { provisionLibrary } from './provision-library.ts';
import type { LibraryAddress } from './provision-library.ts';
import { must, provisionList } from './provision-list.ts';

export interface ProvisioningOptions {
  readonly sites: GraphSites;
  readonly boardId: string;
  readonly boardName: string;
  readonly siteUrl: string;
  readonly restrictedSiteUrl: string;
  readonly log?: { info(event: string, fields?: Readonly<Record<string, string | number>>): void };
}

export interface ProvisionedBoard {
  readonly boardId: string;
  readonly boardName: string;
  readonly siteId: string;
  readonly restrictedSiteId: string;
  readonly lists: Readonly<Record<KindName, ListAddress>>;
  readonly numberList: ListAddress;
  /** Where the drawings of processes are kept. */
  readonly processLibrary: LibraryAddress;
  /** What was changed, one Swedish line each; empty when all was in place. */
  readonly actions: readonly string[];
  /** What a person should look at: mostly that people may write to the sites, which only our app should (`design.md` 1.4). */
  readonly warnings: readonly string[];
}

/**
 * Creates or upgrades everything that a board needs in SharePoint. Twice is harmless; nothing is ever removed.
 *
 * @throws AppError startRefused; `describeProvisioningProblem` has the sentence for each reason
 */
export async function provisionBoard(options: ProvisioningOptions): Promise<ProvisionedBoard> {
  const { sites, boardId, boardName, siteUrl, restrictedSiteUrl } = options;
  const actions: string[] = [];
  const siteId = await findSite(sites, siteUrl);
  const restrictedSiteId = await findSite(sites, restrictedSiteUrl);
  if (siteId === restrictedSiteId) throw new AppError('startRefused', { reason: 'sitesNotApart', what: siteUrl });

  const lists: Partial<Record<KindName, ListAddress>> = {};
  for (const kind of kindNames) {
    const definition = definitionOf(kind);
    const home = definition.list.site === 'restricted' ? restrictedSiteId : siteId;
    const wanted = { displayName: definition.list.displayName, columns: columnsOf(definition) };
    lists[kind] = await provisionList(sites, home, wanted, actions);
  }
  const numbers = { displayName: numberListName, columns: numberListColumns };
  const numberList = await provisionList(sites, siteId, numbers, actions);
  const processLibrary = await provisionLibrary(sites, siteId, processLibraryName, actions);
  const warnings = [
    ...(await checkWriters(sites, siteId, siteUrl)),
    ...(await checkWriters(sites, restrictedSiteId, restrictedSiteUrl)),
  ];
  options.log?.info('board provisioned', { boardId, actions: actions.length, warnings: warnings.length });
  return {
    boardId,
    boardName,
    siteId,
    restrictedSiteId,
    lists: lists as Record<KindName, ListAddress>,
    numberList,
    processLibrary,
    actions,
    warnings,
  };
}

/** A name of its own: `Dokument` is SharePoint's, and people keep theirs there. */
const processLibraryName = 'Processfiler';

async function findSite(sites: GraphSites, url: string): Promise<string> {
  if (!URL.canParse(url)) throw new AppError('startRefused', { reason: 'siteAddress', what: url });
  return must(await sites.findSite(url), url).id;
}

const writing = new Set(['write', 'owner', 'manage', 'fullcontrol', 'full control']);

/**
 * Graph tells which apps have been given a site, but not what people may do through SharePoint's own groups; so this
 * says as much as is known, and what to check by hand (`graph.md` 8).
 */
async function checkWriters(sites: GraphSites, siteId: string, url: string): Promise<readonly string[]> {
  const answer = await sites.permissions(siteId);
  if (answer.kind !== 'ok') {
    return [
      `Det gick inte att läsa vem som får skriva på ${url}. Kontrollera att personer har högst läsbehörighet där.`,
    ];
  }
  const writers = answer.value.filter((grant) => grant.roles.some((role) => writing.has(role.toLowerCase())));
  const people = writers.filter((grant) => grant.grantedTo === 'people');
  const apps = writers.filter((grant) => grant.grantedTo === 'application');
  return [
    ...people.map((grant) => `${grant.name || 'Någon'} får skriva på ${url}. Ge högst läsbehörighet där.`),
    ...(apps.length > 1 ? [`${String(apps.length)} appar får skriva på ${url}. Bara Kvalitetsnavet bör få det.`] : []),
  ];
}
