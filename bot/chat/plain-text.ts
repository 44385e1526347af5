/** Marks that Teams and the web put around text. Other `<` stand: "temp < 60" is what somebody wrote. */
const blockEnd = /<\s*(?:br\s*\/?|\/\s*(?:p|div|li|blockquote|h[1-6]))\s*>/giu;
const mention = /<at\b[^>]*>.*?<\/at>/gisu;
const mark = /<\/?(?:p|div|span|b|i|u|s|strong|em|a|ul|ol|li|blockquote|pre|code|font|h[1-6]|attachment)\b[^>]*>/giu;
const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|lt|gt|quot|apos|amp));/giu;
// What no database column holds, and what only a terminal reads. Line breaks and tabs stand.
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu;

/** The words of a chat message: mentions and formatting gone, entities decoded, nothing that storage refuses. */
export function plainText(text: string): string {
  return cleanText(
    text
      .replace(mention, ' ')
      .replace(blockEnd, '\n')
      .replace(mark, '')
      .replace(entity, (whole, decimal?: string, hex?: string, name?: string) => decoded(whole, decimal, hex, name)),
  );
}

/** The same for what was typed in a field: no formatting there, so marks stand as typed. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(control, '').toWellFormed().trim();
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}
