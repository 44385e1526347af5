/** Characters with which a spreadsheet takes a cell for a formula, in their wide forms too; blanks before them are skipped. */
const formulaStart = /^\s*[=+\-@|%＝＋－＠\t\r]/u;

/**
 * A table as the Excel of a Swedish municipality opens it: UTF-8 with a byte-order mark, semicolons, every cell quoted.
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it; nothing else of it changes.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  const plain = formulaStart.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
