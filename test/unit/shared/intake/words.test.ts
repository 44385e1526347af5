import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from '../../../../shared/intake/edit-distance.ts';
import { fold, splitWords } from '../../../../shared/intake/words.ts';

test('words are compared without case, åäö and hyphens', () => {
  expect([fold('Förra'), fold('E-TJÄNST'), fold('o\u0308ppen'), fold('é')]).toEqual(['forra', 'etjanst', 'oppen', 'e']);
});

test('every word stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      for (const word of splitWords(text)) expect(text.slice(word.start, word.end)).toBe(word.raw);
    }),
  );
});

test('gaps and words together are the text', () => {
  const text = 'Hej! v44, kl 21.30 – e-tjänsten';

  const words = splitWords(text);

  expect(words.map((word) => word.gap + word.raw).join('')).toBe(text);
  expect(words.filter((word) => word.startsSentence).map((word) => word.raw)).toEqual(['Hej', 'v', '30']);
});

test.each([
  ['avvikelse', 'avikelse', 1],
  ['medicin', 'medecin', 1],
  ['vecka', 'vekca', 1],
  ['fall', 'fall', 0],
  ['ekliden', 'vinkeln', 3],
])('the distance between %s and %s is %s', (one, other, distance) => {
  expect(editDistance(one, other, 2)).toBe(distance);
});

test('a stem is compared with the beginning of a word', () => {
  expect(editDistance('medicin', 'medecinskåpet', 1, true)).toBe(1);
  expect(editDistance('medicin', 'mejl', 1, true)).toBe(2);
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

test('the distance is the same both ways, and nought only for equal words', () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      expect(editDistance(one, other, 9)).toBe(editDistance(other, one, 9));
      expect(editDistance(one, other, 9) === 0).toBe(one === other);
    }),
  );
});
