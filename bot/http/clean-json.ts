export type CleanJson =
  | { readonly kind: 'clean'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly reason: 'tooDeep' | 'forbiddenKey' };

/** Deeper than any card or record; shallow enough that no later walk runs out of stack. */
const deepest = 40;

/**
 * Parsed JSON made safe to hand on: NUL and lone surrogates, which PostgreSQL refuses in `jsonb`, are taken out of every
 * text, and a key that would reach an object's prototype refuses the whole.
 */
export function cleanJson(value: unknown): CleanJson {
  const cleaned = clean(value, 0);
  return cleaned instanceof Refused ? { kind: 'refused', reason: cleaned.reason } : { kind: 'clean', value: cleaned };
}

/** A text without what no database column can hold. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

class Refused {
  readonly reason: 'tooDeep' | 'forbiddenKey';
  constructor(reason: 'tooDeep' | 'forbiddenKey') {
    this.reason = reason;
  }
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return new Refused('tooDeep');
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => clean(item, depth + 1));
    return items.find((item) => item instanceof Refused) ?? items;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') return new Refused('forbiddenKey');
    const cleaned = clean(inner, depth + 1);
    if (cleaned instanceof Refused) return cleaned;
    copy[cleanText(key)] = cleaned;
  }
  return copy;
}
