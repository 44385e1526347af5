/**
 * Builds the tab when it is stale: when the text of its sources, or of what it is built with, differs from that of the
 * last build. `--force` builds anyway.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'tab/dist/.sources';

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join('tab', 'dist')))
    .sort();
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...filesIn('tab'), ...filesIn('shared'), 'package-lock.json']) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const current = fingerprint();
const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === current;
if (!isFresh || process.argv.includes('--force')) {
  console.error('Bygger fliken …');
  const { build } = await import('vite');
  await build({ root: 'tab', configFile: 'tab/vite.config.ts', logLevel: 'warn' });
  writeFileSync(stamp, current);
}
