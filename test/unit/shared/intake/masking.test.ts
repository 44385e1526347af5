import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskText } from '../../../../shared/intake/masking.ts';
import { personnummerDigits, spelling } from './personnummer-spellings.ts';

test.each([
  ['Anna Karlsson 19900101-9844 på rum 12', '[namn] [personnummer] på rum 12'],
  ['Gunilla Persson i lgh 1104 säger att Ahmed i nattpatrullen', '[namn] i lgh 1104 säger att [namn] i nattpatrullen'],
  ['fru Lindström hittades ute', 'fru [namn] hittades ute'],
  ['kollegan fatima glömde', 'kollegan [namn] glömde'],
  ['Sven-Erik fick Maj-Britts medicin', '[namn] fick [namn]s medicin'],
  ['Gunillas plånbok', '[namn]s plånbok'],
  ['gunilla persson ramlade', '[namn] ramlade'],
  ['Åsa och Björn Ström', '[namn] och [namn]'],
  ['brukare Stig ramlade', 'brukare [namn] ramlade'],
  ['Mohammed Al-Hassan fick', '[namn] fick'],
  ['GUNILLA ramlade', '[namn] ramlade'],
  ['hos Per i natt', 'hos [namn] i natt'],
  ['barnet Xhevdet grät', 'barnet [namn] grät'],
  ['Karin von Essen ringde', '[namn] ringde'],
])('masks the names in "%s"', (text, expected) => {
  expect(maskText(text).maskedText).toBe(expected);
});

test.each([
  'fick fel dos Waran på Ekliden i morse',
  'dokumentation saknas i Paraplyet v 44',
  'Max 2 per dygn',
  'Granne vid Sjövikstorg klagar',
  'Per dygn ges tre doser',
  'Liv och hälsa på Tallkotten',
  'Maj och juni var lugna, i April också',
  'På Solrosen i Stockholm',
  'en lex sarah eller Lex Maria',
  'Sol och vind, sten och stig',
  'Jan 2026, Ville rapportera, Hans rum',
  'Inga avvikelser på Björkbacka',
  'brukare Vinkeln fick Alvedon',
  'Microsoft Teams och SharePoint',
  'Saga och My är ord',
  'Mina ärenden, Dina avvikelser, Klara åtgärder',
  'Hala golv och Jack i pannan',
  'klass 3 i skolan',
  'Employees edit drafts of their own unit',
])('finds no name in "%s"', (text) => {
  expect(maskText(text)).toEqual({ maskedText: text, personnummer: false, names: false });
});

test('tells what was masked', () => {
  expect(maskText('kund 520312-9837')).toMatchObject({ personnummer: true, names: false });
  expect(maskText('Gunilla ringde')).toMatchObject({ personnummer: false, names: true });
});

const words = fc.constantFrom(
  'kund', 'ramlade', 'i', 'morse', 'på', 'Ekliden', 'fick', 'fel', 'dos', 'Waran', 'kl', '08', '0701-23 45 67', '84', '000', 'kr', 'rum', '12', 'v', '44', '2026-11-05', 'APT',
  '1.2.3-148/2026', 'inte', 'hjälp!', '(plan', '2)', 'e-tjänsten', '😀', 'שלום', '<b>fel</b>', '&amp;', 'مرحبا', 'lgh', '…',
); // prettier-ignore

test('keeps every other word, in order', () => {
  fc.assert(
    fc.property(fc.array(words), personnummerDigits, spelling, fc.array(words), (before, digits, spell, after) => {
      const sentence = (middle: string): string => [...before, middle, ...after].join(' ; ');

      const { maskedText } = maskText(sentence(spell(digits)));

      expect(maskedText).toBe(sentence('[personnummer]'));
    }),
    { numRuns: 1500 },
  );
});

const tricky = fc.constantFrom(
  'Anna', 'Karlsson', 'kund', 'Max', 'Björn', 'hos', 'av', '[namn]', '[personnummer]', 's', 'Stig', 'fru', 'Ström', 'von', 'Al-Hassan', 'Ali', 'Per', '520312-9837', '19', '90',
  '01', '9844', '-', 'namn', 'Lex', 'Sarah', 'Inga', 'GUNILLA', 'Lindbergs', 'brukare', 'Vinkeln',
); // prettier-ignore

test('masking a masked text changes nothing', () => {
  fc.assert(
    fc.property(fc.array(tricky, { maxLength: 12 }), fc.constantFrom(' ', '', ', ', '\n'), (parts, joint) => {
      const once = maskText(parts.join(joint)).maskedText;

      expect(maskText(once)).toEqual({ maskedText: once, personnummer: false, names: false });
    }),
    { numRuns: 4000 },
  );
});

test('any text is masked without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => maskText(text).maskedText.length >= 0),
  );
});
