import { expect, test } from '@jest/globals';
import { createLocalDraft } from '../../../../tab/api/local-draft.ts';
import { moveRow } from '../../../../tab/components/move-row.ts';

function windowStore() {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  };
}

test('A draft kept in the window is there for its owner and for nobody else', () => {
  const store = windowStore();
  createLocalDraft(() => store, 'sara', 'commitment.c').write({ text: 'Saras ord' });

  expect(createLocalDraft(() => store, 'sara', 'commitment.c').read()).toEqual({ text: 'Saras ord' });
  expect(createLocalDraft(() => store, 'emil', 'commitment.c').read()).toBeUndefined();
  expect(createLocalDraft(() => store, 'sara', 'commitment.d').read()).toBeUndefined();
});

test('Nothing is left when the service has it', () => {
  const store = windowStore();
  const draft = createLocalDraft(() => store, 'sara', 'commitment.c');

  draft.write({ text: 'Saras ord' });
  draft.write(undefined);

  expect(store.texts.size).toBe(0);
});

test('A window without storage, or with other people’s text in it, is a window without a draft', () => {
  const blocked = createLocalDraft(
    () => {
      throw new TypeError('Access is denied');
    },
    'sara',
    'commitment.c',
  );
  const store = windowStore();
  store.texts.set('draft.sara.commitment.c', 'inte json');

  blocked.write({ text: 'x' });

  expect(blocked.read()).toBeUndefined();
  expect(createLocalDraft(() => store, 'sara', 'commitment.c').read()).toBeUndefined();
});

test('A row changes place with the rows between kept in order, and never falls outside', () => {
  expect(moveRow(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moveRow(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moveRow(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c']);
  expect(moveRow(['a'], 5, 0)).toEqual(['a']);
});
