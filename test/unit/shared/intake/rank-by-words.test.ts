import { expect, test } from '@jest/globals';
import { rankByWords } from '../../../../shared/intake/rank-by-words.ts';

interface Thing {
  readonly name: string;
  readonly others: readonly string[];
}

const things: readonly Thing[] = [
  { name: 'Läkemedelshantering', others: ['Rätt medicin till rätt person', 'Överlämna dos'] },
  { name: 'Rutin för läkemedel', others: ['Signera direkt'] },
  { name: 'Hantera orosanmälan', others: ['Skyddsbedömning samma dag'] },
  { name: 'Utflykt med barngrupp', others: ['Alla barn hem'] },
  { name: 'Bemanna', others: ['Vikarier får introduktion'] },
];

const rank = (query: string, ignored: readonly string[] = []) =>
  rankByWords(things, query, (thing) => thing, new Set(ignored)).map(({ item, grade }) => [item.name, grade]);

test.each([
  ['orosanmälan', 'Hantera orosanmälan'],
  ['OROSANMALAN', 'Hantera orosanmälan'],
  ['orosanmälningar', 'Hantera orosanmälan'],
  ['orosanmällan', 'Hantera orosanmälan'],
  ['orsanmälan', 'Hantera orosanmälan'],
  ['utflykter', 'Utflykt med barngrupp'],
  ['utflyckt med barngrupen', 'Utflykt med barngrupp'],
  ['bemana', 'Bemanna'],
  ['bemanna', 'Bemanna'],
])('%s finds %s by its name', (query, name) => {
  expect(rank(query)[0]?.[0]).toBe(name);
});

test('a word of a compound finds it, and the whole name goes before a part of it', () => {
  expect(rank('läkemedel')).toEqual([
    ['Rutin för läkemedel', 'name'],
    ['Läkemedelshantering', 'name'],
  ]);
  expect(rank('läkmedel').map(([name]) => name)).toEqual(
    expect.arrayContaining(['Rutin för läkemedel', 'Läkemedelshantering']),
  );
});

test('a thing that is called so is told from one that holds the words', () => {
  expect(rank('rutin för läkemedel')[0]).toEqual(['Rutin för läkemedel', 'exact']);
  expect(rank('rutin läkemedel', ['rutin'])[0]).toEqual(['Rutin för läkemedel', 'exact']);
});

test('what else is told of a thing finds it too, and says so', () => {
  expect(rank('skyddsbedömning')).toEqual([['Hantera orosanmälan', 'text']]);
  expect(rank('dos läkemedel')).toEqual([['Läkemedelshantering', 'text']]);
});

test('half of the words are near, and only where nothing holds all of them', () => {
  expect(rank('läkemedel rymdfärd').map(([, grade]) => grade)).toEqual(['near', 'near']);
  expect(rank('dos rymdfärd')).toEqual([]);
});

test('nothing is found by words that say nothing, by short likenesses or by another first letter', () => {
  expect(rank('för om på')).toEqual([]);
  expect(rank('bara')).toEqual([]);
  expect(rank('remanna')).toEqual([]);
  expect(rank('')).toEqual([]);
});
