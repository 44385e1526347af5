import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changesToSend,
  editField,
  hasEdits,
  rebaseEdits,
  settleConflicts,
  withEdits,
} from '../../../../tab/pages/commitment/record-edits.ts';

const definitions = { text: { type: 'longText' }, targetGroup: { type: 'text' } } as const;

test('Only what differs is sent, and an emptied field is sent as null', () => {
  const saved = { text: 'Gammalt', targetGroup: 'Äldre', workingMethod: 'Rond' };

  const edits = editField(editField({}, saved, 'text', 'Nytt'), saved, 'targetGroup', '');

  expect(changesToSend(edits)).toEqual({ text: 'Nytt', targetGroup: null });
});

test('Writing back what was there leaves nothing to save', () => {
  const once = editField({}, { text: 'Gammalt' }, 'text', 'Nytt');

  const back = editField(once, { text: 'Gammalt' }, 'text', 'Gammalt');

  expect(hasEdits(back)).toBe(false);
});

test('A space at the end of what is being typed stays in the field', () => {
  const edits = editField({}, { text: 'Vi' }, 'text', 'Vi ');

  expect(withEdits({ text: 'Vi' }, edits)).toEqual({ text: 'Vi ' });
});

test('A newer version that changed other fields takes my edits without asking', () => {
  const edits = editField({}, { text: 'a', targetGroup: 'b' }, 'text', 'mitt');

  const rebased = rebaseEdits(edits, { text: 'a', targetGroup: 'deras' }, definitions);

  expect(rebased.conflicts).toEqual([]);
  expect(withEdits({ text: 'a', targetGroup: 'deras' }, rebased.edits)).toEqual({ text: 'mitt', targetGroup: 'deras' });
});

test('The same field changed by both shows both, and the choice decides', () => {
  const edits = editField({}, { text: 'a' }, 'text', 'mitt');
  const rebased = rebaseEdits(edits, { text: 'deras' }, definitions);

  const mine = settleConflicts(rebased.edits, rebased.conflicts, { text: 'mine' });
  const theirs = settleConflicts(rebased.edits, rebased.conflicts, { text: 'theirs' });

  expect(rebased.conflicts).toEqual([{ field: 'text', mine: 'mitt', theirs: 'deras' }]);
  expect(withEdits({ text: 'deras' }, mine)).toEqual({ text: 'mitt' });
  expect(rebaseEdits(mine, { text: 'deras' }, definitions).conflicts).toEqual([]);
  expect(withEdits({ text: 'deras' }, theirs)).toEqual({ text: 'deras' });
});

test('Whatever two people write, no words of mine disappear without a choice', () => {
  const value = fc.constantFrom('', 'a', 'b', 'c');
  fc.assert(
    fc.property(value, value, value, (from, mine, theirs) => {
      const edits = editField({}, { text: from }, 'text', mine);

      const rebased = rebaseEdits(edits, { text: theirs }, definitions);

      const seen = withEdits({ text: theirs }, rebased.edits)['text'];
      expect(seen === mine || (mine === from && seen === theirs)).toBe(true);
    }),
  );
});
