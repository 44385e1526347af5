import { emptyEditorState, reduceEditor } from './editor-state.ts';
import type { EditorEvent, EditorState } from './editor-state.ts';

/** The editor's state outside React, so that a save that takes several calls always sees the newest. */
export interface EditorStore {
  readonly state: () => EditorState;
  readonly dispatch: (event: EditorEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createEditorStore(): EditorStore {
  const listeners = new Set<() => void>();
  let state = emptyEditorState;
  return {
    state: () => state,
    dispatch: (event) => {
      state = reduceEditor(state, event);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
