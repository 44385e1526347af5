import { timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { KindName } from '../../../shared/records/index.ts';
import type { Database } from '../../database/schema.ts';
import type { GraphSubscriptions, WatchedPlace } from '../../graph/graph-port.ts';
import type { Log } from '../../log.ts';
import { isProblemKind } from '../../records/problem-records.ts';
import { libraryKind } from '../library/library-context.ts';
import { recordLists } from '../record-lists.ts';

/**
 * Change notifications: Graph tells that something in a list or library changed, and no more. They only make a pull come sooner;
 * the timer stays (`graph.md` 4). Rules S-H1…S-H3.
 */
export interface Subscriptions {
  /**
   * Sees to it that every list and library has a subscription with time left. What Graph refuses is left to the timer. Asked before
   * each whether to go on.
   */
  keep(isStopping?: () => boolean): Promise<void>;
  /** What came to our address; anybody can write there. Resolves with what to pull. */
  receive(body: unknown): Promise<readonly Hint[]>;
}

/** What is to be pulled soon: the list of a kind, or the document library of the board. */
export interface Hint {
  readonly boardId: string;
  readonly kind: KindName | typeof libraryKind;
}

export interface SubscriptionParts {
  readonly db: Kysely<Database>;
  readonly graph: GraphSubscriptions;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly log: Log;
  /** Our address, as Graph reaches it. */
  readonly notificationUrl: string;
}

const dayMs = 86_400_000;
/** Just under the 42,300 minutes that lists and drives allow. */
const lifeMs = 29 * dayMs;
const renewWithMs = 10 * dayMs;

const notification = z.object({
  subscriptionId: z.string().max(200),
  clientState: z.string().max(200).nullish(),
  lifecycleEvent: z.string().max(100).nullish(),
});
const notifications = z.object({ value: z.array(notification).max(1000) });

export function createSubscriptions(parts: SubscriptionParts): Subscriptions {
  const { db, log } = parts;
  return {
    keep: async (isStopping) => {
      for (const watched of await watchedPlaces(db)) {
        if (isStopping?.() === true) return;
        await keepOne(parts, watched);
      }
    },
    receive: async (body) => {
      const parsed = notifications.safeParse(body);
      if (!parsed.success) return [];
      const ids = parsed.data.value.map(({ subscriptionId }) => subscriptionId);
      if (ids.length === 0) return [];
      const rows = await db.selectFrom('list_subscriptions').selectAll().where('subscription_id', 'in', ids).execute();
      const told = rows.filter((row) =>
        parsed.data.value.some(
          ({ subscriptionId, clientState }) =>
            subscriptionId === row.subscription_id && isSameWord(clientState ?? '', row.client_state),
        ),
      );
      if (told.length < rows.length) log.error('notification with a wrong word', { count: rows.length - told.length });
      for (const row of told) {
        const mine = parsed.data.value.filter(({ subscriptionId }) => subscriptionId === row.subscription_id);
        if (mine.some(({ lifecycleEvent }) => lifecycleEvent === 'reauthorizationRequired')) await renew(parts, row);
      }
      return told.map((row) => ({ boardId: row.board_id, kind: row.kind as Hint['kind'] }));
    },
  };
}

interface Watched extends Hint {
  readonly place: WatchedPlace;
  /** By which it is known whether the place has moved. */
  readonly placeId: string;
}

async function watchedPlaces(db: Kysely<Database>): Promise<readonly Watched[]> {
  const lists = await recordLists(db);
  const libraries = await db.selectFrom('libraries').select(['board_id', 'drive_id']).orderBy('board_id').execute();
  return [
    ...lists
      // Nobody but our app writes there.
      .filter(({ kind }) => !isProblemKind(kind))
      .map(({ boardId, kind, address }) => ({ boardId, kind, place: address, placeId: address.listId })),
    ...libraries.map(({ board_id: boardId, drive_id: driveId }) => ({
      ...({ boardId, kind: libraryKind, place: { driveId }, placeId: driveId } as const),
    })),
  ];
}

async function keepOne(parts: SubscriptionParts, watched: Watched): Promise<void> {
  const row = await parts.db
    .selectFrom('list_subscriptions')
    .selectAll()
    .where('board_id', '=', watched.boardId)
    .where('kind', '=', watched.kind)
    .executeTakeFirst();
  const left = row === undefined ? 0 : Date.parse(row.expires_at) - parts.now().getTime();
  if (row === undefined || row.list_id !== watched.placeId || left <= 0) return subscribe(parts, watched);
  if (left < renewWithMs && !(await renew(parts, row))) return subscribe(parts, watched);
}

async function subscribe(parts: SubscriptionParts, watched: Watched): Promise<void> {
  const { db, graph, now, newId, log, notificationUrl } = parts;
  const { boardId, kind, place, placeId } = watched;
  const clientState = newId();
  const expiresAt = new Date(now().getTime() + lifeMs).toISOString();
  const made = await graph.create({ place, notificationUrl, clientState, expiresAt });
  if (made.kind !== 'ok') {
    log.info('not subscribed', { boardId, kind, outcome: made.kind });
    return;
  }
  const values = {
    list_id: placeId,
    subscription_id: made.value.id,
    client_state: clientState,
    expires_at: made.value.expiresAt,
  };
  await db
    .insertInto('list_subscriptions')
    .values({ board_id: boardId, kind, ...values })
    .onConflict((conflict) => conflict.columns(['board_id', 'kind']).doUpdateSet(values))
    .execute();
}

/** False when Graph no longer has it. */
async function renew(
  { db, graph, now, log }: SubscriptionParts,
  row: { readonly board_id: string; readonly kind: string; readonly subscription_id: string },
): Promise<boolean> {
  const renewed = await graph.renew(row.subscription_id, new Date(now().getTime() + lifeMs).toISOString());
  if (renewed.kind === 'ok') {
    await db
      .updateTable('list_subscriptions')
      .set({ expires_at: renewed.value.expiresAt })
      .where('subscription_id', '=', row.subscription_id)
      .execute();
    return true;
  }
  log.info('not renewed', { boardId: row.board_id, kind: row.kind, outcome: renewed.kind });
  return renewed.kind !== 'notFound';
}

function isSameWord(given: string, known: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(known)];
  return one.length === other.length && timingSafeEqual(one, other);
}
