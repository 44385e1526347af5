/** Walks of the document library, files that are deleted or moved there, and databases that lack versions. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stampVersion } from '../../../bot/processes/version-stamp.ts';
import { bytes, createLibraryWorld, fileOf, modelOf, nameOf, stepNames } from './library-world.ts';
import type { LibraryWorld } from './library-world.ts';
import { board, readRecord } from './sync-world.ts';

let world: LibraryWorld['world'];
let library: LibraryWorld;
beforeEach(async () => {
  library = await createLibraryWorld();
  ({ world } = library);
});
afterEach(() => world.close());

test.each(['deleted', 'moved'])(
  'S-F10 a file that is %s comes back with every version of ours, and it is told',
  async (how) => {
    const { id } = await library.storedProcess();
    await library.saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
    await world.engine.pushUntilIdle();
    await world.engine.pullLibraries();
    if (how === 'deleted') await library.asKarin('DELETE', await library.fileIdOf(id));
    else await library.asKarin('PATCH', await library.fileIdOf(id), '', { name: 'Min kopia.bpmn' });

    await library.pullAndPush();
    await library.pullAndPush();

    const held = await library.inLibrary(id);
    expect([held.versions, stepNames(held.text)]).toEqual([2, ['Ta emot', 'Besluta', 'Meddela']]);
    expect(await library.versionsOf(id)).toHaveLength(2);
    expect(await library.asideOf(id)).toMatchObject([
      { reason: how === 'deleted' ? 'drawingRemoved' : 'drawingMoved' },
    ]);
  },
);

test('S-F10 a file without a process of ours is left, and the file of a deleted process is not missed', async () => {
  const { id } = await library.storedProcess();
  await world.engine.pullLibraries();
  await library.karin.upload(library.driveId, 'Protokoll.bpmn', bytes('<a/>'));
  await library.karin.upload(library.driveId, nameOf(randomUUID()), bytes('<a/>'));
  await world.db.updateTable('records').set({ deleted: true }).where('id', '=', id).execute();
  await library.asKarin('DELETE', await library.fileIdOf(id));

  await library.pullAndPush();

  expect(await world.db.selectFrom('set_aside').selectAll().execute()).toEqual([]);
  const all = await library.ours.list(library.driveId);
  expect(all.kind === 'done' && all.value).toHaveLength(2);
});

test('S-F6 a page is stored with its token: one that is broken, or whose file cannot be read, moves nothing', async () => {
  const { id } = await library.storedProcess();
  await world.engine.pullLibraries();
  const tokenNow = async () =>
    (await world.db.selectFrom('libraries').select('delta_link').executeTakeFirstOrThrow()).delta_link;
  const before = await tokenNow();
  await library.edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));

  world.local.plan.set({ next: ['brokenDelta'], match: { pathContains: '/root/delta' } });
  const broken = await world.engine.pullLibraries();
  world.local.plan.set({ rates: { serverError: 1 }, match: { pathContains: '/content' } });
  const unread = await world.engine.pullLibraries();
  const between = await tokenNow();
  world.local.plan.clear();
  await library.pullAndPush();

  expect([broken, unread]).toEqual([false, false]);
  expect(between).toBe(before);
  expect(await tokenNow()).not.toBe(before);
  expect(await library.versionsOf(id)).toHaveLength(2);
});

test('S-F6 a token that has expired leads to a whole walk, which also finds what is missing', async () => {
  const one = await library.storedProcess();
  const other = await library.storedProcess();
  await world.engine.pullLibraries();
  await library.edit(one.id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));
  await library.asKarin('DELETE', await library.fileIdOf(other.id));
  world.local.plan.expireDeltaTokens();

  await library.pullAndPush();

  expect(await library.versionsOf(one.id)).toHaveLength(2);
  expect((await library.inLibrary(other.id)).versions).toBe(1);
  expect(await library.asideOf(other.id)).toMatchObject([{ reason: 'drawingRemoved' }]);
});

test('S-F12 a process that came from SharePoint is not saved before its versions are read, and then as the next one', async () => {
  const { id } = await library.storedProcess();
  await world.db.deleteFrom('process_versions').execute();
  await world.db.updateTable('libraries').set({ restored_at: null }).execute();
  const actor = { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true } as const;
  const caller = { boardId: board, actor, via: 'tab', language: 'sv' } as const;
  const save = async (baseVersion: number) => {
    const { revision } = await readRecord(world, id);
    const model = modelOf(['Ta emot', 'Besluta', 'Meddela']);
    return world.records.processes.save(caller, id, { baseVersion, baseRevision: revision, fields: {}, model });
  };

  const refused = await save(0);
  await world.engine.rebuild();
  const taken = await save(1);

  expect(refused).toEqual({ kind: 'fileRefused', why: 'drawingsNotRead' });
  expect(taken).toMatchObject({ kind: 'ok', value: { kind: 'saved', process: { version: 2 } } });
});

test('S-F11 a database restored from an older state takes the versions that it lacks from the library', async () => {
  const { id } = await library.storedProcess();
  const two = fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela']));
  await library.saveVersion(id, 2, two);
  await world.engine.pushUntilIdle();
  await world.db.deleteFrom('process_versions').where('version', '=', 2).execute();
  await world.db.deleteFrom('library_files').execute();

  await library.pullAndPush();

  const versions = await library.versionsOf(id);
  expect(versions.map(({ version, bpmn, what }) => [version, bpmn === two, what])).toEqual([
    [1, false, 'saved'],
    [2, true, 'saved'],
  ]);
  expect((await library.inLibrary(id)).text).toBe(
    stampVersion(two, {
      version: 2,
      what: 'saved',
      savedBy: { id: 'anna', name: 'Anna Berg' },
      savedAt: versions[1]?.saved_at ?? '',
    }),
  );
});

test.each(['changed', 'left'])(
  'S-F13 a file that is seen before its process is known, and was %s by others, is taken in once the process comes',
  async (how) => {
    const { id } = await library.storedProcess();
    if (how === 'changed') await library.edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));
    // As on another database, to which neither the file nor the lists have been pulled.
    await world.db.deleteFrom('records').where('kind', 'in', ['process', 'processActivity']).execute();
    await world.db.deleteFrom('process_versions').execute();
    await world.db.deleteFrom('library_files').execute();
    await world.db.updateTable('libraries').set({ delta_link: null }).execute();
    await world.db.updateTable('lists').set({ delta_link: null }).execute();

    await library.pullAndPush();
    const before = await library.versionsOf(id);
    await world.engine.pullAll();
    await library.pullAndPush();
    await library.pullAndPush();

    const saved = [1, 'saved', 'Anna Berg'];
    const changed = [2, 'changedInSharePoint', 'Karin Ek'];
    expect(before).toEqual([]);
    expect((await library.versionsOf(id)).map((row) => [row.version, row.what, row.saved_by.name])).toEqual(
      how === 'changed' ? [saved, changed] : [saved],
    );
    expect(await world.db.selectFrom('early_files').selectAll().execute()).toEqual([]);
    expect(await world.db.selectFrom('set_aside').selectAll().execute()).toEqual([]);
    expect((await library.inLibrary(id)).versions).toBe(how === 'changed' ? 3 : 1);
  },
);
