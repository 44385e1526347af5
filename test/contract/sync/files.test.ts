import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createGraphFiles } from '../../../bot/graph/graph-files.ts';
import { registerLibrary } from '../../../bot/sync/register-board.ts';
import { createSyncAdmin } from '../../../bot/sync/administration/sync-admin.ts';
import { createSyncEngine } from '../../../bot/sync/sync-engine.ts';
import { acceptRecord, board, createSyncWorld, readRecord } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld();
});
afterEach(() => world.close());

const fileOf = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${text} -->\n<a/>\n`;

async function saveVersion(processId: string, version: number, text: string): Promise<void> {
  await world.db
    .insertInto('process_versions')
    .values({
      board_id: board,
      process_id: processId,
      version,
      bpmn: fileOf(text),
      what: 'saved',
      saved_by: JSON.stringify({ id: 'anna', name: 'Anna Berg' }),
      saved_at: new Date(world.now().getTime() + version).toISOString(),
    })
    .execute();
}

async function acceptProcess(id = randomUUID()): Promise<string> {
  await saveVersion(id, 1, 'ett');
  return acceptRecord(world, 'process', { id, fields: { title: 'Utreda' } });
}

const versionsOf = (processId: string) =>
  world.db.selectFrom('process_versions').selectAll().where('process_id', '=', processId).orderBy('version').execute();

/** Content of every version in the library, the newest first. */
async function inLibrary(processId: string): Promise<readonly string[]> {
  const files = createGraphFiles(world.connection);
  const { driveId } = world.provisioned.processLibrary;
  const all = await files.list(driveId);
  const file = all.kind === 'done' ? all.value.find(({ name }) => name === `${processId}.bpmn`) : undefined;
  const versions = await files.versions(driveId, file?.id ?? '');
  if (versions.kind !== 'done') return [];
  return Promise.all(
    versions.value.map(async ({ id }, index) => {
      const read = await files.download(driveId, file?.id ?? '', index === 0 ? undefined : id);
      return read.kind === 'done' ? Buffer.from(read.value).toString() : read.kind;
    }),
  );
}

test('S-F1 every version of a drawing becomes a version of one file, in order', async () => {
  const id = await acceptProcess();
  await saveVersion(id, 2, 'två');
  await saveVersion(id, 3, 'tre');

  await world.engine.pushUntilIdle();

  const held = await inLibrary(id);
  expect(held.map((text) => /två|ett|tre/.exec(text)?.[0])).toEqual(['tre', 'två', 'ett']);
  expect((await versionsOf(id)).every(({ pushed_at }) => pushed_at !== null)).toBe(true);
});

test('S-F2 two processes send each version once', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => acceptProcess()));
  const other = createSyncEngine(world.options);

  await Promise.all([world.engine.pushUntilIdle(), other.pushUntilIdle()]);

  for (const id of ids) expect(await inLibrary(id)).toHaveLength(1);
});

test('S-F3 a process goes to its list after its drawing, and waits while the drawing cannot go', async () => {
  const id = await acceptProcess();
  world.local.plan.set({ rates: { serverError: 1 }, match: { methods: ['PUT'] } });
  await world.engine.pushUntilIdle();
  const held = (await readRecord(world, id)).pushedRevision;
  world.local.plan.clear();
  world.passTime(60_000);
  world.takeRequests();

  await world.engine.pushUntilIdle();

  expect(held).toBe(0);
  expect((await readRecord(world, id)).pushedRevision).toBe(1);
  const writes = world.takeRequests().filter((request) => !request.startsWith('GET'));
  expect(writes.map((request) => (request.includes('/drives/') ? 'file' : 'item'))).toEqual(['file', 'item']);
});

test('S-F4 a drawing that SharePoint never takes is told with why, after some attempts, and lets its process go', async () => {
  const id = await acceptProcess();
  await world.db.updateTable('libraries').set({ drive_id: 'b!borta' }).execute();

  for (let attempt = 0; attempt < 6; attempt += 1) {
    await world.engine.pushUntilIdle();
    world.passTime(10 * 60_000);
  }

  expect((await readRecord(world, id)).pushedRevision).toBe(1);
  const admin = createSyncAdmin({ db: world.db, engine: world.engine, now: () => world.now(), log: world.options.log });
  const told = await admin.overview(board);
  expect(told.counts.unsendable).toBe(1);
  expect(told.unsendable).toMatchObject([
    { kind: 'process', id, part: 'drawing', revision: 1, reason: '404 itemNotFound' },
  ]);

  await registerLibrary(world.db, board, world.provisioned.processLibrary);
  const isTaken = await admin.retry(board, 'process', id);
  await world.engine.pushUntilIdle();

  expect(isTaken).toBe(true);
  expect(await inLibrary(id)).toHaveLength(1);
  expect((await admin.overview(board)).counts.unsendable).toBe(0);
});

test('S-F5 from an empty database the versions come back as they were, also those that were sent twice', async () => {
  const id = await acceptProcess();
  await saveVersion(id, 2, 'två');
  await world.engine.pushUntilIdle();
  const before = await versionsOf(id);
  const newest = new Uint8Array(Buffer.from((await inLibrary(id))[0] ?? ''));
  await createGraphFiles(world.connection).upload(world.provisioned.processLibrary.driveId, `${id}.bpmn`, newest);
  // A tool that keeps comments keeps our stamp.
  const edited = new Uint8Array(Buffer.from((await inLibrary(id))[0]?.replace('två', 'annat') ?? ''));
  await createGraphFiles(world.connection).upload(world.provisioned.processLibrary.driveId, `${id}.bpmn`, edited);
  const sent = await inLibrary(id);

  await world.db.deleteFrom('process_versions').execute();
  await world.db.deleteFrom('libraries').execute();
  await registerLibrary(world.db, board, world.provisioned.processLibrary);
  await world.engine.rebuild();

  expect(sent).toHaveLength(4);
  const content = (rows: typeof before) =>
    rows.map(({ version, bpmn, what, saved_by, saved_at, file_id }) => ({
      version,
      bpmn,
      what,
      saved_by,
      saved_at,
      file_id,
    }));
  expect(content(await versionsOf(id))).toEqual(content(before));
});

test('S-F5 what another tool saved in the library is left there, and the file goes on', async () => {
  // As at every start: what others saved waits for the list of activities (S-F13).
  await world.engine.rebuild();
  const id = await acceptProcess();
  await world.engine.pushUntilIdle();
  const files = createGraphFiles(world.connection);
  await files.upload(world.provisioned.processLibrary.driveId, `${id}.bpmn`, new Uint8Array(Buffer.from('<b/>')));
  await saveVersion(id, 2, 'två');
  await world.engine.pushUntilIdle();

  await world.db.deleteFrom('process_versions').execute();
  await world.db.updateTable('libraries').set({ restored_at: null }).execute();
  await world.engine.rebuild();

  expect((await versionsOf(id)).map(({ version }) => version)).toEqual([1, 2]);
  expect(await inLibrary(id)).toHaveLength(3);
});
