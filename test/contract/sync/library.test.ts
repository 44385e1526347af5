/** Drawings that are changed, deleted and moved in the document library by others. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stampVersion } from '../../../bot/processes/version-stamp.ts';
import { createSyncAdmin } from '../../../bot/sync/administration/sync-admin.ts';
import { bytes, createLibraryWorld, fileOf, modelOf, nameOf, stepNames } from './library-world.ts';
import type { LibraryWorld } from './library-world.ts';
import { board, readRecord } from './sync-world.ts';

let world: LibraryWorld['world'];
/** As Karin Ek, who opens the library in SharePoint. */
let karin: LibraryWorld['karin'];
let ours: LibraryWorld['ours'];
let driveId: string;
let saveVersion: LibraryWorld['saveVersion'];
let storedProcess: LibraryWorld['storedProcess'];
let versionsOf: LibraryWorld['versionsOf'];
let asideOf: LibraryWorld['asideOf'];
let inLibrary: LibraryWorld['inLibrary'];
let edit: LibraryWorld['edit'];
let pullAndPush: LibraryWorld['pullAndPush'];
beforeEach(async () => {
  const made = await createLibraryWorld();
  ({ world, karin, ours, driveId, saveVersion, storedProcess } = made);
  ({ versionsOf, asideOf, inLibrary, edit, pullAndPush } = made);
});
afterEach(() => world.close());

test('S-F7 echoes of our own uploads change nothing and are not even read', async () => {
  const { id } = await storedProcess();
  await world.engine.pullLibraries();
  world.takeRequests();

  await pullAndPush();
  await saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
  await world.engine.pushUntilIdle();
  await pullAndPush();

  const requests = world.takeRequests();
  expect(requests.filter((request) => request.includes('/content') && request.startsWith('GET'))).toEqual([]);
  expect(requests.filter((request) => request.endsWith('/root/delta'))).toHaveLength(2);
  expect(await versionsOf(id)).toHaveLength(2);
  expect(await asideOf(id)).toEqual([]);
});

test('S-F7 an upload whose answer was lost is found by its stamp, and is there once', async () => {
  const { id } = await storedProcess();
  await saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
  world.local.plan.set({ next: ['cutAfterCommit'], match: { methods: ['PUT'] } });
  await world.engine.pushUntilIdle();
  world.passTime(60_000);

  await pullAndPush();

  expect((await inLibrary(id)).versions).toBe(2);
  expect((await versionsOf(id)).every(({ pushed_at }) => pushed_at !== null)).toBe(true);
  expect(await asideOf(id)).toEqual([]);
});

test('S-F8 an edit by a person is the next version under that name, with activities and history', async () => {
  const { id, activities } = await storedProcess();
  await edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));

  await pullAndPush();

  const versions = await versionsOf(id);
  expect(versions.map(({ what, saved_by }) => [what, saved_by.name])).toEqual([
    ['saved', 'Anna Berg'],
    ['changedInSharePoint', 'Karin Ek'],
  ]);
  expect((await readRecord(world, activities[1] ?? '')).fields['name']).toBe('Besluta i nämnd');
  const row = await readRecord(world, id);
  expect(row.fields['diagramVersion']).toBe('2');
  expect(row.history.at(-1)).toMatchObject({ via: 'sharePoint', by: { name: 'Karin Ek' } });
  const held = await inLibrary(id);
  expect(held.versions).toBe(3);
  expect(held.text).toContain('kvalitetsnavet:version');
  expect(stepNames(held.text)).toContain('Besluta i nämnd');
  expect(await asideOf(id)).toEqual([]);
});

test('S-F8 an edit made from an older version is joined with what was saved since', async () => {
  const { id, activities } = await storedProcess();
  const old = (await inLibrary(id)).text;
  await saveVersion(id, 2, fileOf(modelOf(['Ta emot anmälan', 'Besluta'], activities)));
  await world.db
    .updateTable('records')
    .set({ fields: JSON.stringify({ process: id, name: 'Ta emot anmälan', order: 1, elementId: 'Activity_1' }) })
    .where('id', '=', activities[0] ?? '')
    .execute();
  await world.engine.pushUntilIdle();

  await edit(id, () => old.replace('name="Besluta"', 'name="Besluta i nämnd"'));
  await pullAndPush();

  expect(await asideOf(id)).toEqual([]);
  expect(stepNames((await versionsOf(id))[2]?.bpmn ?? '')).toEqual(['Ta emot anmälan', 'Besluta i nämnd']);
});

