/** The keys of the list, in one place: what they do, and how they are told. */
export type KeyAct =
  | 'addAfter'
  | 'split'
  | 'decisionAfter'
  | 'details'
  | 'up'
  | 'down'
  | 'remove'
  | 'above'
  | 'below'
  | 'undo'
  | 'redo'
  | 'save';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key means within a row. Ctrl is Cmd on a Mac; AltGr, which is both Ctrl and Alt, writes characters. */
export function actInRow({ key, ctrlKey, metaKey, shiftKey, altKey }: PressedKey): KeyAct | undefined {
  const ctrl = ctrlKey || metaKey;
  if (ctrl && altKey) return undefined;
  if (key === 'Enter') {
    if (ctrl) return 'decisionAfter';
    if (altKey) return 'details';
    return shiftKey ? 'split' : 'addAfter';
  }
  if (altKey && (key === 'Delete' || key === 'Backspace')) return 'remove';
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  if (ctrl || shiftKey) return undefined;
  const isUp = key === 'ArrowUp';
  if (altKey) return isUp ? 'up' : 'down';
  return isUp ? 'above' : 'below';
}

/** What a key means anywhere in the editor. */
export function actInEditor({ key, ctrlKey, metaKey, shiftKey, altKey }: PressedKey): KeyAct | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 's' && !shiftKey) return 'save';
  if (letter === 'y' && !shiftKey) return 'redo';
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return undefined;
}

/** In the order in which they are told. `shown` names a text of `processEditor.keys`; `aria` is what the browser is told. */
export const shortcuts = [
  { act: 'addAfter', shown: 'enter', aria: 'Enter' },
  { act: 'decisionAfter', shown: 'ctrlEnter', aria: 'Control+Enter' },
  { act: 'split', shown: 'shiftEnter', aria: 'Shift+Enter' },
  { act: 'details', shown: 'altEnter', aria: 'Alt+Enter' },
  { act: 'up', shown: 'altUp', aria: 'Alt+ArrowUp' },
  { act: 'down', shown: 'altDown', aria: 'Alt+ArrowDown' },
  { act: 'remove', shown: 'altDelete', aria: 'Alt+Delete' },
] as const satisfies readonly { readonly act: KeyAct; readonly shown: string; readonly aria: string }[];
