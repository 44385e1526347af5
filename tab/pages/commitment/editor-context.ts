import { createContext, useContext } from 'react';
import type { RecordAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EditedRecord, EditorEvent } from './editor-state.ts';
import type { RecordProblem } from './save-edits.ts';

/** What every part of the editor works with. */
export interface Editor {
  readonly commitment: EditedRecord;
  readonly saved: RecordAnswer;
  readonly results: readonly EditedRecord[];
  /** Indicators made on the way, not saved yet. */
  readonly newIndicators: readonly EditedRecord[];
  readonly indicators: readonly RecordAnswer[];
  readonly goals: readonly RecordAnswer[];
  readonly unit: UnitAnswer | undefined;
  readonly mayEdit: boolean;
  readonly mayComment: boolean;
  readonly mayCreateIndicator: boolean;
  readonly problems: readonly RecordProblem[];
  readonly dispatch: (event: EditorEvent) => void;
  /** Keeps what is written at once; called when a field is left. */
  readonly keep: () => void;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === undefined) throw new AppError('unexpected', { missing: 'EditorContext' });
  return editor;
}
