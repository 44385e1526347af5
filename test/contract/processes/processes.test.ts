import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type {
  DiagramAnswer,
  ExportAnswer,
  ImportProcessAnswer,
  Presence,
  ProcessAnswer,
  ProcessDifferencesAnswer,
  ProcessMapAnswer,
  ProcessVersionsAnswer,
  SaveProcessAnswer,
} from '../../../shared/api/process-contract.ts';
import { outlineOf } from '../../../shared/process/outline.ts';
import type { ProcessModel } from '../../../shared/process/process-model.ts';
import { startService } from '../../support/start-service.ts';
import type { RunningService } from '../../support/start-service.ts';
import { add, after, sampleProcess } from '../../unit/shared/process/sample-process.ts';
import { createCaller } from '../http/call-service.ts';
import { createWalkBoard, fullFields, must, systemCaller, unitIds, walkers } from '../http/walk-board.ts';

let service: RunningService;
const call = createCaller(() => service.origin);
const [employee, manager] = walkers.map(({ id }) => id) as [string, string];
const coordinator = walkers.find(({ held }) => held.role === 'qualityCoordinator')?.id ?? '';

beforeAll(async () => {
  service = await startService();
  await createWalkBoard(service.records);
}, 60_000);
afterAll(() => service.close());

const withoutRecords = (model: ProcessModel): ProcessModel => ({
  ...model,
  steps: model.steps.map(({ activityId: _, ...step }) => step),
});

async function newProcess(): Promise<{ path: string; id: string; revision: number }> {
  const id = randomUUID();
  const { reviewDate: _, ...fields } = fullFields('process');
  const created = await call<RecordAnswer>('POST', '/api/v1/records/process', {
    as: manager,
    body: { id, unitId: unitIds.own, fields },
  });
  expect(created.status).toBe(201);
  return { path: `/api/v1/processes/${id}`, id, revision: created.body.revision };
}

async function save(path: string, model: ProcessModel, baseVersion: number, more: object = {}, as = manager) {
  const body = { baseVersion, baseRevision: 1, fields: {}, model, ...more };
  const answer = await call<SaveProcessAnswer>('PUT', path, { as, body });
  expect(answer.status).toBe(200);
  return answer.body;
}

async function saved(
  path: string,
  model: ProcessModel,
  baseVersion: number,
  more: object = {},
): Promise<ProcessAnswer> {
  const answer = await save(path, model, baseVersion, more);
  if (answer.kind === 'conflict') throw new Error(JSON.stringify(answer.conflicts));
  return answer.process;
}

test('saving writes file and activities as one, with a record for every activity', async () => {
  const { path } = await newProcess();

  const process = await saved(path, withoutRecords(sampleProcess), 0);

  expect(process.version).toBe(1);
  expect(process.activities.map(({ record }) => record.title)).toEqual(['Utreda', 'Bevilja', 'Avslå']);
  expect(process.activities[0]?.record.fields).toMatchObject({ objectIn: 'Ansökan', objectOut: 'Underlag' });
  const diagram = await call<DiagramAnswer>('GET', `${path}/diagram`, { as: employee });
  expect(diagram.body.bpmn).toContain('Handläggare');
  expect(diagram.body.bpmn).toContain(process.activities[0]?.record.id);
  expect(
    outlineOf(process.model).map((row) => (row.kind === 'step' ? row.step.name : `(${row.flow.label ?? ''})`)),
  ).toEqual(['', 'Utreda', 'Bevilja?', '(Ja)', 'Bevilja', '(Nej)', 'Avslå', '']);
});

test('what two people did is merged by activity; where both changed the same nothing is stored until it is settled', async () => {
  const { path } = await newProcess();
  const first = await saved(path, withoutRecords(sampleProcess), 0);
  await saved(path, after(first.model, { kind: 'renameStep', id: 'grant', name: 'Godkänna' }), 1);

  const merged = await save(
    path,
    after(first.model, { kind: 'renameStep', id: 'refuse', name: 'Neka' }),
    1,
    {},
    coordinator,
  );
  const collided = await save(path, after(first.model, { kind: 'renameStep', id: 'grant', name: 'Tillstyrka' }), 1);

  expect(merged.kind === 'merged' && merged.process.activities.map(({ record }) => record.title)).toEqual([
    'Utreda',
    'Godkänna',
    'Neka',
  ]);
  expect(collided).toMatchObject({
    kind: 'conflict',
    conflicts: [{ element: 'step', id: 'grant', part: 'name', ours: 'Tillstyrka', theirs: 'Godkänna' }],
    current: { version: 3 },
  });
});

test('versions are kept, compared by activity, and restored as a new one', async () => {
  const { path } = await newProcess();
  const first = await saved(path, withoutRecords(sampleProcess), 0);
  const changed = after(first.model, { kind: 'deleteStep', id: 'refuse' }, add('inform', 'Meddela', 'grant'));
  await saved(path, withoutNewRecords(changed, first), 1);

  const differences = await call<ProcessDifferencesAnswer>('GET', `${path}/differences?from=1&to=2`, { as: employee });
  const restored = await call<SaveProcessAnswer>('POST', `${path}/restore`, {
    as: manager,
    body: { version: 1, baseVersion: 2 },
  });
  const versions = await call<ProcessVersionsAnswer>('GET', `${path}/versions`, { as: employee });

  expect(differences.body.activities).toMatchObject([
    { kind: 'added', name: 'Meddela' },
    { kind: 'removed', name: 'Avslå' },
  ]);
  expect(restored.body).toMatchObject({ kind: 'saved', process: { version: 3 } });
  const names = restored.body.kind === 'saved' ? restored.body.process.activities : [];
  expect(names.map(({ record }) => record.id)).toEqual(first.activities.map(({ record }) => record.id));
  expect(versions.body.map(({ version, what }) => `${version} ${what}`)).toEqual(['3 restored', '2 saved', '1 saved']);
});

