import { z } from 'zod';
import { stepKinds } from './process-model.ts';
import type { ProcessModel } from './process-model.ts';

/** Ids become names in XML, or are those that another tool gave. */
const elementId = z.string().regex(/^[\p{L}\p{N}_][^\s"'<>&\p{C}]{0,300}$/u);
const line = z.string().max(2000);
const length = z.number().min(-1_000_000).max(1_000_000);
const bounds = z.strictObject({ x: length, y: length, width: length, height: length });
const points = z.array(z.strictObject({ x: length, y: length })).max(200);
const recordId = z.guid().toLowerCase();
const recordIds = z.array(recordId).max(200);

const details = z.strictObject({
  responsible: line.exactOptional(),
  consulted: z.array(line).max(100).exactOptional(),
  informed: z.array(line).max(100).exactOptional(),
  description: z.string().max(20_000).exactOptional(),
  routine: recordId.exactOptional(),
  routineNotNeeded: z.boolean().exactOptional(),
  documents: recordIds.exactOptional(),
  subProcess: recordId.exactOptional(),
});

const step = z.strictObject({
  id: elementId,
  kind: z.enum(stepKinds),
  name: line,
  bpmnType: z
    .string()
    .regex(/^bpmn:[A-Za-z]{1,60}$/u)
    .exactOptional(),
  roleId: elementId.exactOptional(),
  activityId: recordId.exactOptional(),
  details: details.exactOptional(),
  takes: z.array(elementId).max(100),
  gives: z.array(elementId).max(100),
  attachedTo: elementId.exactOptional(),
  bounds: bounds.exactOptional(),
});

/** A process as a client sends it. More than a thousand steps is no process but a mistake. */
export const processModelShape: z.ZodType<ProcessModel> = z.strictObject({
  id: elementId,
  name: line,
  roles: z.array(z.strictObject({ id: elementId, name: line, bounds: bounds.exactOptional() })).max(100),
  steps: z.array(step).max(1000),
  flows: z
    .array(
      z.strictObject({
        id: elementId,
        from: elementId,
        to: elementId,
        label: line.exactOptional(),
        waypoints: points.exactOptional(),
      }),
    )
    .max(3000),
  objects: z.array(z.strictObject({ id: elementId, name: line, bounds: bounds.exactOptional() })).max(1000),
  bounds: bounds.exactOptional(),
  arranged: z.boolean().exactOptional(),
  others: z
    .record(elementId, z.strictObject({ bounds: bounds.exactOptional(), waypoints: points.exactOptional() }))
    .exactOptional(),
  removed: z.array(elementId).max(1000).exactOptional(),
});
