/** Change notifications: the embedded Graph tells, the service pulls sooner. Rules S-H1…S-H3. */
import { afterEach, expect, test } from '@jest/globals';
import { createGraphSubscriptions } from '../../../bot/graph/graph-subscriptions.ts';
import { numberListKind } from '../../../bot/graph/number-list.ts';
import { createSubscriptions } from '../../../bot/sync/notifications/subscriptions.ts';
import type { Hint, Subscriptions } from '../../../bot/sync/notifications/subscriptions.ts';
import { createLibraryWorld, stepNames } from './library-world.ts';
import { acceptRecord, board, createSyncWorld, editItem, readRecord, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';
import { waitUntil } from '../../support/wait-until.ts';

let world: SyncWorld;
afterEach(async () => {
  await world.engine.stop();
  await world.close();
});

const notificationUrl = 'http://127.0.0.1:3978/api/graph-notifications';
const dayMs = 86_400_000;

interface Told {
  readonly subscriptions: Subscriptions;
  /** Bodies that were posted to our address. */
  readonly bodies: unknown[];
  readonly hints: Hint[];
}

/** The service's address, without the network: repeats the token of a handshake, takes everything else. */
async function subscribed(): Promise<Told> {
  const bodies: unknown[] = [];
  const hints: Hint[] = [];
  world = await createSyncWorld(
    // The timer is no help.
    { pullEveryMs: 24 * 3_600_000 },
    {
      send: async (url, { body }) => {
        const token = new URL(url).searchParams.get('validationToken');
        if (token !== null) return new Response(token);
        const told: unknown = JSON.parse(body as string);
        bodies.push(told);
        for (const list of await subscriptions.receive(told)) {
          hints.push(list);
          world.engine.hint(list);
        }
        return new Response(null, { status: 202 });
      },
    },
  );
  const { db, now, newId, log } = world.options;
  const graph = createGraphSubscriptions(world.connection);
  const subscriptions = createSubscriptions({ db, graph, now, newId, log, notificationUrl });
  await subscriptions.keep();
  return { subscriptions, bodies, hints };
}

/** The engine's first pull has come to its end. */
async function areAllPulled(): Promise<boolean> {
  const { lists, libraries } = await world.engine.status();
  const pulled = [...lists.filter(({ kind }) => kind !== numberListKind), ...libraries];
  return pulled.every(({ lastPullAt }) => lastPullAt !== undefined);
}

test('S-H1 a change in SharePoint is pulled when Graph tells of it, and that list alone', async () => {
  const { bodies } = await subscribed();
  const id = await acceptRecord(world, 'commitment', { fields: sampleFields.commitment });
  world.engine.start();
  await waitUntil(async () => (await readRecord(world, id)).pushedRevision === 1);
  await waitUntil(() => bodies.length > 0);
  await waitUntil(areAllPulled);
  world.passTime(3000);
  const { graphItemId = '' } = await readRecord(world, id);
  world.takeRequests();

  await editItem(world.karin, world.list('commitment'), graphItemId, { Text: 'Vi svarar samma dag' });
  await waitUntil(async () => {
    // The notification of our own write may have come just before: the next pull is two seconds of the world's later.
    world.passTime(50);
    return (await readRecord(world, id)).fields['text'] === 'Vi svarar samma dag';
  });

  const pulls = world.takeRequests().filter((request) => request.includes('/delta'));
  expect([...new Set(pulls.map((request) => request.split('?')[0]))]).toHaveLength(1);
});

test('S-H1 a drawing that is changed in the library is pulled when Graph tells of it', async () => {
  const { hints } = await subscribed();
  const isHinted = () => hints.some(({ kind }) => kind === 'library');
  const library = await createLibraryWorld(world);
  const { id } = await library.storedProcess();
  world.engine.start();
  // Of our own upload.
  await waitUntil(isHinted);
  await waitUntil(areAllPulled);
  world.passTime(3000);
  hints.length = 0;
  await library.edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));
  await waitUntil(isHinted);
  await waitUntil(async () => {
    world.passTime(50);
    return (await library.versionsOf(id)).length === 2;
  });

  expect(stepNames((await library.versionsOf(id))[1]?.bpmn ?? '')).toContain('Besluta i nämnd');
});

