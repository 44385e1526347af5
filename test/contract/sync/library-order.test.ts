/** In what order versions of a drawing come to the library and back from it, whatever happens to the file meanwhile. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createPace } from '../../../bot/sync/pace.ts';
import { nextFileDueAt } from '../../../bot/sync/library/push-files.ts';
import { restoreFiles } from '../../../bot/sync/library/restore-files.ts';
import { bytes, createLibraryWorld, fileOf, modelOf, nameOf, stepNames } from './library-world.ts';
import type { LibraryWorld } from './library-world.ts';
import { board, readRecord } from './sync-world.ts';

let library: LibraryWorld;
beforeEach(async () => {
  library = await createLibraryWorld();
});
afterEach(() => library.world.close());

const three = ['Ta emot', 'Besluta', 'Meddela'] as const;

test('S-F7 the newest version is on top of a file that was given another name and then its own back', async () => {
  const { world, saveVersion, storedProcess, asKarin, fileIdOf, pullAndPush, inLibrary } = library;
  const { id } = await storedProcess();
  await saveVersion(id, 2, fileOf(modelOf(three)));
  await world.engine.pushUntilIdle();
  await world.engine.pullLibraries();
  const fileId = await fileIdOf(id);

  await asKarin('PATCH', fileId, '', { name: 'Min kopia.bpmn' });
  await world.engine.pullLibraries();
  await asKarin('PATCH', fileId, '', { name: nameOf(id) });
  await world.engine.pushUntilIdle();
  await pullAndPush();

  expect(stepNames((await inLibrary(id)).text)).toEqual(three);
  expect((await library.versionsOf(id)).every(({ pushed_at }) => pushed_at !== null)).toBe(true);
});

test('S-F1 versions that follow one that has to wait are not asked for meanwhile', async () => {
  const { world, saveVersion, storedProcess } = library;
  const { id } = await storedProcess();
  await saveVersion(id, 2, fileOf(modelOf(three)));
  await saveVersion(id, 3, fileOf(modelOf([...three, 'Följ upp'])));
  world.local.plan.set({ rates: { serverError: 1 }, match: { methods: ['PUT'] } });

  await world.engine.pushUntilIdle();

  const due = await nextFileDueAt(world.db);
  expect(Date.parse(due ?? '')).toBeGreaterThan(world.now().getTime());
});

test('S-F12 no version is saved between those that come back from the library', async () => {
  const { world, ours, saveVersion, storedProcess } = library;
  const { id } = await storedProcess();
  await saveVersion(id, 2, fileOf(modelOf(three)));
  await world.engine.pushUntilIdle();
  await world.db.deleteFrom('process_versions').execute();
  await world.db.updateTable('libraries').set({ restored_at: null }).execute();
  const actor = { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true } as const;
  const caller = { boardId: board, actor, via: 'tab', language: 'sv' } as const;
  const save = async () => {
    const { revision } = await readRecord(world, id);
    const model = modelOf([...three, 'Följ upp']);
    return world.records.processes.save(caller, id, { baseVersion: 1, baseRevision: revision, fields: {}, model });
  };
  const answers: unknown[] = [];
  const files = {
    ...ours,
    download: async (...asked: Parameters<typeof ours.download>) => {
      answers.push(await save());
      return ours.download(...asked);
    },
  };

  const isRestored = await restoreFiles({ ...world.options, files }, createPace(world.options));

  const refused = { kind: 'fileRefused', why: 'drawingsNotRead' };
  expect(isRestored).toBe(true);
  expect(answers).toEqual([refused, refused]);
  expect((await library.versionsOf(id)).map(({ version }) => version)).toEqual([1, 2]);
});

test.each(['in the tab', 'in SharePoint'])(
  'S-F12 a drawing saved %s before the activities of the process are read gives none of them a second record',
  async (where) => {
    const { world, storedProcess } = library;
    const { id, activities } = await storedProcess();
    if (where === 'in SharePoint') await library.edit(id, (text) => text.replace('"Besluta"', '"Besluta i nämnd"'));
    // As after the loss of the database, when the process and its versions came back first.
    await world.db.deleteFrom('records').where('kind', '=', 'processActivity').execute();
    await world.db.updateTable('lists').set({ delta_link: null }).where('kind', '=', 'processActivity').execute();
    const actor = { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true } as const;
    const caller = { boardId: board, actor, via: 'tab', language: 'sv' } as const;
    const save = async () => {
      if (where === 'in SharePoint') return library.pullAndPush();
      const { revision } = await readRecord(world, id);
      const model = modelOf(['Ta emot', 'Besluta i nämnd'], activities);
      return world.records.processes.save(caller, id, { baseVersion: 1, baseRevision: revision, fields: {}, model });
    };

    await save();
    const early = await library.versionsOf(id);
    await world.engine.pullAll();
    await save();

    const rows = await world.db.selectFrom('records').selectAll().where('kind', '=', 'processActivity').execute();
    expect(early).toHaveLength(1);
    expect(await library.versionsOf(id)).toHaveLength(2);
    expect(rows.map((row) => row.id).toSorted()).toEqual(activities.toSorted());
    expect(rows.map((row) => row.title).toSorted()).toEqual(['Besluta i nämnd', 'Ta emot']);
  },
);

test('S-F10 a file that somebody put in the place of ours is an edit, and every version of ours goes after it', async () => {
  const { world, saveVersion, storedProcess, karin, driveId, asKarin, fileIdOf, versionsOf, asideOf } = library;
  const { id, activities } = await storedProcess();
  await world.engine.pullLibraries();
  await asKarin('DELETE', await fileIdOf(id));
  const edited = fileOf(modelOf(['Ta emot', 'Besluta i nämnd'], activities));
  await karin.upload(driveId, nameOf(id), bytes(edited));

  await saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'], activities)));
  await world.engine.pushUntilIdle();
  await library.pullAndPush();

  expect((await asideOf(id)).map(({ reason }) => reason).toSorted()).toEqual(['drawingRemoved', 'drawingUnsent']);
  expect((await versionsOf(id)).map(({ pushed_at }) => pushed_at !== null)).toEqual([true, true]);
  const held = await library.inLibrary(id);
  expect([held.versions, stepNames(held.text)]).toEqual([3, three]);
});

test('S-F10 a tool that saves by putting a new file in the place of ours has edited the drawing', async () => {
  const { world, storedProcess, karin, driveId, asKarin, fileIdOf, versionsOf } = library;
  const { id, activities } = await storedProcess();
  await world.engine.pullLibraries();
  await asKarin('DELETE', await fileIdOf(id));
  await karin.upload(driveId, nameOf(id), bytes(fileOf(modelOf(['Ta emot', 'Besluta i nämnd'], activities))));

  await library.pullAndPush();

  expect((await versionsOf(id)).map(({ what }) => what)).toEqual(['saved', 'changedInSharePoint']);
  const held = await library.inLibrary(id);
  expect([held.versions, stepNames(held.text)]).toEqual([3, ['Ta emot', 'Besluta i nämnd']]);
});
