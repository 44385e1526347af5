import type { GraphSites, ListAddress } from './graph-port.ts';
import { must } from './provision-list.ts';
import type { Actions } from './provision-list.ts';

/** A document library as a list, and as the drive that its files are addressed by. */
export interface LibraryAddress extends ListAddress {
  readonly driveId: string;
}

/**
 * Creates the document library unless it is there.
 *
 * @throws AppError startRefused with reason `provisioningRefused` or `provisioningUnavailable`, and with the library
 */
export async function provisionLibrary(
  sites: GraphSites,
  siteId: string,
  displayName: string,
  actions: Actions,
): Promise<LibraryAddress> {
  const found = await sites.findList(siteId, displayName);
  const { id: listId } =
    found.kind === 'notFound' ? await create(sites, siteId, displayName, actions) : must(found, displayName);
  const drive = must(await sites.findDrive({ siteId, listId }), displayName);
  return { siteId, listId, driveId: drive.id };
}

async function create(
  sites: GraphSites,
  siteId: string,
  displayName: string,
  actions: Actions,
): Promise<{ readonly id: string }> {
  const created = await sites.createLibrary(siteId, displayName);
  // Somebody else made it at the same moment, or our answer was lost after it was made.
  if (created.kind === 'exists' || created.kind === 'unavailable') {
    return must(await sites.findList(siteId, displayName), displayName);
  }
  actions.push(`Skapade biblioteket ${displayName}`);
  return must(created, displayName);
}
