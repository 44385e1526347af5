import { readBpmn } from '../../shared/process/bpmn/bpmn-file.ts';
import type { BpmnRefusal } from '../../shared/process/bpmn/bpmn-file.ts';
import { decodeBpmnFile } from '../../shared/process/bpmn/read-bytes.ts';
import type { DecodedFile } from '../../shared/process/bpmn/read-bytes.ts';
import type { NotShown } from '../../shared/process/process-model.ts';
import { reconcile } from '../../shared/process/reconcile.ts';
import type { Reconciliation } from '../../shared/process/reconcile.ts';
import { liveOf } from './read-process.ts';
import type { StoredProcess } from './read-process.ts';

export type ReadDrawing =
  | {
      readonly kind: 'read';
      readonly text: string;
      readonly notShown: readonly NotShown[];
      readonly reconciled: Reconciliation;
    }
  | BpmnRefusal
  | Extract<DecodedFile, { readonly kind: 'refused' }>;

/** A file from elsewhere, with its activities found among those that the process has. Stores nothing. */
export function readDrawing(
  stored: StoredProcess,
  file: Uint8Array | string,
  answers?: Readonly<Record<string, string>>,
): ReadDrawing {
  const decoded = typeof file === 'string' ? ({ kind: 'text', text: file } as const) : decodeBpmnFile(file);
  if (decoded.kind === 'refused') return decoded;
  const read = readBpmn(decoded.text);
  if (read.kind === 'refused') return read;
  const details = new Map(stored.model.steps.map((step) => [step.activityId, step.details]));
  const existing = liveOf(stored.activities)
    .toSorted((one, other) => (one.fields.order ?? 0) - (other.fields.order ?? 0))
    .map(({ id: activityId, fields }) => {
      const own = details.get(activityId);
      return {
        id: activityId,
        name: fields.name ?? '',
        ...(fields.elementId !== undefined && { elementId: fields.elementId }),
        ...(own !== undefined && { details: own }),
      };
    });
  const reconciled = reconcile(read.model, existing, answers);
  return { kind: 'read', text: decoded.text, notShown: read.notShown, reconciled };
}
