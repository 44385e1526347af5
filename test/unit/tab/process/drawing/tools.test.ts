import { expect, test } from '@jest/globals';
import { drawing as english } from '../../../../../shared/text/en/drawing.ts';
import { drawing as swedish } from '../../../../../shared/text/sv/drawing.ts';
import { only } from '../../../../../tab/pages/process/drawing/limit-tools.ts';
import { toolWords, translateTools } from '../../../../../tab/pages/process/drawing/translate-tools.ts';

test('only the named tools are left, in the order they had', () => {
  const cut = only(['b', 'a', 'missing']);

  expect(Object.keys(cut({ a: 1, x: 2, b: 3 }))).toEqual(['a', 'b']);
});

test.each([
  ['sv', swedish],
  ['en', english],
] as const)('the tools speak %s, and what has no word stays as it is', (_language, texts) => {
  const [, translate] = translateTools((word) => texts.bpmn[word]).translate;

  expect(translate('Append task')).toBe(texts.bpmn.appendTask);
  expect(translate('Hello {you}', { you: 'Ada' })).toBe('Hello Ada');
  expect(translate('Hello {you}')).toBe('Hello {you}');
});

test('every word of ours is used by a tool', () => {
  expect(new Set(Object.values(toolWords))).toEqual(new Set(Object.keys(swedish.bpmn)));
});
