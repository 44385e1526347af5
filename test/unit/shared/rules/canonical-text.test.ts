import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalLine, canonicalText } from '../../../../shared/rules/canonical-text.ts';

test('line ends, composed letters and space at line ends are made alike', () => {
  expect(canonicalText('a\u0308r  \r\nnästa\rtredje\t\n\n')).toBe('är\nnästa\ntredje');
});

test('what a person meant stays: tabs, empty lines, emoji, right-to-left text and markup', () => {
  const text = '<b>fet</b>\n\n\tindrag 👩‍👩‍👧 \u202eשלום\u202c';

  expect(canonicalText(text)).toBe(text);
});

test('control characters and half characters are taken out', () => {
  expect(canonicalText('a\u0000b\u0007c\ud800d\ufeff')).toBe('abc\ufffdd');
});

test('one line stays one line', () => {
  expect(canonicalLine('  en\r\nrad\tmed\n\nmycket  ')).toBe('en rad med mycket');
});

test('the canonical form of a canonical text is itself, and a database can keep it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const once = canonicalText(text);

      expect(canonicalText(once)).toBe(once);
      expect(canonicalLine(canonicalLine(text))).toBe(canonicalLine(text));
      expect(once.isWellFormed() && !once.includes('\0') && !once.includes('\r')).toBe(true);
    }),
  );
});
