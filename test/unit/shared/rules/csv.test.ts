import { expect, test } from '@jest/globals';
import { csvText } from '../../../../shared/rules/csv.ts';

test('a table has a byte-order mark, semicolons, quoted cells and the line ends of a spreadsheet', () => {
  expect(
    csvText([
      ['Åtgärd', 'a;b'],
      ['rad 1\nrad 2', 'sade "nej"'],
    ]),
  ).toBe('\uFEFF"Åtgärd";"a;b"\r\n"rad 1\nrad 2";"sade ""nej"""\r\n');
});

test.each(['=1+1', '+46 8 508', '-2', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1', '|calc', '%0A'])(
  'a cell that a spreadsheet could run is text: %j',
  (text) => {
    expect(csvText([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
  },
);

test('what is no formula stays as it is', () => {
  expect(csvText([['Fall = olycka', '2026-11-26', 'a-b']])).toBe('\uFEFF"Fall = olycka";"2026-11-26";"a-b"\r\n');
});
