import fc from 'fast-check';

/** Generators for the ways in which people write a personnummer. */

function checkDigit(nine: string): number {
  const sum = Array.from(nine).reduce((total, sign, place) => {
    const product = Number(sign) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Twelve digits with a valid date and check digit; every fourth a samordningsnummer. */
export const personnummerDigits: fc.Arbitrary<string> = fc
  .record({
    day: fc.date({ min: new Date('1910-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    serial: fc.integer({ min: 0, max: 999 }),
    isCoordination: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ day, serial, isCoordination }) => {
    const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-');
    const dayDigits = String(Number(date) + (isCoordination === 0 ? 60 : 0)).padStart(2, '0');
    const nine = `${year.slice(2)}${month}${dayDigits}${String(serial).padStart(3, '0')}`;
    return `${year.slice(0, 2)}${nine}${String(checkDigit(nine))}`;
  });

const separators = ['-', '–', '‑', '−', '+', ' ', '\u00A0', '.', ' - ', '', '\u200B', '\u00AD', '\u2009', '\uFEFF'];
const scripts = [0x30, 0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7d8];

const inScript = (text: string, zero: number): string =>
  text.replace(/[0-9]/gu, (digit) => String.fromCodePoint(zero + Number(digit)));

/** Where separators may stand, counted in twelve digits: the groupings that people use. */
const groupings = [[8], [], [2, 8], [4, 6, 8], [2, 4, 6, 8, 10], [6, 8], [4, 8], [8, 10], [2, 4, 6, 8]];

export const spelling: fc.Arbitrary<(digits: string) => string> = fc
  .record({
    isShort: fc.boolean(),
    grouping: fc.constantFrom(...groupings),
    separator: fc.constantFrom(...separators),
    zero: fc.constantFrom(...scripts),
  })
  .map(({ isShort, grouping, separator, zero }) => (digits) => {
    const first = isShort ? 2 : 0;
    const signs = Array.from(digits).map(
      (digit, place) => (place > first && grouping.includes(place) ? separator : '') + digit,
    );
    const text = inScript(signs.slice(first).join(''), zero);
    // "0701 23 45 67" is a telephone number, whoever was born that day.
    return isShort && digits[2] === '0' && grouping.includes(6) && !grouping.includes(4)
      ? inScript(digits, zero)
      : text;
  });
