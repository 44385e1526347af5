import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const compressible = /\.(?:js|css|html|svg|json)$/;

/** Writes `x.br` and `x.gz` beside each built file, which the service serves by `Accept-Encoding` (`tab.md` 2). */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle(options) {
      const folder = options.dir ?? 'dist';
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const file of files.filter((entry) => entry.isFile() && compressible.test(entry.name))) {
        const path = join(file.parentPath, file.name);
        const content = await readFile(path);
        await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
        await writeFile(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
        );
      }
    },
  };
}

/** `base: './'` and a hash router let the tab live under any path: Teams, SharePoint, the service's `/tab/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), precompress()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'esnext', modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:3978' } },
});
