/**
 * The one form in which text is kept and compared (`design.md` 3, Pull): composed letters, `\n` as line end, no control
 * characters, no space at the end of a line or around the whole. What a person meant stays: emoji, right-to-left text
 * and `<b>` are text like any other; whoever shows it must show it as text.
 */
export function canonicalText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/g, '')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\s+$/g, '');
}

/** The same for a field of one line: line ends and tabs become spaces, and none stands first. */
export function canonicalLine(text: string): string {
  return canonicalText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}
