import { expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textSources } from '../../../tab/pages/texts.ts';

const tabDir = join(process.cwd(), 'tab');

function keysOf(texts: unknown, prefix = ''): readonly string[] {
  return Object.entries(texts as Record<string, unknown>).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

async function spoken(area: string): Promise<{ readonly sv: readonly string[]; readonly en: readonly string[] }> {
  const source = textSources[area];
  return { sv: keysOf(await source?.sv()), en: keysOf(await source?.en()) };
}

test.each(Object.keys(textSources))('the texts of %s are complete in both languages', async (area) => {
  const { sv, en } = await spoken(area);

  expect(sv.length).toBeGreaterThan(0);
  expect(en.toSorted()).toEqual(sv.toSorted());
});

test('every text that a page or component asks for by name exists', async () => {
  const known = new Set<string>();
  for (const area of Object.keys(textSources)) for (const key of (await spoken(area)).sv) known.add(key);
  const files = (await readdir(tabDir, { recursive: true })).filter(
    (name) => name.endsWith('.tsx') && !name.startsWith('dist'),
  );

  const missing: string[] = [];
  for (const file of files) {
    const code = await readFile(join(tabDir, file), 'utf8');
    for (const [, key = ''] of code.matchAll(/\b(?:t|shell)\('([\w.]+)'/g)) {
      if (!known.has(key) && !known.has(`${key}_other`)) missing.push(`${file}: ${key}`);
    }
  }

  expect(missing).toEqual([]);
});
