/** Between the steps of a model and the records of its activities. */
import { sameName } from './commands/edit-objects.ts';
import { inListOrder } from './list-order.ts';
import { newProcessModel } from './new-model.ts';
import { activityKinds, objectNames } from './process-model.ts';
import type { ActivityDetails, DataObject, ProcessModel, ProcessStep } from './process-model.ts';
import type { FieldsOfKind } from '../records/index.ts';

export interface StoredActivity {
  readonly id: string;
  readonly fields: FieldsOfKind<'processActivity'>;
}

const detailNames = [
  'responsible',
  'consulted',
  'informed',
  'description',
  'routine',
  'routineNotNeeded',
  'documents',
  'subProcess',
] as const;

/** What a step's record holds, every field named, so that what was emptied is emptied there too. */
export function fieldsOfStep(model: ProcessModel, step: ProcessStep, order: number): Readonly<Record<string, unknown>> {
  const details: ActivityDetails = step.details ?? {};
  return {
    order,
    name: step.name,
    objectIn: objectNames(model, step, 'in').join('; '),
    objectOut: objectNames(model, step, 'out').join('; '),
    performs: model.roles.find(({ id }) => id === step.roleId)?.name ?? '',
    ...Object.fromEntries(detailNames.map((name) => [name, details[name] ?? null])),
  };
}

/**
 * The model with what the records say of each activity, since a record can be changed by itself. Activities that the
 * file does not know (made in SharePoint) come last, with nothing leading to them.
 */
export function withRecords(model: ProcessModel, activities: readonly StoredActivity[]): ProcessModel {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const known = new Set(model.steps.map(({ activityId }) => activityId));
  const steps = model.steps.map((step) => {
    const record = step.activityId === undefined ? undefined : byId.get(step.activityId);
    return record === undefined ? step : withFields(step, record.fields);
  });
  const unplaced = activities.filter(({ id }) => !known.has(id));
  return addInOrder({ ...model, steps }, unplaced, false);
}

/** A process of which there are only records: a chain of its activities in their order, with a lane for each role. */
export function modelOfActivities(name: string, activities: readonly StoredActivity[], key: string): ProcessModel {
  const ordered = activities.toSorted((one, other) => (one.fields.order ?? 0) - (other.fields.order ?? 0));
  const base = newProcessModel(name, ordered[0]?.fields.performs ?? '', key);
  return addInOrder(base, ordered, true);
}

function withFields(step: ProcessStep, fields: StoredActivity['fields']): ProcessStep {
  const { details: _, ...bare } = step;
  const details = detailsOf(fields);
  return { ...bare, name: fields.name ?? step.name, ...(details !== undefined && { details }) };
}

function detailsOf(fields: StoredActivity['fields']): ActivityDetails | undefined {
  const filled = detailNames.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]] as const]));
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function addInOrder(model: ProcessModel, activities: readonly StoredActivity[], isChained: boolean): ProcessModel {
  const roles = [...model.roles];
  const objects: DataObject[] = [...model.objects];
  const roleOf = (name: string | undefined): string | undefined => {
    if (name === undefined || name === '') return roles[0]?.id;
    const known = roles.find((role) => sameName(role.name) === sameName(name));
    if (known !== undefined) return known.id;
    const id = `Lane_${model.id}_${roles.length + 1}`;
    roles.push({ id, name });
    return id;
  };
  const objectsOf = (names: string | undefined): readonly string[] =>
    (names ?? '')
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => {
        const known = objects.find((object) => sameName(object.name) === sameName(name));
        if (known !== undefined) return known.id;
        const id = `Object_${model.id}_${objects.length + 1}`;
        objects.push({ id, name });
        return id;
      });
  const steps = activities.map(({ id, fields }): ProcessStep => {
    const roleId = roleOf(fields.performs);
    return withFields(
      {
        id: fields.elementId ?? `Activity_${id}`,
        kind: fields.subProcess === undefined ? 'activity' : 'subProcess',
        name: '',
        activityId: id,
        ...(roleId !== undefined && { roleId }),
        takes: objectsOf(fields.objectIn),
        gives: objectsOf(fields.objectOut),
      },
      fields,
    );
  });
  if (!isChained) return { ...model, roles, objects, steps: [...model.steps, ...steps] };
  const [start, end] = model.steps;
  const chain = [start, ...steps, end].filter((step) => step !== undefined);
  const flows = chain
    .slice(1)
    .map((step, index) => ({ id: `Flow_${model.id}_${index}`, from: chain[index]?.id ?? '', to: step.id }));
  return inListOrder({ ...model, roles, objects, steps: chain, flows });
}

/** The steps of a model that are records. */
export function activityStepsOf(model: ProcessModel): readonly ProcessStep[] {
  return model.steps.filter(({ kind }) => activityKinds.has(kind));
}
