import type { FieldProblem } from '../../shared/api/contract.ts';
import type { ProcessVersion, SaveProcessRequest } from '../../shared/api/process-contract.ts';
import { activityStepsOf, fieldsOfStep } from '../../shared/process/activity-records.ts';
import { writeBpmn } from '../../shared/process/bpmn/bpmn-file.ts';
import { withLayout } from '../../shared/process/layout/fit-in.ts';
import { mergeModels } from '../../shared/process/merge-models.ts';
import type { MergeConflict } from '../../shared/process/merge-models.ts';
import type { ProcessModel } from '../../shared/process/process-model.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { applyFields, entriesSince, overlaps } from '../../shared/rules/field-changes.ts';
import { mayEdit } from '../../shared/rules/states.ts';
import { missingFields } from '../../shared/rules/validate-fields.ts';
import { viewOf } from '../../shared/rules/permissions.ts';
import { checkReferences } from '../records/check-references.ts';
import type { Organisation } from '../records/organisation.ts';
import { invalid, showRecord } from '../records/outcomes.ts';
import { participantsWith } from '../records/participation.ts';
import { readGivenFields } from '../records/read-given-fields.ts';
import type { RecordRow } from '../records/record-store.ts';
import type { Caller, Refusal } from '../records/records-service.ts';
import type { Accepted, Connection, ServiceContext } from '../records/service-context.ts';
import { insertRecord, updateRecord } from '../records/write-record.ts';
import { isDrawingUnsure, saveVersion } from './process-files.ts';
import { findProcess } from './read-process.ts';
import type { StoredProcess } from './read-process.ts';
import type { FileOutcome } from './process-service.ts';

export type SaveResult =
  | { readonly kind: 'saved' | 'merged' }
  | {
      readonly kind: 'conflict';
      readonly merged: ProcessModel;
      readonly conflicts: readonly MergeConflict[];
    };

export type SaveInput = Omit<SaveProcessRequest, 'what'> & { readonly what?: ProcessVersion['what'] };

/**
 * Process, activities and file as one act: all or nothing, the file first. What somebody saved since `baseVersion` is
 * merged by activity; where both changed the same, nothing is stored.
 */
export async function saveProcess(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  id: string,
  input: SaveInput,
  accepted: Accepted[],
): Promise<FileOutcome<SaveResult>> {
  const stored = await findProcess(db, caller, id, { lock: true });
  if (stored === undefined || viewOf(caller.actor, stored.row, organisation.tree) === undefined) {
    return { kind: 'notFound' };
  }
  if (!mayEdit(caller.actor, stored.row, organisation.tree)) return { kind: 'notAllowed' };
  if (await isDrawingUnsure(db, stored)) return { kind: 'fileRefused', why: 'drawingsNotRead' };
  return await saveStored(db, context, caller, organisation, stored, input, accepted);
}

/** The same without the question whether the caller may. Stores nothing unless it answers `ok`. */
export async function saveStored(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  organisation: Organisation,
  stored: StoredProcess,
  input: SaveInput,
  accepted: Accepted[],
): Promise<FileOutcome<SaveResult>> {
  const joined = await joinWithOthers(db, caller, stored, input);
  if (joined === undefined) return { kind: 'stepNotPossible' };
  if (joined.conflicts.length > 0) {
    return { kind: 'ok', value: { kind: 'conflict', merged: joined.model, conflicts: joined.conflicts } };
  }
  const model = withLayout(withRecordIds(context, joined.model, stored.activities));
  const activities = await readActivities(db, context, caller, organisation, stored, model);
  const process = await readProcessFields(db, context, caller, stored.row, input);
  if (process.kind !== 'read') return process;
  const problems = [...process.problems, ...activities.problems];
  if (problems.length > 0) return invalid(...problems);

  const written = writeBpmn(input.bpmn ?? stored.bpmn, model);
  if (written.kind === 'refused') return { kind: 'fileRefused', why: written.why };
  const version = stored.version + 1;
  const isOutside = input.what === 'changedInSharePoint';
  const what = joined.isMerged && !isOutside ? 'merged' : (input.what ?? 'saved');
  await saveVersion(db, caller, context.now(), stored.row.id, { version, bpmn: written.text, what });
  await writeActivities(db, context, caller, stored, activities.planned, accepted);
  const { fields, changes } = applyFields(stored.row.fields, {
    ...process.fields,
    name: model.name === '' ? (process.fields['name'] ?? null) : (process.fields['name'] ?? model.name),
    diagramVersion: String(version),
    ...participantsWith('process', stored.row.fields, caller),
  });
  await updateRecord(db, context, caller, stored.row, { action: 'changed', fields, changes });
  accepted.push({ boardId: caller.boardId, kind: 'process', id: stored.row.id });
  return { kind: 'ok', value: { kind: joined.isMerged ? 'merged' : 'saved' } };
}

interface Joined {
  readonly model: ProcessModel;
  readonly conflicts: readonly MergeConflict[];
  readonly isMerged: boolean;
}