test('S-F8 an old version that somebody restores in SharePoint is the next version', async () => {
  const { id } = await storedProcess();
  await saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
  await world.engine.pushUntilIdle();
  await world.engine.pullLibraries();
  const found = await karin.find(driveId, nameOf(id));
  const fileId = found.kind === 'done' ? (found.value?.id ?? '') : '';
  world.passTime(60_000);
  await world.local.handle(
    new Request(`https://graph.microsoft.com/v1.0/drives/${driveId}/items/${fileId}/versions/1.0/restoreVersion`, {
      method: 'POST',
      headers: { authorization: 'Bearer user:Karin%20Ek' },
    }),
  );

  await pullAndPush();

  const versions = await versionsOf(id);
  expect(versions.map(({ what }) => what)).toEqual(['saved', 'saved', 'changedInSharePoint']);
  expect(stepNames(versions[2]?.bpmn ?? '')).toEqual(['Ta emot', 'Besluta']);
});

test('S-F8 a personnummer in the edit is masked', async () => {
  const { id } = await storedProcess();
  await edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta om 850312-1234"'));

  await pullAndPush();

  const newest = (await versionsOf(id)).at(-1);
  expect(stepNames(newest?.bpmn ?? '')).toContain('Besluta om [personnummer]');
  expect((await inLibrary(id)).text).not.toContain('850312-1234');
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
    const { id } = await storedProcess(status);
    const before = await inLibrary(id);
    await edit(id, change);
    const theirs = await inLibrary(id);

    await pullAndPush();
    await world.engine.pullLibraries();

    expect(await versionsOf(id)).toHaveLength(1);
    const [aside, ...more] = await asideOf(id);
    expect(more).toEqual([]);
    expect(aside).toMatchObject({ kind: 'process', reason, content: { editor: 'Karin Ek' } });
    if (reason !== 'drawingUnreadable') expect(stepNames(aside?.file ?? '')).toEqual(stepNames(theirs.text));
    expect((await inLibrary(id)).text).toBe(before.text);
    expect((await inLibrary(id)).versions).toBe(3);
    const admin = createSyncAdmin({
      db: world.db,
      engine: world.engine,
      now: () => world.now(),
      log: world.options.log,
    });
    expect((await admin.overview(board)).setAside).toMatchObject([{ kind: 'process', reason }]);
  },
);

test('S-F9 an edit that meets a version of ours on its way is set aside, and ours goes after it', async () => {
  const { id } = await storedProcess();
  await edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));
  await saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));

  await world.engine.pushUntilIdle();
  await pullAndPush();

  expect((await versionsOf(id)).map(({ pushed_at }) => pushed_at !== null)).toEqual([true, true]);
  expect(await asideOf(id)).toMatchObject([{ reason: 'drawingUnsent', content: { editor: 'Karin Ek' } }]);
  const held = await inLibrary(id);
  expect([held.versions, stepNames(held.text)]).toEqual([3, ['Ta emot', 'Besluta', 'Meddela']]);
});

