import { cleanText } from './clean-json.ts';

/**
 * A query string as an object: `where.category=fall` becomes `{ where: { category: 'fall' } }`.
 * Nothing when a name stands twice (which of the two counts would be a guess) or would reach an object's prototype.
 */
export function readQuery(search: URLSearchParams): Readonly<Record<string, unknown>> | undefined {
  const query = new Map<string, string>();
  const where = new Map<string, string>();
  for (const [name, value] of search) {
    const target = name.startsWith('where.') ? where : query;
    const key = target === where ? name.slice('where.'.length) : name;
    if (target.has(key) || key === '__proto__') return undefined;
    target.set(key, cleanText(value));
  }
  return { ...Object.fromEntries(query), ...(where.size > 0 ? { where: Object.fromEntries(where) } : {}) };
}
