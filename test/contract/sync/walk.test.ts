import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { GraphLists } from '../../../bot/graph/graph-port.ts';
import { rebuildIfEmpty } from '../../../bot/sync/administration/rebuild.ts';
import { createSyncEngine } from '../../../bot/sync/sync-engine.ts';
import type { SyncEngine } from '../../../bot/sync/sync-engine.ts';
import { acceptRecord, board, changeRecord, createSyncWorld, readRecord, sampleFields } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

const pageSize = 4;
let world: SyncWorld;
/** What every page of a delta does before it is asked for; tests put faults here. */
let beforePage: (link: string | undefined) => 'go' | 'fail' = () => 'go';
const pages: (string | undefined)[] = [];

beforeEach(async () => {
  world = await createSyncWorld();
  beforePage = () => 'go';
  pages.length = 0;
});
afterEach(() => world.close());

/** An engine as after a restart, whose list has small pages and faults. */
function anEngine(): SyncEngine {
  const deviation = world.list('deviation').listId;
  const deltaPage: GraphLists['deltaPage'] = async (list, link) => {
    if (list.listId !== deviation) return world.graph.deltaPage(list, link);
    if (beforePage(link) === 'fail') return { kind: 'tryLater', status: 503 };
    pages.push(link);
    const first = `https://graph.microsoft.com/v1.0/sites/${list.siteId}/lists/${list.listId}/items/delta?$expand=fields&$top=${String(pageSize)}`;
    return world.graph.deltaPage(list, link ?? first);
  };
  return createSyncEngine({ ...world.options, graph: { ...world.graph, deltaPage } });
}

async function pushedDeviations(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const ref = `AVV-2026-${String(number).padStart(4, '0')}`;
    ids.push(await acceptRecord(world, 'deviation', { ref, fields: sampleFields.deviation }));
  }
  await world.engine.pushUntilIdle();
  return ids;
}

const listRow = () =>
  world.db.selectFrom('lists').selectAll().where('kind', '=', 'deviation').executeTakeFirstOrThrow();
const stateOf = (engine: SyncEngine) =>
  engine.status(board).then(({ lists }) => lists.find(({ kind }) => kind === 'deviation'));

test('S-D6 a walk that breaks goes on at its page after a restart, and still removes what vanished', async () => {
  const ids = await pushedDeviations(11);
  await world.engine.pullAll();
  const gone = await readRecord(world, ids[5] ?? '');
  await world.karin.deleteItem(world.list('deviation'), gone.graphItemId ?? '', gone.etag ?? '');
  world.local.plan.expireDeltaTokens();
  // The token that has gone bad, two pages of the walk, then no answer.
  beforePage = () => (pages.length < 3 ? 'go' : 'fail');
  const first = await anEngine().pullAll();
  const broken = [...pages];
  const late = await acceptRecord(world, 'deviation', { ref: 'AVV-2026-0012', fields: sampleFields.deviation });
  await world.engine.pushUntilIdle();
  pages.length = 0;
  beforePage = () => 'go';

  const second = await anEngine().pullAll();

  expect([first, second]).toEqual([false, true]);
  expect(broken).toHaveLength(3);
  // Eleven items now in pages of four: one page is left, and it is not the first.
  expect(pages).toHaveLength(1);
  expect(pages[0]).toBeDefined();
  const living = await world.db.selectFrom('records').select('id').where('deleted', '=', false).execute();
  expect(living.map(({ id }) => id).toSorted()).toEqual([...ids.filter((id) => id !== gone.id), late].toSorted());
  expect(await listRow()).toMatchObject({ walk_link: null, walk_started_at: null, delta_link: expect.any(String) });
  expect(await world.db.selectFrom('walk_remainder').selectAll().execute()).toEqual([]);
});

test('S-D6 what is deleted between the last page of a walk and the end of its sweep is not missed', async () => {
  const ids = await pushedDeviations(3);
  await world.engine.pullAll();
  const deleteItemOf = async (id: string | undefined): Promise<void> => {
    const { graphItemId = '', etag = '' } = await readRecord(world, id ?? '');
    await world.karin.deleteItem(world.list('deviation'), graphItemId, etag);
  };
  await deleteItemOf(ids[0]);
  world.local.plan.expireDeltaTokens();
  const graph: GraphLists = {
    ...world.graph,
    getItem: () => Promise.resolve({ kind: 'tryLater', maybeApplied: false, status: 503 }),
  };
  const cut = await createSyncEngine({ ...world.options, graph }).pullAll();
  await deleteItemOf(ids[1]);

  const ended = await world.engine.pullAll();
  await world.engine.pullAll();

  expect([cut, ended]).toEqual([false, true]);
  const living = await world.db.selectFrom('records').select('id').where('deleted', '=', false).execute();
  expect(living).toEqual([{ id: ids[2] }]);
});