/** `undefined`: the version that the model is said to come from does not exist. */
async function joinWithOthers(
  db: Connection,
  caller: Caller,
  stored: StoredProcess,
  input: SaveInput,
): Promise<Joined | undefined> {
  if (input.baseVersion === stored.version) return { model: input.model, conflicts: [], isMerged: false };
  const base = await findProcess(db, caller, stored.row.id, { version: input.baseVersion });
  if (base === undefined || input.baseVersion > stored.version) return undefined;
  const { model, conflicts } = mergeModels(base.model, input.model, stored.model);
  return { model, conflicts, isMerged: true };
}

/** Every activity gets a record of its own; an id that belongs to another process, or twice, is not taken over. */
function withRecordIds(context: ServiceContext, model: ProcessModel, activities: readonly RecordRow[]): ProcessModel {
  const known = new Set(activities.map(({ id }) => id));
  const used = new Set<string>();
  const isActivity = new Set(activityStepsOf(model));
  return {
    ...model,
    steps: model.steps.map((step) => {
      if (!isActivity.has(step)) return step;
      const claimed = step.activityId ?? '';
      const activityId = known.has(claimed) && !used.has(claimed) ? claimed : context.newId();
      used.add(activityId);
      return { ...step, activityId };
    }),
  };
}

interface PlannedActivity {
  readonly id: string;
  readonly row: RecordRow | undefined;
  readonly fields: ReturnType<typeof applyFields>;
}

/** What each activity's record will hold, and what is wrong with it; `row` of a problem is the step's id. */
async function readActivities(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  _organisation: Organisation,
  stored: StoredProcess,
  model: ProcessModel,
): Promise<{ readonly planned: readonly PlannedActivity[]; readonly problems: readonly FieldProblem[] }> {
  const definition = definitionOf('processActivity');
  const rows = new Map(stored.activities.map((row) => [row.id, row]));
  const planned: PlannedActivity[] = [];
  const problems: FieldProblem[] = [];
  const order = new Map(model.steps.map(({ id }, index) => [id, index + 1]));
  for (const step of activityStepsOf(model)) {
    const id = step.activityId ?? '';
    const given = readGivenFields(context, caller, definition, fieldsOfStep(model, step, order.get(step.id) ?? 0));
    const row = rows.get(id);
    const fields = applyFields(row?.fields ?? {}, { ...given.fields, process: stored.row.id, elementId: step.id });
    const references = await checkReferences(db, context, caller, 'processActivity', changedOnly(given.fields, row));
    const found = [
      ...given.problems,
      ...missingFields(definition, stored.row.status, fields.fields, caller).filter(({ field }) => field === 'name'),
      ...references.problems,
    ];
    problems.push(...found.map((problem) => ({ ...problem, field: `activities.${problem.field}`, row: step.id })));
    planned.push({ id, row, fields });
  }
  return { planned, problems };
}

/** What a record refers to already is not asked about again: it may have been taken away from the reader since. */
function changedOnly(
  given: Readonly<Record<string, Parameters<typeof applyFields>[1][string]>>,
  row: RecordRow | undefined,
): typeof given {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(row?.fields[name])),
  );
}

async function writeActivities(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  { row: process, activities }: StoredProcess,
  planned: readonly PlannedActivity[],
  accepted: Accepted[],
): Promise<void> {
  const kept = new Set(planned.map(({ id }) => id));
  const note = (id: string): void => void accepted.push({ boardId: caller.boardId, kind: 'processActivity', id });
  for (const { id, row, fields } of planned) {
    if (row === undefined) {
      const record = { kind: 'processActivity', id, ref: undefined, unitId: process.unitId } as const;
      await insertRecord(db, context, caller, { ...record, status: process.status, fields: fields.fields });
      note(id);
    } else if (fields.changes.length > 0 || row.status !== process.status) {
      await updateRecord(db, context, caller, row, { action: 'changed', status: process.status, ...fields });
      note(id);
    }
  }
  for (const row of activities) {
    if (kept.has(row.id) || row.status === 'removed') continue;
    await updateRecord(db, context, caller, row, { action: 'changed', status: 'removed' });
    note(row.id);
  }
}

type ProcessFields =
  | {
      readonly kind: 'read';
      readonly fields: ReturnType<typeof readGivenFields>['fields'];
      readonly problems: readonly FieldProblem[];
    }
  | Refusal;

/** The process's own fields, held against what others changed in them since the page was opened. */
async function readProcessFields(
  db: Connection,
  context: ServiceContext,
  caller: Caller,
  row: RecordRow,
  input: SaveInput,
): Promise<ProcessFields> {
  const definition = definitionOf('process');
  const given = readGivenFields(context, caller, definition, input.fields);
  const entries = entriesSince(row.history, input.baseRevision, row.revision);
  if (
    Object.keys(given.fields).length > 0 &&
    (entries === undefined || overlaps(definition, given.fields, row.fields, entries))
  ) {
    const current = await showRecord(context, caller, row);
    return current === undefined ? { kind: 'notFound' } : { kind: 'conflict', current };
  }
  const references = await checkReferences(db, context, caller, 'process', given.fields);
  const after = applyFields(row.fields, given.fields);
  const problems = [
    ...given.problems,
    ...references.problems,
    ...missingFields(definition, row.status, after.fields, {
      language: caller.language,
      among: new Set(Object.keys(given.fields)),
    }),
  ];
  return { kind: 'read', fields: given.fields, problems };
}
