/** Unsaved work on a process as it is kept at `/api/v1/drafts/process.<id>`, and how it is read back. */
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import type { DraftBody } from '../../../api/autosave.ts';
import type { ProcessEditorState } from './process-editor-store.ts';

const format = 1;

export interface KeptDraft {
  /** The version that the work was begun from. */
  readonly version: number;
  readonly model: ProcessModel;
}

/** What to keep, or nothing when all is saved. */
export function draftOf({ isChanged, saved, model }: ProcessEditorState): DraftBody | undefined {
  return isChanged ? { format, version: saved.version, model } : undefined;
}

/** A draft that this editor wrote; one of another format, or half of one, is none. */
export function readDraft(body: DraftBody | undefined): KeptDraft | undefined {
  if (body?.['format'] !== format || typeof body['version'] !== 'number') return undefined;
  const model = body['model'] as Partial<Record<keyof ProcessModel, unknown>> | null | undefined;
  const lists = [model?.roles, model?.steps, model?.flows, model?.objects];
  if (typeof model?.id !== 'string' || typeof model.name !== 'string' || !lists.every(Array.isArray)) return undefined;
  return { version: body['version'], model: model as ProcessModel };
}
