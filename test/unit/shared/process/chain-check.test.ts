import { expect, test } from '@jest/globals';
import { findChainGaps } from '../../../../shared/process/chain-check.ts';
import { newProcessModel } from '../../../../shared/process/new-model.ts';
import type { ProcessCommand } from '../../../../shared/process/commands/command.ts';
import { add, after, sampleProcess } from './sample-process.ts';

const set = (id: string, side: 'in' | 'out', name: string): ProcessCommand => ({
  kind: 'setObjects',
  id,
  side,
  names: [name],
  newIds: [`${id}-${side}`],
});

const chain = after(
  newProcessModel('Kedja', 'Roll', '1'),
  add('first', 'Ta emot'),
  add('second', 'Utreda'),
  set('first', 'in', 'Ansökan'),
  set('first', 'out', 'Registrerat ärende'),
  set('second', 'in', 'registrerat ärende'),
  set('second', 'out', 'Beslut'),
);

test('a chain where each takes what the one before gives has no gap', () => {
  expect(findChainGaps(chain)).toEqual([]);
});

test('where the next takes something else, both sides are named', () => {
  const broken = after(chain, set('second', 'in', 'Underlag'));

  expect(findChainGaps(broken)).toEqual([
    { kind: 'noCommonObject', from: 'first', to: 'second', gives: ['Registrerat ärende'], takes: ['Underlag'] },
  ]);
});

test('a decision passes on what comes to it', () => {
  const gaps = findChainGaps(sampleProcess);

  // "Underlag" goes through the decision to "Bevilja"; "Avslå" takes nothing yet.
  expect(gaps.filter(({ kind }) => kind === 'noCommonObject')).toEqual([]);
  expect(gaps).toContainEqual({ kind: 'nothingIn', stepId: 'refuse' });
});

test('a step that nothing leads to or on from is told', () => {
  const cut = { ...chain, flows: chain.flows.filter(({ to }) => to !== 'second') };

  expect(findChainGaps(cut)).toEqual([
    { kind: 'leadsNowhere', stepId: 'first' },
    { kind: 'notReached', stepId: 'second' },
  ]);
});
