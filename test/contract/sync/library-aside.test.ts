/** Drawings that were set aside outlive the database. Rules S-K1, S-K2, S-K5. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSyncAdmin } from '../../../bot/sync/administration/sync-admin.ts';
import type { Caller } from '../../../bot/records/records-service.ts';
import { createLibraryWorld, stepNames } from './library-world.ts';
import type { LibraryWorld } from './library-world.ts';
import { board } from './sync-world.ts';

let world: LibraryWorld['world'];
let library: LibraryWorld;
beforeEach(async () => {
  library = await createLibraryWorld();
  ({ world } = library);
});
afterEach(() => world.close());

/** Karin changes the drawing of a published process, and writes a personnummer into it. */
async function setAsideDrawing(more = ''): Promise<string> {
  const { id } = await library.storedProcess('published');
  await library.edit(id, (text) =>
    text
      .replace('name="Besluta"', 'name="Besluta om 850312-1234"')
      .replace('</bpmn:definitions>', `${more}</bpmn:definitions>`),
  );
  await library.pullAndPush();
  return id;
}

/** More than a list takes even when it is packed. */
const muchText = (): string => `<!-- ${randomBytes(60_000).toString('hex')} -->`;

async function loseDatabase(): Promise<void> {
  await world.engine.pushUntilIdle();
  for (const table of ['set_aside', 'conflicts', 'records', 'process_versions', 'library_files'] as const)
    await world.db.deleteFrom(table).execute();
  await world.db.updateTable('libraries').set({ restored_at: null, delta_link: null }).execute();
}

const listed = async () =>
  (
    await createSyncAdmin({
      db: world.db,
      engine: world.engine,
      now: () => world.now(),
      log: world.options.log,
    }).overview(board)
  ).setAside;

test.each([
  ['', 'in the list', ''],
  ['too large for a list', 'in the history of its file', muchText()],
])('S-K5 a drawing that was set aside %s comes back from what lies %s, masked and once', async (_, __, more) => {
  const id = await setAsideDrawing(more);
  const [before] = await library.asideOf(id);
  await loseDatabase();

  await world.engine.rebuild();
  await library.pullAndPush();

  const [after, ...others] = await library.asideOf(id);
  expect(others).toEqual([]);
  expect(after).toMatchObject({ id: before?.id, reason: 'drawingClosed', settled_at: null, file: before?.file });
  expect(stepNames(after?.file ?? '')).toContain('Besluta om [personnummer]');
  expect(JSON.stringify(await world.items('syncProblem'))).not.toContain('850312-1234');
  expect(await listed()).toMatchObject([{ setAsideId: before?.id, hasFile: true, content: { editor: 'Karin Ek' } }]);
});

test('S-K5 when the version is gone its problem is listed all the same, and says so', async () => {
  const id = await setAsideDrawing(muchText());
  await loseDatabase();
  await library.asKarin('DELETE', await library.fileIdOf(id));

  await world.engine.rebuild();
  await world.engine.pullLibraries();

  const [item, ...more] = (await listed()).filter(({ reason }) => reason === 'drawingClosed');
  expect(more).toEqual([]);
  expect(item).toMatchObject({ content: { editor: 'Karin Ek', fileGone: true } });
  expect(item).not.toHaveProperty('hasFile');
});

test('S-K5 a history that cannot be read now is read by a later pull', async () => {
  const id = await setAsideDrawing(muchText());
  await loseDatabase();
  await world.engine.pullAll();
  await world.engine.rebuild();
  await world.db.updateTable('set_aside').set({ file: null }).execute();
  world.local.plan.set({ rates: { serverError: 1 }, match: { pathContains: '/versions' } });
  const failed = await world.engine.pullLibraries();
  world.local.plan.clear();

  expect([failed, await world.engine.pullLibraries()]).toEqual([false, true]);
  expect((await library.asideOf(id))[0]?.file).toContain('[personnummer]');
});

test('S-K2 a drawing that was settled stays settled, and one that still lies in the library is not set aside twice', async () => {
  const coordinator: Caller = {
    ...{ boardId: board, via: 'tab', language: 'sv' },
    actor: { personId: 'siv', name: 'Siv Ek', roles: [{ role: 'qualityCoordinator' }] },
  };
  const settled = await setAsideDrawing();
  const [first] = await library.asideOf(settled);
  await world.records.settleSetAside(coordinator, first?.id ?? '', { reason: 'Samma sak finns redan' });
  const open = await library.storedProcess('published');
  await library.edit(open.id, (text) => text.replace('name="Besluta"', 'name="Avslå"'));
  // Seen and set aside, but the database is lost before ours was written over it.
  await world.engine.pullLibraries();
  await world.db.updateTable('process_versions').set({ push_after: '2030-01-01T00:00:00.000Z' }).execute();
  const ids = (await library.asideOf(open.id)).map((row) => row.id);
  await loseDatabase();
  const lying = stepNames((await library.inLibrary(open.id)).text);

  await world.engine.rebuild();
  await library.pullAndPush();

  expect([ids.length, lying]).toEqual([1, ['Ta emot', 'Avslå']]);
  expect((await library.asideOf(open.id)).map((row) => row.id)).toEqual(ids);
  expect(await library.asideOf(settled)).toMatchObject([
    { id: first?.id, settled_by: { name: 'Siv Ek' }, settle_reason: 'Samma sak finns redan' },
  ]);
  expect(stepNames((await library.inLibrary(open.id)).text)).toContain('Besluta');
});
