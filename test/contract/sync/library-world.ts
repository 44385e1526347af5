/** A board whose library holds the drawings of processes, and Karin, who opens it in SharePoint. */
import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { createGraphFiles } from '../../../bot/graph/graph-files.ts';
import type { GraphFiles } from '../../../bot/graph/graph-port.ts';
import { readBpmn, writeBpmn } from '../../../shared/process/bpmn/bpmn-file.ts';
import { withLayout } from '../../../shared/process/layout/fit-in.ts';
import type { ProcessModel } from '../../../shared/process/process-model.ts';
import { acceptRecord, board, createSyncWorld } from './sync-world.ts';
import type { SyncWorld } from './sync-world.ts';

export type LibraryWorld = Awaited<ReturnType<typeof createLibraryWorld>>;

export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
export const nameOf = (id: string): string => `${id}.bpmn`;

export function modelOf(names: readonly string[], records: readonly string[] = []): ProcessModel {
  const steps = names.map((name, index) => ({
    ...{ id: `Activity_${String(index + 1)}`, kind: 'activity' as const, name, takes: [], gives: [] },
    ...(records[index] === undefined ? {} : { activityId: records[index] }),
  }));
  const flows = steps.slice(1).map((step, index) => ({
    ...{ id: `Flow_${String(index + 1)}`, from: steps[index]?.id ?? '', to: step.id },
  }));
  return withLayout({ id: 'Process_1', name: 'Utreda', roles: [], steps, flows, objects: [] });
}

export function fileOf(model: ProcessModel): string {
  const written = writeBpmn(undefined, model);
  if (written.kind !== 'written') throw new Error(written.why);
  return written.text;
}

export const stepNames = (bpmn: string): readonly string[] => {
  const read = readBpmn(bpmn);
  return read.kind === 'read' ? read.model.steps.map(({ name }) => name) : [];
};

/** @param given one that has its library already */
export async function createLibraryWorld(given?: SyncWorld) {
  const world: SyncWorld = given ?? (await createSyncWorld());
  const karin: GraphFiles = createGraphFiles({
    ...world.connection,
    token: () => Promise.resolve('user:Karin%20Ek'),
  });
  const ours: GraphFiles = createGraphFiles(world.connection);
  const { driveId } = world.provisioned.processLibrary;
  await world.engine.rebuild();

  async function saveVersion(id: string, version: number, bpmn: string): Promise<void> {
    const savedBy = { id: 'anna', name: 'Anna Berg' };
    await world.db
      .insertInto('process_versions')
      .values({
        ...{ board_id: board, process_id: id, version, bpmn, what: 'saved' },
        ...{ saved_by: JSON.stringify(savedBy), saved_at: world.now().toISOString() },
      })
      .execute();
  }

  /** A process with two activities whose drawing the library has. */
  async function storedProcess(
    status = 'draft',
  ): Promise<{ readonly id: string; readonly activities: readonly string[] }> {
    const id = randomUUID();
    const activities = [randomUUID(), randomUUID()];
    await acceptRecord(world, 'process', { id, status, fields: { name: 'Utreda', diagramVersion: '1' } });
    for (const [index, activity] of activities.entries()) {
      const name = ['Ta emot', 'Besluta'][index] ?? '';
      const fields = { process: id, name, order: index + 1, elementId: `Activity_${String(index + 1)}` };
      await acceptRecord(world, 'processActivity', { id: activity, status, fields });
    }
    await saveVersion(id, 1, fileOf(modelOf(['Ta emot', 'Besluta'], activities)));
    await world.engine.pushUntilIdle();
    return { id, activities };
  }

  const versionsOf = (id: string) =>
    world.db.selectFrom('process_versions').selectAll().where('process_id', '=', id).orderBy('version').execute();

  const asideOf = (id: string) =>
    world.db.selectFrom('set_aside').selectAll().where('record_id', '=', id).orderBy('found_at').execute();

  /** The newest content in the library, and how many versions there are. */
  async function inLibrary(id: string): Promise<{ readonly text: string; readonly versions: number }> {
    const found = await ours.find(driveId, nameOf(id));
    if (found.kind !== 'done' || found.value === undefined) return { text: '', versions: 0 };
    const content = await ours.download(driveId, found.value.id);
    const versions = await ours.versions(driveId, found.value.id);
    return {
      text: content.kind === 'done' ? Buffer.from(content.value).toString() : content.kind,
      versions: versions.kind === 'done' ? versions.value.length : 0,
    };
  }

  async function edit(id: string, change: (text: string) => string): Promise<void> {
    world.passTime(60_000);
    const stored = await karin.upload(driveId, nameOf(id), bytes(change((await inLibrary(id)).text)));
    expect(stored.kind).toBe('done');
  }

  /** A request of Karin's about a file, for what the port does not have. */
  async function asKarin(method: string, id: string, more = '', body?: unknown): Promise<void> {
    await world.local.handle(
      new Request(`https://graph.microsoft.com/v1.0/drives/${driveId}/items/${id}${more}`, {
        method,
        headers: { authorization: 'Bearer user:Karin%20Ek', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  }

  async function fileIdOf(id: string): Promise<string> {
    const found = await karin.find(driveId, nameOf(id));
    return found.kind === 'done' ? (found.value?.id ?? '') : '';
  }

  async function pullAndPush(): Promise<void> {
    expect(await world.engine.pullLibraries()).toBe(true);
    await world.engine.pushUntilIdle();
  }

  return {
    ...{ world, karin, ours, driveId, saveVersion, storedProcess, versionsOf, asideOf, inLibrary },
    ...{ edit, asKarin, fileIdOf, pullAndPush },
  };
}
