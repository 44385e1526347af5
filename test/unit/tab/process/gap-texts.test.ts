import { expect, test } from '@jest/globals';
import { findChainGaps } from '../../../../shared/process/chain-check.ts';
import { gapTexts } from '../../../../tab/pages/process/editor/gap-texts.ts';
import { after, sampleProcess } from '../../shared/process/sample-process.ts';

test('each gap is said at its step, and one between two at the one that gives', () => {
  const model = after(sampleProcess, {
    kind: 'setObjects',
    id: 'refuse',
    side: 'in',
    names: ['Annat underlag'],
    newIds: ['o9'],
  });

  const said = gapTexts(findChainGaps(model), (id) => id, {
    plain: (kind) => kind,
    noCommonObject: ({ gives, takes, next }) => `${gives} – ${takes} (${next})`,
  });

  expect(Object.fromEntries(said)).toEqual({
    investigate: ['Underlag – Annat underlag (refuse)'],
    grant: ['nothingOut'],
    refuse: ['nothingOut'],
  });
});
