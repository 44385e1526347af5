import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { DocumentLinksAnswer, DocumentRegisterAnswer } from '../../../shared/api/document-contract.ts';
import type { ProcessMapAnswer } from '../../../shared/api/process-contract.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { createCaller } from './call-service.ts';
import { createWalkBoard, fullFields, must, systemCaller, unitIds, walkers } from './walk-board.ts';

let service: RunningService;
const call = createCaller(() => service.origin);
const [employee, manager] = walkers.map(({ id }) => id) as [string, string];
const withoutRole = randomUUID();

beforeAll(async () => {
  service = await startService();
  await createWalkBoard(service.records);
}, 60_000);
afterAll(() => service.close());

async function store(kind: KindName, fields: object = {}, status?: string, unitId: string = unitIds.own) {
  const id = randomUUID();
  const input = { id, unitId, fields: { ...fullFields(kind), ...fields }, ...(status !== undefined && { status }) };
  await must(service.records.create(systemCaller(), kind, input));
  return id;
}

test('the register holds every document with the number of things that point at it; a stranger gets nothing', async () => {
  const used = await store('governingDocument', {}, 'published');
  const unused = await store('governingDocument', {}, 'published', unitIds.other);
  const process = await store('process', { documents: [used] });
  // Twice in one activity is one thing that points.
  await store('processActivity', { process, routine: used, documents: [used] });
  const gone = await store('processActivity', { process, routine: used });
  await service.db.updateTable('records').set({ status: 'removed' }).where('id', '=', gone).execute();
  await store('commitment', { documents: [used] });

  const register = await call<DocumentRegisterAnswer>('GET', '/api/v1/governing-documents', { as: employee });
  const refused = await call('GET', '/api/v1/governing-documents', { as: withoutRole });

  const links = new Map(register.body.documents.map((entry) => [entry.record.id, entry.links]));
  expect([links.get(used), links.get(unused)]).toEqual([3, 0]);
  expect(refused.status).toBe(401);
});

test('a document tells what points at it, an activity with its process', async () => {
  const document = await store('governingDocument', {}, 'published');
  const process = await store('process', { documents: [document] });
  const activity = await store('processActivity', { process, routine: document });
  const goal = await store('goal', { documents: [document] });
  const commitment = await store('commitment', { documents: [document] });
  const older = await store('governingDocument', { replacedBy: document }, 'superseded');
  await store('process');

  const path = `/api/v1/governing-documents/${document}/links`;
  const links = await call<DocumentLinksAnswer>('GET', path, { as: employee });

  expect(Object.fromEntries(links.body.map(({ kind, id }) => [kind, id]))).toEqual({
    process,
    processActivity: activity,
    goal,
    commitment,
    governingDocument: older,
  });
  expect(links.body.find(({ kind }) => kind === 'processActivity')?.processId).toBe(process);
  expect((await call('GET', path, { as: withoutRole })).status).toBe(401);
  expect((await call('GET', `/api/v1/governing-documents/${randomUUID()}/links`, { as: employee })).status).toBe(404);
});

test('a deviation points at an activity of its process and at none of another', async () => {
  const process = await store('process');
  const other = await store('process');
  const activity = await store('processActivity', { process });
  const elsewhere = await store('processActivity', { process: other });
  const report = (fields: object) =>
    call<RecordAnswer>('POST', '/api/v1/records/deviation', {
      as: employee,
      body: { id: randomUUID(), unitId: unitIds.own, fields: { whatHappened: 'Något hände', ...fields } },
    });

  const whole = await report({ processId: process, activityId: activity });
  const strayed = await report({ processId: process, activityId: elsewhere });
  const moved = await call<RecordAnswer>('PATCH', `/api/v1/records/deviation/${whole.body.id}`, {
    as: manager,
    body: { baseRevision: whole.body.revision, fields: { processId: other } },
  });
  const both = await call<RecordAnswer>('PATCH', `/api/v1/records/deviation/${whole.body.id}`, {
    as: manager,
    body: { baseRevision: whole.body.revision, fields: { processId: other, activityId: elsewhere } },
  });

  expect(whole.status).toBe(201);
  expect([strayed.status, strayed.body.error?.problems?.map(({ field }) => field)]).toEqual([422, ['activityId']]);
  expect([moved.status, moved.body.error?.problems?.map(({ field }) => field)]).toEqual([422, ['activityId']]);
  expect(both.status).toBe(200);
});

test('open deviations count at the process and at the activity, also where only the activity is named', async () => {
  const process = await store('process');
  const activity = await store('processActivity', { process });
  await store('deviation', { processId: process, activityId: activity });
  await store('deviation', { activityId: activity });
  await store('deviation', { processId: process }, 'closed');
  await store('deviation');

  const map = await call<ProcessMapAnswer>('GET', '/api/v1/process-map', { as: manager });
  const page = await call<{ activities: readonly { openDeviations?: number }[] }>(
    'GET',
    `/api/v1/processes/${process}`,
    { as: manager },
  );

  expect(map.body.processes.find(({ record }) => record.id === process)?.openDeviations).toBe(2);
  expect(page.body.activities.map(({ openDeviations }) => openDeviations)).toEqual([2]);
});
