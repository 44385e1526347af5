import { expect, test } from '@jest/globals';
import { conflictWords } from '../../../../tab/pages/process/editor/conflict-words.ts';
import { sampleProcess } from '../../shared/process/sample-process.ts';

const words = {
  removed: 'borttagen',
  nothing: 'tomt',
  yes: 'ja',
  no: 'nej',
  titles: new Map([['d1', 'Rutin för samråd']]),
};
const say = (part: string, value: unknown, element: 'step' | 'flow' = 'step'): string =>
  conflictWords({ part, element }, value, [sampleProcess], words);

test.each([
  ['name', 'Utreda', 'Utreda'],
  ['name', '', 'tomt'],
  ['name', undefined, 'tomt'],
  ['roleId', 'boss', 'Enhetschef'],
  ['roleId', 'gone', 'gone'],
  ['takes', ['o1', 'o2'], 'Ansökan; Underlag'],
  ['gives', [], 'tomt'],
  ['to', 'grant', 'Bevilja'],
  ['details.routine', 'd1', 'Rutin för samråd'],
  ['details.consulted', ['Läkare', 'Tolk'], 'Läkare; Tolk'],
  ['details.routineNotNeeded', true, 'ja'],
  ['all', undefined, 'borttagen'],
  ['all', { id: 'x', name: 'Samråda' }, 'Samråda'],
])('%s %j reads %s', (part, value, text) => {
  expect(say(part, value)).toBe(text);
});

test('an answer that one side took away is called by its label', () => {
  expect(say('all', { id: 'yes', from: 'choice', to: 'grant', label: 'Ja' }, 'flow')).toBe('Ja');
});
