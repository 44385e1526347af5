import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { ListAddress } from '../graph/graph-port.ts';
import { numberListKind } from '../graph/number-list.ts';
import type { LibraryAddress } from '../graph/provision-library.ts';
import type { ProvisionedBoard } from '../graph/provisioning.ts';

/**
 * Notes where a provisioned board has its sites and lists. A list with another address than before is pulled from the
 * beginning. Twice is harmless.
 */
export async function registerBoard(db: Kysely<Database>, board: ProvisionedBoard): Promise<void> {
  const { boardId, boardName, siteId, restrictedSiteId } = board;
  const lists: [string, ListAddress][] = [...Object.entries(board.lists), [numberListKind, board.numberList]];
  const site = { name: boardName, site_id: siteId, restricted_site_id: restrictedSiteId };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('boards')
      .values({ id: boardId, ...site })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(site))
      .execute();
    await trx
      .insertInto('lists')
      .values(
        lists.map(([kind, address]) => ({ board_id: boardId, kind, site_id: address.siteId, list_id: address.listId })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['board_id', 'kind'])
          .doUpdateSet((eb) => ({
            ...{ site_id: eb.ref('excluded.site_id'), list_id: eb.ref('excluded.list_id') },
            ...{ delta_link: null, walk_link: null, walk_delta_link: null, walk_started_at: null },
          }))
          .where((eb) =>
            eb.or([
              eb('lists.site_id', '!=', eb.ref('excluded.site_id')),
              eb('lists.list_id', '!=', eb.ref('excluded.list_id')),
            ]),
          ),
      )
      .execute();
  });
}

/** Notes where a board has its document library. A library with another address is read from the beginning. */
export async function registerLibrary(db: Kysely<Database>, boardId: string, library: LibraryAddress): Promise<void> {
  const place = { site_id: library.siteId, list_id: library.listId, drive_id: library.driveId };
  await db
    .insertInto('libraries')
    .values({ board_id: boardId, ...place })
    .onConflict((conflict) =>
      conflict
        .column('board_id')
        .doUpdateSet({ ...place, restored_at: null })
        .where('libraries.drive_id', '!=', library.driveId),
    )
    .execute();
}
