import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lockWithFollowers } from '../../../bot/records/owners.ts';
import { noteFile } from '../../../bot/sync/library/file-rows.ts';
import { bytes, createLibraryWorld, fileOf, modelOf, nameOf } from './library-world.ts';
import type { LibraryWorld } from './library-world.ts';
import { acceptRecord, board, readRecord, untilWaiting } from './sync-world.ts';

let library: LibraryWorld;
beforeEach(async () => {
  library = await createLibraryWorld();
});
afterEach(() => library.world.close());

const idOf = (digit: string): string => `${digit}0000000-0000-4000-8000-000000000000`;
const [first, second, last] = [idOf('1'), idOf('2'), idOf('f')];

test('S-P14 whoever saves a process and whoever notes that its activities were pushed do not wait for each other', async () => {
  const { world, saveVersion } = library;
  // Drawn in another order than that of the ids, by which a push is noted.
  const drawn = [second, first];
  await acceptRecord(world, 'process', { id: last, fields: { name: 'Utreda', diagramVersion: '1' } });
  for (const [index, id] of drawn.entries()) {
    const fields = {
      process: last,
      name: `Steg ${String(index)}`,
      order: index + 1,
      elementId: `Activity_${String(index + 1)}`,
    };
    await acceptRecord(world, 'processActivity', { id, fields });
  }
  await saveVersion(last, 1, fileOf(modelOf(['Steg 0', 'Steg 1'], drawn)));
  const { revision } = await readRecord(world, last);
  const actor = { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true } as const;
  const caller = { boardId: board, actor, via: 'tab', language: 'sv' } as const;
  const model = modelOf(['Ta emot', 'Besluta'], drawn);

  const { saving } = await world.db.transaction().execute(async (trx) => {
    const lock = (id: string) => trx.selectFrom('records').select('id').where('id', '=', id).forUpdate().execute();
    await lock(first);
    const save = world.records.processes.save(caller, last, {
      ...{ baseVersion: 1, baseRevision: revision, fields: {}, model },
    });
    await untilWaiting(world, 1);
    await lock(second);
    return { saving: save };
  });

  expect(await saving).toMatchObject({ kind: 'ok', value: { kind: 'saved' } });
});

test('S-F10 a file whose removal two processes see comes back once', async () => {
  const { world, ours, driveId } = library;
  const { id } = await library.storedProcess();
  await world.engine.pullLibraries();
  const { text } = await library.inLibrary(id);
  await library.asKarin('DELETE', await library.fileIdOf(id));

  const { pulling } = await world.db.transaction().execute(async (trx) => {
    await lockWithFollowers(trx, board, 'process', [id]);
    const pull = world.engine.pullLibraries();
    await untilWaiting(world, 1);
    // Another process has noticed too, and its upload is there already.
    const uploaded = await ours.upload(driveId, nameOf(id), bytes(text), 'isNew');
    if (uploaded.kind === 'done') await noteFile(trx, board, id, uploaded.value);
    return { pulling: pull };
  });
  expect(await pulling).toBe(true);
  await world.engine.pushUntilIdle();

  expect((await library.inLibrary(id)).versions).toBe(1);
});

test('S-P14 whoever settles what was set aside and the pull of its list do not wait for each other', async () => {
  const { world } = library;
  const { id } = await library.storedProcess();
  await world.engine.pullLibraries();
  await library.asKarin('DELETE', await library.fileIdOf(id));
  await library.pullAndPush();
  const [aside] = await library.asideOf(id);
  const problemId = aside?.id ?? '';
  const actor = { personId: 'siv', name: 'Siv Ek', roles: [{ role: 'qualityCoordinator' }] } as const;
  const coordinator = { boardId: board, actor, via: 'tab', language: 'sv' } as const;

  const { settling } = await world.db.transaction().execute(async (trx) => {
    // As the pull does: the record of the problem, and then what it is of.
    await trx.selectFrom('records').select('id').where('id', '=', problemId).forUpdate().execute();
    const settle = world.records.settleSetAside(coordinator, problemId, { reason: 'Det var meningen' });
    await untilWaiting(world, 1);
    await trx.updateTable('set_aside').set({ settle_reason: null }).where('id', '=', problemId).execute();
    return { settling: settle };
  });

  expect(await settling).toEqual({ kind: 'ok', value: undefined });
  expect(await library.asideOf(id)).toMatchObject([{ settle_reason: 'Det var meningen' }]);
});