function withoutNewRecords(model: ProcessModel, { activities }: ProcessAnswer): ProcessModel {
  const known = new Set(activities.map(({ record }) => record.id));
  return {
    ...model,
    steps: model.steps.map(({ activityId, ...step }) =>
      activityId !== undefined && known.has(activityId) ? { ...step, activityId } : step,
    ),
  };
}

test('a file without our extensions and with other ids finds its activities again; what it lost is listed with its links', async () => {
  const { path, id } = await newProcess();
  const first = await saved(path, withoutRecords(sampleProcess), 0);
  const refused = first.activities.find(({ record }) => record.title === 'Avslå')?.record.id ?? '';
  const deviation = { ...fullFields('deviation'), processId: id, activityId: refused };
  await must(
    service.records.create(systemCaller(), 'deviation', { id: randomUUID(), unitId: unitIds.own, fields: deviation }),
  );
  const { bpmn } = (await call<DiagramAnswer>('GET', `${path}/diagram`, { as: manager })).body;
  const foreign = bpmn
    .replaceAll(/<bpmn:extensionElements>.*?<\/bpmn:extensionElements>/gsu, '')
    .replaceAll(/\b(investigate|choice|grant|refuse|o1|o2|boss|Lane_1|Start_1|End_1)\b/gu, 'other_$1');
  const renamed = foreign.replace('name="Avslå"', 'name="Skriva avslag"');
  const upload = (text: string) =>
    call<ImportProcessAnswer>('POST', `${path}/import`, {
      as: manager,
      body: { file: Buffer.from(text).toString('base64') },
    });

  const same = await upload(foreign);
  const other = await upload(renamed);

  expect(same.body.matches.map(({ by }) => by)).toEqual(['name', 'name', 'name']);
  expect(same.body.missing).toEqual([]);
  expect(other.body.missing).toEqual([refused]);
  expect(other.body.lostLinks).toMatchObject([{ kind: 'deviation', activityName: 'Avslå' }]);
  const after_ = await saved(path, other.body.model, 1, { bpmn: other.body.bpmn, what: 'imported' });
  expect(after_.lostLinks).toMatchObject([{ activityId: refused, kind: 'deviation' }]);
  expect(after_.activities.map(({ record }) => record.title)).toEqual(['Utreda', 'Bevilja', 'Skriva avslag']);
});

test.each<[string, string, number, string]>([
  ['something else', 'hej', 422, 'notBpmn'],
  ['other XML', '<a/>', 422, 'notBpmn'],
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 422, 'unsafeXml'],
  ['broken XML', '<a><b></a>', 422, 'brokenXml'],
])('an import of %s is refused with what to do', async (_, text, status, code) => {
  const { path } = await newProcess();

  const answer = await call<{ error: { code: string; text: string } }>('POST', `${path}/import`, {
    as: manager,
    body: { file: Buffer.from(text).toString('base64') },
  });

  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test('staff see who has a process open; who may not write the unit’s processes does not save; the map counts and names gaps', async () => {
  const { path, id } = await newProcess();
  await saved(path, withoutRecords(sampleProcess), 0);

  const present = await call<readonly Presence[]>('POST', `${path}/presence`, {
    as: employee,
    body: { editing: false },
  });
  const stranger = walkers.find(({ held }) => held.role === 'medicalOfficer')?.id ?? '';
  const body = { baseVersion: 1, baseRevision: 1, fields: {}, model: withoutRecords(sampleProcess) };
  const refused = await call('PUT', path, { as: stranger, body });
  const map = await call<ProcessMapAnswer>('GET', '/api/v1/process-map', { as: employee });

  expect(present.body.map(({ person }) => person.id)).toEqual([employee]);
  expect(refused.status).toBe(403);
  const card = map.body.processes.find(({ record }) => record.id === id);
  expect(card).toMatchObject({ activityCount: 3, missingRoutines: 3, openDeviations: 0 });
  expect(map.body.unitsWithoutProcess).toContain(unitIds.other);
});

test('activities go out as a sheet and the process as BPMN', async () => {
  const { path } = await newProcess();
  await saved(path, withoutRecords(sampleProcess), 0);

  const sheet = await call<ExportAnswer>('GET', `${path}/export?format=xlsx`, { as: employee });
  const file = await call<ExportAnswer>('GET', `${path}/export?format=bpmn`, { as: employee });

  expect(Buffer.from(sheet.body.bytes, 'base64').subarray(0, 2).toString()).toBe('PK');
  expect(Buffer.from(file.body.bytes, 'base64').toString()).toContain('<bpmn:task');
  expect(file.body.name).toBe('Utreda och besluta.bpmn');
});

test('a unit says of itself how far it has come with a document', async () => {
  const id = randomUUID();
  await must(
    service.records.create(systemCaller(), 'governingDocument', {
      id,
      unitId: unitIds.other,
      status: 'published',
      fields: fullFields('governingDocument'),
    }),
  );
  const path = `/api/v1/governing-documents/${id}/implementation`;

  const own = await call<RecordAnswer>('PUT', path, {
    as: manager,
    body: { unitId: unitIds.own, progress: 'ongoing' },
  });
  const others = await call('PUT', path, { as: manager, body: { unitId: unitIds.other, progress: 'ongoing' } });

  expect(own.body.fields['implementation']).toMatchObject([{ unit: unitIds.own, progress: 'ongoing' }]);
  expect(others.status).toBe(403);
});
