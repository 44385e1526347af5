import { expect, test } from '@jest/globals';
import { actInEditor, actInRow } from '../../../../tab/pages/process/editor/keys.ts';
import type { PressedKey } from '../../../../tab/pages/process/editor/keys.ts';

function pressed(keys: string): PressedKey {
  const parts = keys.split('+');
  const has = (name: string): boolean => parts.includes(name);
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: has('Ctrl'),
    metaKey: has('Cmd'),
    shiftKey: has('Shift'),
    altKey: has('Alt'),
  };
}

test.each([
  ['Enter', 'addAfter'],
  ['Shift+Enter', 'split'],
  ['Ctrl+Enter', 'decisionAfter'],
  ['Cmd+Enter', 'decisionAfter'],
  ['Alt+Enter', 'details'],
  ['Alt+ArrowUp', 'up'],
  ['Alt+ArrowDown', 'down'],
  ['Alt+Delete', 'remove'],
  ['Alt+Backspace', 'remove'],
  ['ArrowUp', 'above'],
  ['ArrowDown', 'below'],
  ['Shift+ArrowDown', undefined],
  ['Ctrl+Alt+Enter', undefined],
  ['Delete', undefined],
  ['a', undefined],
])('%s in a row means %s', (keys, act) => {
  expect(actInRow(pressed(keys))).toBe(act);
});

test.each([
  ['Ctrl+s', 'save'],
  ['Cmd+S', 'save'],
  ['Ctrl+z', 'undo'],
  ['Ctrl+Shift+Z', 'redo'],
  ['Ctrl+y', 'redo'],
  ['Ctrl+Shift+S', undefined],
  ['Ctrl+Alt+z', undefined],
  ['z', undefined],
])('%s in the editor means %s', (keys, act) => {
  expect(actInEditor(pressed(keys))).toBe(act);
});
