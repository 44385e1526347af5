/** Drawings that are changed in the document library by others. Rules S-F7…S-F9. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSyncAdmin } from '../../../bot/sync/administration/sync-admin.ts';
import { createLibraryWorld, fileOf, modelOf, stepNames } from './library-world.ts';
import type { LibraryWorld } from './library-world.ts';
import { board, readRecord } from './sync-world.ts';

let world: LibraryWorld['world'];
let library: LibraryWorld;
beforeEach(async () => {
  library = await createLibraryWorld();
  ({ world } = library);
});
afterEach(() => world.close());

test('S-F7 echoes of our own uploads change nothing and are not even read', async () => {
  const { id } = await library.storedProcess();
  await world.engine.pullLibraries();
  world.takeRequests();

  await library.pullAndPush();
  await library.saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
  await world.engine.pushUntilIdle();
  await library.pullAndPush();

  const requests = world.takeRequests();
  expect(requests.filter((request) => request.includes('/content') && request.startsWith('GET'))).toEqual([]);
  expect(requests.filter((request) => request.endsWith('/root/delta'))).toHaveLength(2);
  expect(await library.versionsOf(id)).toHaveLength(2);
  expect(await library.asideOf(id)).toEqual([]);
});

test('S-F7 an upload whose answer was lost is found by its stamp, and is there once', async () => {
  const { id } = await library.storedProcess();
  await library.saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
  world.local.plan.set({ next: ['cutAfterCommit'], match: { methods: ['PUT'] } });
  await world.engine.pushUntilIdle();
  world.passTime(60_000);

  await library.pullAndPush();

  expect((await library.inLibrary(id)).versions).toBe(2);
  expect((await library.versionsOf(id)).every(({ pushed_at }) => pushed_at !== null)).toBe(true);
  expect(await library.asideOf(id)).toEqual([]);
});

test('S-F8 an edit by a person is the next version under that name, with activities and history', async () => {
  const { id, activities } = await library.storedProcess();
  await library.edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));

  await library.pullAndPush();

  const versions = await library.versionsOf(id);
  expect(versions.map(({ what, saved_by }) => [what, saved_by.name])).toEqual([
    ['saved', 'Anna Berg'],
    ['changedInSharePoint', 'Karin Ek'],
  ]);
  expect((await readRecord(world, activities[1] ?? '')).fields['name']).toBe('Besluta i nämnd');
  const row = await readRecord(world, id);
  expect(row.fields['diagramVersion']).toBe('2');
  expect(row.history.at(-1)).toMatchObject({ via: 'sharePoint', by: { name: 'Karin Ek' } });
  const held = await library.inLibrary(id);
  expect(held.versions).toBe(3);
  expect(held.text).toContain('kvalitetsnavet:version');
  expect(stepNames(held.text)).toContain('Besluta i nämnd');
  expect(await library.asideOf(id)).toEqual([]);
});

test('S-F8 an edit made from an older version is joined with what was saved since', async () => {
  const { id, activities } = await library.storedProcess();
  const old = (await library.inLibrary(id)).text;
  await library.saveVersion(id, 2, fileOf(modelOf(['Ta emot anmälan', 'Besluta'], activities)));
  await world.db
    .updateTable('records')
    .set({ fields: JSON.stringify({ process: id, name: 'Ta emot anmälan', order: 1, elementId: 'Activity_1' }) })
    .where('id', '=', activities[0] ?? '')
    .execute();
  await world.engine.pushUntilIdle();

  await library.edit(id, () => old.replace('name="Besluta"', 'name="Besluta i nämnd"'));
  await library.pullAndPush();

  expect(await library.asideOf(id)).toEqual([]);
  expect(stepNames((await library.versionsOf(id))[2]?.bpmn ?? '')).toEqual(['Ta emot anmälan', 'Besluta i nämnd']);
});

test('S-F8 an old version that somebody restores in SharePoint is the next version', async () => {
  const { id } = await library.storedProcess();
  await library.saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
  await world.engine.pushUntilIdle();
  await world.engine.pullLibraries();
  world.passTime(60_000);
  await library.asKarin('POST', await library.fileIdOf(id), '/versions/1.0/restoreVersion');

  await library.pullAndPush();

  const versions = await library.versionsOf(id);
  expect(versions.map(({ what }) => what)).toEqual(['saved', 'saved', 'changedInSharePoint']);
  expect(stepNames(versions[2]?.bpmn ?? '')).toEqual(['Ta emot', 'Besluta']);
});

test('S-F8 a personnummer in the edit is masked', async () => {
  const { id } = await library.storedProcess();
  await library.edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta om 850312-1234"'));

  await library.pullAndPush();

  const newest = (await library.versionsOf(id)).at(-1);
  expect(stepNames(newest?.bpmn ?? '')).toContain('Besluta om [personnummer]');
  expect((await library.inLibrary(id)).text).not.toContain('850312-1234');
});

test.each([
  ['that cannot be read', 'draft', () => '<trasig', 'drawingUnreadable'],
  ['of a published process', 'published', (text: string) => text.replace('"Besluta"', '"Nej"'), 'drawingClosed'],
  [
    'whose activities are not sure',
    'draft',
    (text: string) =>
      text
        .replaceAll(/<bpmn:extensionElements>.*?<\/bpmn:extensionElements>/gsu, '')
        .replaceAll('Activity_2', 'Task_9')
        .replace('"Besluta"', '"Besluta och meddela"'),
    'drawingUnsure',
  ],
])(
  'S-F9 an edit %s is set aside once with who made it, and ours is written over it',
  async (_, status, change, reason) => {
    const { id } = await library.storedProcess(status);
    const before = await library.inLibrary(id);
    await library.edit(id, change);
    const theirs = await library.inLibrary(id);

    await library.pullAndPush();
    await world.engine.pullLibraries();

    expect(await library.versionsOf(id)).toHaveLength(1);
    const [aside, ...more] = await library.asideOf(id);
    expect(more).toEqual([]);
    expect(aside).toMatchObject({ kind: 'process', reason, content: { editor: 'Karin Ek' } });
    if (reason !== 'drawingUnreadable') expect(stepNames(aside?.file ?? '')).toEqual(stepNames(theirs.text));
    expect((await library.inLibrary(id)).text).toBe(before.text);
    expect((await library.inLibrary(id)).versions).toBe(3);
    const admin = createSyncAdmin({
      db: world.db,
      engine: world.engine,
      now: () => world.now(),
      log: world.options.log,
    });
    expect((await admin.overview(board)).setAside).toMatchObject([{ kind: 'process', reason }]);
  },
);

test('S-F9 an edit with a zero in it, which no database keeps, is set aside without it, and lets a restore pass', async () => {
  const { id } = await library.storedProcess();
  await library.edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta \0 Avslå'));

  await library.pullAndPush();
  await world.db.deleteFrom('process_versions').execute();
  await world.db.updateTable('libraries').set({ restored_at: null }).execute();
  await world.engine.rebuild();

  const [aside, ...more] = await library.asideOf(id);
  expect(more).toEqual([]);
  expect(aside).toMatchObject({ reason: 'drawingUnreadable' });
  expect(aside?.file).toContain('Besluta \uFFFD Avslå');
  expect(await library.versionsOf(id)).toMatchObject([{ version: 1 }]);
});

test('S-F9 an edit that meets a version of ours on its way is set aside, and ours goes after it', async () => {
  const { id } = await library.storedProcess();
  await library.edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));
  await library.saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));

  await world.engine.pushUntilIdle();
  await library.pullAndPush();

  expect((await library.versionsOf(id)).map(({ pushed_at }) => pushed_at !== null)).toEqual([true, true]);
  expect(await library.asideOf(id)).toMatchObject([{ reason: 'drawingUnsent', content: { editor: 'Karin Ek' } }]);
  const held = await library.inLibrary(id);
  expect([held.versions, stepNames(held.text)]).toEqual([3, ['Ta emot', 'Besluta', 'Meddela']]);
});