test('S-D6 a link of a walk that has gone bad starts the walk over', async () => {
  const ids = await pushedDeviations(6);
  beforePage = () => (pages.length < 1 ? 'go' : 'fail');
  await anEngine().pullAll();
  world.local.plan.expireDeltaTokens();
  beforePage = () => 'go';
  pages.length = 0;

  const bad = await anEngine().pullAll();
  const good = await anEngine().pullAll();

  expect([bad, good]).toEqual([false, true]);
  expect(pages.map((link) => link === undefined)).toEqual([false, true, false]);
  expect(await world.db.selectFrom('records').select('id').execute()).toHaveLength(ids.length);
});

test('S-D6 a service that stops in the middle of a walk ends after the page under way', async () => {
  await pushedDeviations(11);
  const engine = anEngine();
  let stopped: Promise<void> | undefined;
  beforePage = () => {
    if (pages.length === 1) stopped = engine.stop();
    return 'go';
  };
  engine.start();
  for (let turn = 0; turn < 500 && stopped === undefined; turn += 1) await new Promise((done) => setTimeout(done, 10));

  await stopped;
  const walked = [...pages];
  await anEngine().pullAll();

  expect(walked).toHaveLength(2);
  expect(pages).toHaveLength(3);
});

test('S-R2 a first walk that was cut short goes on before the service answers', async () => {
  await pushedDeviations(6);
  await world.db.deleteFrom('records').execute();
  beforePage = () => (pages.length < 1 ? 'go' : 'fail');
  const cut = await rebuildIfEmpty(world.options, anEngine(), board);
  beforePage = () => 'go';

  const after = await rebuildIfEmpty(world.options, anEngine(), board);

  expect([cut, after]).toEqual(['incomplete', 'rebuilt']);
  expect(await world.db.selectFrom('records').select('id').execute()).toHaveLength(6);
});

test('S-R3 a rebuild that is asked for is done by the worker, puts right what is spoiled, and keeps what is unsent', async () => {
  const [changed = '', spoiled = ''] = await pushedDeviations(2);
  await world.engine.pullAll();
  await changeRecord(world, changed, { fields: { place: 'Köket' } });
  await world.db.updateTable('records').set({ status: 'closed', search_text: '' }).where('id', '=', spoiled).execute();
  world.local.plan.set({ rates: { serverError: 1 } });
  const engine = anEngine();
  await engine.askForRebuild(board);
  const asked = await stateOf(engine);
  world.local.plan.clear();

  engine.start();
  for (let turn = 0; turn < 500 && (await stateOf(engine))?.isWalkLeft !== false; turn += 1) {
    await new Promise((done) => setTimeout(done, 10));
  }
  await engine.stop();

  expect(asked).toMatchObject({ isWalkLeft: true });
  expect(await stateOf(engine)).toMatchObject({ isWalkLeft: false, walkedAt: world.now().toISOString() });
  expect(await readRecord(world, spoiled)).toMatchObject({ status: 'reported' });
  expect(await readRecord(world, changed)).toMatchObject({ revision: 2, fields: { place: 'Köket' } });
});

test('S-R3 a rebuild asked for while the list is being pulled is not forgotten', async () => {
  await pushedDeviations(2);
  await world.engine.pullAll();
  const other = createSyncEngine(world.options);
  const asked = new Promise<void>((resolve, reject) => {
    beforePage = () => {
      other.askForRebuild(board).then(resolve, reject);
      return 'go';
    };
  });
  const engine = anEngine();
  await engine.pullAll();
  await asked;
  beforePage = () => 'go';
  pages.length = 0;

  await engine.pullAll();

  // Either the pull under way was the walk, or this one is.
  expect((await stateOf(engine))?.walkedAt).toBeDefined();
  expect((await stateOf(engine))?.isWalkLeft).toBe(false);
});
