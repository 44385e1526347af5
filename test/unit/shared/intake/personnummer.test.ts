import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findPersonnummer, maskPersonnummer } from '../../../../shared/intake/personnummer.ts';
import { personnummerDigits, spelling } from './personnummer-spellings.ts';

const mask = (text: string): string => maskPersonnummer(text, '[personnummer]');

test.each([
  ['the common form', '520312-9837'],
  ['twelve digits', '19520312-9837'],
  ['no separator', '5203129837'],
  ['twelve digits without separator', '195203129837'],
  ['a wrong check digit behind an explicit dash', '19900101-9843'],
  ['somebody over a hundred', '220312+9837'],
  ['samordningsnummer', '900161-9847'],
  ['spaces', '520312 9837'],
  ['pairs', '19 90 01 01 98 44'],
  ['dots', '1990.01.01.9844'],
  ['a calendar date', '1990-01-01-9844'],
  ['an en dash', '520312–9837'],
  ['a minus sign', '520312−9837'],
  ['a non-breaking hyphen', '520312‑9837'],
  ['a dash between spaces', '520312 - 9837'],
  ['no-break spaces', '520312\u00A09837'],
  ['zero-width signs', '5203\u200B12\u200D98\uFEFF37'],
  ['a soft hyphen', '520312\u00AD9837'],
  ['fullwidth digits', '５２０３１２－９８３７'],
  ['Arabic-Indic digits', '٥٢٠٣١٢-٩٨٣٧'],
  ['Devanagari digits', '५२०३१२९८३७'],
  ['mathematical digits', '𝟓𝟐𝟎𝟑𝟏𝟐-𝟗𝟖𝟑𝟕'],
  ['O for nought and l for one', '52O3l2-9837'],
  ['a slash before the last four', '520312/9837'],
])('finds a personnummer written with %s', (_, number) => {
  expect(mask(`kund ${number} ramlade`)).toBe('kund [personnummer] ramlade');
});

test.each([
  ['a mobile number', '0701-23 45 67'],
  ['a mobile number that has a right check digit', '0701-23 45 69'],
  ['a mobile number in threes', '070-123 45 67'],
  ['an office number', '08-508 01 000'],
  ['a foreign form', '+46 70 123 45 67'],
  ['a diary number', '1.2.3-148/2026'],
  ['a case number', '2026/0412-3'],
  ['a date', '2026-11-20'],
  ['a date with a time', '2026-11-20 08:30'],
  ['two dates', '2026-11-05--2026-11-07'],
  ['two dates with an en dash', '2026-11-05–2026-11-07'],
  ['an amount', '84 000 kr'],
  ['an organisation number', '556012-5790'],
  ['an invoice number with a wrong check digit', '5203129838'],
  ['an invoice number that is no date', '8899129837'],
  ['a longer number', '12345203129837'],
  ['the 30th of February', '900230-9844'],
  ['a card number', '4571 9988 7766 5544'],
])('leaves %s alone', (_, number) => {
  expect(mask(`se ${number} tack`)).toBe(`se ${number} tack`);
});

test('a number of its own before a personnummer stays', () => {
  expect(mask('rum 12 520312-9837')).toBe('rum 12 [personnummer]');
  expect(mask('kl 19 520312-9837')).toBe('kl 19 [personnummer]');
  expect(mask('de var 20 520312-9837')).toBe('de var 20 [personnummer]');
  expect(mask('lgh 1104 19900101-9844, kl 08')).toBe('lgh 1104 [personnummer], kl 08');
});

test('29 February is a date in leap years only', () => {
  expect(findPersonnummer('20000229-1234')).toHaveLength(1);
  expect(findPersonnummer('19000229-1234')).toHaveLength(0);
});

test('two personnummer side by side are both found', () => {
  expect(mask('520312-9837 19900101-9844')).toBe('[personnummer] [personnummer]');
});

const between = fc.constantFrom(
  ' ',
  '',
  '(',
  ')',
  ',',
  '.',
  ': ',
  '\n',
  '"',
  '🙂',
  ' – ',
  'x',
  'pnr',
  ';',
  '\u200F',
  '<b>',
);

test('no personnummer survives in any spelling, at any place', () => {
  fc.assert(
    fc.property(personnummerDigits, spelling, between, between, (digits, spell, before, after) => {
      const number = spell(digits);

      const masked = mask(`Kund ${before}${number}${after} ramlade`);

      expect(masked).toBe(`Kund ${before}[personnummer]${after} ramlade`);
    }),
    { numRuns: 3000 },
  );
});
