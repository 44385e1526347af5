import { expect, test } from '@jest/globals';
import { draftOf, readDraft } from '../../../../tab/pages/process/editor/kept-draft.ts';
import { createProcessEditorStore } from '../../../../tab/pages/process/editor/process-editor-store.ts';
import { sampleProcess } from '../../shared/process/sample-process.ts';

test('what is unsaved is read back as it was, with the version that it was begun from', () => {
  const store = createProcessEditorStore({ version: 7, model: sampleProcess });
  expect(draftOf(store.state())).toBeUndefined();

  store.dispatch({ kind: 'renameStep', id: 'grant', name: 'Annat' });
  const kept = JSON.parse(JSON.stringify(draftOf(store.state()))) as Record<string, unknown>;

  expect(readDraft(kept)).toEqual({ version: 7, model: store.state().model });
});

test.each([
  ['nothing', undefined],
  ['another format', { format: 2, version: 1, model: sampleProcess }],
  ['no version', { format: 1, model: sampleProcess }],
  ['no model', { format: 1, version: 1, model: null }],
  ['half a model', { format: 1, version: 1, model: { id: 'p', name: 'P', steps: [] } }],
])('a draft with %s is none', (_what, body) => {
  expect(readDraft(body)).toBeUndefined();
});