test.each(['deleted', 'moved'])(
  'S-F10 a file that is %s comes back with every version of ours, and it is told',
  async (how) => {
    const { id } = await storedProcess();
    await saveVersion(id, 2, fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela'])));
    await world.engine.pushUntilIdle();
    await world.engine.pullLibraries();
    const found = await karin.find(driveId, nameOf(id));
    const fileId = found.kind === 'done' ? (found.value?.id ?? '') : '';
    await world.local.handle(
      new Request(`https://graph.microsoft.com/v1.0/drives/${driveId}/items/${fileId}`, {
        method: how === 'deleted' ? 'DELETE' : 'PATCH',
        headers: { authorization: 'Bearer user:Karin%20Ek', 'content-type': 'application/json' },
        ...(how === 'deleted' ? {} : { body: JSON.stringify({ name: 'Min kopia.bpmn' }) }),
      }),
    );

    await pullAndPush();
    await pullAndPush();

    const held = await inLibrary(id);
    expect([held.versions, stepNames(held.text)]).toEqual([2, ['Ta emot', 'Besluta', 'Meddela']]);
    expect(await versionsOf(id)).toHaveLength(2);
    expect(await asideOf(id)).toMatchObject([{ reason: how === 'deleted' ? 'drawingRemoved' : 'drawingMoved' }]);
  },
);

test('S-F10 a file without a process of ours is left, and the file of a deleted process is not missed', async () => {
  const { id } = await storedProcess();
  await world.engine.pullLibraries();
  await karin.upload(driveId, 'Protokoll.bpmn', bytes('<a/>'));
  await karin.upload(driveId, nameOf(randomUUID()), bytes('<a/>'));
  await world.db.updateTable('records').set({ deleted: true }).where('id', '=', id).execute();
  const found = await ours.find(driveId, nameOf(id));
  await world.local.handle(
    new Request(
      `https://graph.microsoft.com/v1.0/drives/${driveId}/items/${found.kind === 'done' ? (found.value?.id ?? '') : ''}`,
      { method: 'DELETE', headers: { authorization: 'Bearer user:Karin%20Ek' } },
    ),
  );

  await pullAndPush();

  expect(await world.db.selectFrom('set_aside').selectAll().execute()).toEqual([]);
  const all = await ours.list(driveId);
  expect(all.kind === 'done' && all.value).toHaveLength(2);
});

test('S-F6 a page is stored with its token: one that is broken, or whose file cannot be read, moves nothing', async () => {
  const { id } = await storedProcess();
  await world.engine.pullLibraries();
  const tokenNow = async () =>
    (await world.db.selectFrom('libraries').select('delta_link').executeTakeFirstOrThrow()).delta_link;
  const before = await tokenNow();
  await edit(id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));

  world.local.plan.set({ next: ['brokenDelta'], match: { pathContains: '/root/delta' } });
  const broken = await world.engine.pullLibraries();
  world.local.plan.set({ rates: { serverError: 1 }, match: { pathContains: '/content' } });
  const unread = await world.engine.pullLibraries();
  const between = await tokenNow();
  world.local.plan.clear();
  await pullAndPush();

  expect([broken, unread]).toEqual([false, false]);
  expect(between).toBe(before);
  expect(await tokenNow()).not.toBe(before);
  expect(await versionsOf(id)).toHaveLength(2);
});

test('S-F6 a token that has expired leads to a whole walk, which also finds what is missing', async () => {
  const one = await storedProcess();
  const other = await storedProcess();
  await world.engine.pullLibraries();
  await edit(one.id, (text) => text.replace('name="Besluta"', 'name="Besluta i nämnd"'));
  const found = await ours.find(driveId, nameOf(other.id));
  await world.local.handle(
    new Request(
      `https://graph.microsoft.com/v1.0/drives/${driveId}/items/${found.kind === 'done' ? (found.value?.id ?? '') : ''}`,
      { method: 'DELETE', headers: { authorization: 'Bearer user:Karin%20Ek' } },
    ),
  );
  world.local.plan.expireDeltaTokens();

  await pullAndPush();

  expect(await versionsOf(one.id)).toHaveLength(2);
  expect((await inLibrary(other.id)).versions).toBe(1);
  expect(await asideOf(other.id)).toMatchObject([{ reason: 'drawingRemoved' }]);
});

test('S-F12 a process that came from SharePoint is not saved before its versions are read, and then as the next one', async () => {
  const { id } = await storedProcess();
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
  const { id } = await storedProcess();
  const two = fileOf(modelOf(['Ta emot', 'Besluta', 'Meddela']));
  await saveVersion(id, 2, two);
  await world.engine.pushUntilIdle();
  await world.db.deleteFrom('process_versions').where('version', '=', 2).execute();
  await world.db.deleteFrom('library_files').execute();

  await pullAndPush();

  const versions = await versionsOf(id);
  expect(versions.map(({ version, bpmn, what }) => [version, bpmn === two, what])).toEqual([
    [1, false, 'saved'],
    [2, true, 'saved'],
  ]);
  expect((await inLibrary(id)).text).toBe(
    stampVersion(two, {
      version: 2,
      what: 'saved',
      savedBy: { id: 'anna', name: 'Anna Berg' },
      savedAt: versions[1]?.saved_at ?? '',
    }),
  );
});
