import { expect, test } from '@jest/globals';
import { findUnit } from '../../../../shared/intake/find-unit.ts';
import { splitWords } from '../../../../shared/intake/words.ts';
import { units } from '../../../fixtures/units.ts';

const unitIn = (text: string): string | undefined => findUnit(splitWords(text), units)?.unit.name;

test.each(units.map((unit) => unit.name))(
  'finds %s by its name, bare, in capitals and with one letter wrong',
  (name) => {
    const bare = name.toLowerCase().replace(/[åä]/gu, 'a').replaceAll('ö', 'o');
    const wrong = name.replace(/(\p{L}{3})\p{L}(\p{L}{2,})$/u, '$1$2');

    expect([unitIn(`fel på ${name} igår`), unitIn(`fel på ${bare}`), unitIn(name.toUpperCase())]).toEqual([
      name,
      name,
      name,
    ]);
    expect(unitIn(`hände på ${wrong} igår`)).toBe(name);
  },
);

test.each(units.flatMap((unit) => unit.aliases.map((alias) => [alias, unit.name] as const)))(
  'finds %s as an alias, also with a genitive',
  (alias, name) => {
    expect([unitIn(`fel på ${alias} igår`), unitIn(`${alias.toUpperCase()}: fel`), unitIn(`${alias}s larm`)]).toEqual([
      name,
      name,
      name,
    ]);
  },
);

test.each([
  ['Björkbacka: anhörig missnöjd', 'Vård- och omsorgsboendet Björkbacka'],
  ['på björkbaka i natt', 'Vård- och omsorgsboendet Björkbacka'],
  ['barn o ungdomsenheten', 'Barn- och ungdomsenheten'],
  ['HR & kommunikation', 'Avdelningen för HR och kommunikation'],
  ['på ekonomiskt bistånd', 'Enheten för ekonomiskt bistånd'],
  ['på beställarenheten', 'Beställarenheten äldre'],
  ['hemtjanst sjovik', 'Hemtjänst Sjövik'],
  ['en kund i hemtjänst', 'Hemtjänst Sjövik'],
  ['Öppna förskolan var stängd', 'Förskoleenhet Tallkotten'],
])('"%s" names %s', (text, name) => {
  expect(unitIn(text)).toBe(name);
});

test.each([
  'parken vid Sjövikstorg',
  'parken i Sjövik',
  'handläggningstiden för ekonomiskt bistånd',
  'barnen lyckas och lyckades',
  'en lyckad dag',
  'ett barn på förskolan',
  'äldreomsorg i allmänhet',
  'stiger upp, steg ner',
])('"%s" names no unit', (text) => {
  expect(unitIn(text)).toBeUndefined();
});

test('the longest name wins over another that begins so', () => {
  const nested = [
    { id: 'short', name: 'Enheten Norr', aliases: ['Norr'] },
    { id: 'long', name: 'Enheten Norr Natt', aliases: ['Norr natt'] },
  ];

  expect(findUnit(splitWords('fall på Norr natt igår'), nested)?.unit.id).toBe('long');
});
