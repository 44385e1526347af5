/** Saving from the editor: what is sent, and what becomes of each answer. */
import type { FieldProblem } from '../../../../shared/api/contract.ts';
import type { SaveProcessAnswer, SaveProcessRequest } from '../../../../shared/api/process-contract.ts';
import type { MergedModels } from '../../../../shared/process/merge-models.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import type { ProcessEditorStore } from './process-editor-store.ts';

export type SaveOutcome =
  | { readonly kind: 'saved' | 'merged'; readonly version: number }
  /** Somebody else changed the same: a person must choose. Nothing is stored. */
  | { readonly kind: 'conflict'; readonly conflict: SaveConflict };

export interface SaveConflict extends MergedModels {
  /** What is stored by now; the next save says that it was made from this. */
  readonly version: number;
  readonly sent: ProcessModel;
}

export type SendProcess = (request: SaveProcessRequest) => Promise<SaveProcessAnswer>;

/** Saves what the store holds now. Rejects as `send` does. */
export async function saveProcess(
  store: ProcessEditorStore,
  send: SendProcess,
  baseRevision: number,
): Promise<SaveOutcome> {
  const { model, saved } = store.state();
  const answer = await send({ baseVersion: saved.version, baseRevision, fields: {}, model });
  if (answer.kind === 'conflict') {
    const { current, merged, conflicts } = answer;
    return { kind: 'conflict', conflict: { version: current.version, model: merged, conflicts, sent: model } };
  }
  const { version, model: stored } = answer.process;
  store.settle({ version, model: stored }, model, answer.kind === 'merged');
  return { kind: answer.kind, version };
}

/** The step that a problem is about: the service names it as the row. */
export function stepOfProblem(problem: FieldProblem): string | undefined {
  return problem.field.startsWith('activities.') ? problem.row : undefined;
}
