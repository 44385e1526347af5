import { expect, test } from '@jest/globals';
import { compareActivities, compareRest } from '../../../../shared/process/compare-models.ts';
import { newProcessModel } from '../../../../shared/process/new-model.ts';
import { add, after, sampleProcess } from './sample-process.ts';

test('a version differs in nothing from itself', () => {
  expect(compareActivities(sampleProcess, sampleProcess)).toEqual([]);
  expect(compareRest(sampleProcess, sampleProcess)).toEqual([]);
});

test('every part of an activity that changed is told with what it was and is', () => {
  const now = after(
    sampleProcess,
    { kind: 'renameStep', id: 'grant', name: 'Godkänna' },
    { kind: 'setRole', id: 'grant', roleId: 'boss' },
    { kind: 'setObjects', id: 'grant', side: 'out', names: ['Beslut', 'Kvittens'], newIds: ['o3', 'o4'] },
    { kind: 'setDetails', id: 'grant', details: { consulted: ['MAS', 'Jurist'], routineNotNeeded: true } },
  );

  expect(compareActivities(sampleProcess, now)).toEqual([
    {
      kind: 'changed',
      key: 'record-grant',
      name: 'Godkänna',
      changes: expect.arrayContaining([
        { part: 'name', from: 'Bevilja', to: 'Godkänna' },
        { part: 'role', from: 'Handläggare', to: 'Enhetschef' },
        { part: 'objectOut', from: '', to: 'Beslut; Kvittens' },
        { part: 'consulted', from: '', to: 'MAS; Jurist' },
        { part: 'routineNotNeeded', from: '', to: 'true' },
      ]),
    },
  ]);
});

test('added and removed are told, the removed last', () => {
  const now = after(sampleProcess, { kind: 'deleteStep', id: 'investigate' }, add('tell', 'Meddela'));

  expect(compareActivities(sampleProcess, now).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'added Meddela',
    'removed Utreda',
  ]);
});

test('only what was moved counts as moved, not all that it passed', () => {
  const names = ['Ett', 'Två', 'Tre', 'Fyra', 'Fem'];
  const line = (order: readonly string[]) =>
    after(newProcessModel('Rad', 'Roll', '1'), ...order.map((name) => add(name, name)));

  const differences = compareActivities(line(names), line(['Fem', 'Ett', 'Två', 'Tre', 'Fyra']));

  expect(differences).toEqual([{ kind: 'moved', key: 'record-Fem', name: 'Fem', changes: [] }]);
});

test('roles, decisions and the way through are told apart from activities', () => {
  const now = after(sampleProcess, { kind: 'addRole', id: 'nurse', name: 'Sjuksköterska' });
  const bare = after(sampleProcess, { kind: 'deleteStep', id: 'choice' });

  expect(compareRest(sampleProcess, now)).toEqual([{ kind: 'roleAdded', name: 'Sjuksköterska' }]);
  expect(compareRest(now, sampleProcess)).toEqual([{ kind: 'roleRemoved', name: 'Sjuksköterska' }]);
  expect(compareRest(sampleProcess, bare)).toEqual([
    { kind: 'decisionRemoved', name: 'Bevilja?' },
    { kind: 'flowChanged', name: '' },
  ]);
});
