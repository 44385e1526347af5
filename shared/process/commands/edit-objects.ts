import { stepOf } from '../process-model.ts';
import type { DataObject, ProcessModel } from '../process-model.ts';
import type { Executed, ProcessCommand } from './command.ts';
import { done, isTaken, refused } from './edit-flows.ts';

type Command<Kind extends ProcessCommand['kind']> = Extract<ProcessCommand, { readonly kind: Kind }>;

/** Objects are known by their names: what one step gives and another takes under the same name is one object. */
export function setObjects(model: ProcessModel, command: Command<'setObjects'>): Executed {
  const step = stepOf(model, command.id);
  if (step === undefined) return refused('noSuchStep');
  // Where several have the name (in a file of others), the one that the step has already is meant.
  const had = new Set(command.side === 'in' ? step.takes : step.gives);
  const byRelevance = model.objects.toSorted((one, other) => Number(had.has(one.id)) - Number(had.has(other.id)));
  const known = new Map(byRelevance.map((object) => [sameName(object.name), object.id]));
  const made: DataObject[] = [];
  const spare = [...command.newIds];
  const ids: string[] = [];
  for (const name of command.names.map((one) => one.trim()).filter((one) => one !== '')) {
    let id = known.get(sameName(name));
    if (id === undefined) {
      id = spare.shift();
      if (id === undefined || isTaken(model, id)) return refused('idTaken');
      known.set(sameName(name), id);
      made.push({ id, name });
    }
    if (!ids.includes(id)) ids.push(id);
  }
  const changed = command.side === 'in' ? { ...step, takes: ids } : { ...step, gives: ids };
  const next = {
    ...model,
    steps: model.steps.map((one) => (one === step ? changed : one)),
    objects: [...model.objects, ...made],
  };
  return done(withoutUnusedObjects(next, command.side === 'in' ? step.takes : step.gives));
}

/** Takes those of `candidates` away that no step takes or gives any more. */
export function withoutUnusedObjects(model: ProcessModel, candidates: readonly string[]): ProcessModel {
  const used = new Set(model.steps.flatMap(({ takes, gives }) => [...takes, ...gives]));
  const gone = new Set(candidates.filter((id) => !used.has(id)));
  return gone.size === 0 ? model : { ...model, objects: model.objects.filter(({ id }) => !gone.has(id)) };
}

/** A new name for an object; one that another object has makes them the same. */
export function renameObject(model: ProcessModel, { id, name }: Command<'renameObject'>): Executed {
  const object = model.objects.find((one) => one.id === id);
  if (object === undefined) return refused('noSuchObject');
  const other = model.objects.find((one) => one !== object && sameName(one.name) === sameName(name));
  if (other === undefined) {
    return done({ ...model, objects: model.objects.map((one) => (one === object ? { ...one, name } : one)) });
  }
  const swap = (ids: readonly string[]): readonly string[] => [
    ...new Set(ids.map((one) => (one === id ? other.id : one))),
  ];
  return done({
    ...model,
    steps: model.steps.map((step) =>
      step.takes.includes(id) || step.gives.includes(id)
        ? { ...step, takes: swap(step.takes), gives: swap(step.gives) }
        : step,
    ),
    objects: model.objects.filter((one) => one !== object),
  });
}

/** How names are compared: not by case or space. */
export function sameName(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('sv');
}
