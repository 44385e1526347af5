import type { ReadBpmn } from './bpmn/read-model.ts';
import { inListOrder } from './list-order.ts';
import { activityKinds } from './process-model.ts';
import type { NotShown, ProcessModel, ProcessStep } from './process-model.ts';

/**
 * The model after somebody has changed the drawing: `drawn` is what its file now says, `before` the model that it was
 * drawn from. Records stay with their elements and what the drawing does not show is kept; a copied activity is a new
 * one. Elements outside the model (`wasNotShown`) that are gone were taken out.
 */
export function modelAfterDrawing(
  before: ProcessModel,
  { model: drawn, notShown }: ReadBpmn,
  wasNotShown: readonly NotShown[],
): ProcessModel {
  const known = new Map(before.steps.map((step) => [step.id, step]));
  const left = new Set(notShown.map(({ id }) => id));
  const gone = wasNotShown.flatMap(({ id }) => (left.has(id) ? [] : [id]));
  const removed = [...new Set([...(before.removed ?? []), ...gone])];
  return inListOrder({
    ...drawn,
    id: before.id,
    steps: drawn.steps.map((step) => withRecordOf(step, known.get(step.id))),
    arranged: true,
    ...(removed.length > 0 && { removed }),
  });
}

function withRecordOf(step: ProcessStep, was: ProcessStep | undefined): ProcessStep {
  const { activityId: _, details, ...bare } = step;
  if (!activityKinds.has(step.kind)) return bare;
  if (was === undefined) return details === undefined ? bare : { ...bare, details };
  return {
    ...bare,
    ...(was.activityId !== undefined && { activityId: was.activityId }),
    ...(was.details !== undefined && { details: was.details }),
  };
}

/** Everything that a drawing shows of a model; two models that draw alike have the same. */
export function drawnContent({ name, roles, steps, flows, objects, bounds, others, removed }: ProcessModel): string {
  const sorted = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
    items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const shown = steps.map(({ activityId: _, details: __, ...step }) => step);
  return JSON.stringify([name, roles, sorted(shown), sorted(flows), sorted(objects), bounds, others, removed]);
}
