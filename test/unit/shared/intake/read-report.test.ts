import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readReport, type Reading } from '../../../../shared/intake/read-report.ts';
import { units } from '../../../fixtures/units.ts';

interface Phrase {
  readonly text: string;
  readonly expect: Partial<Reading>;
}

const now = new Date('2026-11-22T14:30:00Z');
const read = (text: string): Reading => readReport(text, { now, units });
const phrases = (file: string): readonly [string, Partial<Reading>][] => {
  const url = new URL(`../../../fixtures/${file}`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as Phrase[]).map((phrase) => [phrase.text, phrase.expect]);
};

test.each(phrases('phrases.json'))('reads the fact sheet: %s', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test.each(
  ['own-phrases.json', 'own-phrases-2.json', 'own-phrases-3.json', 'own-phrases-4.json', 'own-phrases-5.json'].flatMap(
    phrases,
  ),
)('reads what staff write: %s', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test.each(phrases('phrases.json'))('tells the same kind without åäö and in capitals: %s', (text, expected) => {
  const bare = text.replace(/[åä]/gu, 'a').replace(/ö/gu, 'o').replace(/[ÅÄ]/gu, 'A').replace(/Ö/gu, 'O');

  expect(read(bare).kind).toBe(expected.kind);
  expect(read(text.toUpperCase()).kind).toBe(expected.kind);
});

test('severity is absent without evidence', () => {
  for (const [text, expected] of phrases('phrases.json')) expect(read(text).severity).toBe(expected.severity);
});

test('misconduct is suspected only on words and acts of lex Sarah', () => {
  for (const [text, expected] of phrases('phrases.json')) {
    expect(read(text).suspectedMisconduct).toBe(expected.suspectedMisconduct);
  }
});

test('a question, a command, smalltalk and what is not understood have no category', () => {
  for (const [text, expected] of phrases('phrases.json')) {
    const isReport = ['deviation', 'complaint', 'viewpoint', 'praise', 'suggestion'].includes(expected.kind ?? '');
    if (!isReport) expect(read(text).category).toBeUndefined();
  }
});

test.each([
  ['ramlade, inget brutet', undefined],
  ['ramlade, ingen fraktur och ingen ambulans behövdes', undefined],
  ['ramlade, blåmärke men ingen skada i övrigt', 2],
  ['kunden kom hem från sjukhuset utan epikris', undefined],
  ['larmet dog i natt', undefined],
  ['ville inte ta emot hjälp av oss och fick en fraktur', 3],
  ['boende föll och avled', 4],
  ['vi tappade bort ett barn, hittades oskadd', undefined],
  ['kund föll i trappan men är oskadd', 1],
])('severity of "%s" is %s', (text, severity) => {
  expect(read(`Avvikelse: ${text}`).severity).toBe(severity);
});

test('what is written about a personnummer is read as usual, and the number is gone', () => {
  expect(read('kund 520312-9837 ramlade inatt')).toMatchObject({
    kind: 'deviation',
    containsPersonnummer: true,
    maskedText: 'kund [personnummer] ramlade inatt',
  });
});

test("what somebody else said far from the user is not the user's complaint", () => {
  const text = 'brukaren ramlade i morse när vi hade för lite folk på plats i duschen, chefen sa till';

  expect(read(text).kind).toBe('deviation');
});

test.each(['', ' ', '\n', '?', '!!!', '123', '\u200F', '\uD800', '👍👍', '<script>alert(1)</script>', '[namn]'])(
  'odd text %j becomes no record',
  (text) => {
    expect(['unknown', 'smalltalk', 'question']).toContain(read(text).kind);
  },
);

test('every beginning of every phrase, and any text at all, is read without an error', () => {
  for (const [text] of phrases('phrases.json')) {
    for (let end = 0; end <= text.length; end += 1) read(text.slice(0, end));
  }
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => read(text).kind.length > 0));
});

test('when is always a part of the text, and what has happened does not lie ahead', () => {
  const parts = fc.constantFrom(
    'kund', 'ramlade', 'i', 'natt', 'fredags', 'kl', '20', '3/12', 'den', '5', 'november', 'v', '52', 'igår', 'på', 'tisdag', 'förra', 'veckan', 'ikväll', 'halv', 'nio', 'december', 'imorgon',
    'mellan', '14', 'och', '16', 'för', 'två', 'dagar', 'sedan', 'om', 'helgen', 'nästa', 'sen', 'natten', 'mot', 'julafton', ',', '2027-01-01', 'strax', 'efter', 'midnatt',
  ); // prettier-ignore
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 14 }),
      fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (typed, moment) => {
        const text = `Avvikelse: ${typed.join(' ')}`;

        const { when, occurredAt } = readReport(text, { now: moment, units });

        expect(text).toContain(when ?? '');
        if (occurredAt === undefined) return;
        expect(Date.parse(occurredAt.from)).toBeLessThanOrEqual(moment.getTime());
        expect(Date.parse(occurredAt.to)).toBeLessThanOrEqual(moment.getTime());
        expect(Date.parse(occurredAt.from)).toBeLessThanOrEqual(Date.parse(occurredAt.to));
      },
    ),
    { numRuns: 1500 },
  );
});

test.each([
  ['ordinary words', 'kunden ramlade i duschen igår kväll och fick ett blåmärke på armen. '],
  ['nonsense', 'qwertyuiop asdfghjkl zxcvbnmqwe rtyuiopasd '],
  ['one long word', 'a'],
  ['digits', '1 9 9 0 '],
  ['dashes and digits', '19-'],
  ['zero-width signs', '1\u200B'],
  ['names', 'Anna Karlsson Björn Ström '],
  ['brackets', '[namn] [[[ '],
  ['time words', 'sen i natten mot natten mellan '],
])('5 000 characters of %s are read within 50 ms', (_, unit) => {
  const text = unit.repeat(Math.ceil(5000 / unit.length)).slice(0, 5000);
  read(text);

  const startedAt = performance.now();
  for (let round = 0; round < 5; round += 1) read(text);
  const elapsedMs = (performance.now() - startedAt) / 5;

  // The aim is 50 ms; the bound leaves room for a machine that runs other tests at the same time.
  expect(elapsedMs).toBeLessThan(150);
});