test('S-H2 a notification with another word, of an unknown subscription or of no shape counts for nothing', async () => {
  const { subscriptions } = await subscribed();
  const row = await world.db.selectFrom('list_subscriptions').selectAll().limit(1).executeTakeFirstOrThrow();
  const { subscription_id: subscriptionId, client_state: clientState } = row;
  const receive = (value: unknown) => subscriptions.receive({ value: [value] });

  const right = await receive({ subscriptionId, clientState });
  const others = await Promise.all([
    receive({ subscriptionId, clientState: clientState.replace(/.$/, 'x') }),
    receive({ subscriptionId }),
    receive({ subscriptionId: 'unknown', clientState }),
    subscriptions.receive({ value: 'x' }),
    subscriptions.receive(undefined),
  ]);

  expect(right).toEqual([{ boardId: row.board_id, kind: row.kind }]);
  expect(others).toEqual([[], [], [], [], []]);
});

test('S-H3 a subscription is renewed in time, when Graph asks, and made anew when it has run out', async () => {
  const { subscriptions } = await subscribed();
  const rows = () => world.db.selectFrom('list_subscriptions').selectAll().orderBy('kind').execute();
  const [first] = await rows();

  world.passTime(5 * dayMs);
  await subscriptions.keep();
  const [kept] = await rows();
  await subscriptions.receive({
    value: [
      {
        subscriptionId: first?.subscription_id,
        clientState: first?.client_state,
        lifecycleEvent: 'reauthorizationRequired',
      },
    ],
  });
  const [reauthorized] = await rows();
  world.passTime(20 * dayMs);
  await subscriptions.keep();
  const [renewed] = await rows();
  world.passTime(40 * dayMs);
  await subscriptions.keep();
  const [anew] = await rows();

  expect(kept).toEqual(first);
  expect(reauthorized?.subscription_id).toBe(first?.subscription_id);
  expect(Date.parse(reauthorized?.expires_at ?? '')).toBeGreaterThan(Date.parse(first?.expires_at ?? ''));
  expect(renewed?.subscription_id).toBe(first?.subscription_id);
  expect(Date.parse(renewed?.expires_at ?? '')).toBeGreaterThan(Date.parse(reauthorized?.expires_at ?? ''));
  expect(anew?.subscription_id).not.toBe(first?.subscription_id);
});

test('S-H3 the library has a subscription to the root of its drive, kept like those of lists', async () => {
  const { subscriptions } = await subscribed();
  const row = () =>
    world.db.selectFrom('list_subscriptions').selectAll().where('kind', '=', 'library').executeTakeFirstOrThrow();
  const first = await row();
  const { subscription_id: subscriptionId, client_state: clientState } = first;

  const hints = await subscriptions.receive({
    value: [
      { subscriptionId, clientState },
      { subscriptionId, clientState: 'another' },
    ],
  });
  world.passTime(25 * dayMs);
  await subscriptions.keep();
  const renewed = await row();
  await world.db.updateTable('libraries').set({ drive_id: 'b!elsewhere' }).execute();
  await subscriptions.keep();

  expect(first.list_id).toBe(world.provisioned.processLibrary.driveId);
  expect(hints).toEqual([{ boardId: board, kind: 'library' }]);
  expect(renewed.subscription_id).toBe(subscriptionId);
  expect(Date.parse(renewed.expires_at)).toBeGreaterThan(Date.parse(first.expires_at));
  // The drive is another one, which does not exist: the old subscription stays, the timer pulls.
  expect((await row()).subscription_id).toBe(subscriptionId);
});

test('S-H3 what Graph refuses is left to the timer, and tried again', async () => {
  world = await createSyncWorld({}, { send: () => Promise.reject(new TypeError('nobody there')) });
  const { db, now, newId, log } = world.options;
  const graph = createGraphSubscriptions(world.connection);
  const subscriptions = createSubscriptions({ db, graph, now, newId, log, notificationUrl });

  await subscriptions.keep();

  expect(await db.selectFrom('list_subscriptions').selectAll().execute()).toEqual([]);
});
